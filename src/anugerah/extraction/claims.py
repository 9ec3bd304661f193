"""What the sentences of an article claim: who received which award of which edition."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from anugerah.extraction.facts import Agency, Award, Party, Support

MAX_PASSAGES = 5
"""More passages for one fact tell a reader nothing new."""


@dataclass(slots=True)
class Claim:
    """What the sentences read so far say of one recipient of one edition.

    Attributes:
        further: the sentence's words make it one award more beside another category.
        past: the sentence looks back: the ceremony that the article reports is not this one's.
    """

    award: Award
    year: int | None
    recipient: Party
    category: str | None = None
    distinction: str | None = None
    rank: int | None = None
    score: float | None = None
    supports: list[Support] = field(default_factory=list)
    further: bool = False
    past: bool = False


class Claims:
    """The claims of an article, those of one edition and recipient brought together."""

    def __init__(self) -> None:
        self.all: list[Claim] = []
        self._of_edition: dict[tuple[Award, int | None, Party], list[Claim]] = defaultdict(list)

    def add(self, new: Claim) -> None:
        """Add a claim, or its passages to the one that says the same already."""
        alike = self._of_edition[new.award, new.year, new.recipient]
        for claim in alike:
            if claim.category and new.category and claim.category != new.category:
                # Only words like "juga" make it a second category; otherwise a speaker was inexact.
                if new.further:
                    continue
                return
            if claim.category is None:
                claim.category, claim.distinction = new.category, new.distinction
            claim.rank = claim.rank or new.rank
            claim.score = claim.score or new.score
            if len(claim.supports) <= MAX_PASSAGES:
                claim.supports += [s for s in new.supports if s not in claim.supports]
            return
        alike.append(new)
        self.all.append(new)


def standing(claims: list[Claim]) -> list[Claim]:
    """Return the claims of which no other says the same more exactly."""
    alike: dict[tuple[Award, Party], list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[claim.award, claim.recipient].append(claim)
    of_agencies = {
        (c.award, c.year, c.recipient.government) for c in claims if isinstance(c.recipient, Agency)
    }
    return [
        c
        for c in claims
        if _stands(c, alike[c.award, c.recipient])
        and not (_only_accepted(c) and (c.award, c.year, c.recipient) in of_agencies)
    ]


def _only_accepted(claim: Claim) -> bool:
    """Tell whether only a hand that accepts shows a claim: an agency's head accepts for it."""
    return all(s.rule == "conferral/head-accepts" for s in claim.supports)


def _stands(claim: Claim, alike: list[Claim]) -> bool:
    """Tell whether no other claim says the same with a category or a year."""
    for other in alike:
        if other is claim:
            continue
        if claim.category is None and other.category and claim.year == other.year:
            return False
        if claim.year is None and other.year and claim.category in (None, other.category):
            return False
    return True
