"""Who is who in an article: full names, offices, and what "Helmi" or "ia" refers to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from anugerah.extraction.bodies import Context, agency_of, body_of
from anugerah.extraction.coreference import (
    Holder,
    Offices,
    Reference,
    find_references,
    nicknames,
)
from anugerah.extraction.facts import Body, Government, Level, Organisation, Person, Tenure
from anugerah.extraction.full_names import FullNames
from anugerah.extraction.homes import NATIONAL, home_of
from anugerah.extraction.language_data import word_set
from anugerah.extraction.names import name_words, same_person
from anugerah.extraction.national_units import national_units, unit_of
from anugerah.extraction.people import OfficeMention
from anugerah.extraction.reading import Reading, ReadSentence

__all__ = ["NATIONAL", "Directory", "Holder", "Reference", "build_directory", "unit_of"]

_MIN_WORD = 3
_MEMORY = 10
"""Nobody looks further back than so many sentences for whom "tersebut" means."""
_SPELLINGS = 5
"""With more holders of one office, an article is a list, and a new name a new person."""
_ALIKE = 0.8
"""Two spellings of a name in the same office that are as like as this are one person's."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The office holders of one article, in the order of the text.

    Attributes:
        references: every place that means one of them, by name, office, nickname or pronoun.
        nicknames: short names in lower case that the article gives them.
        people: by each word of their names in lower case, the persons.
    """

    holders: tuple[Holder, ...]
    references: tuple[Reference, ...]
    nicknames: dict[str, Person]
    people: dict[str, list[Person]]
    offices: Offices

    def at(self, mention: OfficeMention) -> Holder | None:
        """Return the holder of this mention: named with it, or elsewhere in the same office."""
        named = self.offices.named(mention)
        if named is not None or mention.name is not None:
            return named
        return self.offices.holder(mention)

    def named(self, name: str) -> Person | None:
        """Return the one person of the article whom `name`, full, short or a nickname, fits."""
        if (known := self.nicknames.get(name.lower())) is not None:
            return known
        words = name_words(name)
        candidates = self.people.get(words[0], []) if words else []
        fitting = [person for person in candidates if same_person(name, person.name)]
        return fitting[0] if len(fitting) == 1 else None

    def who(self, start: int, end: int) -> list[Reference]:
        """Return the references between two article offsets: whom a clause speaks of."""
        first = bisect_left(self.references, start, key=lambda r: r.start)
        last = bisect_left(self.references, end, key=lambda r: r.start)
        return [r for r in self.references[first:last] if r.end <= end]

    def tenures(self, reading: Reading) -> list[Tenure]:
        """Return one tenure for each person, office and body, with all its passages."""
        merged: dict[tuple[Person, str, bool, Body], list[Holder]] = {}
        for holder in self.holders:
            mention = holder.mention
            key = (holder.person, mention.role, mention.acting, holder.body)
            merged.setdefault(key, []).append(holder)
        roles: dict[tuple[Person, Body], list[str]] = {}
        for person, role, _, body in merged:
            roles.setdefault((person, body), []).append(role)
        tenures = []
        for (person, role, acting, body), holders in merged.items():
            # "Bupati Mulkan" after "Pj Bupati Mulkan" is the same tenure, said shortly.
            if not acting and (person, role, True, body) in merged:
                continue
            if _said_better(role, roles[person, body]):
                continue
            supports = tuple(
                h.read_sentence.support(
                    "tenure/back-reference" if h.mention.back_reference else "tenure/office-name",
                    0.85 if h.mention.back_reference else 0.95,
                )
                for h in holders[:3]
            )
            tenures.append(
                Tenure(person, role, acting, body, reading.held_on, tuple(dict.fromkeys(supports)))
            )
        return tenures


def _said_better(role: str, roles: Iterable[str]) -> bool:
    """Tell whether the article says this office of one person in fuller words elsewhere.

    "Kepala DPPKBP3A" beside "Kepala Dinas Pengendalian Penduduk, …" of one person is one office.
    """
    words = role.split()
    short = len(words) == 2 and words[0] == "Kepala"
    return any(
        len(other.split()) > len(words)
        and other.split()[0] == words[0]
        and (short or other.startswith(role))
        for other in roles
    )


class _Builder:
    """Goes through the offices of an article and works out their holders."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._context = Context(national_units(reading), _heads_named(reading))
        self._full_names = FullNames(reading)
        self._by_name: dict[str, Person] = {}
        self._by_office: dict[tuple[str, Body], list[Person]] = {}
        self._end = len(reading.article.text.rstrip())
        self._last: Person | None = None
        self._before: deque[ReadSentence] = deque(maxlen=_MEMORY)
        self._places: frozenset[str] | None = None
        self.holders: list[Holder] = []
        self.people: dict[str, list[Person]] = {}

    def sentence(self, read_sentence: ReadSentence) -> None:
        """Add the holders of the offices of one sentence."""
        self._context.begin(read_sentence)
        for mention in read_sentence.offices:
            body = body_of(mention, self._reading, self._context)
            if body is None:
                continue
            if isinstance(body, Organisation) and body.known:
                self._context.national = body
            self._context.agency = agency_of(mention, body) or self._context.agency
            if mention.kind == "heads" and isinstance(body, Government):
                self._context.government = body
                self._context.roles.add(mention.role)
            person = self._holder(mention, body)
            if person is not None:
                self._last = person
                self._before.clear()
                self.holders.append(Holder(mention, person, body, read_sentence))
        self._before.append(read_sentence)

    def _holder(self, mention: OfficeMention, body: Body) -> Person | None:
        if mention.name is None:
            return self._spoken_of() if mention.back_reference else None
        name = self._full_names.of(mention.name)
        if mention.end >= self._end and _is_cut(name):
            return None
        # A single word is a name only where office and body stand beside it.
        if " " not in name and not (_stands_alone(mention) and not self._is_place(name)):
            return None
        return (
            self._by_name.get(name)
            or self._misspelt(name, mention, body)
            or self._new(name, mention, body)
        )

    def _is_place(self, name: str) -> bool:
        """Tell whether a single word is a place: "Bupati Lutra" where "Pemkab Lutra" stands too."""
        if self._places is None:
            self._places = frozenset(_behind_level_words(self._reading))
        known = self._reading.knowledge.governments.match_words(name_words(name))
        return known is not None or name in self._places

    def _misspelt(self, name: str, mention: OfficeMention, body: Body) -> Person | None:
        same = self._by_office.get((mention.role, body), ())
        return next((p for p in same[:_SPELLINGS] if _alike(name, p.name, mention.kind)), None)

    def _new(self, name: str, mention: OfficeMention, body: Body) -> Person:
        person = Person(name, home_of(name, body))
        self._by_name[name] = person
        self._by_office.setdefault((mention.role, body), []).append(person)
        for word in name_words(name):
            self.people.setdefault(word, []).append(person)
        return person

    def _spoken_of(self) -> Person | None:
        """Return whom "… tersebut" means: the last speaker, or else who was named last."""
        for read_sentence in reversed(self._before):
            for match in reversed(list(_SPEAKER.finditer(read_sentence.text))):
                fitting = self.people.get(match.group(1).lower(), ())
                if len(fitting) == 1:
                    return fitting[0]
        return self._last


