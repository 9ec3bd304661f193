"""What the extraction finds: facts in plain data, each with the passages that support it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal["province", "regency", "city", "agency", "village", "person", "other"]


@dataclass(frozen=True, slots=True)
class Support:
    """A passage that supports a fact.

    Attributes:
        start, end: character offsets into the article's text; `text[start:end] == quote`.
        quote: the passage itself.
        rule: the name of the rule that read it.
        confidence: from 0 to 1.
        field: the field of the fact that the passage gives, or None for the fact as a whole.
    """

    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Government:
    """One of the 552 local governments; `home` is the slug of its province without level word."""

    slug: str
    name: str
    level: Level
    home: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that is no local government: a ministry, institute, company.

    `known` tells that the reference graph describes it.
    """

    slug: str
    name: str
    known: bool = True
    level: Level = "other"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of a local government ("perangkat daerah")."""

    name: str
    government: Government
    level: Level = "agency"


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `home` tells namesakes apart: the province of the office, or more (see `homes`)."""

    name: str
    home: str
    level: Level = "person"


Body = Government | Organisation | Agency
Party = Body | Person


@dataclass(frozen=True, slots=True)
class Award:
    """An award; `known` tells that the reference graph describes it."""

    slug: str
    name: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Venue:
    """Where something was held: a building, a town, or both."""

    name: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Conferral:
    """An award of one edition, given to one recipient; `year` is None where nothing tells it."""

    award: Award
    year: int | None
    recipient: Party
    category: str | None
    distinction: str | None
    held_on: date | None
    venue: Venue | None
    conferred_by: Organisation | None
    conferred_through: Organisation | None
    presented_by: tuple[Person, ...]
    accepted_by: tuple[Person, ...]
    rank: int | None
    score: float | None
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office, as the article says; `attested_on` is the event's day if known."""

    person: Person
    role: str
    acting: bool
    organisation: Body
    attested_on: date | None
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Innovation:
    """An innovation of a government; `expansion` is the long form of its name."""

    name: str
    expansion: str | None
    government: Government
    agency: Agency | None
    target_groups: tuple[str, ...]
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class InnovationCount:
    """How many innovations a government has, or entered."""

    government: Government
    year: int | None
    count: int
    approximate: bool
    basis: Literal["owned", "entered"]
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class WinCount:
    """How often a recipient has won an award, the present time included."""

    recipient: Party
    award: Award
    year: int | None
    count: int
    previous_year: int | None
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Aspiration:
    """A target or a nomination; never a conferral."""

    kind: Literal["target", "nomination"]
    aspirant: Party
    award: Award
    year: int
    target_rank: int | None
    supports: tuple[Support, ...]


Fact = Conferral | Tenure | Innovation | InnovationCount | WinCount | Aspiration
