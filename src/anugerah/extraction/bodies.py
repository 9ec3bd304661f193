"""Which body an office belongs to: a government, one of its agencies, a ministry, a company."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from anugerah import iris
from anugerah.extraction.facts import Agency, Body, Government, Level, Organisation
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.language_data import load, word_set
from anugerah.extraction.organisations import unknown
from anugerah.extraction.people import OfficeMention
from anugerah.extraction.reading import Reading, ReadSentence

_LEVEL = re.compile(r"(?<=\w)\s+(?:Kabupaten|Kota|Provinsi)$")
_LEVEL_WORDS: dict[Level, str] = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}


@dataclass(slots=True)
class Context:
    """What the article has said so far of bodies that later offices leave out.

    Attributes:
        units: the units that the article says belong to a ministry.
        named: by level, the governments that the article names with it.
        national: the ministry or agency of the republic whose officer was named last.
        agency: the agency whose head was named last in this sentence.
        government: the government whose head was named last in this sentence.
        sentence: the sentence that is being read.
        roles: what its heads named in this sentence are.
    """

    units: dict[str, Organisation]
    named: dict[Level, set[Government]]
    national: Organisation | None = None
    agency: Agency | None = None
    government: Government | None = None
    roles: set[str] = field(default_factory=set)
    sentence: ReadSentence | None = None

    def begin(self, sentence: ReadSentence) -> None:
        """Go on to `sentence`, and forget what only the one before said."""
        self.sentence = sentence
        self.agency = self.government = None
        self.roles = set()


def body_of(mention: OfficeMention, reading: Reading, context: Context) -> Body | None:
    """Return the body in which the office is held, or None if the article doesn't tell."""
    if isinstance(mention.national, Organisation):
        return mention.national
    if mention.national is not None:
        return reading.knowledge.by_name.get(mention.national) or unknown(mention.national)
    if mention.kind == "heads":
        return _head_of(mention, reading, context)
    government = _government(mention, reading)
    if mention.of in ("branch", "office"):
        return _branch(mention, government or reading.main)
    if mention.of == "chapter" and mention.organisation is not None and government is not None:
        chapter = load("units")["chapters"][mention.organisation.organisation.slug]
        return unknown(f"{chapter} {label(government)}")
    if mention.organisation is not None:
        return _parent(mention.organisation.organisation, mention, reading.knowledge)
    if mention.inside is not None and mention.inside not in context.units:
        return _inside(mention.inside, mention, government, reading)
    return _unit(mention, government, reading, context)


def _unit(
    mention: OfficeMention, government: Government | None, reading: Reading, context: Context
) -> Body | None:
    for name in (mention.body, mention.inside, mention.unit):
        if name is not None and name in context.units and government is None:
            found = context.units[name]
            return found if name != mention.unit else _parent(found, mention, reading.knowledge)
    if mention.of == "ministry" and mention.role.startswith("Sekretaris Kementerian "):
        name = mention.role.removeprefix("Sekretaris ")
        return reading.knowledge.by_name.get(name) or unknown(name)
    if mention.of == "ministry":
        listed = load("units")["ministries"]
        named = next((body for unit, body in listed.items() if unit in mention.role), None)
        return reading.knowledge.by_name.get(named) if named else context.national
    if mention.of in ("body", "council"):
        return None
    if mention.of == "agency" and government is None and context.agency is not None:
        return context.agency
    if government is None and mention.unit is not None:
        republic = reading.knowledge.by_name.get(f"{mention.unit} Republik Indonesia")
        if republic is not None:
            return republic
    return government or reading.main


def _government(mention: OfficeMention, reading: Reading) -> Government | None:
    if mention.government is None:
        return None
    if mention.government.government is not None:
        return mention.government.government
    main = reading.main
    return main if main in mention.government.candidates else None


def _head_of(mention: OfficeMention, reading: Reading, context: Context) -> Government | None:
    if mention.government is not None:
        fitting = [g for g in mention.government.candidates if g.level == mention.level]
        return fitting[0] if len(fitting) == 1 else None
    # "Wali Kota Bontang … diwakili Wakil Wali Kota …", but not a second "Wali Kota".
    here = context.government if mention.role not in context.roles else None
    for near in (_in_brackets(mention, context), here, reading.main):
        if near is not None and near.level == mention.level:
            return near
    named = context.named.get(mention.level, set()) if mention.level else set()
    return next(iter(named)) if len(named) == 1 else None


def _in_brackets(mention: OfficeMention, context: Context) -> Government | None:
    """Return the government in whose brackets the office stands: "Bali (diterima Wagub …)"."""
    sentence = context.sentence
    if sentence is None:
        return None
    for near in sentence.governments:
        gap = (
            sentence.sentence.between(near.end, mention.start) if near.end <= mention.start else ""
        )
        if len(gap) < _SHORT_GAP and gap.lstrip().startswith("(") and ")" not in gap:
            return near.government
    return None


_SHORT_GAP = 40


def _branch(mention: OfficeMention, government: Government | None) -> Body | None:
    """Return the branch of a national body in a government's area: "BPK Perwakilan Provinsi …"."""
    if mention.of == "office":
        name = mention.inside or (government.name if government else None)
        return unknown(f"{mention.body} {name}") if name else None
    if mention.organisation is None:
        return government if "Perwakilan" in mention.role else None
    body = mention.organisation.organisation
    if government is None:
        return body
    name = load("units")["branches"].get(body.slug, body.name)
    kind = "Cabang" if "Cabang" in mention.role else "Perwakilan"
    return unknown(f"{name} {kind} {label(government)}")


def label(government: Government) -> str:
    """Return the government's name with its level word: "Kota Batu"."""
    return f"{_LEVEL_WORDS[government.level]} {government.name}"


def _inside(
    inside: str, mention: OfficeMention, government: Government | None, reading: Reading
) -> Body | None:
    if mention.of == "place":
        if mention.body is not None and mention.body != "Kecamatan":
            return unknown(f"{mention.body} {inside}")
        return government or reading.main
    inside = _LEVEL.sub("", inside)
    first = inside.split()[0].lower()
    if mention.of not in ("body", "council"):
        owner = government or reading.main
        if owner is None or inside.lower() in word_set("units", "secretariats"):
            return owner
        return Agency(inside, owner)
    local = first in word_set("units", "local_bodies")
    owner = government or (reading.main if local else None)
    if owner is None or label(owner) in inside:
        return unknown(inside)
    return unknown(f"{inside} {label(owner)}")


def _parent(body: Organisation, mention: OfficeMention, knowledge: Knowledge) -> Organisation:
    """Return the body in which the head of `body` holds office: an agency's ministry."""
    parent = load("units")["parents"].get(body.slug)
    if mention.unit is None and parent is not None:
        return next((o for o in knowledge.by_name.values() if o.slug == parent), body)
    return body


def agency_of(mention: OfficeMention, body: Body) -> Agency | None:
    """Return the agency that the holder leads: the parts named next belong to it."""
    if mention.unit is None or mention.of is not None or not isinstance(body, Government):
        return None
    if not iris.slug(mention.unit):
        return None
    return Agency(mention.unit, body)
