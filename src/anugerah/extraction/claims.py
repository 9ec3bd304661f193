"""What the sentences of an article claim: who received which award of which edition."""

from __future__ import annotations

from dataclasses import dataclass, field

from anugerah.extraction.facts import Award, Party, Support

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

    def same_edition(self, other: Claim) -> bool:
        """Tell whether both claim the same edition of the same award for the same recipient."""
        mine, theirs = ((c.award, c.year, c.recipient) for c in (self, other))
        return mine == theirs


def merge(claims: list[Claim], new: Claim) -> None:
    """Add `new` to `claims`, or its passages to the claim that says the same already."""
    for claim in claims:
        if not claim.same_edition(new):
            continue
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
    claims.append(new)


def stands(claim: Claim, claims: list[Claim]) -> bool:
    """Tell whether no other claim says the same more exactly, with a category or a year."""
    for other in claims:
        if other is claim:
            continue
        if claim.category is None and other.category and claim.same_edition(other):
            return False
        alike = (claim.award, claim.recipient) == (other.award, other.recipient)
        if claim.year is None and other.year and alike and claim.category in (None, other.category):
            return False
    return True
