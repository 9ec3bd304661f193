from __future__ import annotations

import gzip
import json
import re
from urllib.parse import quote, urlencode

import pytest
from rdflib import Graph
from starlette.testclient import TestClient

SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/anugerah/ontology#Conferral> }"
ASK = "ASK { ?s ?p ?o }"
CONSTRUCT = "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }"
DESCRIBE = "DESCRIBE <https://w3id.org/anugerah/id/government/kota-pangkalpinang>"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
BASE = "https://w3id.org/anugerah/"


@pytest.mark.parametrize(
    ("query", "accept", "content_type"),
    [
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (SELECT, "text/turtle, text/csv;q=0.1", "text/csv; charset=utf-8"),
        (ASK, "*/*", "application/sparql-results+json"),
        (ASK, "text/csv, application/sparql-results+xml;q=0.2", "application/sparql-results+xml"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples; charset=utf-8"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/n-quads", "application/n-quads; charset=utf-8"),
        (CONSTRUCT, "application/trig", "application/trig; charset=utf-8"),
        (DESCRIBE, "text/turtle", "text/turtle; charset=utf-8"),
        (DESCRIBE, BROWSER, "text/html; charset=utf-8"),
    ],
)
def test_the_answer_is_in_the_format_asked_for(
    client: TestClient, query: str, accept: str, content_type: str
) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == content_type
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("query", "name", "content_type"),
    [
        (SELECT, "csv", "text/csv"),
        (SELECT, "json", "application/sparql-results+json"),
        (CONSTRUCT, "json", "application/ld+json"),
        (CONSTRUCT, "xml", "application/rdf+xml"),
        (CONSTRUCT, "nt", "application/n-triples"),
    ],
)
def test_a_short_name_chooses_the_format(
    client: TestClient, query: str, name: str, content_type: str
) -> None:
    answer = client.get("/sparql", params={"query": query, "format": name})
    assert answer.headers["content-type"].startswith(content_type)


@pytest.mark.parametrize(
    ("query", "accept", "offered"),
    [
        (SELECT, "image/png", "application/sparql-results+json"),
        (SELECT, "text/turtle", "text/csv"),
        (ASK, "text/csv", "application/sparql-results+xml"),
        (CONSTRUCT, "text/csv", "text/turtle"),
    ],
)
def test_what_cannot_be_served_is_406_with_the_list(
    client: TestClient, query: str, accept: str, offered: str
) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 406
    assert answer.headers["content-type"] == "application/problem+json"
    assert offered in answer.json()["offered"]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (urlencode({"query": ASK}), "application/x-www-form-urlencoded"),
        (urlencode({"query": ASK}), "application/x-www-form-urlencoded; charset=UTF-8"),
        (ASK, "application/sparql-query"),
        (ASK, 'application/sparql-query; charset="utf-8"'),
    ],
)
def test_a_query_is_posted_both_ways(client: TestClient, body: str, content_type: str) -> None:
    answer = client.post("/sparql", content=body, headers={"Content-Type": content_type})
    assert answer.status_code == 200
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize("literal", ["100%25", "a+b", "a&b=c", "é ü 漢 😀", "%E9", "a\\tb"])
def test_text_survives_each_way_of_sending(client: TestClient, literal: str) -> None:
    query = f'SELECT ("{literal}" AS ?x) {{}}'
    expected = literal.replace("\\t", "\t")
    answers = [
        client.get(f"/sparql?query={quote(query, safe='')}"),
        client.post("/sparql", content=urlencode({"query": query}), headers=FORM),
        client.post(
            "/sparql", content=query.encode(), headers={"Content-Type": "application/sparql-query"}
        ),
    ]
    for answer in answers:
        assert answer.json()["results"]["bindings"][0]["x"]["value"] == expected


