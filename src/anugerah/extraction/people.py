"""Mentions of office holders: "Pj Wali Kota Pangkalpinang, Budi Utama"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from anugerah.extraction.facts import Level, Organisation
from anugerah.extraction.governments import GovernmentMention
from anugerah.extraction.language_data import word_set
from anugerah.extraction.ministers import MinisterMention
from anugerah.extraction.names import read_name
from anugerah.extraction.office_heads import Opening, begins_with, ends_with, find_openings
from anugerah.extraction.office_names import name_before
from anugerah.extraction.office_parts import COMMITTEE, PartReader
from anugerah.extraction.organisations import OrganisationMention
from anugerah.extraction.tokens import Sentence


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
        of: what the office belongs to, as in `offices.yaml`: "agency", "ministry", "branch", ….
        inside: the agency or body that the office is in, in the text's words: "Bapperida".
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
    of: str | None = None
    inside: str | None = None


_TERSEBUT = re.compile(r"\s*(?:tersebut|itu|ini)\b", re.IGNORECASE)


def find_offices(
    sentence: Sentence,
    governments: Sequence[GovernmentMention],
    organisations: Sequence[OrganisationMention],
    ministers: Sequence[MinisterMention] = (),
) -> list[OfficeMention]:
    """Find the offices of one sentence, in order, without overlap."""
    openings = find_openings(sentence, ministers)
    if not openings:
        return []
    reader = PartReader(sentence, governments, organisations, openings)
    found: list[OfficeMention] = []
    position = sentence.start
    for opening in openings:
        if sentence.tokens[opening.first].start < position:
            continue
        mention = _read(sentence, opening, position, reader)
        if mention is not None:
            found.append(mention)
            position = max(position, mention.end)
    return [mention for mention in _joined(found, sentence) if mention.of != COMMITTEE]


def _joined(found: list[OfficeMention], sentence: Sentence) -> list[OfficeMention]:
    """Give the holder of "Kepala Bappeda sekaligus Ketua TPID Budi Utama" both offices."""
    for number in range(len(found) - 1, 0, -1):
        one, other = found[number - 1], found[number]
        if one.name is not None or other.name is None or other.name_start < other.start + 3:
            continue
        between = sentence.between(one.end, other.start).strip(" ,")
        if between != "/" and between.lower() not in word_set("offices", "joins"):
            continue
        found[number - 1] = replace(one, name=other.name, name_start=other.name_start)
        if other.of in ("body", COMMITTEE):
            # What one is by virtue of the first office is no office of its own.
            found[number] = replace(other, name=None)
    return found


def _read(
    sentence: Sentence, opening: Opening, position: int, reader: PartReader
) -> OfficeMention | None:
    """Read the office that begins at `opening`, with the holder's name before or after it."""
    if not opening.head.role:
        return None
    text, base = sentence.text, sentence.start
    tokens, first, head = sentence.tokens, opening.first, opening.head
    acting = ends_with(tokens, first, "acting")
    if acting and sentence.between(tokens[first - 1].end, tokens[first].start).strip(" .,()-"):
        acting = 0
    begin = first - acting
    if _is_not_held(sentence, begin):
        return None
    parts = reader.read(opening)
    if parts is None or begins_with(tokens, reader.token_at(parts.end), "not_held_behind"):
        return None
    start = tokens[begin].start - base
    name, name_start, stop = _name(text, parts.end, reader)
    if name is not None and head.kind in ("heads", "local") and parts.government is None:
        name, name_start, stop = _behind_place(text, name, name_start, stop, reader)
    if name is None:
        before = name_before(sentence, begin, position, reader.is_person, reader.after_heads)
        name, name_start = before or (None, name_start)
    back = name is None and _TERSEBUT.match(text, parts.end) is not None
    unit = parts.unit
    return OfficeMention(
        start=base + min(start, name_start),
        end=base + stop,
        role=parts.role,
        kind=head.kind,
        acting=acting > 0,
        level=head.level,
        government=parts.government,
        organisation=parts.organisation,
        national=head.organisation or parts.national,
        body=head.place or (unit.body if unit else None),
        unit=unit.name if unit else None,
        name=name,
        name_start=base + name_start,
        back_reference=back,
        of=parts.of,
        inside=parts.inside,
    )


def _is_not_held(sentence: Sentence, begin: int) -> bool:
    """Tell whether the words before say that it is no office now: "mantan", "Kantor"."""
    tokens = sentence.tokens
    if begin == 0 or sentence.between(tokens[begin - 1].end, tokens[begin].start).strip():
        return False
    return bool(ends_with(tokens, begin, "not_held") or ends_with(tokens, begin, "belongs_to"))


def _name(text: str, end: int, reader: PartReader) -> tuple[str | None, int, int]:
    """Return the name behind the office, where it begins and where degrees end."""
    # "Wali Kota: Semoga …" lets somebody speak.
    if text[end : end + 2].strip().startswith(":"):
        return None, end, end
    named = read_name(text, end)
    if named is None or not reader.is_person(named[0], named[1]):
        return None, end, end
    return named


def _behind_place(
    text: str, word: str, start: int, end: int, reader: PartReader
) -> tuple[str, int, int]:
    """Return the name behind a place whose short name is unknown: "Bupati Lamsel, Budi Utama"."""
    if " " in word or not text.startswith(",", end):
        return word, start, end
    name, name_start, stop = _name(text, end + 1, reader)
    return (name, name_start, stop) if name is not None and " " in name else (word, start, end)
