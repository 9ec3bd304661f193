"""A release from any RDF as it stands: no articles, no reference graph."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox
from rdflib import Graph

from anugerah.errors import AnugerahError
from anugerah.inference import close_ontology, compile_rules, infer
from anugerah.namespaces import BASE
from anugerah.release import folder as names
from anugerah.release import turtle
from anugerah.release.assembling import Material, Progress, assemble, parts_beside
from anugerah.release.crew import Processes
from anugerah.release.dumps import Block, Segment
from anugerah.release.finishing import finish, now
from anugerah.release.folder import Release, Releases
from anugerah.release.lines import begins_chunk, subject
from anugerah.release.merging import Kind, Lines
from anugerah.release.report import write_reports
from anugerah.validation import Report, Shapes

RUN = 1_000_000
"""Statements that are sorted at once."""


@dataclass(frozen=True, slots=True)
class Judging:
    """What is asked beside publishing: both need all statements in memory.

    Attributes:
        infer: whether the default graph shall hold all graphs together and what OWL 2 RL infers
            of them, by the axioms among them.
        shapes: files of SHACL shapes that the statements must keep to.
    """

    infer: bool = False
    shapes: tuple[Path, ...] = ()


def publish_rdf(
    files: list[Path],
    out: Path,
    *,
    title: str | None = None,
    judging: Judging | None = None,
    workers: int = 1,
    base: str = BASE,
    progress: Progress | None = None,
) -> Release:
    """Publish the statements of `files` in `out`, each in the graph in which it stands.

    Args:
        files: RDF in any syntax that the ending tells, also compressed (`.gz`).
        out: the folder of releases.
        title: the title of the data set.
        judging: inference and shapes, where they are asked for.
        workers: processes of this machine.
        base: what the IRIs of the release itself (its description, its dumps) start with.
        progress: called as it goes on.

    Raises:
        AnugerahError: a file can't be read as RDF, or the statements break a shape or contradict
            their axioms. Nothing that was published before is changed.
    """
    judging = judging or Judging()
    progress = progress or (lambda *_: None)
    releases = Releases(out)
    with releases.draft() as draft, Processes(workers) as crew:
        release = draft / "release"
        release.mkdir()
        store = release / names.STORE
        runs = _Runs(parts_beside(release / names.DUMPS))
        for number, path in enumerate(files):
            progress("files", number, len(files))
            runs.add(_statements(path, number))
        progress("files", len(files), len(files))
        report = _judge(runs, judging)
        material = Material(
            lines=runs.lines(),
            cuts=runs.cuts,
            blocks=lambda filled: _blocks(filled, runs.folder, base),
            rules=(),
            base=base,
            voices={},
        )
        written = assemble(release / names.DUMPS, store, material, crew, progress)
        write_reports([], report, release / names.REPORT, release / names.REPORT_JSON)
        titles = {"": title or ", ".join(path.name for path in files)}
        former = releases.current()
        finish(release, store, written, [], former, base, now(), titles=titles)
        return releases.publish(release)


class _Runs:
    """Statements as sorted files of lines."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cuts: set[bytes] = set()
        self._files: list[Lines] = []

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Add `quads`."""
        merged: set[bytes] = set()
        named: set[bytes] = set()
        for quad in quads:
            default = isinstance(quad.graph_name, ox.DefaultGraph)
            (merged if default else named).add(f"{quad} .\n".encode())
            if len(merged) + len(named) >= RUN:
                self._write(merged, named)
                merged, named = set(), set()
        self._write(merged, named)

    def lines(self) -> list[Lines]:
        """Return the files."""
        return list(self._files)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield all statements."""
        for lines in self._files:
            yield from ox.parse(path=lines.path, format=ox.RdfFormat.N_QUADS)

    def replace_default(self, quads: Iterable[ox.Quad]) -> None:
        """Let the default graph hold `quads` alone."""
        self._files = [lines for lines in self._files if lines.kind != "merged"]
        self.add(quads)

    def _write(self, merged: set[bytes], named: set[bytes]) -> None:
        kinds: tuple[tuple[Kind, set[bytes]], ...] = (("merged", merged), ("named", named))
        for kind, lines in kinds:
            if lines:
                path = self.folder / f"run-{len(self._files):05d}"
                path.write_bytes(b"".join(sorted(lines)))
                self._files.append(Lines(path, kind))
                self.cuts.update(filter(begins_chunk, set(map(subject, lines))))


def _statements(path: Path, number: int) -> Iterator[ox.Quad]:
    """Yield the statements of a file; its blank nodes are none of another file's."""
    name = path.name.removesuffix(".gz")
    syntax = ox.RdfFormat.from_extension(name.rpartition(".")[2].lower())
    if syntax is None:
        raise AnugerahError(
            f"{path} has no ending of an RDF syntax: rename it to .ttl, .nt, .nq, .trig, "
            ".rdf or .jsonld."
        )
    blank = ox.Dataset()
    try:
        with _opened(path) as file:
            for quad in ox.parse(file, syntax, base_iri=path.resolve().as_uri()):
                if any(isinstance(term, ox.BlankNode | ox.Triple) for term in quad):
                    blank.add(quad)
                else:
                    yield quad
    except (OSError, SyntaxError) as error:
        raise AnugerahError(f"{path} can't be read as {syntax.name}: {error}") from error
    # Names of blank nodes hold for one file; these depend on what is said of them alone.
    blank.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    for quad in blank:
        yield ox.Quad(*(_renamed(term, number) for term in quad))  # type: ignore[arg-type]


def _opened(path: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _renamed(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | ox.DefaultGraph, number: int
) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | ox.DefaultGraph:
    if isinstance(term, ox.BlankNode):
        return ox.BlankNode(f"f{number}{term.value}")
    if isinstance(term, ox.Triple):
        return ox.Triple(*(_renamed(part, number) for part in term))  # type: ignore[arg-type]
    return term


def _judge(runs: _Runs, judging: Judging) -> Report:
    """Infer and validate where that is asked for."""
    if judging.infer:
        quads = [ox.Quad(q.subject, q.predicate, q.object) for q in runs.quads()]
        store = ox.Store()
        store.extend(quads)
        text = "".join(f"{quad} .\n" for quad in quads)
        axioms = Graph().parse(data=text, format="nt")
        inferred = infer(store, compile_rules(close_ontology(axioms)))
        if inferred.inconsistencies:
            raise AnugerahError(
                f"The statements contradict their axioms at {len(inferred.inconsistencies)} "
                f"places; the first: {inferred.inconsistencies[0]}"
            )
        runs.replace_default(store)
    if not judging.shapes:
        return Report()
    shapes = Graph()
    for path in judging.shapes:
        try:
            shapes.parse(path)
        except Exception as error:
            raise AnugerahError(f"{path} can't be read as RDF: {error}") from error
    quads = list(runs.quads())
    report = Shapes(shapes, quads).validate(quads)
    if not report.conforms:
        raise AnugerahError(
            f"The statements break the shapes at {len(report.violations)} places; the first: "
            f"{report.violations[0].text()}"
        )
    return report


def _blocks(store: ox.Store, folder: Path, base: str) -> Iterator[Block]:
    """Write each named graph to a file of its own and yield its TriG block."""
    for number, graph in enumerate(store.named_graphs()):
        path = folder / f"graph-{number}.trig"
        path.write_bytes(turtle.block(store.quads_for_pattern(None, None, None, graph), base))
        yield Block(graph.value, (Segment.whole(path),))
