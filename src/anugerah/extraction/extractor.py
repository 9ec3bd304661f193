"""From an article to its facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from anugerah import resources
from anugerah.corpus import Article
from anugerah.extraction.aspirations import find_aspirations
from anugerah.extraction.conferrals import find_conferrals
from anugerah.extraction.counts import find_innovation_counts
from anugerah.extraction.directory import build_directory
from anugerah.extraction.facts import Conferral, Fact
from anugerah.extraction.innovations import find_innovations
from anugerah.extraction.knowledge import Knowledge, load_knowledge
from anugerah.extraction.reading import Reading, read
from anugerah.extraction.rejections import Rejection, find_rejections
from anugerah.extraction.win_counts import find_win_counts


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article and the facts found in it."""

    article: Article
    facts: tuple[Fact, ...]

    @property
    def conferrals(self) -> list[Conferral]:
        """The conferrals among the facts."""
        return [fact for fact in self.facts if isinstance(fact, Conferral)]


class Extractor:
    """Reads articles with what the reference graph knows."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @classmethod
    def from_files(cls, files: Iterable[Path] | None = None) -> Extractor:
        """Return an extractor that knows the Turtle `files`; by default the project's own."""
        if files is None:
            files = (
                *sorted(resources.reference().glob("*.ttl")),
                *sorted(resources.curated().glob("*.ttl")),
            )
        return cls(load_knowledge(files))

    def extract(self, article: Article) -> Extraction:
        """Return the facts of `article`, each with the passages that support it."""
        return _facts(read(article, self._knowledge))

    def explain(self, article: Article) -> tuple[Extraction, list[Rejection]]:
        """Return the facts of `article`, and what looks like a conferral and gave none."""
        reading = read(article, self._knowledge)
        extraction = _facts(reading)
        return extraction, find_rejections(reading, extraction.facts)


def _facts(reading: Reading) -> Extraction:
    directory = build_directory(reading)
    conferrals = find_conferrals(reading, directory)
    facts: list[Fact] = [*conferrals]
    if conferrals:
        facts += find_win_counts(reading)
    facts += find_aspirations(reading)
    facts += directory.tenures(reading)
    facts += find_innovations(reading)
    facts += find_innovation_counts(reading)
    return Extraction(reading.article, tuple(facts))
