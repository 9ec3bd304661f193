"""The best one-to-one pairing of what was wanted with what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Weights = Sequence[Sequence[float | None]]
"""For each row and column, how well they fit; None where they may not be paired."""


def best_pairs(weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs (row, column) whose weights add up to the most.

    Each row and column is paired once at most. Weights are positive. Rows and columns that no
    chain of possible pairs connects are paired apart, so that long lists stay quick.
    """
    pairs: list[tuple[int, int]] = []
    for rows, columns in _connected(weights):
        costs = [[-(weights[row][column] or 0.0) for column in columns] for row in rows]
        chosen = (
            _cheapest(costs)
            if len(rows) <= len(columns)
            else [(row, column) for column, row in _cheapest(_turned(costs))]
        )
        pairs += [
            (rows[row], columns[column])
            for row, column in chosen
            if weights[rows[row]][columns[column]] is not None
        ]
    return sorted(pairs)


def _connected(weights: Weights) -> Iterator[tuple[list[int], list[int]]]:
    width = len(weights[0]) if weights else 0
    left = set(range(len(weights)))
    while left:
        rows: set[int] = set()
        columns: set[int] = set()
        waiting = [min(left)]
        while waiting:
            row = waiting.pop()
            if row in rows:
                continue
            rows.add(row)
            reached = {c for c in range(width) if weights[row][c] is not None} - columns
            columns |= reached
            waiting += [r for r in left for c in reached if weights[r][c] is not None]
        left -= rows
        if columns:
            yield sorted(rows), sorted(columns)


def _turned(costs: list[list[float]]) -> list[list[float]]:
    return [list(column) for column in zip(*costs, strict=True)]


def _cheapest(costs: list[list[float]]) -> list[tuple[int, int]]:
    """The Hungarian method with potentials; there are no more rows than columns."""
    height, width = len(costs), len(costs[0])
    row_potential = [0.0] * (height + 1)
    column_potential = [0.0] * (width + 1)
    # Counted from 1: row_of[0] is the row being placed, and 0 elsewhere means a free column.
    row_of = [0] * (width + 1)
    for row in range(1, height + 1):
        row_of[0] = row
        column = 0
        least = [float("inf")] * (width + 1)
        came_from = [0] * (width + 1)
        visited = [False] * (width + 1)
        while row_of[column]:
            visited[column] = True
            current = row_of[column]
            step, following = float("inf"), 0
            for other in range(1, width + 1):
                if visited[other]:
                    continue
                reduced = (
                    costs[current - 1][other - 1] - row_potential[current] - column_potential[other]
                )
                if reduced < least[other]:
                    least[other], came_from[other] = reduced, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(width + 1):
                if visited[other]:
                    row_potential[row_of[other]] += step
                    column_potential[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return [(row_of[column] - 1, column - 1) for column in range(1, width + 1) if row_of[column]]
