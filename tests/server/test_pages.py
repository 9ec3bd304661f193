from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import yaml
from rdflib import Graph
from starlette.testclient import TestClient

import anugerah.server
from anugerah.server.shortening import shorten

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PAGES = (
    "/",
    "/queries",
    "/queries/winners",
    "/sparql",
    "/articles",
    "/ontology",
    "/dumps",
    "/validation",
    "/docs",
    "/id/conferral/iga-2024-kota-pangkalpinang.html",
    "/graph/reference.html",
    "/nowhere",
)


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("path", PAGES)
def test_each_page_stands_alone_and_its_links_work(
    client: TestClient, path: str, language: str
) -> None:
    answer = client.get(path, params={"lang": language}, headers={"Accept": BROWSER})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{language}">' in answer.text
    assert "<script" not in answer.text
    assert "style=" not in answer.text
    assert not re.findall(r'(?:src|stylesheet" href)="(?!/static/)', answer.text)
    assert answer.text.count("<h1>") == 1
    for target in set(re.findall(r'href="(/[^"#]*)"', answer.text)):
        found = client.get(target.replace("&amp;", "&"), headers={"Accept": BROWSER})
        expected = {200, 303} | ({404} if path == "/nowhere" else set())
        assert found.status_code in expected, target


def test_the_home_page_is_a_directory_for_programs(client: TestClient) -> None:
    assert client.get("/", headers={"Accept": "application/json"}).json()["links"]["dumps"]


def test_an_unchanged_page_is_304(client: TestClient) -> None:
    tag = client.get("/", headers={"Accept": BROWSER}).headers["etag"]
    again = client.get("/", headers={"Accept": BROWSER, "If-None-Match": tag})
    assert again.status_code == 304


def test_an_error_is_a_page_for_browsers(client: TestClient) -> None:
    answer = client.get("/id/none", headers={"Accept": BROWSER})
    assert answer.status_code == 404
    assert "https://w3id.org/anugerah/id/none" in answer.text


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("/id/none", 404, "Yang Anda cari tidak ditemukan."),
        ("/nowhere", 404, "Alamat ini tidak dapat menjawab permintaan itu."),
        ("/articles?page=0", 422, "Ada nilai yang tidak sesuai."),
        ("/sparql?query=%FF", 400, "Permintaan ini tidak sesuai aturan."),
    ],
)
def test_an_error_speaks_the_readers_language(
    client: TestClient, path: str, status: int, heading: str
) -> None:
    answer = client.get(path, headers={"Accept": BROWSER, "Accept-Language": "id"})
    assert answer.status_code == status
    assert '<html lang="id">' in answer.text
    assert heading in answer.text


def test_every_problem_has_a_text() -> None:
    folder = Path(anugerah.server.__file__).parent
    texts = yaml.safe_load((folder / "texts.yaml").read_text(encoding="utf-8"))
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    slugs = re.findall(r'ProblemError\(\s*\w+(?:\.\w+)*,\s*"([a-z-]+)"', code)
    assert len(slugs) > 15
    assert {f"problem_{slug}" for slug in slugs} <= set(texts)


def test_dumps_are_listed_with_their_sums(client: TestClient) -> None:
    for entry in client.get("/dumps").json()["dumps"]:
        answer = client.get(entry["href"])
        assert hashlib.sha256(answer.content).hexdigest() == entry["sha256"]
        assert answer.headers["etag"] == f'"{entry["sha256"]}"'
        assert answer.headers["content-type"].startswith(entry["media_type"])
        assert "last-modified" in answer.headers
        assert answer.headers["content-disposition"] == f'inline; filename="{entry["file"]}"'
    assert entry["sha256"] in client.get("/dumps/SHA256SUMS").text


def test_a_dump_is_given_in_ranges_and_not_twice(client: TestClient) -> None:
    whole = client.get("/dumps/anugerah.ttl")
    part = client.get("/dumps/anugerah.ttl", headers={"Range": "bytes=10-19"})
    assert part.status_code == 206
    assert part.content == whole.content[10:20]
    again = client.get("/dumps/anugerah.ttl", headers={"If-None-Match": whole.headers["etag"]})
    assert again.status_code == 304
    head = client.head("/dumps/anugerah.ttl")
    assert head.headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize(
    "name", ["..%2Frelease.json", "%2e%2e/release.json", "%2Fetc%2Fpasswd", "none", "anugerah.ttl/"]
)
def test_nothing_beside_the_dumps_is_given(client: TestClient, name: str) -> None:
    assert client.get(f"/dumps/{name}", follow_redirects=False).status_code in {404, 307}


def test_the_dataset_is_described(client: TestClient) -> None:
    assert client.get("/dataset").headers["location"] == "/.well-known/void"
    for accept, syntax in (("*/*", "turtle"), ("application/rdf+xml", "xml"), (BROWSER, "turtle")):
        answer = client.get("/.well-known/void", headers={"Accept": accept})
        assert len(Graph().parse(data=answer.content, format=syntax)) == 2


def test_what_was_kept_out_is_shown_with_its_reason(client: TestClient) -> None:
    assert client.get("/validation").json()["kept_out"][0]["source"] == "bad"
    page = client.get("/validation", headers={"Accept": BROWSER}).text
    assert "Rank &lt;b&gt;0&lt;/b&gt; is below 1." in page


def test_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready", "release": "small"}


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://w3id.org/anugerah/ontology#rank", "anugerah:rank"),
        ("http://www.w3.org/2004/02/skos/core#note", "skos:note"),
        ("https://w3id.org/anugerah/id/award/x", "id/award/x"),
        ("http://example.org/x", "http://example.org/x"),
    ],
)
def test_iris_are_shortened(iri: str, short: str) -> None:
    assert shorten("https://w3id.org/anugerah/", iri) == short


def test_every_text_is_there_in_both_languages() -> None:
    path = Path(anugerah.server.__file__).parent / "texts.yaml"
    for key, text in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        assert isinstance(key, str), f"YAML reads {key!r} as no text; quote it."
        assert set(text) == {"en", "id"}, key
        assert all(isinstance(value, str) and value for value in text.values()), key
