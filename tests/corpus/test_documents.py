from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from anugerah.corpus import Article, DocumentError, read_article, read_articles
from tests.corpus.pages import BODY, PAGE, warc_record


def articles(path: Path) -> list[Article]:
    found = list(read_articles(path))
    assert all(isinstance(each, Article) for each in found), found
    return [each for each in found if isinstance(each, Article)]


def outcomes(path: Path) -> list[str]:
    """The sources of the articles of a document, and the messages of the errors."""
    return [
        str(each) if isinstance(each, DocumentError) else each.source
        for each in read_articles(path)
    ]


def test_a_text_is_one_article_named_like_its_file(tmp_path: Path) -> None:
    path = tmp_path / "004_abc.def.txt"
    path.write_text(BODY, encoding="utf-8")
    (article,) = articles(path)
    assert (article.source, article.text, article.url) == ("004_abc.def", BODY, None)


def test_front_matter_wins_over_what_the_text_lets_one_guess(tmp_path: Path) -> None:
    path = tmp_path / "artikel.md"
    path.write_text(
        "---\ntitle: 'Judul: Kota Contoh'\npublisher: Media Contoh\npublished: 2024-12-31\n"
        f"url: https://contoh.id/a?b=c#d\ntags: [satu, dua]\n---\n{BODY}",
        encoding="utf-8",
    )
    (article,) = articles(path)
    assert article.title == "Judul: Kota Contoh"
    assert article.publisher == "Media Contoh"
    assert article.published == date(2024, 12, 31)
    assert article.url == "https://contoh.id/a?b=c"
    assert article.text == f"Judul: Kota Contoh\n\n{BODY}"
    assert article.heading is not None
    assert article.text[article.heading.start : article.heading.end] == article.title


def test_a_page_gives_its_article_and_what_its_metadata_says(tmp_path: Path) -> None:
    path = tmp_path / "halaman.html"
    path.write_text(PAGE, encoding="utf-8")
    (article,) = articles(path)
    assert article.source == "halaman"
    assert article.title == "Kota Contoh Raih Penghargaan Inovasi"
    assert article.publisher == "Berita Contoh"
    assert article.published == date(2024, 12, 5)
    assert article.url == "https://berita.contoh.id/2024/12/kota-contoh"
    lines = [line for line in article.text.splitlines() if line]
    assert lines[0] == article.title
    assert lines.count(article.title) == 1
    assert "Beranda" not in article.text


def test_json_lines_give_an_article_each_and_an_error_for_a_bad_one(tmp_path: Path) -> None:
    path = tmp_path / "korpus.jsonl"
    records: list[object] = [
        {"id": "satu/1", "text": BODY, "title": "Judul Satu", "url": "https://contoh.id/1"},
        {"text": BODY},
        {"html": PAGE, "published": "2023-01-02", "source": "tiga"},
        {"title": "Tanpa teks"},
        ["bukan", "objek"],
        {"id": "satu/1", "text": BODY},
        {"text": BODY, "published": "kemarin"},
        {"text": BODY, "url": "file:///etc/passwd"},
        {"text": BODY, "title": ["satu"]},
    ]
    lines = [json.dumps(record) for record in records]
    path.write_text("\n".join([*lines, "{bukan json", "", lines[1]]) + "\n", encoding="utf-8")
    found = outcomes(path)
    assert found[:3] == ["korpus-satu-1", "korpus-2", "korpus-tiga"]
    assert "line 4 has no field 'text' or 'html'" in found[3]
    assert "line 5 is no JSON object" in found[4]
    assert found[5] == "korpus-satu-1-6"
    assert "'kemarin', which is no date" in found[6]
    assert "no http or https address" in found[7]
    assert "'title' is no text" in found[8]
    assert "line 10 is no JSON" in found[9]
    assert found[10] == "korpus-12"
    page = articles_of(path)[2]
    assert page.published == date(2023, 1, 2)
    assert page.publisher == "Berita Contoh"


def articles_of(path: Path) -> list[Article]:
    return [each for each in read_articles(path) if isinstance(each, Article)]


@pytest.mark.parametrize("packed", ["no", "record", "whole"])
def test_an_archive_gives_the_pages_that_it_answers_with(tmp_path: Path, packed: str) -> None:
    records = [
        warc_record("https://contoh.id/1", PAGE),
        warc_record("https://contoh.id/gone", PAGE, status="404 Not Found"),
        warc_record("https://contoh.id/gambar", "x", kind="image/png"),
        warc_record("https://contoh.id/kosong", "<html><body></body></html>"),
        warc_record("https://contoh.id/2", PAGE.replace("<link rel", "<x y")),
    ]
    data = b"".join(records)
    if packed == "record":
        data = b"".join(map(gzip.compress, records))
    elif packed == "whole":
        data = gzip.compress(data)
    path = tmp_path / ("arsip.warc" if packed == "no" else "arsip.warc.gz")
    path.write_bytes(data)
    found = outcomes(path)
    assert found[0] == "arsip-1"
    assert "record 4 holds no article" in found[1]
    assert found[2:] == ["arsip-5"]
    assert [article.url for article in articles_of(path)] == [
        "https://contoh.id/1",
        "https://contoh.id/2",
    ]


def test_one_article_is_asked_of_a_document_that_holds_one(tmp_path: Path) -> None:
    path = tmp_path / "korpus.jsonl"
    path.write_text(2 * (json.dumps({"text": BODY}) + "\n"), encoding="utf-8")
    with pytest.raises(DocumentError, match="several articles"):
        read_article(path)
