from __future__ import annotations

import pytest

from anugerah.evaluation.problems import Problem

KINDS = (
    "false conferral in a trap",
    "false conferral",
    "missed conferral",
    "wrong year",
    "false official",
    "missed official",
    "false innovation",
    "missed count",
    "missing date",
)


@pytest.mark.parametrize("place", range(1, len(KINDS)))
def test_kinds_from_the_worst(place: int) -> None:
    before, after = Problem(KINDS[place - 1], "a"), Problem(KINDS[place], "a")
    assert before.severity < after.severity
