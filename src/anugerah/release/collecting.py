"""From documents to what a release shall hold: each text once, read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from anugerah.corpus import DocumentError, Originals, Record, read_records
from anugerah.release.assembling import Progress
from anugerah.release.crew import Crew
from anugerah.release.ledger import Entry
from anugerah.release.reading import Task, read_batch
from anugerah.release.shards import ReadArticle, Shard, Shelf, key_of

BATCH = 250
"""Articles that are read together; what is lost of a build that is ended are those being read."""

_BATCH_CHARACTERS = 1_000_000


@dataclass(slots=True)
class Contents:
    """What a release shall hold.

    Attributes:
        entries: all documents in their order, and what became of each.
        articles: the accepted ones, with the shards in which they are.
        judged: all articles that were judged, accepted or not.
        links: pairs of articles of which the first repeats the second.
    """

    entries: list[Entry] = field(default_factory=list)
    articles: list[tuple[Shard, ReadArticle]] = field(default_factory=list)
    judged: list[ReadArticle] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)

    def keys(self) -> list[str]:
        """Return the keys of the accepted articles."""
        return [article.key for _, article in self.articles]


class Collector:
    """Has articles read that no shard holds yet."""

    def __init__(self, shelf: Shelf, crew: Crew, base: str, progress: Progress) -> None:
        self._shelf = shelf
        self._crew = crew
        self._base = base
        self._progress = progress
        self._known: dict[str, tuple[Shard, ReadArticle]] = {}
        for shard in shelf.shards():
            self._learn(shard)

    def collect(self, documents: list[Path]) -> Contents:
        """Return the contents of a release of `documents`."""
        while True:
            order = self._read(documents)
            contents, missing = self._choose(order)
            if not missing:
                return contents
            for key in missing:
                del self._known[key]

    def _learn(self, shard: Shard) -> None:
        for article in shard.articles:
            self._known[article.key] = (shard, article)

    def _read(self, documents: list[Path]) -> list[str | Entry]:
        """Have all records read that are not known; return the keys, or why there is none."""
        order: list[str | Entry] = []
        done = 0
        self._progress("articles", 0, len(documents))
        for files in self._crew.run(read_batch, self._tasks(documents, order)):
            shard = self._shelf.add(files)
            self._learn(shard)
            done += len(shard.articles)
            self._progress("articles", done, max(len(documents), len(order)))
        self._progress("articles", len(order), len(order))
        return order

    def _tasks(self, documents: Iterable[Path], order: list[str | Entry]) -> Iterator[Task]:
        batch: list[tuple[str, Record]] = []
        characters = 0
        handed_out: set[str] = set()
        for record in _records(documents):
            if isinstance(record, Entry):
                order.append(record)
                continue
            key = key_of(record)
            order.append(key)
            if key in self._known or key in handed_out:
                continue
            handed_out.add(key)
            batch.append((key, record))
            characters += len(record.content)
            if len(batch) == BATCH or characters > _BATCH_CHARACTERS:
                yield Task(batch, self._base)
                batch, characters = [], 0
        if batch:
            yield Task(batch, self._base)

    def _choose(self, order: list[str | Entry]) -> tuple[Contents, list[str]]:
        """Let each text through once; return the contents and the keys that must be read again."""
        contents = Contents()
        originals = Originals()
        first: dict[str, str] = {}
        missing: list[str] = []
        for item in order:
            if isinstance(item, Entry):
                contents.entries.append(item)
                continue
            shard, article = self._known[item]
            entry = article.entry
            if entry.article in first:
                contents.entries.append(_duplicate(entry, first[entry.article]))
                continue
            contents.entries.append(entry)
            if entry.article is None:
                continue
            first[entry.article] = entry.source
            contents.judged.append(article)
            if entry.status != "accepted":
                continue
            if article.block is None:
                missing.append(article.key)
            contents.articles.append((shard, article))
            original = originals.add(entry.article, article.sketch)
            if original is not None:
                contents.links.append((entry.article, original))
        return contents, missing


def _records(documents: Iterable[Path]) -> Iterator[Record | Entry]:
    for path in documents:
        try:
            for record in read_records(path):
                yield _rejected(path, record) if isinstance(record, DocumentError) else record
        except DocumentError as error:
            yield _rejected(path, error)


def _rejected(path: Path, error: DocumentError) -> Entry:
    return Entry(path.stem, "rejected", reasons={"en": [str(error)]})


def _duplicate(entry: Entry, first: str) -> Entry:
    reason = f"{entry.source} has the same text as {first}."
    return Entry(
        entry.source, "duplicate", entry.article, sha256=entry.sha256, reasons={"en": [reason]}
    )
