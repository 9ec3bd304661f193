"""The project's own gold set: sound in itself, and read no worse than ever before."""

from __future__ import annotations

import json
import re

import pytest

from anugerah import resources
from anugerah.evaluation import evaluate
from anugerah.evaluation.floor import above, below, read_floor
from anugerah.evaluation.gold import GoldArticle, Wanted, read_gold
from anugerah.evaluation.labels import words
from anugerah.extraction import Extractor

GOLD = read_gold(resources.gold())
NO_NAMES = {"recipient", "date", "acting", "what"}
SPELLED_OUT = {"role", "conferrer", "organisation", "government", "award"}
"""Fields that stand spelled out although the article may say "Kadis" or "Kemendagri"."""


def test_the_gold_set_is_read_as_well_as_the_floor_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    reached = evaluate(resources.gold(), Extractor.from_files()).measures()
    floor = read_floor(resources.gold())
    assert floor, "data/gold/floor.json is missing: anugerah evaluate data/gold --raise-floor"
    assert below(floor, reached) == []
    if higher := above(floor, reached):
        with capsys.disabled():
            print("\nRaise the floor: anugerah evaluate data/gold --raise-floor", *higher, sep="\n")  # noqa: T201


def test_the_set_is_large_and_has_traps() -> None:
    assert len(GOLD) >= 50
    assert sum(article.trap for article in GOLD) >= 10


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.source)
def test_what_the_gold_says_stands_in_the_text(gold: GoldArticle) -> None:
    assert gold.text is not None, f"{gold.source} has no text"
    text = "".join(words(gold.read().text))
    absent = [
        f"{section}: {value}"
        for section, facts in gold.facts.items()
        for fact in facts
        for value in _names(fact)
        if not any("".join(words(spelling)) in text for spelling in value)
    ]
    assert absent == []


def _names(fact: Wanted) -> list[tuple[str, ...]]:
    keys = {key.removesuffix("_alternatives") for key in fact.fields} - SPELLED_OUT
    stated = [key for key in keys - NO_NAMES if fact.fields.get(key) is not None]
    spellings = [
        tuple(part for label in fact.labels(key) for part in re.split(r" dan (?=[A-Z])", label))
        for key in stated
        if not isinstance(fact.fields[key], int | float)
    ]
    if recipient := fact.fields.get("recipient"):
        spellings.append((recipient["name"], *recipient.get("name_alternatives", ())))
    return spellings


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.source)
def test_every_gold_file_says_what_it_is_there_for(gold: GoldArticle) -> None:
    data = json.loads((resources.gold() / f"{gold.source}.json").read_text("utf-8"))
    assert data["id"] == gold.source
    assert data["shows"]
    assert not (gold.trap and not data["shows"][0].startswith(("trap", "user's"))), "say what trap"
