"""The SPARQL 1.1 Service Description of the endpoint."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from anugerah.namespaces import PREFIXES
from anugerah.server.formats import FORMATS, Format, write_graph
from anugerah.server.service import Service

DESCRIPTION_FORMATS = ("ttl", "rdf", "jsonld", "nt")

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_GRAPHS = """SELECT ?graph (COUNT(*) AS ?triples) WHERE { GRAPH ?graph { ?s ?p ?o } }
GROUP BY ?graph ORDER BY ?graph LIMIT 1000"""


async def describe_service(service: Service, endpoint: str, fmt: Format) -> bytes:
    """Return the description of this endpoint and of the release behind it.

    Args:
        service: the service.
        endpoint: the URL at which the client reached it.
        fmt: a format for graphs.
    """
    rows = await service.engine.select(_GRAPHS)
    graphs = [(row["graph"]["value"], row["triples"]["value"]) for row in rows]
    merged = str(service.release.manifest.get("counts", {}).get("triples", ""))
    prefixes = {**PREFIXES, "sd": _SD, "void": _VOID}
    output = io.BytesIO()
    write_graph(_triples(endpoint, merged, graphs), fmt, prefixes, output)
    return output.getvalue()


def _triples(endpoint: str, merged: str, graphs: list[tuple[str, str]]) -> Iterator[Triple]:
    service, dataset, default = NamedNode(endpoint), BlankNode("dataset"), BlankNode("default")
    yield Triple(service, _TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for fmt in FORMATS:
        yield Triple(service, _sd("resultFormat"), NamedNode(fmt.syntax.iri))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, _TYPE, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    for index, (name, triples) in enumerate(graphs):
        named, graph = BlankNode(f"named{index}"), BlankNode(f"graph{index}")
        yield Triple(dataset, _sd("namedGraph"), named)
        yield Triple(named, _TYPE, _sd("NamedGraph"))
        yield Triple(named, _sd("name"), NamedNode(name))
        yield Triple(named, _sd("graph"), graph)
        yield from _graph(graph, triples)
    yield from _graph(default, merged)


def _graph(node: BlankNode, triples: str) -> Iterator[Triple]:
    yield Triple(node, _TYPE, _sd("Graph"))
    if triples:
        yield Triple(node, NamedNode(f"{_VOID}triples"), Literal(triples, datatype=_INTEGER))


def _sd(name: str) -> NamedNode:
    return NamedNode(f"{_SD}{name}")
