"""What holds for every text, page and record, whatever is in it."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anugerah.corpus import Article, DocumentError, parse_article, read_articles
from anugerah.corpus.duplicates import Originals, sketch
from anugerah.corpus.markdown import plain
from anugerah.corpus.metadata import is_text

PIECES = st.sampled_from(
    [
        *("Kota Contoh meraih penghargaan inovasi daerah di Jakarta, Kamis (5/12/2024).", "CONTOH"),
        *(
            "CONTOH.ID – ",
            "Baca juga: ",
            "Tinggalkan Balasan",
            "1. Kota A",
            "- ",
            "\n",
            "\n\n",
            " ",
        ),
        *("–", "“", "”", "(", "5 Desember 2024", "…", "\u00a0", "\u2028", "\ufeff", "\r", "\t"),
        *(
            "<p>",
            "</p>",
            "<ul><li>",
            "</table>",
            "<td>",
            "<!--",
            "-->",
            "&amp;",
            "<script>",
            "<br>",
        ),
        *("---\n", "title: a\n", "**", "[a](b)", "# ", '"', "{", "}"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=20), max_size=30).map("".join)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(article: Article) -> None:
    for paragraph in article.paragraphs:
        assert article.text[paragraph.start : paragraph.end] == paragraph.text
        assert paragraph.text.strip() == paragraph.text != ""
    starts = [paragraph.start for paragraph in article.paragraphs]
    assert starts == sorted(set(starts))
    if article.heading:
        assert article.text[article.heading.start : article.heading.end] == article.title
    assert len(article.digest) == 16


@SLOW
@given(TEXTS.filter(is_text), st.none() | st.text(min_size=1, max_size=40).filter(is_text))
def test_every_paragraph_is_what_its_offsets_select(text: str, title: str | None) -> None:
    title = " ".join(title.split()) or None if title else None
    article = parse_article(text, "x", title=title)
    check(article)
    again = parse_article(text, "x", title=title)
    assert (again, sketch(again)) == (article, sketch(article))
    if sketch(article):
        originals = Originals()
        assert originals.add("a", sketch(article)) is None
        assert originals.add("b", sketch(article)) == "a"


@SLOW
@given(TEXTS, st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a.warc"]))
def test_every_file_gives_articles_or_sentences(tmp_path: Path, text: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        outcomes = list(read_articles(path))
    except DocumentError as error:
        outcomes = [error]
    for outcome in outcomes:
        if isinstance(outcome, Article):
            check(outcome)
        else:
            assert str(path) in str(outcome)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(), values, max_size=3),
    max_leaves=5,
)
FIELDS = ("text", "html", "title", "publisher", "published", "url", "id", "source", "lain")


@SLOW
@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), JSON), min_size=1, max_size=4))
def test_every_record_gives_an_article_or_a_sentence(
    tmp_path: Path, records: list[dict[str, object]]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    outcomes = list(read_articles(path))
    assert len(outcomes) == len(records)
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    assert len({article.source for article in articles}) == len(articles)
    for article in articles:
        check(article)


@given(TEXTS)
def test_plain_text_only_gets_shorter(text: str) -> None:
    assert len(plain(text)) <= len(text)
