"""From a document to a checked graph: the part of a build that runs once for each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pyoxigraph as ox

from anugerah import iris
from anugerah.corpus import read_article
from anugerah.corpus.reader import DocumentError
from anugerah.extraction import Extractor
from anugerah.extraction.facts import Conferral
from anugerah.mapping import article_quads
from anugerah.release import sources
from anugerah.release.ledger import Entry
from anugerah.validation import Report, Shapes

PARALLEL_FROM = 50
"""With fewer documents, starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its ledger entry, and its statements if it was accepted."""

    entry: Entry
    quads: tuple[ox.Quad, ...] = ()
    report: Report = field(default_factory=Report)
    conferrals: int = 0


class DocumentReader:
    """Reads, extracts, maps and validates one document after another."""

    def __init__(self) -> None:
        self._extractor = Extractor.from_files()
        self._shapes = Shapes.load([*sources.reference(), *sources.curated()])

    def read(self, path: Path) -> Outcome:
        """Return the outcome of the document at `path`; a bad one gives a reason, not an error."""
        try:
            article = read_article(path)
        except DocumentError as error:
            return Outcome(Entry(path.stem, "rejected", reasons={"en": [str(error)]}))
        extraction = self._extractor.extract(article)
        quads = article_quads(extraction)
        report = self._shapes.validate(quads)
        entry = Entry(
            source=article.source,
            status="accepted" if report.conforms else "quarantined",
            article=article.digest,
            graph=str(iris.graph(article.digest)),
            sha256=article.sha256,
            facts=len(extraction.facts),
            reasons={} if report.conforms else _reasons(report),
        )
        if not report.conforms:
            return Outcome(entry, report=report)
        conferrals = sum(isinstance(fact, Conferral) for fact in extraction.facts)
        return Outcome(entry, tuple(quads), report, conferrals)


def _reasons(report: Report) -> dict[str, list[str]]:
    return {
        language: list(dict.fromkeys(violation.text(language) for violation in report.violations))
        for language in ("en", "id")
    }


@cache
def _own_reader() -> DocumentReader:
    return DocumentReader()


def _read(path: Path) -> Outcome:
    return _own_reader().read(path)


def read_documents(paths: list[Path], workers: int) -> Iterator[Outcome]:
    """Yield the outcomes of `paths` in their order, read by `workers` processes."""
    if workers <= 1 or len(paths) < PARALLEL_FROM:
        reader = DocumentReader()
        yield from map(reader.read, paths)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield from pool.map(_read, paths, chunksize=8)


def only_new(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Let each text through once; a second document with the same text is a duplicate."""
    seen: dict[str, str] = {}
    for outcome in outcomes:
        entry = outcome.entry
        first = seen.get(entry.sha256 or "")
        if entry.sha256 and first is not None:
            reason = f"{entry.source} has the same text as {first}."
            yield Outcome(
                Entry(
                    entry.source,
                    "duplicate",
                    entry.article,
                    sha256=entry.sha256,
                    reasons={"en": [reason]},
                )
            )
            continue
        if entry.sha256:
            seen[entry.sha256] = entry.source
        yield outcome
