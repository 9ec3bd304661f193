"""What was read of articles, kept on disk: a shard for each batch, written in one step.

The shards are the memory of a build: one that was ended goes on where it was, and an article that
has not changed is not read again. They are kept by the version of all that decides what reading
gives: the code, the language data, ontology, shapes, reference graph and curated facts.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Container, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from anugerah import resources
from anugerah.corpus import Record, Sketch
from anugerah.errors import AnugerahError
from anugerah.namespaces import BASE
from anugerah.release.ledger import Entry
from anugerah.release.lines import begins_chunk

NAMED, INFERRED, JOINS, BLOCKS = "named.nq", "inferred.nq", "joins.nq", "blocks.trig"
_ARTICLES, _CUTS, _VERSION = "articles.jsonl", "cuts", "version"
_SOUND = ".sound"
_UNFINISHED = 3600.0
"""Seconds after which a shard that is being written is taken as abandoned."""

_DECISIVE = ("corpus", "extraction", "mapping", "validation", "inference", "release")


@dataclass(slots=True)
class ReadArticle:
    """One article that was read.

    Attributes:
        key: names the record and so what reading it gives.
        entry: its ledger entry.
        sketch: what recognises it in another wording.
        results: what the validator found.
        silenced: nodes that it names and for which another node speaks.
        block: where its TriG block begins and ends in the shard. None where it was not accepted,
            or where its statements are those of an earlier article of the batch with its text.
    """

    key: str
    entry: Entry
    sketch: Sketch = ()
    results: list[dict[str, Any]] = field(default_factory=list)
    silenced: list[str] = field(default_factory=list)
    block: tuple[int, int] | None = None


@dataclass(slots=True)
class Batch:
    """What reading a batch of articles gave: lines of N-Quads, each in its article's graph.

    Attributes:
        base: what the written IRIs start with.
        articles: the articles.
        named: what they state.
        inferred: what follows from each alone.
        joins: what rules may join across articles.
        subjects: the subjects of `named` and `inferred`.
        blocks: their TriG blocks.
    """

    base: str
    articles: list[ReadArticle] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    subjects: set[str] = field(default_factory=set)
    blocks: bytearray = field(default_factory=bytearray)

    def add_block(self, text: bytes) -> tuple[int, int]:
        """Add the TriG block of an article and return where it begins and ends."""
        start = len(self.blocks)
        self.blocks += self._rebased(text)
        return start, len(self.blocks)

    def files(self) -> dict[str, bytes]:
        """Return the files of the shard."""
        named, inferred = sorted(self._lines(self.named)), sorted(self._lines(self.inferred))
        articles = [json.dumps(asdict(a), ensure_ascii=False) + "\n" for a in self.articles]
        names = self._lines([f"{name}\n" for name in sorted(self.subjects)])
        return {
            NAMED: b"".join(named),
            INFERRED: b"".join(inferred),
            JOINS: b"".join(self._lines(self.joins)),
            BLOCKS: bytes(self.blocks),
            _CUTS: b"".join(name for name in names if begins_chunk(name.rstrip())),
            _ARTICLES: "".join(articles).encode(),
            _VERSION: reading_version().encode(),
        }

    def _lines(self, lines: list[str]) -> list[bytes]:
        return self._rebased("".join(lines).encode()).splitlines(keepends=True)

    def _rebased(self, text: bytes) -> bytes:
        if self.base == BASE:
            return text
        return text.replace(f"<{BASE}".encode(), f"<{self.base}".encode())


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard on disk."""

    path: Path
    articles: tuple[ReadArticle, ...]
    base: str

    @classmethod
    def open(cls, path: Path, base: str) -> Shard:
        """Open the shard in the folder `path`, with IRIs that start with `base`."""
        articles = []
        with (path / _ARTICLES).open(encoding="utf-8") as file:
            for line in file:
                content = json.loads(line)
                entry = Entry(**content.pop("entry"))
                articles.append(ReadArticle(**{**content, "entry": entry}))
        return cls(path, tuple(articles), base)

    def graphs(self, keys: Container[str] | None = None) -> set[bytes]:
        """Return the graphs of the accepted articles in it, or of those among `keys`."""
        return {
            f"<{article.entry.graph}>".replace(f"<{BASE}", f"<{self.base}").encode()
            for article in self.articles
            if article.block is not None and (keys is None or article.key in keys)
        }

    def cuts(self) -> list[bytes]:
        """Return the subjects in it with which chunks begin."""
        return (self.path / _CUTS).read_bytes().splitlines()


class Shelf:
    """The shards of one version of the reading, in a folder."""

    def __init__(self, root: Path, base: str) -> None:
        """Open the shelf for the present version below `root`; others are left alone."""
        self.root = root
        self.base = base
        self.version = hashlib.sha256(f"{reading_version()} {base}".encode()).hexdigest()[:16]
        self.path = root / self.version

    def shards(self) -> Iterator[Shard]:
        """Yield the finished shards."""
        if self.path.is_dir():
            for path in sorted(self.path.iterdir()):
                if not path.name.startswith("."):
                    yield Shard.open(path, self.base)

    def add(self, files: dict[str, bytes]) -> Shard:
        """Write the files of a batch as a shard, in one step.

        Raises:
            AnugerahError: they were made by another version, as a cluster may have it.
        """
        if files[_VERSION] != reading_version().encode():
            raise AnugerahError(
                "The workers of the cluster have another version of Anugerah, or other data, than "
                "this machine: install the same on all of them."
            )
        name = hashlib.sha256(files[_ARTICLES]).hexdigest()[:16]
        draft, path = self.path / f".{name}", self.path / name
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        for file, content in files.items():
            (draft / file).write_bytes(content)
        if path.exists():
            shutil.rmtree(draft)
        else:
            draft.rename(path)
        return Shard.open(path, self.base)

    def is_sound(self) -> bool:
        """Tell whether this version's own sources were found to keep to the shapes."""
        return (self.path / _SOUND).is_file()

    def mark_sound(self) -> None:
        """Remember that this version's own sources keep to the shapes."""
        self.path.mkdir(parents=True, exist_ok=True)
        (self.path / _SOUND).touch()

    def forget_others(self) -> None:
        """Remove what other versions have read, and what was left unfinished long ago."""
        if self.root.is_dir():
            for path in self.root.iterdir():
                if path != self.path:
                    shutil.rmtree(path, ignore_errors=True)
        if self.path.is_dir():
            for path in self.path.glob(".*"):
                if path.is_dir() and time.time() - path.stat().st_mtime > _UNFINISHED:
                    shutil.rmtree(path, ignore_errors=True)


def key_of(record: Record) -> str:
    """Return what names `record`: its source, text and metadata."""
    said = (record.source, record.content, record.is_page, record.metadata)
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def reading_version() -> str:
    """Return the hash of all that decides what reading an article gives."""
    package = Path(__file__).parents[1]
    folders = [package / name for name in _DECISIVE]
    folders += [resources.ontology(), resources.reference(), resources.curated()]
    digest = hashlib.sha256()
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    files += package.glob("*.py")
    for path in sorted(files):
        if path.suffix in (".py", ".yaml", ".ttl", ".csv", ".json", ".jsonld"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
