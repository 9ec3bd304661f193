"""Mentions of office holders: "Pj Wali Kota Pangkalpinang, Budi Utama"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from anugerah.extraction.facts import Level, Organisation
from anugerah.extraction.governments import GovernmentMention
from anugerah.extraction.language_data import alternatives, load, phrases, word_set
from anugerah.extraction.ministers import MinisterMention
from anugerah.extraction.names import read_name
from anugerah.extraction.organisations import OrganisationMention
from anugerah.extraction.tokens import Sentence, Token, tokenise, words


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office in the text, with or without its holder's name.

    Attributes:
        start, end: article offsets of the whole mention, name and degrees included.
        role: the office spelt out: "Wali Kota", "Kepala Dinas Kesehatan".
        kind: which group of `offices.yaml` it comes from.
        acting: whether the holder acts for another.
        level: of a head of government, the level of the government.
        government: the government mention inside the office, if there is one.
        organisation: the other body inside the office, if there is one.
        national: the body of the republic that the office leads, or its name.
        body: the name of the body for which the text gives only words: a second unit after a comma.
        unit: of "Kepala Dinas Kesehatan", the unit.
        name: the holder's name as written, or None.
        name_start: where the name begins.
        back_reference: "… tersebut": the holder is the person last spoken of.
    """

    start: int
    end: int
    role: str
    kind: str
    acting: bool
    level: Level | None
    government: GovernmentMention | None
    organisation: OrganisationMention | None
    national: str | Organisation | None
    body: str | None
    unit: str | None
    name: str | None
    name_start: int
    back_reference: bool


@dataclass(frozen=True, slots=True)
class _Head:
    role: str
    kind: str
    level: Level | None
    organisation: str | Organisation | None


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, _Head]]:
    table: dict[str, _Head] = {}
    data: dict[str, list[dict[str, Any]]] = load("offices")
    for kind in ("heads", "local", "units", "national"):
        for entry in data[kind]:
            head = _Head(entry["role"], kind, entry.get("level"), entry.get("organisation"))
            for word in entry["words"]:
                table.setdefault(" ".join(words(word)), head)
    listed = [
        w for k in ("heads", "local", "units", "national") for e in data[k] for w in e["words"]
    ]
    return phrases(tuple(listed)), table


@cache
def _acting() -> re.Pattern[str]:
    choices = sorted(load("offices")["acting"], key=len, reverse=True)
    body = "|".join(re.escape(choice).replace(r"\ ", r"\s+") for choice in choices)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)\.?[\s,]*$", re.IGNORECASE)


@cache
def _not_held() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('offices', 'not_held')})\s+$", re.IGNORECASE)


_TERSEBUT = re.compile(r"\s*(?:tersebut|itu|ini)\b", re.IGNORECASE)


def find_offices(
    sentence: Sentence,
    governments: Sequence[GovernmentMention],
    organisations: Sequence[OrganisationMention],
    ministers: Sequence[MinisterMention] = (),
) -> list[OfficeMention]:
    """Find the offices of one sentence, in order, without overlap."""
    found: list[OfficeMention] = []
    text = sentence.text
    position = 0
    for begin, end, head in _openings(sentence, ministers):
        if begin < position or _not_held().search(text, 0, begin):
            continue
        position = end
        acting = _acting().search(text, 0, begin)
        start = acting.start() if acting else begin
        mention = _read(sentence, head, start, end, bool(acting), governments, organisations)
        if mention is None:
            continue
        found.append(mention)
        position = max(position, mention.end - sentence.start)
    return found


def _openings(
    sentence: Sentence, ministers: Sequence[MinisterMention]
) -> list[tuple[int, int, _Head]]:
    """Return where offices begin, with the end of the words that name them; longest first."""
    pattern, table = _heads()
    found = [
        (match.start(), match.end(), table[key])
        for match in pattern.finditer(sentence.text)
        if (key := " ".join(words(match.group()))) in table
    ]
    found += [
        (
            m.start - sentence.start,
            m.end - sentence.start,
            _Head(m.role, "national", None, m.ministry),
        )
        for m in ministers
    ]
    return sorted(found, key=lambda opening: (opening[0], -opening[1]))


def _read(
    sentence: Sentence,
    head: _Head,
    start: int,
    end: int,
    acting: bool,
    governments: Sequence[GovernmentMention],
    organisations: Sequence[OrganisationMention],
) -> OfficeMention | None:
    text, base = sentence.text, sentence.start
    unit, body = "", None
    if head.kind == "units":
        unit, body, end = _unit(sentence, end, governments, organisations)
    government, end = _government_at(text, base, start, end, governments)
    end = _abbreviation(text, end)
    if government is None:
        government, end = _government_at(text, base, start, end, governments)
    organisation, end = _organisation_at(text, base, start, end, organisations)
    if organisation is not None and (branch := _BRANCH.match(text, end)):
        end = branch.end()
    if government is None:
        government, end = _government_at(text, base, start, end, governments)
    if head.kind == "units" and not unit and organisation is None and government is None:
        return None
    end = _abbreviation(text, end)
    named = read_name(text, end)
    name, name_start, stop = named if named else (None, end, end)
    if name is None and (preceding := _NAME_BEFORE.search(text, 0, start)):
        read = read_name(text, preceding.start("name"))
        begin, finish = base + preceding.start("name"), base + preceding.end("name")
        taken = [(m.start, m.end) for m in governments] + [(m.start, m.end) for m in organisations]
        other = any(begin < last and first < finish for first, last in taken)
        if read is not None and read[2] >= preceding.end("name") and not other:
            name, name_start = read[0], read[1]
    town = any(g.name_start == base + name_start for g in governments)
    if name is not None and (len(name) < 3 or (" " not in name and town)):
        name, name_start, stop = None, end, end
    role = _role(head, unit)
    if organisation is not None and head.kind == "units" and not unit and head.role == "Kepala":
        role = f"Kepala {organisation.organisation.name}"
    back = name is None and _TERSEBUT.match(text, end) is not None
    return OfficeMention(
        start=base + min(start, name_start),
        end=base + stop,
        role=role,
        kind=head.kind,
        acting=acting,
        level=head.level,
        government=government,
        organisation=organisation,
        national=head.organisation,
        body=body,
        unit=unit or None,
        name=name,
        name_start=base + name_start,
        back_reference=back,
    )


