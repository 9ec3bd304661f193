"""Small gold, small extraction, expected scores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from anugerah.corpus.article import parse_article
from anugerah.errors import AnugerahError
from anugerah.evaluation import Evaluation, evaluate
from anugerah.evaluation.evaluation import add
from anugerah.evaluation.gold import read_gold
from anugerah.extraction import Extraction, Extractor
from anugerah.extraction.facts import (
    Agency,
    Fact,
    Government,
    Innovation,
    InnovationCount,
    WinCount,
)
from tests.evaluation.facts import BATU, IGA, SUPPORT, conferral, tenure

TEXT = "BATU - Pemkot Batu meraih Innovative Government Award (IGA) 2024 dari Kemendagri.\n"
KEDIRI = Government("kota-kediri", "Kediri", "city", "jawa-timur")


def _conferral(year: int | None, category: str | None = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    recipient = {"level": "city", "name": "Batu"}
    return {"award": "IGA", "year": year, "category": category, "recipient": recipient, **more}


def _scored(gold: dict[str, Any], facts: list[Fact], folder: Path) -> Evaluation:
    (folder / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    evaluation = Evaluation()
    extraction = Extraction(parse_article(TEXT, "a"), tuple(facts))
    add(evaluation, read_gold(folder)[0], extraction)
    return evaluation


OFFICIAL = {
    "name": "Rina Puspita",
    "role": "Wali Kota",
    "acting": True,
    "organisation": "Kota Batu",
}
INNOVATION = {"name": "Sapa Warga", "government": "Kota Batu", "agency": "Dinas Sosial"}
FOUND_INNOVATION = Innovation("Aplikasi Sapa Warga", None, BATU, None, (), SUPPORT)
COUNT = {"what": "innovations", "value": 44, "government": "Kota Batu", "year": 2024}
WIN = {"award": "IGA", "recipient": {"level": "city", "name": "Batu"}, "value": 3}

CASES: list[tuple[str, dict[str, Any], list[Fact], str, tuple[int, int, int]]] = [
    (
        "the best pairing, not the first",
        {"conferrals": [_conferral(2023), _conferral(2024, "Kota Terinovatif")]},
        [conferral(category="Kota Terinovatif"), conferral(year=2023)],
        "conferrals",
        (2, 0, 0),
    ),
    (
        "false and missed",
        {"conferrals": [_conferral(2024), _conferral(2023)]},
        [conferral(), conferral(recipient=KEDIRI)],
        "conferrals",
        (1, 1, 1),
    ),
    (
        "the same fact twice is once right and once false",
        {"conferrals": [_conferral(2024)]},
        [conferral(), conferral()],
        "conferrals",
        (1, 1, 0),
    ),
    (
        "an optional fact is neither right nor wrong to give",
        {"conferrals": [_conferral(2024)], "conferrals_optional": [_conferral(2021)]},
        [conferral(), conferral(year=2021)],
        "conferrals",
        (1, 0, 0),
    ),
    (
        "an optional fact doesn't stand for a wanted one",
        {"conferrals": [_conferral(2024)], "conferrals_optional": [_conferral(2021)]},
        [conferral(year=2021)],
        "conferrals",
        (0, 0, 1),
    ),
    ("a section left out isn't judged", {}, [conferral()], "conferrals", (0, 0, 0)),
    (
        "an official",
        {"officials": [OFFICIAL]},
        [tenure("Rina", "Wali Kota", acting=True)],
        "officials",
        (1, 0, 0),
    ),
    (
        "acting or not is part of the office",
        {"officials": [OFFICIAL]},
        [tenure("Rina Puspita", "Wali Kota")],
        "officials",
        (0, 1, 1),
    ),
    ("an innovation", {"innovations": [INNOVATION]}, [FOUND_INNOVATION], "innovations", (1, 0, 0)),
    (
        "a count of innovations",
        {"counts": [COUNT]},
        [InnovationCount(BATU, 2024, 44, False, "owned", SUPPORT)],
        "counts",
        (1, 0, 0),
    ),
    (
        "a count of parts may be given; counts of other things are not ours",
        {"counts": [{**COUNT, "what": "innovations (entered)"}, {**COUNT, "what": "winners"}]},
        [InnovationCount(BATU, 2024, 44, False, "entered", SUPPORT)],
        "counts",
        (0, 0, 0),
    ),
    (
        "a count of wins",
        {"wins": [WIN]},
        [WinCount(BATU, IGA, 2024, 3, None, SUPPORT)],
        "wins",
        (1, 0, 0),
    ),
]


@pytest.mark.parametrize(
    ("gold", "facts", "section", "expected"),
    [case[1:] for case in CASES],
    ids=[c[0] for c in CASES],
)
def test_scores(
    gold: dict[str, Any],
    facts: list[Fact],
    section: str,
    expected: tuple[int, int, int],
    tmp_path: Path,
) -> None:
    tally = _scored(gold, facts, tmp_path).tallies[section]
    assert (tally.right, tally.false, tally.missed) == expected


def test_precision_recall_and_f1(tmp_path: Path) -> None:
    gold = {"conferrals": [_conferral(2024), _conferral(2023), _conferral(2022)]}
    facts: list[Fact] = [conferral(), conferral(recipient=KEDIRI)]
    scores = _scored(gold, facts, tmp_path).as_json()["conferrals"]
    assert (scores["precision"], scores["recall"], scores["f1"]) == (0.5, 0.3333, 0.4)


def test_attributes_are_judged_on_matched_conferrals_only(tmp_path: Path) -> None:
    gold = {"conferrals": [_conferral(2024, "Kota Terinovatif", rank=1), _conferral(2020)]}
    evaluation = _scored(gold, [conferral(category="Kota Inovatif")], tmp_path)
    assert evaluation.as_json()["attributes"]["category"]["wrong"] == 1
    assert evaluation.as_json()["attributes"]["rank"]["missing"] == 1
    assert evaluation.attributes["year"].matched == 1
    # Given: year right, category wrong; wanted besides: the rank, and the year of the missed one.
    values = evaluation.attribute_values
    assert (values.right, values.false, values.missed) == (1, 1, 3)
    assert evaluation.measures()["attributes.precision"] == 0.5


def test_attributes_of_innovations(tmp_path: Path) -> None:
    agency = Agency("Dinas Sosial", BATU)
    with_agency = Innovation("Sapa Warga", None, BATU, agency, (), SUPPORT)
    evaluation = _scored({"innovations": [INNOVATION]}, [with_agency], tmp_path)
    assert evaluation.innovation_attributes["agency"].right == 1
    assert evaluation.innovation_attributes["government"].right == 1


def test_a_claim_in_a_trap_is_the_worst(tmp_path: Path) -> None:
    gold = {"trap": True, "conferrals": [], "officials": [OFFICIAL]}
    evaluation = _scored(gold, [conferral()], tmp_path)
    traps = evaluation.traps
    assert (traps.articles, traps.claimed_articles, traps.false_conferrals) == (1, 1, 1)
    worst = min(evaluation.problems, key=lambda problem: problem.severity)
    assert (worst.kind, worst.quote) == ("false conferral in a trap", "Batu")


def test_an_earlier_win_in_a_trap_is_no_claim(tmp_path: Path) -> None:
    gold = {"trap": True, "conferrals": [_conferral(2021)]}
    traps = _scored(gold, [conferral(year=2021)], tmp_path).traps
    assert (traps.articles, traps.claimed_articles) == (1, 0)


def test_the_extractor_reads_the_texts_that_there_are(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"conferrals": [_conferral(2024)]}))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    told: list[tuple[int, int]] = []
    evaluation = evaluate(
        tmp_path, Extractor.from_files(), progress=lambda done, total: told.append((done, total))
    )
    assert evaluation.tallies["conferrals"].right == 1
    assert evaluation.articles == 1
    assert told == [(1, 1)]
    (skipped,) = evaluation.skipped
    assert skipped.startswith("b was skipped: there is no b.txt")
    json.dumps(evaluation.as_json())


def test_a_gold_set_without_any_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    with pytest.raises(AnugerahError, match="name their folder with --texts"):
        evaluate(tmp_path, Extractor.from_files())
