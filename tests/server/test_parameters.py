"""What people write into the forms of the canned queries."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("query", "given"),
    [
        ("award-winners", {"award": "IGA"}),
        ("award-winners", {"award": "iga"}),
        ("award-winners", {"award": "innovative government award"}),
        ("award-winners", {"award": "https://w3id.org/anugerah/id/award/iga"}),
        ("government-history", {"government": "Kabupaten Bangka"}),
        ("government-history", {"government": "  kabupaten   bangka "}),
        ("government-history", {"government": "KABUPATEN-BANGKA"}),
        ("government-history", {"government": "Bangka"}),
        ("officials", {"organisation": "Kota Bengkulu"}),
        ("officials", {"organisation": "Indonesian Institute for Public Governance"}),
    ],
)
def test_a_thing_is_found_by_what_people_call_it(
    seed_client: TestClient, query: str, given: dict[str, str]
) -> None:
    answer = seed_client.get(f"/queries/{query}", params=given)
    assert answer.status_code == 200, answer.text
    assert answer.json()["results"]["bindings"]
    page = seed_client.get(f"/queries/{query}", params=given, headers={"Accept": BROWSER})
    assert page.status_code == 200
    assert "<table" in page.text


@pytest.mark.parametrize(
    ("given", "matches"),
    [("Kota Bengkullu", ["Kota Bengkulu"]), ("Bandung", ["Kabupaten Bandung", "Kota Bandung"])],
)
def test_a_name_that_does_not_fit_is_422_with_near_names(
    seed_client: TestClient, given: str, matches: list[str]
) -> None:
    url = "/queries/government-history"
    answer = seed_client.get(url, params={"government": given})
    assert answer.status_code == 422
    assert answer.json()["parameter"] == "government"
    assert set(matches) <= set(answer.json()["suggestions"])
    assert given in answer.json()["detail"]
    page = seed_client.get(
        url, params={"government": given, "lang": "id"}, headers={"Accept": BROWSER}
    )
    assert page.status_code == 422
    assert "Pemerintah daerah: " in page.text
    assert f"“{given}”" in page.text
    for match in matches:
        assert f'href="?government={match.replace(" ", "+")}"' in page.text.replace("%20", "+")


@pytest.mark.parametrize(
    ("query", "given", "language", "hint"),
    [
        (
            "award-winners",
            {"award": "https://w3id.org/anugerah/id/award/nope"},
            "en",
            "Award: nothing in the graph is called",
        ),
        (
            "has-won",
            {"government": "https://w3id.org/anugerah/id/government/nope"},
            "id",
            "Pemerintah daerah: tidak ada",
        ),
        ("article-claims", {"source": "nope"}, "en", "Article: nothing in the graph is called"),
        ("conferrals", {"source": "https://example.org/nope"}, "id", "Sumber: tidak ada"),
    ],
)
def test_an_empty_answer_tells_what_the_graph_does_not_know(
    seed_client: TestClient, query: str, given: dict[str, str], language: str, hint: str
) -> None:
    page = seed_client.get(
        f"/queries/{query}", params={**given, "lang": language}, headers={"Accept": BROWSER}
    )
    assert page.status_code == 200
    assert hint in page.text


def test_forms_offer_what_the_graph_knows(seed_client: TestClient) -> None:
    def form(query: str) -> str:
        return seed_client.get(f"/queries/{query}", headers={"Accept": BROWSER}).text

    history = form("government-history")
    assert '<datalist id="l-government">' in history
    assert history.count("<option") == 552
    assert '<option value="Kota Batu">' in history
    assert 'value="Kabupaten Bangka"' in history
    assert 'value="https://w3id.org' not in history
    claims = form("article-claims")
    assert '<option value="000_c8f2a5af650c29d9">Pemkot Pangkalpinang Raih Predikat' in claims


def test_wrong_types_are_told_in_the_language_of_the_reader(seed_client: TestClient) -> None:
    page = seed_client.get(
        "/queries/award-winners",
        params={"year": "dua", "lang": "id"},
        headers={"Accept": BROWSER},
    )
    assert page.status_code == 422
    assert "Tahun penyelenggaraan: nilai “dua” tidak sesuai. Tulis bilangan bulat" in page.text


@pytest.mark.parametrize(
    "value", ['"><script>', "a b{}", "javascript:alert(1)", "%", "漢", "x" * 5000]
)
def test_hostile_values_stay_text(seed_client: TestClient, value: str) -> None:
    for accept in (BROWSER, "application/json"):
        answer = seed_client.get(
            "/queries/government-history",
            params={"government": value},
            headers={"Accept": accept},
        )
        assert answer.status_code in {200, 422}
        assert accept != BROWSER or "<script" not in answer.text