@pytest.mark.parametrize(
    ("method", "url", "body", "content_type", "status"),
    [
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", b"", "", 400),
        ("GET", "/sparql?query=", b"", "", 400),
        ("GET", "/sparql?query=%FF", b"", "", 400),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=relative", b"", "", 400),
        ("GET", "/sparql?query=ASK%7B%7D&format=pdf", b"", "", 406),
        ("GET", "/sparql?update=CLEAR%20ALL", b"", "", 403),
        ("PUT", "/sparql?query=ASK%7B%7D", b"", "", 405),
        ("DELETE", "/sparql", b"", "", 405),
        ("POST", "/sparql", b"", "application/x-www-form-urlencoded", 400),
        ("POST", "/sparql", b"query=%FF", "application/x-www-form-urlencoded", 400),
        ("POST", "/sparql", b"query=ASK{}&query=ASK{}", "application/x-www-form-urlencoded", 400),
        ("POST", "/sparql?query=ASK%7B%7D", b"ASK {}", "application/sparql-query", 400),
        ("POST", "/sparql", b"\xff\xfeA\x00S\x00K\x00", "application/sparql-query", 400),
        ("POST", "/sparql", b"ASK {}", "application/sparql-query; charset=utf-16", 415),
        ("POST", "/sparql", b"ASK {}", "text/plain", 415),
        ("POST", "/sparql", b"ASK {}", "", 415),
        ("POST", "/sparql", b"CLEAR ALL", "application/sparql-update", 403),
        ("POST", "/sparql", b"update=CLEAR+ALL", "application/x-www-form-urlencoded", 403),
        ("POST", "/sparql", b"CLEAR ALL", "application/sparql-query", 403),
        ("POST", "/sparql", b"a&" * 10_001, "application/x-www-form-urlencoded", 400),
        ("POST", "/sparql", b"#" * 1_048_577, "application/sparql-query", 413),
    ],
)
def test_what_the_protocol_forbids_is_refused(
    client: TestClient, method: str, url: str, body: bytes, content_type: str, status: int
) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    answer = client.request(method, url, content=body, headers=headers)
    assert answer.status_code == status
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert problem["detail"].endswith(".")


