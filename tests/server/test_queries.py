from __future__ import annotations

import pytest
from starlette.testclient import TestClient

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def test_the_list_tells_programs_all_they_need(client: TestClient) -> None:
    listed = {query["name"]: query for query in client.get("/queries").json()["queries"]}
    winners = listed["winners"]
    assert winners["title"] == {"en": "Winners of a rank", "id": "Pemenang menurut peringkat"}
    assert winners["href"] == "/queries/winners"
    assert [p["name"] for p in winners["parameters"]] == ["rank", "name"]
    assert winners["parameters"][0]["type"] == "integer"
    assert winners["parameters"][0]["default"] == "3"


def test_the_list_is_a_page_for_browsers(client: TestClient) -> None:
    page = client.get("/queries", headers={"Accept": BROWSER, "Accept-Language": "id"}).text
    assert "Pemenang menurut peringkat" in page


@pytest.mark.parametrize(
    ("parameters", "rows"),
    [
        ({}, 1),
        ({"rank": "3"}, 1),
        ({"rank": "4"}, 0),
        ({"rank": ""}, 1),
        ({"name": "Kota Pangkalpinang"}, 1),
        ({"name": '" || true || "'}, 0),
        ({"name": "') UNION { ?s ?p ?o } #"}, 0),
    ],
)
def test_parameters_are_bound_as_terms(
    client: TestClient, parameters: dict[str, str], rows: int
) -> None:
    answer = client.get("/queries/winners", params=parameters)
    assert answer.status_code == 200
    assert len(answer.json()["results"]["bindings"]) == rows


@pytest.mark.parametrize(
    ("url", "parameter"),
    [
        ("/queries/winners?rank=first", "rank"),
        ("/queries/winners?colour=red", "colour"),
        ("/queries/winners?rank=1&rank=2", "rank"),
        ("/queries/about", "government"),
        ("/queries/about?government=%3Chttp%3A", "government"),
    ],
)
def test_a_wrong_parameter_is_named(client: TestClient, url: str, parameter: str) -> None:
    answer = client.get(url)
    assert answer.status_code == 422
    assert answer.json()["parameter"] == parameter
    page = client.get(url, headers={"Accept": BROWSER})
    assert "Traceback" not in page.text
    assert "<form" in page.text or page.status_code == 422


def test_an_unknown_query_is_404_with_near_names(client: TestClient) -> None:
    answer = client.get("/queries/winer")
    assert answer.status_code == 404
    assert answer.json()["suggestions"] == ["winners"]


def test_a_graph_query_answers_in_graph_formats(client: TestClient) -> None:
    url = "/queries/about?government=kota-pangkalpinang"
    assert client.get(url).headers["content-type"].startswith("text/turtle")
    assert client.get(f"{url}&format=nt").text.count("\n") == 3
    assert client.get(f"{url}&format=csv").status_code == 406


def test_the_page_has_a_form_the_result_and_the_query(client: TestClient) -> None:
    answer = client.get("/queries/winners?rank=3", headers={"Accept": BROWSER})
    assert '<input id="p-rank" name="rank" value="3" type="number"' in answer.text
    assert "Kota Pangkalpinang" in answer.text
    assert "SELECT ?conferral" in answer.text
    assert "rank=3&amp;format=csv" in answer.text
    first_visit = client.get("/queries/about", headers={"Accept": BROWSER})
    assert first_visit.status_code == 200
    assert "<form" in first_visit.text


def test_each_query_is_an_operation_with_typed_parameters(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    operation = document["paths"]["/queries/winners"]["get"]
    rank = next(p for p in operation["parameters"] if p["name"] == "rank")
    assert rank["schema"] == {"type": "integer", "default": 3}
    assert rank["required"] is False
    about = document["paths"]["/queries/about"]["get"]
    assert about["parameters"][0]["required"] is True
    assert "text/turtle" in about["responses"]["200"]["content"]
    page = client.get("/docs").text
    assert "/queries/winners" in page
    assert "https://cdn" not in page