_BRANCH = re.compile(r"\s+(?:RI\s+)?[Pp]erwakilan\b(?:\s+[Pp]rovinsi\b)?")
_NAME_BEFORE = re.compile(
    r"(?P<name>[A-Z][\w'’.]*(?:\s+[A-Z][\w'’.]*){0,5})\s*(?:\(|,?\s+selaku\s+)$"
)
"""A name before its office: "Ipuk Fiestiandani (Bupati Banyuwangi)", "David Yama selaku …"."""


def _role(head: _Head, unit: str) -> str:
    if not unit:
        return head.role
    return f"{head.role} {unit}"


def _is_unit_word(token: Token) -> bool:
    norm = token.norm
    return norm in word_set("units", "words") or norm in word_set("units", "heads")


def _is_short(token: Token) -> bool:
    return token.norm in word_set("units", "short") or (
        token.text.isupper() and 2 <= len(token.text) <= 12 and token.norm not in _NOT_UNITS
    )


_NOT_UNITS = frozenset({"ri", "pj", "plt", "plh", "pjs", "iga", "opd"})


def _unit(
    sentence: Sentence,
    end: int,
    governments: Sequence[GovernmentMention],
    organisations: Sequence[OrganisationMention],
) -> tuple[str, str | None, int]:
    """Read the unit after "Kepala": its words, the body after a comma, and where they end."""
    text, base = sentence.text, sentence.start
    tokens = tokenise(text[end : end + 200], end)
    taken: list[Token] = []
    units: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        gap = text[taken[-1].end if taken else end : token.start]
        if any(g.start <= base + token.start < g.end for g in governments if g.cue != "bare"):
            break
        if any(o.start == base + token.start for o in organisations):
            break
        linking = token.norm in ("dan", "serta") and number + 1 < len(tokens)
        plain = _is_unit_word(token) and token.capitalised
        short = _is_short(token)
        if gap.strip() not in ("", ",", "/", "-", "&", "."):
            break
        if linking:
            following = tokens[number + 1]
            if not ((_is_unit_word(following) and following.capitalised) or _is_short(following)):
                break
        elif not (plain or short):
            break
        comma = "," in gap
        parent = token.norm in word_set("units", "heads") or (
            token.norm in word_set("units", "short") and not _continues(tokens, number)
        )
        if comma and parent and units[-1]:
            units.append([])
        elif comma and not _continues(tokens, number):
            break
        taken.append(token)
        units[-1].append(token)
        if short and not plain and text[token.end : token.end + 1] not in (" ", "/"):
            break
    while taken and taken[-1].norm in ("dan", "serta"):
        units[-1].pop()
        taken.pop()
    if not taken:
        return "", None, end
    pieces = [text[u[0].start : u[-1].end] for u in units if u]
    unit = re.sub(r"\s+", " ", pieces[0])
    body = re.sub(r"\s+", " ", pieces[1]) if len(pieces) > 1 else None
    return unit, body, taken[-1].end


def _continues(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether a comma inside a unit's name goes on: "Perencanaan, Penelitian, dan …"."""
    return any(token.norm == "dan" for token in tokens[number : number + 5])


def _government_at(
    text: str, base: int, start: int, end: int, governments: Sequence[GovernmentMention]
) -> tuple[GovernmentMention | None, int]:
    for mention in governments:
        inside = base + start <= mention.start < base + end < mention.end
        follows = mention.start >= base + end and text[end : mention.start - base].strip(" ") in (
            "",
            "di",
            "daerah",
        )
        if inside or (follows and mention.cue != "anaphora"):
            return mention, mention.end - base
    return None, end


def _organisation_at(
    text: str, base: int, start: int, end: int, organisations: Sequence[OrganisationMention]
) -> tuple[OrganisationMention | None, int]:
    chosen: OrganisationMention | None = None
    for mention in organisations:
        if (
            base + start < mention.start
            and text[end : max(end, mention.start - base)].strip(" ,") in ("", "pada", "di")
            and mention.end > base + end
            and mention.start <= base + end + 6
        ):
            chosen = mention
            end = mention.end - base
    return chosen, end


_ABBREVIATION = re.compile(
    r"\s*\([A-Za-z][\w /-]{1,24}\)(?:\s+(?:RI|Republik Indonesia)\b)?"
    r"|\s+(?:RI|Republik Indonesia)\b"
)


def _abbreviation(text: str, end: int) -> int:
    while match := _ABBREVIATION.match(text, end):
        end = match.end()
    return end
