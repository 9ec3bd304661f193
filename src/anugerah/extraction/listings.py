"""Lists of winners that go on over several sentences or lines under one award."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from anugerah.extraction.assertions import awards_of, categories_of, holder_of
from anugerah.extraction.candidates import Received
from anugerah.extraction.categories import LEVEL_WORDS, CategoryMention, find_distinction
from anugerah.extraction.chains import Chain, find_chains
from anugerah.extraction.claims import Claim
from anugerah.extraction.enumerations import Enumerated
from anugerah.extraction.facts import Award, Government
from anugerah.extraction.language_data import alternatives, any_cue, cue
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.scores import find_rank
from anugerah.extraction.years import find_edition

FEWEST = 3
"""So many governments in a row, in a text about winners, are winners; two may be anything."""


@dataclass(slots=True)
class Listing:
    """A list of winners that the next sentence may go on with: its award, edition and category."""

    award: Award
    year: int | None
    category: CategoryMention | None


def listing_of(
    clause: ReadSentence, claims: list[Claim], reading: Reading, before: Listing | None
) -> Listing:
    """Return what the claims of a clause leave to the sentences that go on with them."""
    last = claims[-1]
    named = [c for c in categories_of(clause, last.award, reading) if not _is_level(c)]
    same = before is not None and (before.award, before.year) == (last.award, last.year)
    kept = before.category if before is not None and same else None
    return Listing(last.award, last.year, named[-1] if named else kept)


_TO_SEVERAL = re.compile(
    r"\bpenghargaan\b[^.;]{0,60}\bkepada\s+(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|sepuluh|sejumlah|beberapa)\s+(?:kepala\s+daerah|gubernur|bupati|wali\s?kota|daerah|provinsi"
    r"|kabupaten|kota|pemerintah|pemda)\b",
    re.IGNORECASE,
)
"""An award handed to several: the next sentence names them."""


def find_opening(clause: ReadSentence, reading: Reading) -> Listing | None:
    """Return the list that a clause announces which tells of winners without naming one."""
    text = clause.text
    gives = any_cue("receive", "receive_passive", "hand_over", "winners").search(text) is not None
    handed = cue("hand_over").search(text) and (
        cue("ceremony").search(text) or _TO_SEVERAL.search(text)
    )
    if not gives or not (clause.awards or handed or cue("winners").search(text)):
        return None
    for award, _ in awards_of(clause, reading, 0.8):
        edition = find_edition(clause, award, reading)
        named = [c for c in categories_of(clause, award, reading) if not _is_level(c)]
        if edition is not None:
            return Listing(award, edition.year, named[-1] if named else None)
    return None


def carry_category(found: list[Claim], listing: Listing) -> None:
    """Give the parties of a list that names no category the one of the list before it."""
    if len(found) > 1 and listing.category and not any(claim.category for claim in found):
        for claim in found:
            if (claim.award, claim.year) == (listing.award, listing.year):
                claim.category = listing.category.label_for(claim.recipient.level)


def _is_level(category: CategoryMention) -> bool:
    return category.label in LEVEL_WORDS.values()


@cache
def _opener() -> re.Pattern[str]:
    goes_on, lists = (alternatives(*key) for key in (("clauses", "goes_on"), ("cues", "list")))
    heads = alternatives("categories", "heads")
    return re.compile(
        rf"(?:^\W*(?:(?:{goes_on})\W+)*|\b(?:ada|juga|pula|seperti|masing-masing|diwakili|diwakilkan|untuk|kepada|pada|oleh|{lists})\W+"
        rf"|\b(?:{heads}|tingkat|klaster|predikat)\b[^.]{{0,90}}[,:]\s*|[:,]\s*)"
        r"(?:(?:pemerintah|pemkab|pemkot|pemprov|daerah|kabupaten|kota|provinsi)\s+)?$",
        re.IGNORECASE,
    )


@cache
def _other() -> re.Pattern[str]:
    words = alternatives("recipients", "not_winners")
    return re.compile(rf"\b(?:{words})\b[^:]{{0,60}}$", re.IGNORECASE)


def find_continued(clause: ReadSentence, before: Listing, reading: Reading) -> Iterator[Claim]:
    """Yield the parties of a clause that goes on with the list of the sentence before.

    It may name another category or level; what it does not name stays as it was.
    """
    chains = [c for c in find_chains(clause) if _is_list(c, clause)]
    if not chains:
        return
    named = categories_of(clause, before.award, reading)
    support = clause.support("conferral/list-goes-on", 0.85)
    for chain in chains:
        behind = [c for c in named if c.start < chain.start - clause.start]
        exact = [c for c in behind if not _is_level(c)]
        before.category = exact[-1] if exact else before.category
        category = before.category or (behind[-1] if behind else None)
        for member in chain.members:
            label = category.label_for(member.party.level) if category else None
            label = member.label or label
            read = Received(member.party, member.start, "conferral/list-goes-on", 0.85)
            yield Claim(
                before.award,
                before.year,
                holder_of(read, before.award, clause).party,
                label,
                score=member.score,
                supports=[support],
                further=True,
            )


_ALSO = re.compile(
    r"^\W*(?:selain\b[^,.]{2,60},\s*(?:ada|juga|terdapat)|begitu\s+(?:pula|juga)(?:\s+dengan)?"
    r"|demikian\s+(?:pula|juga)(?:\s+dengan)?)\s+(?:ada\s+)?$",
    re.IGNORECASE,
)


def _is_list(chain: Chain, clause: ReadSentence) -> bool:
    governments = sum(isinstance(m.party, Government) for m in chain.members)
    share = (chain.end - chain.start) / len(clause.text)
    opening = clause.text[: chain.start - clause.start]
    many = governments >= FEWEST or (share > 0.5 and governments > 1)
    if not many and not (governments and _ALSO.search(opening)):
        return False
    return not _other().search(opening) and _opener().search(opening) is not None


def claims_of_item(entry: Enumerated, reading: Reading) -> Iterator[Claim]:
    """Yield the claim of one item of a list: award and category stand in its heading."""
    heading, member = entry.heading, entry.member
    level = member.party.level
    for award, confidence in awards_of(heading, reading, 0.9):
        categories = categories_of(heading, award, reading)
        if not categories and entry.above is not None:
            categories = categories_of(entry.above, award, reading)
        fitting = [c for c in categories if c.level in (None, level)] or categories
        named = max(fitting, key=lambda c: len(c.label.split()), default=None)
        label = named.label_for(level) if named else find_distinction(heading.text)
        edition = find_edition(heading, award, reading)
        if edition is not None and cue("history").search(heading.text) is None:
            yield Claim(
                award,
                edition.year,
                member.party,
                member.label or label,
                rank=find_rank(entry.item.text),
                score=member.score,
                supports=[entry.item.support("conferral/list-item", confidence)],
                further=True,
            )
