from __future__ import annotations

from pathlib import Path

import pytest

from anugerah.corpus import read_article
from anugerah.errors import AnugerahError
from anugerah.release import open_release
from anugerah.release.build import build_release
from anugerah.release.texts import LONGEST, read_text, write_texts
from tests.paths import ROOT

TEXT = (
    "Kota Batu Raih Piala Adipura 2023\r\n\r\n"
    "BATU – Pemkot Batu meraih <b>Piala</b> Adipura tahun 2023.\n"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("own.txt", "other.txt"):
        (folder / name).write_bytes(f"{name}\n{TEXT}".encode())
    return folder


def digests(release: Path) -> dict[str, str]:
    return {entry["source"]: entry["article"] for entry in open_release(release).ledger()}


def test_only_the_texts_that_the_folder_names_are_in_the_release(
    corpus: Path, tmp_path: Path
) -> None:
    bare = build_release([corpus], tmp_path / "out")
    article = digests(bare.path)
    assert read_text(bare.path, article["own"]) is None
    (corpus / "texts.yaml").write_text('show: ["ow*.txt"]\n', encoding="utf-8")
    shown = build_release([corpus], tmp_path / "out")
    assert shown.id != bare.id
    assert digests(shown.path) == article
    assert read_text(shown.path, article["own"]) == f"own.txt\n{TEXT}".replace("\r\n", "\n")
    assert read_text(shown.path, article["other"]) is None


@pytest.mark.parametrize("digest", ["", "none", "../release", "0" * 16, "0" * 15 + "/", "0" * 99])
def test_of_anything_else_there_is_no_text(digest: str, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "release.txt").write_text("secret", encoding="utf-8")
    assert read_text(tmp_path, digest) is None


def test_what_was_left_out_or_is_too_long_is_not_shown(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "texts.yaml").write_text('show: ["*"]\n', encoding="utf-8")
    document = corpus / "long.txt"
    document.write_text(TEXT, encoding="utf-8")
    assert write_texts(tmp_path, [document], []) == []
    digest = read_article(document).digest
    assert write_texts(tmp_path, [document], [digest]) == [digest]
    document.write_text(TEXT + "a" * LONGEST, encoding="utf-8")
    assert write_texts(tmp_path, [document], [read_article(document).digest]) == []
    empty = corpus / "empty.txt"
    empty.touch()
    assert write_texts(tmp_path, [empty], []) == []


@pytest.mark.parametrize("content", ["show: yes", "[]", "show: [1]", "show: [", "\xff"])
def test_a_bad_declaration_is_told_in_a_sentence(content: str, corpus: Path) -> None:
    declaration = corpus / "texts.yaml"
    declaration.write_bytes(content.encode("latin-1"))
    with pytest.raises(AnugerahError, match=str(declaration)):
        write_texts(corpus, [corpus / "own.txt"], [])


def test_the_five_articles_are_named_by_their_folder(releases: Path) -> None:
    release = open_release(releases)
    for source, digest in digests(release.path).items():
        document = ROOT / "data" / "articles" / f"{source}.txt"
        assert read_text(release.path, digest) == document.read_text("utf-8")
