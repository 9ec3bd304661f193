from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from anugerah.server.tables import pair_columns
from anugerah.server.values import write_number

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def cells(client: TestClient, path: str, language: str) -> tuple[list[str], list[str]]:
    answer = client.get(path, params={"lang": language}, headers={"Accept": BROWSER})
    assert answer.status_code == 200
    headings = re.findall(r'<th scope="col">(.*?)</th>', answer.text)
    found = re.findall(r"<td[^>]*>(.*?)</td>", answer.text, re.DOTALL)
    return headings, [" ".join(cell.split()) for cell in found]


@pytest.mark.parametrize(
    ("variables", "columns"),
    [
        (["award", "awardLabel", "year"], [("award", "award"), ("year", None)]),
        (["awardLabel", "year"], [("award", None), ("year", None)]),
        (["source", "article", "person", "personLabel"], [("source", "article"), ("person",) * 2]),
        (["fact", "kind", "label"], [("fact", "fact"), ("kind", None)]),
        (["class", "label", "labelEnglish", "things"], [("class", "class"), ("things", None)]),
        (["label"], [("label", None)]),
        (["x"], [("x", None)]),
    ],
)
def test_a_thing_and_its_name_are_one_column(
    variables: list[str], columns: list[tuple[str, str | None]]
) -> None:
    assert [(column.heading, column.iri) for column in pair_columns(variables)] == columns


@pytest.mark.parametrize(
    ("number", "english", "indonesian"),
    [
        ("36742", "36,742", "36.742"),
        ("-1234567.5", "-1,234,567.5", "-1.234.567,5"),
        ("2024", "2024", "2024"),
        ("0.95", "0.95", "0,95"),
        ("00012", "00012", "00012"),
        ("1E6", "1E6", "1E6"),
        ("INF", "INF", "INF"),
    ],
)
def test_numbers_are_written_by_language(number: str, english: str, indonesian: str) -> None:
    assert write_number(number, "en") == english
    assert write_number(number, "id") == indonesian


def test_headings_and_codes_are_words_of_the_language(seed_client: TestClient) -> None:
    headings, found = cells(seed_client, "/queries/award-winners", "id")
    assert headings[:4] == ["Kategori", "Peringkat", "Penerima", "Tingkat"]
    assert "Kota" in found
    assert "city" not in found
    assert '<a href="/id/government/kota-pangkalpinang">Kota Pangkalpinang</a>' in found
    headings, found = cells(seed_client, "/queries/award-winners", "en")
    assert headings[:4] == ["Category", "Rank", "Recipient", "Level"]
    assert "City" in found


def test_sources_are_shown_by_title_and_publisher(seed_client: TestClient) -> None:
    headings, found = cells(seed_client, "/queries/officials", "en")
    assert headings[0] == "Source"
    assert "article" not in headings
    assert any(
        cell.startswith('<a href="/article/e89262bfe1614d6c">Pemkot Pangkalpinang Raih')
        and cell.endswith("<small>HaluaNusantara</small>")
        for cell in found
    )
    assert not any("000_c8f2a5af650c29d9" in cell for cell in found)


def test_things_without_a_name_in_the_answer_are_named(seed_client: TestClient) -> None:
    _, found = cells(seed_client, "/queries/government-history", "id")
    assert any("Kabupaten Bangka (Kabupaten Terinovatif)</a>" in cell for cell in found)
    _, found = cells(seed_client, "/queries/graph-summary", "id")
    assert any(cell.startswith('<a href="/ontology#Conferral">') for cell in found)


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_answers_have_a_file_name(seed_client: TestClient, form: str) -> None:
    answer = seed_client.get("/queries/award-winners", params={"format": form})
    assert answer.headers["content-disposition"] == f'inline; filename="award-winners.{form}"'


def test_other_vocabularies_are_words_on_pages_and_names_in_sparql(
    seed_client: TestClient,
) -> None:
    headers = {"Accept": BROWSER}
    page = seed_client.get("/id/government/kota-batu.html?lang=id", headers=headers).text
    assert ">nama resmi</a>" in page
    assert ">rdf:type</a>" not in page
    query = "SELECT ?p { <https://w3id.org/anugerah/id/government/kota-batu> ?p ?o }"
    page = seed_client.get("/sparql", params={"query": query}, headers=headers).text
    assert ">rdf:type</a>" in page


def test_what_a_page_tells_is_not_told_again_backwards(seed_client: TestClient) -> None:
    fact = "id/conferral/iga-2024-kota-sangat-inovatif-kota-pangkalpinang"
    page = seed_client.get(f"/{fact}.html", headers={"Accept": BROWSER}).text
    assert page.partition("<details>")[0].count(">Budi Utama</a>") == 1
