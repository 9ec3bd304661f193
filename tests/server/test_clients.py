"""The clients that people use, over real sockets."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.request
from typing import Any
from urllib.error import HTTPError

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from anugerah.errors import AnugerahError
from anugerah.release import Release
from anugerah.server.serve import serve
from anugerah.settings import Settings

SELECT = "SELECT ?label WHERE { ?s a <https://w3id.org/anugerah/ontology#Article> ; ?p ?label }"
CONSTRUCT = "CONSTRUCT WHERE { ?s a <https://w3id.org/anugerah/ontology#Article> }"


def wrapper(url: str, query: str, form: str, method: str, request: str) -> SPARQLWrapper:
    client = SPARQLWrapper(f"{url}/sparql")
    client.setQuery(query)
    client.setReturnFormat(form)
    client.setMethod(method)
    client.setRequestMethod(request)
    return client


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize(
    ("method", "request_method"),
    [("GET", "urlencoded"), (POST, "urlencoded"), (POST, "postdirectly")],
)
def test_sparqlwrapper_reads_every_format(url: str, method: str, request_method: str) -> None:
    def ask(query: str, form: str) -> Any:  # noqa: ANN401
        return wrapper(url, query, form, method, request_method).queryAndConvert()

    rows = ask(SELECT, JSON)
    assert len(rows["results"]["bindings"]) == 4
    assert "Pangkalpinang Raih" in ask(SELECT, XML).toxml()
    assert b"Pangkalpinang Raih" in ask(SELECT, CSV)
    assert b"Pangkalpinang Raih" in ask(SELECT, TSV)
    assert ask("ASK { ?s ?p ?o }", JSON)["boolean"] is True
    assert len(Graph().parse(data=ask(CONSTRUCT, TURTLE), format="turtle")) == 1
    assert len(ask(CONSTRUCT, RDFXML)) == 1


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_sparqlwrapper_reads_json_ld(url: str) -> None:
    found: Any = wrapper(url, CONSTRUCT, JSONLD, "GET", "urlencoded").queryAndConvert()
    assert len(found) == 1


def test_sparqlwrapper_tells_bad_queries(url: str) -> None:
    with pytest.raises(QueryBadFormed, match="line 1"):
        wrapper(url, "SELECT", JSON, "GET", "urlencoded").query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rdflib_uses_it_as_a_store(url: str, method: str, form: str) -> None:
    store = SPARQLStore(f"{url}/sparql", method=method, returnFormat=form)
    graph = Graph(store=store)
    article = URIRef("https://w3id.org/anugerah/article/0123456789abcdef")
    assert {str(o) for o in graph.objects(article)} >= {"000_good", "Pangkalpinang Raih IGA 2024"}
    assert len(list(graph.query(SELECT))) == 4


def test_a_linked_data_client_follows_the_redirect(url: str) -> None:
    request = urllib.request.Request(
        f"{url}/id/government/kota-pangkalpinang", headers={"Accept": "text/turtle"}
    )
    with urllib.request.urlopen(request) as answer:
        assert answer.url.endswith(".ttl")
        assert len(Graph().parse(data=answer.read(), format="turtle")) >= 4


def raw(url: str, request: bytes) -> bytes:
    host, port = url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(request)
        chunks = b""
        while chunk := connection.recv(65536):
            chunks += chunk
    return chunks


def test_raw_bytes_in_the_url_are_refused(url: str) -> None:
    for query in (b"query=\xff\xfe", b"query=ASK%FF%7B%7D", b"%ZZ=%&&&=&query=ASK%7B%7D&query=x"):
        answer = raw(
            url, b"GET /sparql?" + query + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        )
        assert b"400 Bad Request" in answer.splitlines()[0]


def test_a_head_answer_has_no_body(url: str) -> None:
    answer = raw(url, b"HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.endswith(b"\r\n\r\n")


def test_a_long_url_is_a_query_like_any_other(url: str) -> None:
    query = "ASK%7B%7D" + "%20" * 10_000
    with urllib.request.urlopen(f"{url}/sparql?query={query}") as answer:
        assert answer.status == 200


def test_a_taken_port_is_one_clear_sentence(release: Release) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AnugerahError, match=f"can't listen on 127.0.0.1:{port}"):
            serve(Settings(port=port), release.path)


@pytest.mark.parametrize("workers", [1, 2])
def test_the_server_runs_and_ends_when_told(release: Release, workers: int) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from anugerah.server.serve import serve\n"
        "from anugerah.settings import Settings\n"
        "if __name__ == '__main__':\n"
        f"    settings = Settings(port=0, workers={workers}, query_processes=1)\n"
        "    serve(settings, Path(sys.argv[1]))\n"
    )
    script = release.path.parent / f"serve{workers}.py"
    script.write_text(code)
    with subprocess.Popen(
        [sys.executable, str(script), str(release.path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        try:
            address = process.stdout.readline().split()[3]
            assert ready(address)
        finally:
            process.terminate()
        assert process.wait(20) in {0, -15}
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"{address}healthz")


def ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}readyz", timeout=15) as answer:
            return bool(answer.status == 200)
    except HTTPError:
        return False
