"""From a record to a checked graph: the part of a build that runs once for each article.

It needs nothing but the record, so it can run in any process on any machine. What it gives is text
(see `anugerah.release.shards`), so that nobody has to parse it again.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from anugerah import iris
from anugerah.corpus import Article, Record, read_article, sketch
from anugerah.corpus.reader import DocumentError
from anugerah.extraction import Extractor
from anugerah.inference import Stepwise
from anugerah.inference.program import SAME_AS
from anugerah.mapping import article_quads
from anugerah.release import turtle
from anugerah.release.ground import Ground, as_text, ground
from anugerah.release.ledger import Entry
from anugerah.release.report import as_json
from anugerah.release.shards import Batch, ReadArticle
from anugerah.validation import Report, Shapes


@dataclass(frozen=True, slots=True)
class Task:
    """Records to be read together, each with the key under which it is kept."""

    records: Sequence[tuple[str, Record]]
    base: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: its ledger entry, and its statements if it was accepted."""

    entry: Entry
    quads: tuple[ox.Quad, ...] = ()
    report: Report = field(default_factory=Report)


class DocumentReader:
    """Reads, extracts, maps and validates one article after another."""

    def __init__(self) -> None:
        self.ground: Ground = ground()
        self._extractor = Extractor.from_files()
        self._shapes = Shapes.load(self.ground.quads)

    def read(self, path: Path) -> Outcome:
        """Return the outcome of a document that holds one article.

        Raises:
            DocumentError: it can't be read.
        """
        return self.judge(read_article(path))

    def judge(self, article: Article) -> Outcome:
        """Return the outcome of `article`."""
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
        accepted = tuple(quads) if report.conforms else ()
        return Outcome(entry, accepted, report)


def _reasons(report: Report) -> dict[str, list[str]]:
    return {
        language: list(dict.fromkeys(violation.text(language) for violation in report.violations))
        for language in ("en", "id")
    }


def read_batch(task: Task) -> dict[str, bytes]:
    """Read the records of `task` and return the files of a shard: what every worker does."""
    reader = _reader_of_thread(threading.get_ident())
    batch = Batch(task.base)
    entries: dict[str, Entry] = {}
    for key, record in task.records:
        try:
            article = record.article()
        except DocumentError as error:
            entry = Entry(record.source, "rejected", reasons={"en": [str(error)]})
            batch.articles.append(ReadArticle(key, entry))
            continue
        twin = entries.get(article.digest)
        if twin is not None:
            entry = replace(twin, source=article.source)
            batch.articles.append(ReadArticle(key, entry, sketch(article)))
            continue
        outcome = reader.judge(article)
        entries[article.digest] = outcome.entry
        results = [as_json(result) for result in outcome.report.results]
        read = ReadArticle(key, outcome.entry, sketch(article), results)
        if outcome.quads:
            close_over(reader.ground, read, outcome.quads, batch)
        batch.articles.append(read)
    return batch.files()


@cache
def _reader_of_thread(_thread: int) -> DocumentReader:
    """Return the reader of one thread: a Dask worker may have several."""
    return DocumentReader()


def close_over(ground: Ground, read: ReadArticle, quads: Sequence[ox.Quad], batch: Batch) -> None:
    """Add the statements of an accepted article to `batch`, with what follows over the ground."""
    digest = str(read.entry.article)
    graph = f" <{read.entry.graph}> .\n"
    stated = [as_text(quad) for quad in quads]
    voices = ground.voices
    step = Stepwise(ground.program, ground.graph)
    step.add((voices.get(s, s), p, voices.get(o, o)) for s, p, o in stated)
    read.silenced = sorted({n for s, _, o in stated for n in (s, o) if n in voices})
    batch.named += [f"{s} {p} {o}{graph}" for s, p, o in stated]
    batch.inferred += [f"{s} {p} {o}{graph}" for s, p, o in step.inferred]
    batch.subjects.update(s for s, _, _ in stated)
    batch.subjects.update(s for s, _, _ in step.inferred)
    joins = [t for t in step.joining() if ground.program.joins_beyond(t, digest)]
    joins += [(one, SAME_AS, other) for one, other in step.pairs]
    batch.joins += [f"{s} {p} {o}{graph}" for s, p, o in joins]
    read.block = batch.add_block(turtle.block(quads))
