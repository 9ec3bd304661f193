"""Sorted lines of many shards become chunks of dumps: one range of subjects at a time."""

from __future__ import annotations

import gzip
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from anugerah.inference.checks import contradictions
from anugerah.inference.equality import Equalities
from anugerah.inference.program import TYPE
from anugerah.inference.rule import Rule
from anugerah.namespaces import BASE
from anugerah.release import turtle
from anugerah.release.lines import chunks, graph_of, read_range, subject, without_graph
from anugerah.release.suspicion import Suspicion

CHUNKED = ("ttl", "rdf", "jsonld", "nt.gz", "nq.gz")
"""The dumps that are made of chunks, by their endings; a part has one file for each."""

_TYPE = TYPE.encode()
_COMPRESSION = 4

Kind = Literal["article", "inferred", "named", "merged"]
"""Whose lines they are: articles' in named graphs (they hold in the default graph too); what was
inferred of articles (the graph tells of which); named graphs alone; the default graph alone."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A sorted file of lines, and the graphs whose lines are to be left out."""

    path: Path
    kind: Kind
    without: frozenset[bytes] = frozenset()

    def read(self, start: bytes | None, stop: bytes | None) -> list[bytes]:
        """Return the lines of a range of subjects."""
        found = read_range(self.path, start, stop)
        if self.without:
            found = [line for line in found if graph_of(line) not in self.without]
        return found


@dataclass(slots=True)
class Statistics:
    """Numbers of the default graph, and of all quads; they can be added and taken away."""

    triples: int = 0
    quads: int = 0
    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)

    def add(self, other: Statistics, times: int = 1) -> None:
        """Add the numbers of `other`, or with `times` = -1 take them away."""
        self.triples += times * other.triples
        self.quads += times * other.quads
        self.subjects += times * other.subjects
        for mine, theirs in (
            (self.classes, other.classes),
            (self.properties, other.properties),
        ):
            for name, number in theirs.items():
                mine[name] += times * number
                if not mine[name]:
                    del mine[name]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk of the dumps.

    Attributes:
        first: its first subject.
        digest: the SHA-256 of its lines.
        lengths: how long it is in each of `CHUNKED`, in their order.
    """

    first: str
    digest: str
    lengths: tuple[int, ...]


@dataclass(slots=True)
class Part:
    """What became of a range: files beside each other, one for each of `CHUNKED`."""

    number: int
    path: Path
    chunks: list[Chunk] = field(default_factory=list)
    statistics: Statistics = field(default_factory=Statistics)
    problems: list[str] = field(default_factory=list)

    def file(self, ending: str) -> Path:
        """Return the part of the dump with this ending."""
        return self.path.with_name(f"{self.path.name}.{ending}")


@dataclass(frozen=True, slots=True)
class Range:
    """A task: the subjects from `start` up to before `stop`, of all `lines`."""

    number: int
    start: bytes | None
    stop: bytes | None
    lines: Sequence[Lines]
    out: Path
    rules: Sequence[Rule]
    base: str
    voices: dict[bytes, bytes] = field(default_factory=dict)


def write_part(task: Range) -> Part:
    """Merge the lines of a range and write them as chunks in all formats."""
    named, default = [], set()
    for lines in task.lines:
        found = lines.read(task.start, task.stop)
        if lines.kind in ("article", "named"):
            named += found
        if lines.kind == "merged":
            default.update(found)
        elif lines.kind in ("article", "inferred"):
            default.update(map(without_graph, found))
    if task.voices:
        default = {line for line in default if not is_silenced(line, task.voices)}
    return write_chunks(task, named, default)


def is_silenced(line: bytes, voices: dict[bytes, bytes]) -> bool:
    """Tell whether another node speaks for one that `line` tells of (but for owl:sameAs links)."""
    first, predicate, rest = line.split(b" ", 2)
    if first in voices:
        return True
    return rest[:-3] in voices and b"owl#sameAs>" not in predicate


def write_chunks(task: Range, named: list[bytes], default: set[bytes]) -> Part:
    """Write `named` and `default` lines, which come in any order, as chunks in all formats."""
    part = Part(task.number, task.out / f"part-{task.number:05d}")
    suspicion = Suspicion(task.rules)
    files = {ending: part.file(ending).open("wb") for ending in CHUNKED}
    try:
        for chunk in chunks(sorted([*named, *default])):
            merged = [line for line in chunk if line in default]
            written = serialize(chunk, merged, task.base)
            for ending, content in written.items():
                files[ending].write(content)
            lengths = tuple(len(written[ending]) for ending in CHUNKED)
            digest = hashlib.sha256(b"".join(chunk)).hexdigest()
            part.chunks.append(Chunk(subject(chunk[0]).decode(), digest, lengths))
            part.statistics.add(count(chunk, merged))
            part.problems += _problems(merged, suspicion, task.rules)
    finally:
        for file in files.values():
            file.close()
    return part


def serialize(lines: Sequence[bytes], merged: Sequence[bytes], base: str) -> dict[str, bytes]:
    """Return a chunk in each of `CHUNKED`: `lines` are all its quads, `merged` the default graph.

    The pieces of a format can be put together: that of JSON-LD starts with a comma.
    """
    text = b"".join(merged)
    triples = [quad.triple for quad in ox.parse(text, ox.RdfFormat.N_TRIPLES, lenient=True)]
    rdf = ox.serialize(triples, format=ox.RdfFormat.RDF_XML) or b""
    jsonld = ox.serialize(triples, format=ox.RdfFormat.JSON_LD) or b""
    content = jsonld[1:-1]
    return {
        "ttl": turtle.body(triples, base) if triples else b"",
        "rdf": rdf[len(RDF_HEAD) : -len(RDF_FOOT)],
        "jsonld": b"," + content if content else b"",
        "nt.gz": gzip.compress(text, _COMPRESSION, mtime=0) if text else b"",
        "nq.gz": gzip.compress(b"".join(lines), _COMPRESSION, mtime=0),
    }


_EMPTY_RDF = ox.serialize([], format=ox.RdfFormat.RDF_XML) or b""
RDF_HEAD, _, _ = _EMPTY_RDF.partition(b"</rdf:RDF>")
RDF_FOOT = b"</rdf:RDF>"


def count(lines: Sequence[bytes], merged: Sequence[bytes]) -> Statistics:
    """Return the numbers of a chunk."""
    statistics = Statistics(triples=len(merged), quads=len(lines))
    parts = [line.split(b" ", 2) for line in merged]
    statistics.subjects = len({part[0] for part in parts})
    statistics.properties.update(
        {p[1:-1].decode(): n for p, n in Counter(part[1] for part in parts).items()}
    )
    classes = Counter(part[2] for part in parts if part[1] == _TYPE and part[2][:1] == b"<")
    statistics.classes.update({c[1:-4].decode(): n for c, n in classes.items()})
    return statistics


def _problems(
    merged: Sequence[bytes], suspicion: Suspicion, rules: Sequence[Rule]
) -> Iterator[str]:
    """Yield what in a chunk contradicts the ontology: what is suspect is judged by the store."""
    suspects = [line for group in suspicion.suspects(merged) for line in group]
    if suspects:
        store = ox.Store()
        store.bulk_load(b"".join(suspects), ox.RdfFormat.N_TRIPLES)
        yield from contradictions(store, rules, Equalities(BASE))
