"""Who is who in an article: full names, offices, and what "Helmi" or "ia" refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anugerah.extraction.facts import Body, Government, Organisation, Person, Tenure
from anugerah.extraction.language_data import load
from anugerah.extraction.names import same_person
from anugerah.extraction.organisations import unknown
from anugerah.extraction.people import OfficeMention
from anugerah.extraction.reading import Reading, ReadSentence

NATIONAL = "nasional"


@dataclass(frozen=True, slots=True)
class Holder:
    """An office mention with its person and body worked out."""

    mention: OfficeMention
    person: Person
    body: Body
    read_sentence: ReadSentence


@dataclass(frozen=True, slots=True)
class Directory:
    """The office holders of one article, in the order of the text."""

    holders: tuple[Holder, ...]

    def at(self, mention: OfficeMention) -> Holder | None:
        """Return the holder of this mention: named with it, or elsewhere in the same office."""
        named = next((h for h in self.holders if h.mention is mention), None)
        if named is not None or mention.kind != "heads" or mention.government is None:
            return named
        others = [
            h
            for h in self.holders
            if h.mention.role == mention.role and h.body in mention.government.candidates
        ]
        return others[0] if len({h.person for h in others}) == 1 else None

    def named(self, name: str) -> Person | None:
        """Return the one person of the article whom `name`, full or short, fits."""
        fitting = {h.person for h in self.holders if same_person(name, h.person.name)}
        return fitting.pop() if len(fitting) == 1 else None

    def tenures(self, reading: Reading) -> list[Tenure]:
        """Return one tenure for each person, office and body, with all its passages."""
        merged: dict[tuple[Person, str, bool, Body], list[Holder]] = {}
        for holder in self.holders:
            mention = holder.mention
            key = (holder.person, mention.role, mention.acting, holder.body)
            merged.setdefault(key, []).append(holder)
        tenures = []
        for (person, role, acting, body), holders in merged.items():
            # "Bupati Mulkan" after "Pj Bupati Mulkan" is the same tenure, said shortly.
            if not acting and (person, role, True, body) in merged:
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


def build_directory(reading: Reading) -> Directory:
    """Work out the holder of every office mention of the article."""
    units = _national_units(reading)
    full_names = _full_names(reading)
    holders: list[Holder] = []
    last: Person | None = None
    for read_sentence in reading.sentences:
        for mention in read_sentence.offices:
            body = _body(mention, reading, units)
            if body is None:
                continue
            if mention.name is not None:
                name = full_names.get(mention.name, mention.name)
                person = _person(name, body, holders)
                # A single word is a name only where office and body stand beside it.
                alone = mention.government is None and mention.organisation is None
                if " " not in name and alone and mention.national is None:
                    continue
            elif mention.back_reference and last is not None:
                person = last
            else:
                continue
            last = person
            holders.append(Holder(mention, person, body, read_sentence))
        last = _last_spoken_of(read_sentence, holders) or last
    return Directory(tuple(holders))


def _full_names(reading: Reading) -> dict[str, str]:
    names = [m.name for s in reading.sentences for m in s.offices if m.name]
    full: dict[str, str] = {}
    for name in names:
        longer = {other for other in names if other != name and same_person(name, other)}
        if longer:
            full[name] = max(longer, key=len)
    return full


def _person(name: str, body: Body, holders: list[Holder]) -> Person:
    for holder in holders:
        if holder.person.name == name:
            return holder.person
    return Person(name, _home(body))


def _home(body: Body) -> str:
    if isinstance(body, Government):
        return body.home
    return NATIONAL if isinstance(body, Organisation) else body.government.home


def _body(mention: OfficeMention, reading: Reading, units: dict[str, Organisation]) -> Body | None:
    if isinstance(mention.national, Organisation):
        return mention.national
    if mention.national is not None:
        return reading.knowledge.by_name.get(mention.national) or unknown(mention.national)
    if mention.kind == "heads":
        return _head_of(mention, reading)
    if mention.organisation is not None:
        return _parent(mention.organisation.organisation, mention, reading)
    if mention.body is not None and mention.body in units:
        return units[mention.body]
    if mention.government is not None and mention.government.government is not None:
        return mention.government.government
    if mention.kind == "local":
        return reading.main
    if mention.unit in units:
        return _parent(units[mention.unit or ""], mention, reading)
    return reading.main if mention.role.startswith(("Kepala ", "Asisten", "Sekretaris ")) else None


def _head_of(mention: OfficeMention, reading: Reading) -> Government | None:
    if mention.government is not None:
        fitting = [g for g in mention.government.candidates if g.level == mention.level]
        return fitting[0] if len(fitting) == 1 else None
    main = reading.main
    if main is not None and main.level == mention.level:
        return main
    named = {
        m.government
        for s in reading.sentences
        for m in s.governments
        if m.government and m.government.level == mention.level and m.cue != "bare"
    }
    return named.pop() if len(named) == 1 else None


def _parent(body: Organisation, mention: OfficeMention, reading: Reading) -> Organisation:
    """Return the body in which the head of `body` holds office: an agency's ministry."""
    parent = load("units")["parents"].get(body.slug)
    if mention.unit is None and parent is not None:
        known = reading.knowledge.by_name.values()
        return next((o for o in known if o.slug == parent), body)
    return body


_THROUGH = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?:melalui|lewat)\s+")
_UNIT = re.compile(
    r"((?:Badan|Direktorat|Pusat|Deputi)\b(?: [A-Z][\w-]+| dan| serta|, [A-Z][\w-]+)+)"
)


def _national_units(reading: Reading) -> dict[str, Organisation]:
    """Return the units that the article says belong to a ministry: "… melalui Badan …"."""
    units: dict[str, Organisation] = {}
    for read_sentence in reading.sentences:
        for mention in read_sentence.organisations:
            through = _THROUGH.match(read_sentence.sentence.after(mention.end))
            if not through:
                continue
            named = _UNIT.match(read_sentence.sentence.after(mention.end + through.end()))
            if not named:
                continue
            unit = named.group(1)
            name = f"{unit} {mention.organisation.name}"
            known = reading.knowledge.by_name.get(name)
            units[unit] = known or reading.knowledge.by_name.get(unit) or unknown(name)
    return units


def unit_of(reading: Reading, unit: str) -> Organisation | None:
    """Return the ministry's unit called `unit` in this article, if the article names one."""
    return _national_units(reading).get(unit)


_SPEAKER = re.compile(r"\b([A-Z][\w’'-]+)\s+(?:juga\s+)?(?:me\w+|ber\w+|mengaku)\b")


def _last_spoken_of(read_sentence: ReadSentence, holders: list[Holder]) -> Person | None:
    for match in reversed(list(_SPEAKER.finditer(read_sentence.text))):
        fitting = {h.person for h in holders if same_person(match.group(1), h.person.name)}
        if len(fitting) == 1:
            return fitting.pop()
    return None
