from __future__ import annotations

from pathlib import Path

import pytest

from anugerah.corpus.reader import MAX_BYTES, DocumentError, find_documents, read_text
from anugerah.errors import AnugerahError


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"  \n\t\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is a binary file"),
        ("Pemerintah Kota – é".encode("latin-1", "ignore") + b"\xff", "is not UTF-8"),
        (b"a" * (MAX_BYTES + 1), "more than the 10 MB"),
    ],
)
def test_a_bad_document_gets_one_sentence_that_names_it(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "artikel.txt"
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_text(path)
    assert str(path) in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_line_ends_and_byte_order_mark_are_made_even(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfsatu\r\ndua\rtiga\n")
    assert read_text(path) == "satu\ndua\ntiga\n"


def test_folders_are_searched_and_their_readme_is_no_article(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "README.md", "c.pdf"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.name for path in find_documents([tmp_path])] == ["a.md", "b.txt"]


@pytest.mark.parametrize("name", ["missing.txt", "empty"])
def test_missing_and_empty_folders_are_errors(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(AnugerahError, match=name):
        find_documents([tmp_path / name])
