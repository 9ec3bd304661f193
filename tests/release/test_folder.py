from __future__ import annotations

import json
from pathlib import Path

import pytest

from anugerah.release import ReleaseError, Releases, open_release


def _finished(folder: Path, release_id: str, created: str = "2026-01-01T00:00:00+00:00") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    manifest = {"id": release_id, "created": created}
    (folder / "release.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_an_empty_folder_has_no_release(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="run `anugerah build` first"):
        open_release(tmp_path)
    assert Releases(tmp_path).current() is None
    assert Releases(tmp_path / "missing").all() == []


def test_a_draft_that_fails_leaves_nothing(tmp_path: Path) -> None:
    releases = Releases(tmp_path)

    def fail() -> None:
        with releases.draft() as draft:
            (draft / "half").write_text("x", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_publishing_is_one_change_of_the_link(tmp_path: Path) -> None:
    releases = Releases(tmp_path)
    for release_id in ("aaaa", "bbbb"):
        with releases.draft() as draft:
            _finished(draft, release_id)
            assert releases.publish(draft).id == release_id
    current = releases.current()
    assert current is not None
    assert current.id == "bbbb"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["aaaa", "bbbb", "current"]


def test_a_damaged_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / "release.json").write_text("{", encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"damaged \(release\.json\)"):
        open_release(tmp_path)


@pytest.mark.parametrize(("name", "problem"), [("z", "No release"), ("a", "More than one")])
def test_an_id_must_begin_one_release(tmp_path: Path, name: str, problem: str) -> None:
    for release_id in ("aa1", "aa2"):
        _finished(tmp_path / release_id, release_id)
    with pytest.raises(ReleaseError, match=problem):
        Releases(tmp_path).named(name)


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(ReleaseError, match="can't be written"), Releases(file / "out").draft():
        pass
