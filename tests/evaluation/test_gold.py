from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from anugerah.errors import AnugerahError
from anugerah.evaluation.gold import read_gold

RECIPIENT = {"level": "city", "name": "Batu"}
TEXT = "BATU - Pemkot Batu meraih penghargaan.\n\nIni paragraf kedua. Ini kalimat terakhir."


def _write(folder: Path, name: str, data: Any) -> None:  # noqa: ANN401
    (folder / name).write_text(json.dumps(data), encoding="utf-8")


BROKEN: list[tuple[Any, str]] = [
    ([], "holds no JSON object"),
    ({"conferrals": [{"award": "UHC"}]}, "conferrals 1 has no “recipient”"),
    ({"conferrals": [{"award": "UHC", "recipient": "Batu"}]}, "no recipient with a name"),
    (
        {"conferrals": [{"award": "UHC", "recipient": {"level": "kota", "name": "Batu"}}]},
        "a level",
    ),
    ({"officials": [{"name": "Rina"}]}, "officials 1 has no “role”"),
    ({"innovations_optional": [{}]}, "innovations_optional 1 has no “name”"),
]


@pytest.mark.parametrize(("data", "expected"), BROKEN)
def test_a_file_that_is_not_gold_is_told(data: object, expected: str, tmp_path: Path) -> None:
    _write(tmp_path, "a.json", data)
    with pytest.raises(AnugerahError, match=expected):
        read_gold(tmp_path)


def test_no_json_no_gold_and_no_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(AnugerahError, match="holds no gold file"):
        read_gold(tmp_path)
    with pytest.raises(AnugerahError, match="There is no folder"):
        read_gold(tmp_path / "none")
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(AnugerahError, match=r"a\.json is no readable JSON"):
        read_gold(tmp_path)


def test_the_text_stands_beside_the_gold_or_elsewhere(tmp_path: Path) -> None:
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    gold.mkdir()
    texts.mkdir()
    _write(gold, "a.json", {})
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    assert read_gold(gold)[0].text is None
    assert read_gold(gold, texts)[0].text == texts / "a.txt"


def test_a_gold_file_may_name_its_text(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    _write(gold, "a.json", {"text": "../other.txt"})
    assert read_gold(gold)[0].text is None
    (tmp_path / "other.txt").write_text(TEXT, encoding="utf-8")
    assert read_gold(gold)[0].read().source == "other"


def test_the_text_ends_where_the_judged_text_does(tmp_path: Path) -> None:
    _write(tmp_path, "a.json", {"text_end": "paragraf kedua."})
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    article = read_gold(tmp_path)[0].read()
    assert [p.text for p in article.paragraphs] == [
        "BATU - Pemkot Batu meraih penghargaan.",
        "Ini paragraf kedua.",
    ]


def test_the_floor_is_no_gold_article(tmp_path: Path) -> None:
    _write(tmp_path, "a.json", {"conferrals": [{"award": "UHC", "recipient": RECIPIENT}]})
    _write(tmp_path, "floor.json", {"conferrals.f1": 0.5})
    assert [article.source for article in read_gold(tmp_path)] == ["a"]