def test_a_bad_query_is_told_with_line_and_column(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * {\n ?s dcterms:title ?o }"})
    problem = answer.json()
    assert answer.status_code == 400
    assert (problem["line"], problem["column"]) == (2, 18)
    assert "PREFIX dcterms: <http://purl.org/dc/terms/>" in problem["hint"]


def test_unknown_parameters_are_ignored(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": ASK, "ac": "1", "timeout": "x"}).is_success


def graphs(client: TestClient, query: str, **parameters: str | list[str]) -> int:
    answer = client.get("/sparql", params={"query": query, **parameters})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_the_protocol_chooses_the_dataset(client: TestClient) -> None:
    default = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    reference, ontology = f"{BASE}graph/reference", f"{BASE}graph/ontology"
    assert graphs(client, named) == 3
    assert graphs(client, default, **{"default-graph-uri": reference}) == 6
    assert graphs(client, default, **{"default-graph-uri": [reference, ontology]}) > 6
    assert graphs(client, named, **{"default-graph-uri": reference}) == 0
    assert graphs(client, default, **{"named-graph-uri": reference}) == 0
    assert graphs(client, named, **{"named-graph-uri": [reference, ontology]}) == 2
    overruled = default.replace("{", f"FROM <{ontology}> {{")
    assert graphs(client, overruled, **{"default-graph-uri": reference}) == 6
    assert graphs(client, default, **{"default-graph-uri": "http://example.org/none"}) == 0


def test_relative_iris_start_at_the_base_of_the_graph(client: TestClient) -> None:
    query = "ASK { <id/government/kota-pangkalpinang> ?p ?o }"
    assert client.get("/sparql", params={"query": query}).json()["boolean"] is True


def test_an_unchanged_answer_is_304(client: TestClient) -> None:
    first = client.get("/sparql", params={"query": SELECT})
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for held in (tag, f"W/{tag}", f'"other", {tag}'):
        again = client.get("/sparql", params={"query": SELECT}, headers={"If-None-Match": held})
        assert again.status_code == 304
        assert again.headers["etag"] == tag
        assert not again.content
    other = client.get(
        "/sparql", params={"query": SELECT, "format": "csv"}, headers={"If-None-Match": tag}
    )
    assert other.status_code == 200


@pytest.mark.parametrize("call", ["NOW()", "RAND()", "struuid ()"])
def test_answers_that_change_are_not_kept(client: TestClient, call: str) -> None:
    answer = client.get("/sparql", params={"query": f"SELECT ({call} AS ?x) {{}}"})
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_a_compressed_answer_has_its_own_tag(client: TestClient) -> None:
    wide = {"params": {"query": "SELECT * { ?s ?p ?o }"}}
    plain = client.get("/sparql", **wide, headers={"Accept-Encoding": "identity"})  # type: ignore[arg-type]
    packed = client.get("/sparql", **wide, headers={"Accept-Encoding": "gzip"})  # type: ignore[arg-type]
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert packed.headers["etag"] == plain.headers["etag"][:-1] + '-gzip"'
    again = client.get("/sparql", **wide, headers={"If-None-Match": packed.headers["etag"]})  # type: ignore[arg-type]
    assert again.status_code == 304


def test_head_and_options(client: TestClient) -> None:
    head = client.head("/sparql", params={"query": ASK})
    assert head.status_code == 200
    assert not head.content
    assert head.headers["content-type"] == "application/sparql-results+json"
    options = client.options("/sparql")
    assert options.status_code == 204
    assert "POST" in options.headers["allow"]


def test_every_site_may_read_without_credentials(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": ASK}, headers={"Origin": "https://e.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    preflight = client.options(
        "/sparql",
        headers={
            "Origin": "https://e.org",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-headers"] == "content-type"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("*/*", "turtle"),
        ("text/turtle", "turtle"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_without_a_query_the_service_describes_itself(
    client: TestClient, accept: str, syntax: str
) -> None:
    answer = client.get("/sparql", headers={"Accept": accept})
    graph = Graph().parse(data=answer.content, format=syntax)
    found = graph.query(
        """PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
        ASK { ?s a sd:Service ; sd:endpoint ?s ; sd:defaultDataset/sd:namedGraph/sd:name
            <https://w3id.org/anugerah/graph/ontology> }"""
    )
    assert found.askAnswer
    assert client.get("/sparql", headers={"Accept": "text/csv"}).status_code == 406


def test_browsers_get_a_form_and_a_table(client: TestClient) -> None:
    form = client.get("/sparql", headers={"Accept": BROWSER})
    assert "<textarea" in form.text
    assert "PREFIX anugerah:" in form.text
    table = client.get("/sparql", params={"query": SELECT}, headers={"Accept": BROWSER})
    assert 'href="/id/conferral/iga-2024-kota-pangkalpinang"' in table.text
    broken = client.get("/sparql", params={"query": "SELECT"}, headers={"Accept": BROWSER})
    assert broken.status_code == 400
    assert broken.headers["content-type"].startswith("text/html")


def test_json_results_have_the_types_and_languages_of_the_terms(client: TestClient) -> None:
    query = 'SELECT ("a"@id AS ?x) (1.5 AS ?y) {}'
    row = json.loads(client.get("/sparql", params={"query": query}).content)["results"]["bindings"]
    assert row[0]["x"]["xml:lang"] == "id"
    assert row[0]["y"]["datatype"].endswith("#decimal")


def test_dumps_are_not_compressed_twice(client: TestClient) -> None:
    answer = client.get("/dumps/anugerah.nt.gz", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert b"kota-pangkalpinang" in gzip.decompress(answer.content)


def test_a_function_that_is_not_there_is_named(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "ASK { ?s ?p ?o FILTER(<http://e/f>(?o)) }"})
    assert answer.status_code == 422
    assert "<http://e/f>" in answer.json()["detail"]


def test_a_page_shows_the_first_rows_of_a_long_answer(client: TestClient) -> None:
    query = "SELECT ?a { ?a ?b ?c . ?d ?e ?f }"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": BROWSER})
    assert answer.text.count("<tr>") == 1001
    assert "The first 1000 are shown" in answer.text


@pytest.mark.parametrize(
    ("language", "heading", "where"),
    [
        ("en", "The query can&#39;t be read.", "Line 2, column "),
        ("id", "Kueri ini tidak dapat dibaca.", "Baris 2, kolom "),
    ],
)
def test_a_mistake_in_the_form_keeps_the_query(
    client: TestClient, language: str, heading: str, where: str
) -> None:
    query = "SELECT ?s WHERE {\n  ?s a anugerah:Conferral </textarea> }"
    answer = client.get(
        "/sparql", params={"query": query, "lang": language}, headers={"Accept": BROWSER}
    )
    assert answer.status_code == 400
    assert heading in answer.text
    assert where in answer.text
    assert "?s a anugerah:Conferral &lt;/textarea&gt; }" in answer.text
    assert answer.text.index(where) < answer.text.index("<textarea")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("query", ["DELETE WHERE { ?s ?p ?o }", "SELECT * { SERVICE <x:y> {} }"])
def test_a_refused_query_stays_in_the_form(client: TestClient, query: str) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": BROWSER})
    assert answer.status_code == 403
    assert "<textarea" in answer.text


def test_the_form_begins_with_the_prefixes_that_the_example_needs(client: TestClient) -> None:
    page = client.get("/sparql", headers={"Accept": BROWSER}).text
    example = page.partition("<textarea")[2].partition("</textarea>")[0]
    assert example.count("PREFIX ") == 2
    assert "PREFIX skos: &lt;" in page.partition("<details>")[2]


@pytest.mark.parametrize(
    ("query", "formats"),
    [
        (SELECT, {"json", "xml", "csv", "tsv"}),
        (ASK, {"json", "xml"}),
        (CONSTRUCT, {"ttl", "nt", "rdf", "jsonld", "nq", "trig"}),
    ],
)
def test_a_result_can_be_downloaded(client: TestClient, query: str, formats: set[str]) -> None:
    page = client.get("/sparql", params={"query": query}, headers={"Accept": BROWSER}).text
    links = re.findall(r'href="(/sparql\?query=[^"]*)">(\w+)</a>', page)
    assert {name for _, name in links} == formats
    for link, _ in links:
        assert client.get(link.replace("&amp;", "&")).status_code == 200
