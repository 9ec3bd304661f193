from __future__ import annotations

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS
from starlette.testclient import TestClient

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
BASE = "https://w3id.org/anugerah/"
CITY = "id/government/kota-pangkalpinang"
CONFERRAL = "id/conferral/iga-2024-kota-pangkalpinang"
ARTICLE = "article/0123456789abcdef"


@pytest.mark.parametrize("path", [CITY, CONFERRAL, ARTICLE, "graph/0123456789abcdef"])
@pytest.mark.parametrize(
    ("accept", "ending"),
    [
        ("*/*", "ttl"),
        (BROWSER, "html"),
        ("application/ld+json", "jsonld"),
        ("application/rdf+xml", "rdf"),
        ("application/n-triples", "nt"),
    ],
)
def test_an_iri_leads_to_a_document(
    client: TestClient, path: str, accept: str, ending: str
) -> None:
    answer = client.get(f"/{path}", headers={"Accept": accept})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/{path}.{ending}"
    assert 'rel="alternate"; type="text/turtle"' in answer.headers["link"]
    document = client.get(answer.headers["location"])
    assert document.status_code == 200
    assert 'rel="license"' in document.headers["link"]
    assert f'</{path}>; rel="describes"' in document.headers["link"]
    assert document.headers["etag"]


def test_a_document_holds_both_directions_and_labels(client: TestClient) -> None:
    graph = Graph().parse(data=client.get(f"/{CITY}.ttl").text, format="turtle")
    city, conferral = URIRef(BASE + CITY), URIRef(BASE + CONFERRAL)
    assert (city, RDFS.label, Literal("Kota Pangkalpinang")) in graph
    assert (conferral, URIRef(f"{BASE}ontology#recipient"), city) in graph
    assert graph.value(conferral, RDFS.label)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("id/government/kota-nowhere", 404),
        ("id/government/kota-nowhere.ttl", 404),
        ("id/government/kota-pangkalpinang.exe", 404),
        ("id/x%3E%20%7B%7D%20%22", 404),
        ("id/%0A.html", 404),
        ("article/ffff", 404),
        ("graph/nothing", 404),
        ("id/", 404),
    ],
)
def test_what_the_graph_does_not_know_is_404(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_unacceptable_document_is_406(client: TestClient) -> None:
    assert client.get(f"/{CITY}", headers={"Accept": "image/png"}).status_code == 406


def test_a_page_shows_the_evidence(client: TestClient) -> None:
    page = client.get(f"/{CONFERRAL}.html").text
    assert "<h1>Innovative Government Award 2024: Kota Pangkalpinang</h1>" in page
    assert "Kota Pangkalpinang meraih &lt;b&gt;IGA&lt;/b&gt;" in page
    assert "Pangkalpinang Raih IGA 2024" in page
    assert f'href="/{CITY}"' in page
    assert "Très bon – é ü 漢 100%25" in page


def test_hostile_labels_are_text(client: TestClient) -> None:
    answer = client.get("/id/government/kota-hostile.html")
    assert "<script" not in answer.text
    assert "&lt;script&gt;alert" in answer.text
    assert 'href="javascript' not in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_speaks_the_readers_language(client: TestClient) -> None:
    url = f"/{CONFERRAL}.html"
    indonesian = client.get(url, headers={"Accept-Language": "id-ID,id;q=0.9,en;q=0.8"})
    assert indonesian.headers["content-language"] == "id"
    assert ">penerima</a>" in indonesian.text
    assert '<html lang="id">' in indonesian.text
    english = client.get(url, params={"lang": "en"}, headers={"Accept-Language": "id"})
    assert ">recipient</a>" in english.text
    assert client.get(url, headers={"Accept-Language": "fr"}).headers["content-language"] == "en"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("*/*", "turtle"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
        ("application/n-triples", "nt"),
    ],
)
def test_the_ontology_is_served_at_its_iri(client: TestClient, accept: str, syntax: str) -> None:
    for path in ("/ontology", "/ontology/0.1.0"):
        answer = client.get(path, headers={"Accept": accept})
        assert answer.status_code == 200
        assert answer.headers["content-location"].startswith("/ontology.")
        assert len(Graph().parse(data=answer.content, format=syntax)) == 13


def test_the_ontology_has_a_page_with_an_anchor_for_each_term(client: TestClient) -> None:
    page = client.get("/ontology", headers={"Accept": BROWSER, "Accept-Language": "id"}).text
    assert 'id="Conferral"' in page
    assert "Pemberian penghargaan." in page
    assert "The act of giving" not in page
    assert client.get("/ontology.exe").status_code == 404


def test_articles_are_listed_and_lead_to_their_iris(client: TestClient) -> None:
    listed = client.get("/articles").json()
    assert listed["articles"][0]["name"] == "000_good"
    page = client.get("/articles", headers={"Accept": BROWSER}).text
    assert "Pangkalpinang Raih IGA 2024" in page
    assert "<td>2024-12-06</td>" in page
    assert client.get("/articles", params={"page": "0"}).status_code == 422
    assert client.get("/articles", params={"page": "9" * 5000}).status_code == 422
    redirect = client.get("/articles/0123456789abcdef")
    assert (redirect.status_code, redirect.headers["location"]) == (308, f"/{ARTICLE}")
