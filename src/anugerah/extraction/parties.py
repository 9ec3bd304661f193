"""Mentions of whoever can receive an award: governments, ministries, agencies, villages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.facts import Agency, Government, Level, Party
from anugerah.extraction.governments import GovernmentMention
from anugerah.extraction.language_data import alternatives, marks
from anugerah.extraction.organisations import OrganisationMention
from anugerah.extraction.tokens import Sentence


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party in the text.

    Attributes:
        start, end: article offsets.
        party: who it is; None for a government that the words leave open.
        cue: what showed it: as of a government mention, or "organisation", or "local".
        government: the government mention, if it is one.
    """

    start: int
    end: int
    party: Party | None
    cue: str
    government: GovernmentMention | None = None


_LEVELS: tuple[tuple[str, Level], ...] = (
    ("village", "village"),
    ("agency", "agency"),
    ("school", "other"),
    ("company", "other"),
)


@cache
def _local() -> MarkedPattern:
    groups = "|".join(rf"(?P<{key}>{alternatives('parties', key)})" for key, _ in _LEVELS)
    never = alternatives("parties", "not_names")
    name = r"(?:[A-Z][\w'’-]*|\d{1,3})"
    return MarkedPattern(
        rf"\b(?i:{groups})\s+(?!(?:Kota|Kabupaten|Kab|Provinsi|Prov|Pemerintah|{never})\b)"
        rf"(?P<name>{name}(?:\s+(?:(?:dan|serta|&)\s+(?=[A-Z][a-z]))?"
        rf"(?!(?:Kota|Kabupaten|Kab|Provinsi|Prov|Kecamatan|Desa|Tahun|Juara)\b){name}){{0,7}})",
        marks("parties", *(key for key, _ in _LEVELS)),
    )


@cache
def _of_government() -> MarkedPattern:
    return MarkedPattern(
        rf"\b(?i:{alternatives('parties', 'of_government')})\b(?=\s+[A-Z])",
        marks("parties", "of_government"),
    )


@cache
def _led() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:{alternatives('parties', 'not_after')})|/)\.?\s+(?:\w+\s+)?$", re.IGNORECASE
    )


_OWNER = re.compile(
    r"[\s,(]*(?:Kec(?:amatan|\.)\s+[A-Z]\w+(?:\s[A-Z]\w+){0,2})?[\s,(]*"
    r"(?:dari|di|milik|Pemerintah|Pemkab|Pemkot)?[\s,(]*"
)


def find_parties(
    sentence: Sentence,
    governments: Sequence[GovernmentMention],
    organisations: Sequence[OrganisationMention],
    main: Government | None,
) -> list[PartyMention]:
    """Find the parties of a sentence, in order, without overlap.

    An agency takes the government named behind it, or else `main`, the article's own; without
    either it is left out.
    """
    local = list(_locals(sentence, governments, main))
    taken = [(m.start, m.end) for m in local]
    found = [
        PartyMention(g.start, g.end, g.government, g.cue, g)
        for g in governments
        if not _covered(g.start, taken)
    ]
    taken += [(m.start, m.end) for m in found]
    found += local
    found += [
        PartyMention(o.start, o.end, o.organisation, "organisation")
        for o in organisations
        if not _covered(o.start, taken)
    ]
    return sorted(found, key=lambda m: m.start)


def _covered(at: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in taken)


def _locals(
    sentence: Sentence, governments: Sequence[GovernmentMention], main: Government | None
) -> Iterator[PartyMention]:
    for match in _of_government().finditer(sentence.text):
        end = sentence.start + match.end()
        owner = next((g for g in governments if end <= g.start <= end + 2), None)
        led = _led().search(sentence.text, max(0, match.start() - 40), match.start())
        if owner is not None and owner.government is not None and not led:
            body = Agency(match.group(), owner.government, "other")
            yield PartyMention(sentence.start + match.start(), owner.end, body, "local")
    for match in _local().finditer(sentence.text):
        if _led().search(sentence.text, max(0, match.start() - 40), match.start()):
            continue
        level = next(level for key, level in _LEVELS if match[key])
        start, end = sentence.start + match.start(), sentence.start + match.end()
        owner = next((g for g in governments if g.start >= end), None)
        if owner is None or not _OWNER.fullmatch(sentence.between(end, owner.start)):
            inside = next(
                (g for g in governments if start < g.start < end and g.cue != "bare"), None
            )
            owner = inside
        if owner is not None:
            end = max(end, owner.end)
        government = owner.government if owner is not None else main
        if government is None or (owner is None and sentence.is_title):
            continue
        name = match["name"] if level == "village" else " ".join(match.group().split())
        yield PartyMention(start, end, Agency(name, government, level), "local")
