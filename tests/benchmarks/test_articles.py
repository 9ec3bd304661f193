from __future__ import annotations

import json
from pathlib import Path
from statistics import mean

from benchmarks.articles import Newsroom, write_files, write_jsonl


def test_a_seed_gives_the_same_articles() -> None:
    one, again = ([*Newsroom(7).articles(30)] for _ in range(2))
    assert one == again
    assert one != [*Newsroom(8).articles(30)]


def test_articles_are_as_long_as_news_and_some_are_reprints() -> None:
    articles = [*Newsroom().articles(400)]
    texts = [article.text for article in articles]
    assert 1_800 < mean(map(len, texts)) < 2_400
    assert 5 < len(texts) - len(set(texts)) < 60
    assert len({article.name for article in articles}) == 400
    assert "{" not in "".join(texts)


def test_both_forms_hold_the_same(tmp_path: Path) -> None:
    write_jsonl(Newsroom().articles(3), tmp_path / "all.jsonl")
    write_files(Newsroom().articles(3), tmp_path / "each")
    lines = (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    texts = [path.read_text("utf-8") for path in sorted((tmp_path / "each").rglob("*.txt"))]
    assert [json.loads(line)["text"] for line in lines] == texts
