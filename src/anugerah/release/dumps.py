"""The dumps: the same statements in six formats, byte for byte the same for the same content.

They are put together of chunks (see `anugerah.release.lines`), so that those of a later release can
take over what has not changed.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from anugerah.release import turtle
from anugerah.release.merging import RDF_FOOT, RDF_HEAD, Statistics

NAME = "anugerah"
SUMS = "SHA256SUMS"

_SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt.gz": ox.RdfFormat.N_TRIPLES,
    "nq.gz": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}
_QUADS = ("nq.gz", "trig")
_BLOCK = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of bytes of a file, or the bytes themselves."""

    source: Path | bytes
    start: int
    length: int

    @classmethod
    def of(cls, content: bytes) -> Segment:
        """Return the segment of `content` itself."""
        return cls(content, 0, len(content))

    @classmethod
    def whole(cls, path: Path) -> Segment:
        """Return the segment of a whole file."""
        return cls(path, 0, path.stat().st_size)


@dataclass(frozen=True, slots=True)
class Block:
    """The TriG text of one named graph."""

    graph: str
    segments: tuple[Segment, ...]

    @property
    def length(self) -> int:
        """How many bytes it has."""
        return sum(segment.length for segment in self.segments)


def path_of(folder: Path, ending: str) -> Path:
    """Return the dump with this ending in the folder of dumps."""
    return folder / f"{NAME}.{ending}"


def write_dump(
    folder: Path, ending: str, segments: Iterable[Segment], base: str, statistics: Statistics
) -> dict[str, Any]:
    """Write the dump with this ending and return its description."""
    digest, size = hashlib.sha256(), 0
    with path_of(folder, ending).open("wb") as file:
        for piece in _pieces(ending, segments, base):
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    return {
        "file": f"{NAME}.{ending}",
        "media_type": _SYNTAXES[ending].media_type,
        "compressed": ending.endswith(".gz"),
        "statements": statistics.quads if ending in _QUADS else statistics.triples,
        "bytes": size,
        "sha256": digest.hexdigest(),
    }


def write_sums(folder: Path, dumps: Iterable[dict[str, Any]]) -> None:
    """Write the checksums of `dumps` in the form that `sha256sum --check` reads."""
    sums = "".join(f"{dump['sha256']}  {dump['file']}\n" for dump in dumps)
    (folder / SUMS).write_text(sums, encoding="utf-8")


def head_length(ending: str, base: str) -> int:
    """Return how many bytes come before the first chunk in the dump with this ending."""
    return len(_head(ending, base))


def _head(ending: str, base: str) -> bytes:
    if ending in ("ttl", "trig"):
        return turtle.head(base)
    return {"rdf": RDF_HEAD, "jsonld": b"["}.get(ending, b"")


def _foot(ending: str) -> bytes:
    return {"rdf": RDF_FOOT, "jsonld": b"]"}.get(ending, b"")


def _pieces(ending: str, segments: Iterable[Segment], base: str) -> Iterator[bytes]:
    yield _head(ending, base)
    empty = True
    for segment in _joined(segments):
        for piece in _read(segment):
            # Every chunk of JSON-LD starts with a comma; the first one needs none.
            yield b"\n" + piece[1:] if empty and ending == "jsonld" else piece
            empty = False
    if empty and ending.endswith(".gz"):
        yield gzip.compress(b"", mtime=0)
    yield _foot(ending)


def _joined(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield stretches of a file that follow each other as one."""
    last: Segment | None = None
    for segment in segments:
        if last is not None:
            follows = last.start + last.length == segment.start
            if follows and isinstance(last.source, Path) and last.source == segment.source:
                last = Segment(last.source, last.start, last.length + segment.length)
                continue
            yield last
        last = segment
    if last is not None:
        yield last


def _read(segment: Segment) -> Iterator[bytes]:
    if isinstance(segment.source, bytes):
        if segment.source:
            yield segment.source
        return
    with segment.source.open("rb") as file:
        yield from _stretch(file, segment)


def _stretch(file: BinaryIO, segment: Segment) -> Iterator[bytes]:
    file.seek(segment.start)
    left = segment.length
    while left:
        piece = file.read(min(left, _BLOCK))
        if not piece:
            raise OSError(f"{file.name} is shorter than it was: build again.")
        left -= len(piece)
        yield piece