def build_directory(reading: Reading) -> Directory:
    """Work out the holder of every office mention of the article."""
    builder = _Builder(reading)
    for read_sentence in reading.sentences:
        builder.sentence(read_sentence)
    holders = builder.holders
    offices = Offices(holders, reading.main)
    short = nicknames(reading.sentences, holders)
    return Directory(
        tuple(holders),
        tuple(find_references(reading, holders, offices, short)),
        short,
        builder.people,
        offices,
    )


def _is_cut(name: str) -> bool:
    """Tell whether a name at the end of a text was cut off: "Arif Z", "KemenP"."""
    last = name.split()[-1]
    return len(last) < _MIN_WORD or any(letter.isupper() for letter in last[1:])


def _stands_alone(mention: OfficeMention) -> bool:
    return (
        mention.government is not None
        or mention.organisation is not None
        or mention.national is not None
        or mention.unit is not None
        or mention.kind in ("heads", "local")
    )


def _behind_level_words(reading: Reading) -> Iterator[str]:
    levels = word_set("units", "level_words")
    for sentence in reading.sentences:
        for one, other in pairwise(sentence.sentence.tokens):
            if one.norm in levels:
                yield other.text


def _heads_named(reading: Reading) -> dict[Level, set[Government]]:
    """Return the governments that the article names with their level."""
    named: dict[Level, set[Government]] = {}
    for sentence in reading.sentences:
        for mention in sentence.governments:
            if mention.government and mention.cue != "bare":
                named.setdefault(mention.government.level, set()).add(mention.government)
    return named


def _alike(name: str, other: str, kind: str) -> bool:
    """Tell whether two names in one office are one person's, spelt in two ways."""
    if kind in ("heads", "national"):
        shared = {w for w in name.lower().split() if len(w) > 3} & set(other.lower().split())
        if shared:
            return True
    return SequenceMatcher(None, name.lower(), other.lower()).ratio() >= _ALIKE


_SPEAKER = re.compile(r"\b([A-Z][\w’'-]+)\s+(?:juga\s+)?(?:me\w+|ber\w+|mengaku)\b")
