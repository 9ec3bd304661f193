"""Parties that stand one after another: "Kota Bima, Mataram (NTB), dan Kabupaten Pati"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.facts import Government, Level, Party
from anugerah.extraction.governments import GovernmentMention
from anugerah.extraction.language_data import alternatives, load, marks
from anugerah.extraction.parties import PartyMention
from anugerah.extraction.reading import ReadSentence
from anugerah.extraction.scores import find_rank, find_score


@dataclass(frozen=True, slots=True)
class Member:
    """One party of a chain.

    Attributes:
        start, end: article offsets; `end` includes a holder's name and brackets.
        cue: what showed the party.
        score: the number behind its name.
        place_first: the bare name is a place rather than a government.
        rank: the place behind its name.
        note: the words in the brackets behind its name.
        label: the category that these words name.
    """

    party: Party
    start: int
    end: int
    cue: str
    score: float | None = None
    place_first: bool = False
    rank: int | None = None
    note: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """Parties joined by commas or "dan"; never empty."""

    members: tuple[Member, ...]

    @property
    def start(self) -> int:
        """The article offset of the first party."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """The article offset behind the last party."""
        return self.members[-1].end


@cache
def _garnish() -> re.Pattern[str]:
    """What may stand behind a name in a list: brackets, a score."""
    scored = alternatives("recipients", "scored")
    return re.compile(
        r"\)?(?:\s*\((?P<note>[^()]{0,80})\)"
        r"|\s+(?:(?:sebagai|di|pada|meraih)\s+)?(?:juara|terbaik|peringkat|urutan|tempat|posisi)"
        r"\s+(?:\d{1,2}|[IV]{1,3}|pertama|kedua|ketiga|keempat|kelima|keenam)\b"
        rf"|\s*[-–—:=,]?\s*(?:(?:{scored})\s+){{0,4}}\(?\d{{1,4}}[.,]\d{{1,4}}\)?(?:\s*(?:poin|persen|%))?)*",
        re.IGNORECASE,
    )


_HOLDER = re.compile(
    r"(?:\s*\([^()]{0,60}\))?(?:,?\s+(?:periode\s+)?\d{4}\s?[-–]\s?\d{4})?(?:,(?=\s+(?!(?:Bupati|Wali|Walikota|Gubernur|Pj|Plt|dan)\b)[A-Z]))?"
    r"(?:\s+(?!(?:Bupati|Wali|Walikota|Gubernur|Pj|Plt|Pemkab|Pemkot)\b)"
    r"(?:[A-Z][\w.'’`-]*|[a-z]{1,3}\.|bin|binti)|,\s+[A-Z][A-Za-z]*\.[\w.]*|,\s+[A-Z]{2,4}\b)*"
)
"""A head of government's name behind the office: "Wali Kota Batam (Kepri) Ahmad Dahlan"."""


@cache
def _separator() -> re.Pattern[str]:
    number = r"\(?\d{1,3}[.)]"
    joined = alternatives("recipients", "and")
    joint = rf",?\s*(?:{joined})\b|[,;/&•]|[,;.]?\s*{number}|(?<=\))\s"
    words = alternatives("recipients", "item")
    return re.compile(
        rf"\s*(?:{joint})\s*(?:(?:dan|serta|juga)\s+)?(?:{number}\s*)?(?:(?:{words})\s+){{0,2}}"
        # "Kota Purwokerto Kabupaten Banyumas": the town's own name before its regency's
        r"(?:(?:satu|dua|tiga|empat|\d+)\s+(?:kota|kabupaten|provinsi),?\s+(?:yaitu|yakni|ialah)\s+)?"
        r"(?:Kota(?:\s+[A-Z]\w+){1,2}\s*\(?\s*)?",
        re.IGNORECASE,
    )


_NAME = re.compile(r"\s+[A-Z][\w.'’-]+")


@lru_cache(maxsize=64)
def find_chains(sentence: ReadSentence, level: Level | None = None) -> tuple[Chain, ...]:
    """Find the chains of a sentence, in order.

    Args:
        sentence: the sentence.
        level: what bare names are if nothing nearer says it: the level of a list's heading.
    """
    chains: list[Chain] = []
    current: list[Member] = []
    given = near = level
    for mention in sentence.parties:
        joined = bool(current) and _joined(sentence, current[-1].end, mention.start)
        if not joined:
            chains += _chain(current, near)
            current = []
            at = mention.start - sentence.start
            given = level or level_before(sentence.text, 0, at)
            near = level or level_before(sentence.text, max(0, at - _NEAR), at)
        if current and mention.start < current[-1].end:
            continue  # "(Kabupaten Pati)" belongs to the name before it
        member = _member(sentence, mention, given, bool(current) and current[0].cue == "office")
        if member is None:
            if joined:
                chains += _chain(current, near)
                current, given, near = [], level, level
            continue
        if isinstance(member.party, Government):
            given = member.party.level
        # "Kota Purwokerto Kabupaten Banyumas": the town's own name stands before its regency's.
        gap = sentence.sentence.between(current[-1].end, mention.start) if current else ""
        closed = bool(current) and sentence.text[current[-1].end - 1 - sentence.start] == ")"
        if gap.isspace() and not closed:
            current[-1] = replace(member, start=current[-1].start)
        else:
            current.append(member)
    chains += _chain(current, near)
    return tuple(chains)


