from __future__ import annotations

from pathlib import Path

import pytest

from anugerah.corpus import Record
from anugerah.errors import AnugerahError
from anugerah.namespaces import BASE
from anugerah.release.ledger import Entry
from anugerah.release.shards import Batch, ReadArticle, Shelf, key_of


def batch(*keys: str) -> Batch:
    made = Batch(BASE)
    made.named = [f'<{BASE}id/{key}> <a:p> "é" <{BASE}graph/{key}> .\n' for key in keys]
    made.articles = [ReadArticle(key, Entry(key, "accepted"), (1, 2)) for key in keys]
    return made


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, BASE)
    shard = shelf.add(batch("b", "a").files())
    (found,) = Shelf(tmp_path, BASE).shards()
    assert found == shard
    assert [article.key for article in found.articles] == ["b", "a"]
    lines = (shard.path / "named.nq").read_text("utf-8").splitlines()
    assert lines == sorted(lines)


def test_the_same_batch_twice_is_one_shard(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, BASE)
    shelf.add(batch("a").files())
    shelf.add(batch("a").files())
    assert len([*shelf.shards()]) == 1


def test_another_base_is_another_shelf(tmp_path: Path) -> None:
    Shelf(tmp_path, BASE).add(batch("a").files())
    assert [*Shelf(tmp_path, "https://example.org/").shards()] == []


def test_what_another_version_read_is_refused(tmp_path: Path) -> None:
    files = {**batch("a").files(), "version": b"older"}
    with pytest.raises(AnugerahError, match="another version of Anugerah"):
        Shelf(tmp_path, BASE).add(files)


def test_other_versions_are_forgotten(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, BASE)
    shelf.add(batch("a").files())
    (tmp_path / "former-version" / "shard").mkdir(parents=True)
    shelf.forget_others()
    assert [path.name for path in tmp_path.iterdir()] == [shelf.version]
    assert len([*shelf.shards()]) == 1


def test_a_key_depends_on_all_that_is_read() -> None:
    keys = {
        key_of(record)
        for record in (
            Record("a", "x", "text"),
            Record("b", "x", "text"),
            Record("a", "x", "other"),
            Record("a", "x", "text", is_page=True),
        )
    }
    assert len(keys) == 4
    assert key_of(Record("a", "x", "text")) == key_of(Record("a", "elsewhere", "text"))
