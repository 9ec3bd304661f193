"""Precision, recall and F1; and for attributes how often they are right, wrong or missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["right", "wrong", "missing", "absent"]
"""How an attribute compares: `wrong` was given but is false, `absent` is rightly not given."""


@dataclass(slots=True)
class Tally:
    """Facts found and right, found and false, and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Of the facts given, the share that is right; None when none was given."""
        return _share(self.right, self.right + self.false)

    @property
    def recall(self) -> float | None:
        """Of the facts wanted, the share that was given; None when none was wanted."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there is nothing to judge."""
        return _share(2 * self.right, 2 * self.right + self.false + self.missed)

    def as_json(self) -> dict[str, float | int | None]:
        """Return counts and shares in plain data."""
        return {
            "right": self.right,
            "false": self.false,
            "missed": self.missed,
            "precision": _rounded(self.precision),
            "recall": _rounded(self.recall),
            "f1": _rounded(self.f1),
        }


@dataclass(slots=True)
class AttributeTally:
    """One attribute of the matched facts."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    absent: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one matched fact."""
        setattr(self, outcome, getattr(self, outcome) + 1)

    @property
    def matched(self) -> int:
        """How many facts were compared."""
        return self.right + self.wrong + self.missing + self.absent

    @property
    def right_share(self) -> float | None:
        """Of the facts for which one was wanted or given, the share in which it is right."""
        return _share(self.right, self.right + self.wrong + self.missing)

    @property
    def wrong_share(self) -> float | None:
        """Of all matched facts, the share in which a false one is given."""
        return _share(self.wrong, self.matched)

    def as_json(self) -> dict[str, float | int | None]:
        """Return counts and shares in plain data."""
        return {
            "right": self.right,
            "wrong": self.wrong,
            "missing": self.missing,
            "absent": self.absent,
            "right_share": _rounded(self.right_share),
            "wrong_share": _rounded(self.wrong_share),
        }


@dataclass(slots=True)
class TrapTally:
    """Articles in which nothing is conferred, and what was claimed of them all the same."""

    articles: int = 0
    claimed_articles: int = 0
    false_conferrals: int = 0

    @property
    def clean_share(self) -> float | None:
        """The share of traps in which no conferral is claimed falsely."""
        return _share(self.articles - self.claimed_articles, self.articles)

    def as_json(self) -> dict[str, float | int | None]:
        """Return counts and the share in plain data."""
        return {
            "articles": self.articles,
            "claimed_articles": self.claimed_articles,
            "false_conferrals": self.false_conferrals,
            "clean_share": _rounded(self.clean_share),
        }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
