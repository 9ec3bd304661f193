from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from anugerah import resources
from anugerah.canned import load_queries

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
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
