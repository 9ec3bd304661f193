from __future__ import annotations

import json
from pathlib import Path

import pytest

from anugerah.errors import AnugerahError
from anugerah.evaluation.floor import above, below, raise_floor, read_floor

FLOOR = {"conferrals.f1": 0.9, "officials.f1": 0.8}


def test_below_the_floor_is_told() -> None:
    (sentence,) = below(FLOOR, {"conferrals.f1": 0.89, "officials.f1": 0.8})
    assert sentence == "conferrals.f1 is 0.8900, below its floor of 0.9000."
    assert "no longer measured" in below(FLOOR, {"conferrals.f1": 0.9})[0]


def test_well_above_the_floor_is_told() -> None:
    (sentence,) = above(FLOOR, {"conferrals.f1": 0.93, "officials.f1": 0.82})
    assert sentence.startswith("conferrals.f1 is 0.9300")
    assert "no floor yet" in above({}, {"conferrals.f1": 0.1})[0]


def test_a_floor_only_rises(tmp_path: Path) -> None:
    assert read_floor(tmp_path) == {}
    raise_floor(tmp_path, FLOOR)
    raise_floor(tmp_path, {"conferrals.f1": 0.7, "officials.f1": 0.85})
    assert read_floor(tmp_path) == {"conferrals.f1": 0.9, "officials.f1": 0.85}


@pytest.mark.parametrize("content", ["[]", "{", json.dumps({"a": "b"})])
def test_a_floor_that_is_none_is_told(content: str, tmp_path: Path) -> None:
    (tmp_path / "floor.json").write_text(content, encoding="utf-8")
    with pytest.raises(AnugerahError, match=r"floor\.json is no JSON object of numbers"):
        read_floor(tmp_path)
