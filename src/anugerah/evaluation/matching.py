"""Which fact found is which fact wanted: the best one-to-one assignment, not first come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from anugerah.evaluation.assignment import best_pairs
from anugerah.evaluation.gold import Wanted

Found = TypeVar("Found")
Fit = Callable[[Wanted, Found], float | None]
"""How well a fact found fits one wanted: more than 0, or None where they can't be the same."""

_PREFERENCE = 0.01
"""What a wanted fact has over an optional one that fits as well."""


@dataclass(frozen=True, slots=True)
class Matching(Generic[Found]):
    """What came of the comparison; what fits an optional fact only is left out."""

    pairs: list[tuple[Wanted, Found]]
    missed: list[Wanted]
    false: list[Found]


def match(wanted: Sequence[Wanted], found: Sequence[Found], fit: Fit[Found]) -> Matching[Found]:
    """Pair the facts of one article so that they fit best as a whole."""
    weights = [[_preferred(one, fit(one, other)) for other in found] for one in wanted]
    assigned = best_pairs(weights)
    matched = {row for row, _ in assigned}
    taken = {column for _, column in assigned}
    return Matching(
        pairs=[(wanted[r], found[c]) for r, c in assigned if not wanted[r].optional],
        missed=[one for row, one in enumerate(wanted) if row not in matched and not one.optional],
        false=[other for column, other in enumerate(found) if column not in taken],
    )


def _preferred(wanted: Wanted, weight: float | None) -> float | None:
    return weight if weight is None or wanted.optional else weight + _PREFERENCE
