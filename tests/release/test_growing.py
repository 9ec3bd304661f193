"""A release that grows, shrinks, or whose build was ended, is that of a full build."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from benchmarks.articles import Newsroom, write_files

from anugerah.inference import infer
from anugerah.release import Release
from anugerah.release import collecting as collecting
from anugerah.release.build import SHELF, build_release
from anugerah.release.ground import ground
from anugerah.release.makeup import Makeup


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("articles")
    write_files(Newsroom(seed=4).articles(40), folder)
    return sorted(folder.rglob("*.txt"))


@pytest.fixture(scope="module")
def full(documents: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Release:
    return build_release(documents, tmp_path_factory.mktemp("full"))


def assert_same(one: Release, other: Release) -> None:
    assert one.id == other.id
    assert one.manifest["counts"] == other.manifest["counts"]
    for dump in one.manifest["dumps"]:
        content = (one.dumps_path / dump["file"]).read_bytes()
        assert content == (other.dumps_path / dump["file"]).read_bytes(), dump["file"]
    assert stored(one) == stored(other)
    makeups = Makeup.read(one.path), Makeup.read(other.path)
    assert makeups[0] == makeups[1]


def stored(release: Release) -> set[str]:
    """Return the quads of the store but those that tell of the build itself."""
    store = ox.Store.read_only(str(release.store_path))
    return {str(quad) for quad in store if ".well-known" not in str(quad.graph_name)}


def test_the_default_graph_is_inferred_from_all_named_graphs(full: Release) -> None:
    lines = gzip.decompress((full.dumps_path / "anugerah.nq.gz").read_bytes())
    quads = list(ox.parse(lines, ox.RdfFormat.N_QUADS))
    store = ox.Store()
    store.extend(
        ox.Quad(quad.subject, quad.predicate, quad.object)
        for quad in quads
        if not isinstance(quad.graph_name, ox.DefaultGraph)
    )
    infer(store, ground().rules)
    ours = {str(q) for q in quads if isinstance(q.graph_name, ox.DefaultGraph)}
    theirs = {str(quad) for quad in store}
    assert not sorted(ours - theirs), "more than over the whole"
    assert not sorted(theirs - ours), "less than over the whole"
    assert stored(full) == {str(quad) for quad in quads}


@pytest.mark.parametrize("left_out", [39, 0, 17])
def test_an_added_article(
    left_out: int, documents: list[Path], full: Release, tmp_path: Path
) -> None:
    build_release([*documents[:left_out], *documents[left_out + 1 :]], tmp_path)
    assert_same(build_release(documents, tmp_path), full)


def test_a_removed_article(documents: list[Path], full: Release, tmp_path: Path) -> None:
    fewer = build_release(documents[1:], tmp_path / "fewer")
    shutil.copytree(full.path.parent, tmp_path / "more", symlinks=True)
    assert_same(build_release(documents[1:], tmp_path / "more"), fewer)


def test_the_same_again_is_the_same_release(documents: list[Path], tmp_path: Path) -> None:
    first = build_release(documents[:3], tmp_path)
    again = build_release(documents[:3], tmp_path)
    assert again.path == first.path
    assert again.manifest == first.manifest


def test_processes_give_the_same(
    documents: list[Path], full: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "BATCH", 9)
    assert_same(build_release(documents, tmp_path, workers=2), full)


def test_a_build_that_was_ended_goes_on_where_it_was(
    documents: list[Path], full: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "BATCH", 9)

    def end(step: str, done: int, _total: int) -> None:
        if step == "articles" and done >= 18:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_release(documents, tmp_path, progress=end)
    assert [path.name for path in tmp_path.iterdir()] == [SHELF]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.glob(f"{SHELF}/*/*/named.nq")}
    assert len(before) == 2
    read: list[int] = []

    def count(step: str, done: int, _total: int) -> None:
        if step == "articles":
            read.append(done)

    assert_same(build_release(documents, tmp_path, progress=count), full)
    after = {path: path.stat().st_mtime_ns for path in tmp_path.glob(f"{SHELF}/*/*/named.nq")}
    assert before.items() <= after.items()
    assert max(read[:-1]) == len(documents) - 18


def test_former_releases_are_kept_as_asked(documents: list[Path], tmp_path: Path) -> None:
    for count in (1, 2, 3):
        build_release(documents[:count], tmp_path, keep=1)
    assert len([path for path in tmp_path.iterdir() if (path / "release.json").is_file()]) == 3
