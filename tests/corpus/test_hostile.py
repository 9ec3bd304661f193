"""Documents that mean harm, or that something has broken: each ends soon with one sentence."""

from __future__ import annotations

import gzip
import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from anugerah.corpus import Article, DocumentError, read_articles
from anugerah.corpus.reader import MAX_BYTES
from tests.corpus.pages import BODY, PAGE, warc_record

SECONDS = 5.0
P = "<p>Pemerintah Kota Contoh meraih penghargaan inovasi daerah di Jakarta pada hari Kamis.</p>"


def read(path: Path) -> list[Article | DocumentError]:
    """What becomes of a document, within the time that any document may take."""
    started = time.perf_counter()
    try:
        found = list(read_articles(path))
    except DocumentError as error:
        found = [error]
    assert time.perf_counter() - started < SECONDS
    for each in found:
        if isinstance(each, DocumentError):
            assert str(path) in str(each)
            assert "\n" not in str(each)
            assert len(str(each)) < len(str(path)) + 300
    return found


def told(path: Path) -> str:
    (error,) = read(path)
    assert isinstance(error, DocumentError), error
    return str(error)


PAGES: dict[str, Callable[[], str]] = {
    "nested elements": lambda: "<div>" * 300_000 + P,
    "nested lists": lambda: "<ul><li>" * 60_000 + P,
    "nested tables": lambda: "<table><tr><td>" * 30_000 + P,
    "many line breaks": lambda: "<p>" + "Kota<br>" * 120_000 + "</p>",
    "many attributes": lambda: "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</p>" + P,
    "an open quote": lambda: "<a href='" * 100_000 + P,
    "angles": lambda: "<" * 1_000_000,
    "linked data": lambda: (
        "<script type='application/ld+json'>" + '{"a":' * 30_000 + "</script>" + P
    ),
    "broken linked data": lambda: (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
        + '\\"' * 300_000
        + "</script>"
        + P
    ),
    "many meta elements": lambda: "<meta property='og:title' content='x'>" * 30_000 + P,
    "a long title": lambda: "<title>" + "a - " * 250_000 + "</title>" + P,
    "comments": lambda: "<!--" * 200_000 + P,
    "entities of its own": lambda: (
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>"
        + "".join(f"<!ENTITY a{n} '{f'&a{n - 1 or str()};' * 10}'>" for n in range(1, 12))
        + "]><p>&a11;</p>"
        + P
    ),
    "control characters": lambda: "<p>\x01\x02Kota\x1f</p>" + P * 3,
    "one long paragraph": lambda: "<p>" + "Kota Contoh meraih piala. " * 40_000 + "</p>",
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(tmp_path: Path, name: str) -> None:
    path = tmp_path / "halaman.html"
    path.write_text(PAGES[name](), encoding="utf-8")
    (outcome,) = read(path)
    if isinstance(outcome, Article):
        assert "\x01" not in outcome.text
        assert outcome.title is None or len(outcome.title) < 1000


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.html", b"", "is empty"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "is a binary file"),
        ("a.html", b"<html><body></body></html>", "holds no article"),
        ("a.html", b"<meta charset=utf-7><p>+ADw-\xff", "can't be read as utf-7"),
        ("a.html", b"<meta charset=bukan><p>\xff", "can't be read as bukan"),
        ("a.html", b"a" * (MAX_BYTES + 1), "more than the 10 MB"),
        ("a.html", b"\xff\xfe<\0p", "can't be read as utf-16"),
        ("a.md", b"---\ntitle: a: b: c\n---\nIsi", "is no YAML (line 2)"),
        ("a.md", b"---\n- satu\n- dua\n---\nIsi", "without fields"),
        ("a.md", b"---\ntitle: Kota\nIsi tanpa akhir", "has no end"),
        ("a.md", b"---\nx: !!python/object/apply:os.system [ls]\n---\nIsi", "is no YAML"),
        ("a.md", b"---\npublished: 2024-13-45\n---\nIsi", "a date or number that is none"),
        ("a.md", b"---\npublished: 2024-02-30T25:00:00\n---\nIsi", "a date or number that is none"),
        ("a.md", b"---\ntitle: Kota\n---\n", "is empty"),
        ("a.md", b"---\n" + b"[" * 15_000 + b"\n---\nIsi", "is no YAML"),
        ("a.md", b"---\nx: '" + b"a" * 30_000 + b"'\n---\nIsi", "has no end"),
        (
            "a.md",
            b"---\na0: &a0 [x, x]\n"
            + b"".join(
                b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9))
                for n in range(1, 12)
            )
            + b"published: *a11\n---\nIsi",
            "'published' is a list",
        ),
        ("a.warc", b"", "no record of a web archive"),
        ("a.warc", b"bukan arsip\n" * 1000, "can't be read as a web archive"),
        ("a.warc", b"WARC/1.0\r\nA: " + b"x" * 20_000_000, "can't be read as a web archive"),
        ("a.warc.gz", b"\x1f\x8b\x08\0rusak", "web archive"),
        ("a.jsonl", b'{"text": "' + b"a" * (MAX_BYTES + 1) + b'"}', "line 1 is longer than"),
        ("a.jsonl", b"[" * 2_000_000, "line 1 is no JSON"),
        ("a.jsonl", b'{"text": "Kota \\ud800"}', "no text"),
        ("a.jsonl", b'{"text": "Kota \\u0000"}', "no text"),
        ("a.jsonl", b'{"text": "Kota \xff"}', "line 1 is no JSON"),
        ("a.jsonl", b'{"text": "x", "title": "' + b"a" * 1_000_000 + b'"}', "1000000 characters"),
        ("a.jsonl", b'{"text": "x", "url": "' + b"a" * 1_000_000 + b'"}', "no http"),
        ("a.jsonl", b'{"id": ' + b"9" * 100_000 + b', "text": "x"}', "line 1 is no JSON"),
    ],
)
def test_documents(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert said in told(path)


def test_a_line_that_is_too_long_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": BODY}).encode()
    path.write_bytes(b"\n".join([good, b"x" * (2 * MAX_BYTES + 5), good]))
    first, second, third = read(path)
    assert isinstance(first, Article)
    assert "line 2" in str(second)
    assert isinstance(third, Article)
    assert third.source == "a-3"


def test_a_bomb_in_an_archive_costs_only_itself(tmp_path: Path) -> None:
    zeros = b"0" * (20 * MAX_BYTES)
    records = [
        warc_record("https://contoh.id/0", zeros),
        warc_record(
            "https://contoh.id/1", gzip.compress(zeros, 1), header="Content-Encoding: gzip"
        ),
        warc_record("https://contoh.id/2", PAGE),
    ]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record, 1) for record in records))
    first, second, third = read(path)
    assert "record 1 has more than the 10 MB" in str(first)
    assert "record 2 has more than the 10 MB" in str(second)
    assert isinstance(third, Article)


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("Transfer-Encoding: chunked", PAGE.encode()),
        ("Transfer-Encoding: chunked", b"FFFFFFFFFFFFFFFF\r\nabc"),
        ("Content-Encoding: gzip", PAGE.encode()),
        ("Content-Encoding: br", b"zzz"),
    ],
)
def test_an_answer_that_lies_about_its_form_costs_only_itself(
    tmp_path: Path, header: str, body: bytes
) -> None:
    lying = warc_record("https://contoh.id/1", body, header=header)
    path = tmp_path / "a.warc"
    path.write_bytes(lying + warc_record("https://contoh.id/2", PAGE))
    first, second = read(path)
    assert "a.warc, record 1" in str(first)
    assert isinstance(second, Article)


