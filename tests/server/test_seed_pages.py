from __future__ import annotations

import re

import pytest
from markupsafe import escape
from starlette.testclient import TestClient

from anugerah import resources
from anugerah.canned import load_queries

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
BASE = "https://w3id.org/anugerah/"
ARTICLE = "article/e89262bfe1614d6c"
QUERIES = sorted(load_queries(resources.queries()))


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("name", QUERIES)
def test_every_question_has_a_page_with_its_answer(
    seed_client: TestClient, name: str, language: str
) -> None:
    answer = seed_client.get(
        f"/queries/{name}", params={"lang": language}, headers={"Accept": BROWSER}
    )
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert "<table" in answer.text or "<pre" in answer.text


@pytest.mark.parametrize(
    ("query", "language", "word"),
    [
        ("ASK { ?s ?p ?o }", "en", "Yes"),
        ("ASK { ?s ?p ?o }", "id", "Ya"),
        ("ASK { FILTER(false) }", "en", "No"),
        ("ASK { FILTER(false) }", "id", "Tidak"),
    ],
)
def test_a_yes_or_no_question_is_answered_in_words(
    seed_client: TestClient, query: str, language: str, word: str
) -> None:
    answer = seed_client.get(
        "/sparql", params={"query": query, "lang": language}, headers={"Accept": "text/html"}
    )
    assert answer.status_code == 200
    assert f'<p class="answer">{word}</p>' in answer.text


def page(client: TestClient, path: str, language: str = "en") -> str:
    answer = client.get(path, params={"lang": language}, headers={"Accept": BROWSER})
    assert answer.status_code == 200
    return answer.text


def test_links_to_evidence_lead_to_their_sentence(seed_client: TestClient) -> None:
    rows = seed_client.get(
        "/sparql",
        params={
            "query": "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?evidence ?passage ?quote "
            "WHERE { ?evidence oa:hasSelector ?passage . ?passage oa:exact ?quote }",
            "format": "json",
        },
    ).json()["results"]["bindings"]
    assert len(rows) > 20
    pages: dict[str, str] = {}
    for row in rows:
        for variable in ("evidence", "passage"):
            document, _, fragment = row[variable]["value"].removeprefix(BASE).partition("#")
            if document not in pages:
                pages[document] = page(seed_client, f"/{document}.html")
            assert pages[document].count(f'id="{fragment}"') == 1, row
            assert str(escape(row["quote"]["value"])) in pages[document]


def test_an_article_says_its_sentences_in_the_order_of_the_text(seed_client: TestClient) -> None:
    text = page(seed_client, f"/{ARTICLE}.html", "id")
    assert '<h1 lang="id">Pemkot Pangkalpinang Raih Predikat Kota Sangat Inovatif' in text
    assert "HaluaNusantara · " in text
    starts = [int(start) for start in re.findall(r'id="char=(\d+),', text)]
    assert starts == sorted(starts)
    assert len(starts) == 3
    assert (
        ">Innovative Government Award 2024: Kota Pangkalpinang (Kota Sangat Inovatif)</a>" in text
    )
    assert "ceremony/venue" in text
    assert "keyakinan 0,9" in text


def test_evidence_quotes_each_sentence_once_under_its_article(seed_client: TestClient) -> None:
    fact = "id/conferral/iga-2024-kota-sangat-inovatif-kota-pangkalpinang"
    text = page(seed_client, f"/{fact}.html")
    assert text.count("diterima langsung oleh Pj Wali Kota Pangkalpinang") == 1
    assert text.count("<blockquote") == 2
    assert f'<a href="/{ARTICLE}">Pemkot Pangkalpinang Raih Predikat' in text
    assert "000_c8f2a5af650c29d9" not in text
    assert f'href="/{ARTICLE}#char=569,754"' in text


def test_an_untitled_article_is_called_by_its_first_words(seed_client: TestClient) -> None:
    found = seed_client.get("/articles", headers={"Accept": "application/json"}).json()["articles"]
    untitled = [article for article in found if "title" not in article]
    assert untitled
    for article in untitled:
        text = page(seed_client, article["article"].removeprefix(BASE.rstrip("/")) + ".html")
        heading = re.search(r'<h1 lang="id">(.*)</h1>', text)
        assert heading
        assert heading[1].endswith(" …")
        assert article["name"] not in heading[1]


@pytest.mark.parametrize(
    ("language", "own"), [("en", "city government"), ("id", "pemerintah kota")]
)
def test_own_classes_come_first_and_those_of_others_last(
    seed_client: TestClient, language: str, own: str
) -> None:
    text = page(seed_client, "/id/government/kota-bengkulu.html", language)
    first, _, rest = text.partition("<details>")
    assert own in first.casefold()
    assert "owl:Thing" not in first
    assert "owl:Thing" in rest
    assert "schema:GovernmentOrganization" not in first


@pytest.mark.parametrize(("language", "number"), [("en", "36,742"), ("id", "36.742")])
def test_numbers_are_written_as_the_language_does(
    seed_client: TestClient, language: str, number: str
) -> None:
    text = page(seed_client, "/id/edition/iga-2025.html", language)
    assert f">{number}</span>" in text
    assert ">2025</span>" in text


def test_articles_are_listed_with_publisher_and_without_an_empty_column(
    seed_client: TestClient,
) -> None:
    text = page(seed_client, "/articles", "id")
    assert text.count(" …</a>") == 1
    assert "HaluaNusantara" in text
    assert ">Tanggal<" not in text


def test_the_home_page_has_totals_and_the_newest_editions(seed_client: TestClient) -> None:
    text = page(seed_client, "/", "id")
    editions = re.findall(r'<time datetime="([0-9-]+)">[^<]*</time> <a href="/id/edition/', text)
    assert editions[0] == "2025-12-10"
    assert editions == sorted(editions, reverse=True)
    assert len(editions) == 4
    assert "<b>Kota Terinovatif</b>: " in text
    assert ">Kota Surabaya</a>" in text
    assert "award=https%3A%2F%2Fw3id.org%2Fanugerah%2Fid%2Faward%2Figa&amp;year=2025" in text
    assert re.search(r"<dd>\d\d\.\d\d\d</dd>", text)
