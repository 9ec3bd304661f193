"""Parties that stand one after another: "Kota Bima, Mataram (NTB), dan Kabupaten Pati"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from anugerah.extraction.facts import Government, Level, Party
from anugerah.extraction.governments import GovernmentMention
from anugerah.extraction.language_data import alternatives
from anugerah.extraction.parties import PartyMention
from anugerah.extraction.reading import ReadSentence
from anugerah.extraction.scores import find_score


@dataclass(frozen=True, slots=True)
class Member:
    """One party of a chain, and the score that stands behind its name.

    `start` and `end` are article offsets; `end` includes a holder's name and brackets.
    """

    party: Party
    start: int
    end: int
    cue: str
    score: float | None = None
    place_first: bool = False


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
        r"(?:\s*\([^()]{0,80}\)"
        rf"|\s*[-–—:=]?\s*(?:(?:{scored})\s+){{0,4}}\(?\d{{1,4}}[.,]\d{{1,4}}\)?(?:\s*(?:poin|persen|%))?)*",
        re.IGNORECASE,
    )


_HOLDER = re.compile(
    r"(?:\s*\([^()]{0,60}\))?(?:,?\s+(?:[A-Z][\w.'’`-]*|[a-z]{1,3}\.|bin|binti))*", re.NOFLAG
)
"""A head of government's name behind the office: "Wali Kota Batam (Kepri) Ahmad Dahlan"."""


@cache
def _separator() -> re.Pattern[str]:
    number = r"\(?\d{1,3}[.)]"
    joint = rf",?\s*(?:dan|serta|hingga|kemudian|lalu|&)\b|[,;/&•]|[,;.]?\s*{number}"
    words = alternatives("recipients", "item")
    return re.compile(
        rf"\s*(?:{joint})\s*(?:(?:dan|serta|juga)\s+)?(?:{number}\s*)?(?:(?:{words})\s+){{0,2}}"
        # "Kota Purwokerto Kabupaten Banyumas": the town's own name before its regency's
        r"(?:(?:satu|dua|tiga|empat|\d+)\s+(?:kota|kabupaten|provinsi),?\s+(?:yaitu|yakni|ialah)\s+)?"
        r"(?:Kota(?:\s+[A-Z]\w+){1,2}\s*\(?\s*)?",
        re.IGNORECASE,
    )


def find_chains(sentence: ReadSentence, level: Level | None = None) -> list[Chain]:
    """Find the chains of a sentence, in order.

    Args:
        sentence: the sentence.
        level: what bare names are if nothing nearer says it: the level of a list's heading.
    """
    chains: list[Chain] = []
    current: list[Member] = []
    given = level
    for mention in sentence.parties:
        joined = bool(current) and _joined(sentence, current[-1].end, mention.start)
        if not joined and current:
            chains += _chain(current, level)
            current, given = [], level
        if current and mention.start < current[-1].end:
            continue  # "(Kabupaten Pati)" belongs to the name before it
        member = _member(sentence, mention, given)
        if member is None:
            if joined:
                chains += _chain(current, level)
                current, given = [], level
            continue
        if isinstance(member.party, Government):
            given = member.party.level
        current.append(member)
    chains += _chain(current, level)
    return chains


def _chain(members: Sequence[Member], level: Level | None) -> Iterator[Chain]:
    """Yield the chain of `members`; names that are places first count only among others."""
    sure = [m for m in members if not m.place_first]
    kept = members if level is not None or len(sure) > 1 else sure
    if kept:
        yield Chain(tuple(kept))


def _joined(sentence: ReadSentence, end: int, start: int) -> bool:
    if start < end:
        return True
    return _separator().fullmatch(sentence.sentence.between(end, start)) is not None


def _member(sentence: ReadSentence, mention: PartyMention, level: Level | None) -> Member | None:
    party: Party | None = mention.party
    end = mention.end
    place_first = False
    if mention.government is not None:
        resolved = in_list(mention.government, level)
        party = resolved.government
        place_first = mention.cue == "bare" and not mention.government.candidates
        if party is not None and mention.cue == "office":
            end += _holder_length(sentence, end)
    if party is None:
        return None
    behind = _garnish().match(sentence.sentence.after(end))
    trailing = behind.group() if behind else ""
    end += len(trailing)
    return Member(party, mention.start, end, mention.cue, find_score(trailing), place_first)


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