def test_decoded_answers(tmp_path: Path) -> None:
    page = PAGE.encode()
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (page[:500], page[500:], b""))
    path = tmp_path / "a.warc"
    path.write_bytes(
        warc_record("https://contoh.id/1", chunked, header="Transfer-Encoding: chunked")
        + warc_record("https://contoh.id/2", gzip.compress(page), header="Content-Encoding: gzip")
    )
    assert [isinstance(each, Article) for each in read(path)] == [True, True]


@pytest.mark.parametrize("seed", range(5))
def test_broken_archives(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    records = [warc_record(f"https://contoh.id/{n}", P * 3) for n in range(3)]
    for data in (b"".join(records), b"".join(map(gzip.compress, records))):
        for _ in range(40):
            broken = bytearray(data)
            for _ in range(chance.randint(1, 9)):
                at = chance.randrange(len(broken))
                broken[at : at + chance.randint(0, 30)] = chance.randbytes(chance.randint(0, 30))
            path = tmp_path / "a.warc"
            path.write_bytes(broken)
            read(path)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a.warc", "a.warc.gz"])
@pytest.mark.parametrize("seed", range(5))
def test_noise(tmp_path: Path, name: str, seed: int) -> None:
    path = tmp_path / name
    path.write_bytes(random.Random(seed).randbytes(200_000))  # noqa: S311 - no secret
    read(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wrapped lines", "Kota contoh\n" + "kota contoh\n" * 80_000),
        ("spaces", (" " * 1_000_000 + "x") * 2),
        ("brackets", "(" * 1_000_000),
        ("sites", "a." * 500_000),
        ("capitals", "KOTA CONTOH\n" * 80_000),
        ("empty lines", "x" + "\t\n" * 500_000),
    ],
)
def test_texts(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, Article)
    for paragraph in article.paragraphs:
        assert article.text[paragraph.start : paragraph.end] == paragraph.text
