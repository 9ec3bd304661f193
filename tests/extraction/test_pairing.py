"""Which category is whose, where a text names several of each."""

from __future__ import annotations

import pytest

from anugerah.extraction.categories import CategoryMention
from anugerah.extraction.facts import Level
from anugerah.extraction.pairing import pair

# Text with recipients as A, B, C and categories as x, y, z.
PAIRS = [
    ("A untuk x, B untuk y", {"A": "x", "B": "y"}),
    ("x diraih A, y diraih B", {"A": "x", "B": "y"}),
    ("x diraih A dan B, y diraih C", {"A": "x", "B": "x", "C": "y"}),
    ("A dan B meraih x, C meraih y", {"A": "x", "B": "x", "C": "y"}),
    ("A, B, C meraih x", {"A": "x", "B": "x", "C": "x"}),
    ("A meraih x dan y", {"A": "xy"}),
    ("A meraih x melalui lomba y", {"A": "x"}),
    ("A meraih", {"A": ""}),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_pairs(text: str, expected: dict[str, str]) -> None:
    level: Level = "city"
    recipients = [(text.index(name), level) for name in "ABC" if name in text]
    found = sorted((text.index(f"{name}"), name) for name in "xyz" if _is_word(text, name))
    categories = [CategoryMention(at, at + 1, name) for at, name in found]
    pairs = pair(text, recipients, categories)
    named = dict(zip(expected, ("".join(c.label for c in own) for own in pairs), strict=True))
    assert named == expected


def _is_word(text: str, name: str) -> bool:
    return name in text.replace(",", "").split()
