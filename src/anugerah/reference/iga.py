"""The editions and winners of the Innovative Government Award, each with the pages that say so."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rdflib import URIRef

from anugerah import iris
from anugerah.reference.governments import Government
from anugerah.reference.table import Row, TableError, read_table

AWARD = "iga"
NO_CATEGORY = "IGA (kategori tidak disebut)"

_EDITION_COLUMNS = [
    "year",
    "ceremony_date",
    "venue",
    "place",
    "participants",
    "innovations_total",
    "source_url",
]
_WINNER_COLUMNS = [
    "year",
    "category",
    "rank",
    "level",
    "code",
    "score",
    "source_url",
    "second_source_url",
    "note",
]
_LIST_COLUMNS = ["year", "category", "announced", "complete"]


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's award and its ceremony."""

    year: int
    ceremony_date: dt.date | None
    venue: str | None
    place: str | None
    participants: int | None
    innovations: int | None
    sources: tuple[str, ...]

    @property
    def iri(self) -> URIRef:
        """The IRI of the edition."""
        return iris.thing("edition", f"{AWARD}-{self.year}")


@dataclass(frozen=True, slots=True)
class Winner:
    """One government's award in one category and year; a note tells why it is doubtful."""

    year: int
    category: str | None
    government: Government
    rank: int | None
    score: Decimal | None
    sources: tuple[str, ...]
    note: str | None

    @property
    def slug(self) -> str:
        """The last part of the conferral's IRI."""
        parts = [f"{AWARD}-{self.year}"]
        if self.category:
            parts.append(iris.slug(self.category))
        return "-".join([*parts, self.government.slug])


@dataclass(frozen=True, slots=True)
class WinnerList:
    """How many winners were announced in one category of one year, and whether all are known."""

    year: int
    category: str
    announced: int
    complete: bool
    winners: tuple[Winner, ...]

    @property
    def slug(self) -> str:
        """The last part of the list's IRI."""
        return f"{AWARD}-{self.year}-{iris.slug(self.category)}"

    @property
    def sources(self) -> list[str]:
        """The pages that name more of the listed winners than any other page."""
        counts = Counter(source for winner in self.winners for source in winner.sources)
        most = max(counts.values(), default=0)
        return sorted(source for source, count in counts.items() if count == most)


def _year(row: Row) -> int:
    year = row.integer("year")
    if year is None or not 1945 <= year <= 2100:
        raise row.error("year", f"{row.cells['year']!r} is not a year; write it like 2024.")
    return year


def read_editions(folder: Path) -> list[Edition]:
    """Return the editions of `iga_editions.csv` in `folder`.

    Raises:
        TableError: a row can't be read.
    """
    return [
        Edition(
            year=_year(row),
            ceremony_date=row.date("ceremony_date"),
            venue=_venue(row),
            place=row.optional("place"),
            participants=row.integer("participants"),
            innovations=row.integer("innovations_total"),
            sources=tuple(row.urls("source_url")),
        )
        for row in read_table(folder / "iga_editions.csv", _EDITION_COLUMNS, key=["year"])
    ]


def _venue(row: Row) -> str | None:
    """Return the venue without a remark in brackets at its end, such as "(hybrid)"."""
    venue = row.optional("venue")
    return re.sub(r"\s*\([^)]*\)$", "", venue) if venue else None


def read_winners(folder: Path, governments: list[Government]) -> list[Winner]:
    """Return the winners of `iga_winners.csv` in `folder`.

    Raises:
        TableError: a row can't be read, or names a government that `governments` lacks.
    """
    by_code = {government.code: government for government in governments}
    rows = read_table(folder / "iga_winners.csv", _WINNER_COLUMNS, key=["year", "category", "code"])
    return [_winner(row, by_code) for row in rows]


def _winner(row: Row, governments: dict[str, Government]) -> Winner:
    government = governments.get(row.text("code"))
    if government is None:
        raise row.error("code", f"{row.text('code')!r} is not in governments.csv; correct it.")
    if row.text("level") != government.level:
        raise row.error("level", f"{government.label} is a {government.level}; correct it.")
    sources = [*row.urls("source_url"), *row.urls("second_source_url")]
    if not sources:
        raise row.error("source_url", "the cell is empty; every winner needs a page that says so.")
    category = row.text("category")
    return Winner(
        year=_year(row),
        category=None if category == NO_CATEGORY else category,
        government=government,
        rank=row.integer("rank"),
        score=row.decimal("score"),
        sources=tuple(dict.fromkeys(sources)),
        note=row.optional("note"),
    )


def read_winner_lists(path: Path, winners: list[Winner]) -> list[WinnerList]:
    """Return the lists of winners that the table at `path` tells, with their known winners.

    Raises:
        TableError: a row can't be read, or calls a list complete although winners lack.
    """
    rows = read_table(path, _LIST_COLUMNS, key=["year", "category"])
    return [_winner_list(row, winners) for row in rows]


def _winner_list(row: Row, winners: list[Winner]) -> WinnerList:
    year, category = _year(row), row.text("category")
    announced = row.integer("announced")
    if announced is None:
        raise row.error("announced", "the cell is empty; leave out a list of unknown length.")
    listed = tuple(w for w in winners if (w.year, w.category) == (year, category))
    complete = row.boolean("complete")
    if len(listed) > announced or (complete and len(listed) < announced):
        raise row.error(
            "announced", f"{len(listed)} winners are known but {announced} announced; correct it."
        )
    return WinnerList(year, category, announced, complete, listed)


def check_editions(editions: list[Edition], winners: list[Winner]) -> None:
    """Check that each winner's edition is known.

    Raises:
        TableError: `iga_editions.csv` lacks the year of a winner.
    """
    missing = sorted({winner.year for winner in winners} - {edition.year for edition in editions})
    if missing:
        raise TableError(
            f"iga_editions.csv has no row for {missing[0]}, the year of a winner; add it."
        )