@cache
def _level_words() -> MarkedPattern:
    before, behind = (alternatives("recipients", f"level_{side}") for side in ("before", "behind"))
    level = r"(provinsi|kabupaten|kota|kotamadya)"
    return MarkedPattern(
        rf"\b(?:{before})\s+(?:pemerintah\s+)?{level}\b(?!\s*/)|\b{level}\s+(?:{behind})\b",
        marks("recipients", "level_before", "level_behind"),
        re.IGNORECASE,
    )


def level_before(text: str, start: int = 0, end: int | None = None) -> Level | None:
    """Return the level that the words before a list give to bare names in it.

    Args:
        text: a sentence.
        start, end: between which offsets to look; by default in the whole `text`.
    """
    end = len(text) if end is None else end
    found = [m.group(1) or m.group(2) for m in _level_words().finditer(text, start, end)]
    levels: dict[str, Level] = {
        "provinsi": "province", "kabupaten": "regency", "kota": "city", "kotamadya": "city"
    }  # fmt: skip
    return levels[found[-1].lower()] if found else None


_NEAR = 50
"""So close before a name that is a place first, a level word makes it the government."""


def _chain(members: Sequence[Member], level: Level | None) -> Iterator[Chain]:
    """Yield the chain of `members`; names that are places first count only among others."""
    sure = [m for m in members if not m.place_first and isinstance(m.party, Government)]
    several = level is not None or len(sure) > 1
    kept = [m for m in members if several or not m.place_first]
    # Where one bracket names a category, the others do so without the word.
    if any(m.label for m in kept):
        kept = [replace(m, label=m.label or _plain_label(m.note)) for m in kept]
    if kept:
        yield Chain(tuple(kept))


def _joined(sentence: ReadSentence, end: int, start: int) -> bool:
    if start < end or sentence.sentence.between(end, start).isspace():
        return True
    return _separator().fullmatch(sentence.sentence.between(end, start)) is not None


def _member(
    sentence: ReadSentence, mention: PartyMention, level: Level | None, in_office: bool
) -> Member | None:
    party: Party | None = mention.party
    end = mention.end
    place_first = False
    if mention.government is not None:
        resolved = in_list(mention.government, level)
        party = resolved.government
        place_first = mention.cue == "bare" and not mention.government.candidates
        if party is not None and (
            mention.cue == "office" or (in_office and _NAME.match(sentence.sentence.after(end)))
        ):
            end += _holder_length(sentence, end)
    if party is None:
        return None
    behind = _garnish().match(sentence.sentence.after(end))
    trailing = behind.group() if behind else ""
    end += len(trailing)
    note = behind["note"] if behind else None
    label = _label(note) if note else None
    score = find_score(trailing)
    rank = find_rank(trailing)
    return Member(party, mention.start, end, mention.cue, score, place_first, rank, note, label)


def _plain_label(note: str | None) -> str | None:
    plain = note is not None and note[:1].islower() and " " in note.strip()
    return note.capitalize() if note is not None and plain else None


@cache
def _head() -> re.Pattern[str]:
    heads = alternatives("categories", "heads")
    return re.compile(rf"\s*(?:untuk\s+)?(?:{heads})\s+(?P<label>.+?)\s*", re.IGNORECASE)


def _label(note: str) -> str | None:
    """Return the category in brackets: "(kategori pelayanan publik)"."""
    match = _head().fullmatch(note)
    if match is None and note.strip() in load("categories")["grades"]:
        return note.strip()
    return match["label"].capitalize() if match else None


def in_list(mention: GovernmentMention, level: Level | None) -> GovernmentMention:
    """Return the mention read as an item of a list, where a name that is a place first is a party.

    A bare name takes `level`, that of the heading or of the item before it.
    """
    chosen = mention.at_level(level)
    if chosen.government is None and len(mention.options) == 1:
        return replace(chosen, candidates=mention.options)
    return chosen


def _holder_length(sentence: ReadSentence, end: int) -> int:
    for office in sentence.offices:
        if office.start < end < office.end:
            return office.end - end
    found = _HOLDER.match(sentence.sentence.after(end))
    return len(found.group()) if found else 0
