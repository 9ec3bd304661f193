from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import run

TEXT = "BATU - Pemkot Batu meraih Innovative Government Award (IGA) 2024 dari Kemendagri.\n"
GOLD = {
    "conferrals": [
        {"award": "IGA", "year": 2024, "recipient": {"level": "city", "name": "Batu"}},
        {"award": "UHC Award", "year": 2023, "recipient": {"level": "city", "name": "Kediri"}},
    ]
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.json").write_text("{}", encoding="utf-8")
    return tmp_path


def test_a_report_with_the_worst_misses_and_what_was_skipped(gold: Path) -> None:
    result = run("evaluate", gold)
    assert result.returncode == 0
    assert "1 articles" in result.stdout
    assert "a: 1 × missed conferral" in result.stdout
    assert "wanted UHC Award, 2023, Kediri (city)" in result.stdout
    assert "b was skipped: there is no b.txt" in result.stderr


def test_the_worst_misses_can_be_left_out(gold: Path) -> None:
    assert "missed conferral" not in run("evaluate", gold, "--worst", "0").stdout


def test_json(gold: Path) -> None:
    report = json.loads(run("evaluate", gold, "--format", "json").stdout)
    assert report["conferrals"]["recall"] == 0.5
    assert report["attributes"]["year"]["right"] == 1


def test_a_floor_is_raised_and_then_kept(gold: Path) -> None:
    assert run("evaluate", gold, "--raise-floor").returncode == 0
    floor = json.loads((gold / "floor.json").read_text())
    assert floor["conferrals.recall"] == 0.5
    assert run("evaluate", gold).returncode == 0
    floor["conferrals.recall"] = 0.9
    (gold / "floor.json").write_text(json.dumps(floor))
    result = run("evaluate", gold)
    assert result.returncode == 1
    assert "conferrals.recall is 0.5000, below its floor of 0.9000." in result.stderr


def test_texts_elsewhere(gold: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (gold / "a.txt").rename(texts / "a.txt")
    assert run("evaluate", gold).returncode == 1
    assert run("evaluate", gold, "--texts", texts).returncode == 0


def test_no_gold_is_one_sentence(tmp_path: Path) -> None:
    result = run("evaluate", tmp_path / "none")
    assert result.returncode == 1
    assert result.stderr.lstrip().startswith("Error: There is no folder")
