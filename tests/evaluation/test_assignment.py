from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anugerah.evaluation.assignment import Weights, best_pairs

CASES: list[tuple[Weights, list[tuple[int, int]]]] = [
    ([], []),
    ([[]], []),
    ([[None]], []),
    ([[1.0]], [(0, 0)]),
    # First come would pair (0, 0) and leave the second row without any.
    ([[2.0, 1.9], [1.0, None]], [(0, 1), (1, 0)]),
    ([[1.0], [3.0], [2.0]], [(1, 0)]),
    ([[1.0, 3.0, 2.0]], [(0, 1)]),
    ([[None, 1.0], [1.0, None]], [(0, 1), (1, 0)]),
]


@pytest.mark.parametrize(("weights", "expected"), CASES)
def test_pairs(weights: Weights, expected: list[tuple[int, int]]) -> None:
    assert best_pairs(weights) == expected


WEIGHT = st.one_of(st.none(), st.integers(1, 9).map(float))
MATRIX = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(WEIGHT, min_size=width, max_size=width), min_size=1, max_size=4)
)


@given(MATRIX)
def test_no_other_pairing_is_worth_more(weights: list[list[float | None]]) -> None:
    pairs = best_pairs(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    worth = sum(weights[row][column] or 0.0 for row, column in pairs)
    width = max(len(weights), len(weights[0]))
    square = [[*row, *[None] * (width - len(row))] for row in weights]
    square += [[None] * width for _ in range(width - len(weights))]
    most = max(
        sum(square[row][column] or 0.0 for row, column in enumerate(order))
        for order in permutations(range(width))
    )
    assert worth == most


def test_a_long_list_is_paired_at_once() -> None:
    size = 500
    weights = [[1.0 if row == column else None for column in range(size)] for row in range(size)]
    assert best_pairs(weights) == [(place, place) for place in range(size)]
