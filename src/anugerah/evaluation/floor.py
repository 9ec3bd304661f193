"""The floor: the least that the extraction must reach on a gold set. It only rises."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from anugerah.errors import AnugerahError

FILE = "floor.json"
ROOM = 0.02
"""How far a measure may stand above its floor before the floor should be raised."""

Measures = Mapping[str, float]


def read_floor(folder: Path) -> dict[str, float]:
    """Return the floor of the gold set in `folder`, by measure; empty where there is none.

    Raises:
        AnugerahError: the file isn't a JSON object of numbers.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        return {measure: float(least) for measure, least in json.loads(path.read_text()).items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise AnugerahError(f"{path} is no JSON object of numbers: {error}.") from error


def below(floor: Measures, reached: Measures) -> list[str]:
    """Return a sentence for each measure that is below its floor or no longer measured."""
    return [
        f"{measure} is {reached[measure]:.4f}, below its floor of {least:.4f}."
        if measure in reached
        else f"{measure} is no longer measured; its floor is {least:.4f}."
        for measure, least in sorted(floor.items())
        if reached.get(measure, -1.0) < least
    ]


def above(floor: Measures, reached: Measures) -> list[str]:
    """Return a sentence for each measure that is more than `ROOM` above its floor."""
    return [
        f"{measure} is {value:.4f}, its floor only {floor[measure]:.4f}."
        if measure in floor
        else f"{measure} is {value:.4f} and has no floor yet."
        for measure, value in sorted(reached.items())
        if value > floor.get(measure, -1.0) + ROOM
    ]


def raise_floor(folder: Path, reached: Measures) -> dict[str, float]:
    """Write the floor of `folder` anew: each measure the higher of floor and reached."""
    floor = read_floor(folder)
    raised = {
        measure: round(max(floor.get(measure, 0.0), reached.get(measure, 0.0)), 4)
        for measure in sorted({*floor, *reached})
    }
    (folder / FILE).write_text(json.dumps(raised, indent=1) + "\n", encoding="utf-8")
    return raised
