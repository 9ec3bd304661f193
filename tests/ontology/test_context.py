from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, XSD
from rdflib.term import Node

from anugerah import resources
from anugerah.namespaces import ANUGERAH, PREFIXES

CONFORMING = Path(__file__).parents[1] / "validation" / "data" / "conforming.ttl"
DATES = {"conferredOn", "ceremonyDate", "attestedOn"}


@pytest.fixture(scope="module")
def context() -> dict[str, Any]:
    text = (resources.ontology() / "context.jsonld").read_text(encoding="utf-8")
    terms: dict[str, Any] = json.loads(text)["@context"]
    return terms


def read(text: str) -> set[tuple[Node, Node, Node]]:
    lines = ox.serialize(ox.parse(text, format=ox.RdfFormat.JSON_LD), format=ox.RdfFormat.N_TRIPLES)
    return {*Graph().parse(data=lines, format="nt")}


def names(ontology: Graph, kind: URIRef) -> list[str]:
    return [
        term.removeprefix(str(ANUGERAH))
        for term in ontology.subjects(RDF.type, kind)
        if isinstance(term, URIRef) and term in ANUGERAH
    ]


def test_prefixes(context: dict[str, Any]) -> None:
    for prefix, namespace in PREFIXES.items():
        if prefix != "rdf":
            assert context[prefix] == namespace


def test_classes(ontology: Graph, context: dict[str, Any]) -> None:
    for name in names(ontology, OWL.Class):
        assert context[name] == f"anugerah:{name}"


def test_object_properties(ontology: Graph, context: dict[str, Any]) -> None:
    for name in names(ontology, OWL.ObjectProperty):
        assert context[name] == {"@id": f"anugerah:{name}", "@type": "@id"}


def test_data_properties(ontology: Graph, context: dict[str, Any]) -> None:
    for name in names(ontology, OWL.DatatypeProperty):
        datatype = ontology.value(ANUGERAH[name], RDFS.range)
        if datatype == XSD.string:
            assert context[name] == f"anugerah:{name}"
        elif name in DATES:
            assert context[name] == {"@id": f"anugerah:{name}", "@type": "xsd:date"}
        else:
            short = str(datatype).removeprefix(str(XSD))
            assert context[name] == {"@id": f"anugerah:{name}", "@type": f"xsd:{short}"}


def test_offsets_are_whole_numbers(context: dict[str, Any]) -> None:
    for name in ("start", "end"):
        assert context[name] == {"@id": f"oa:{name}", "@type": "xsd:integer"}


def test_nothing_of_ours_is_left_over(ontology: Graph, context: dict[str, Any]) -> None:
    known = {str(term) for term in ontology.subjects()}
    for key, value in context.items():
        if key != "@version":
            name = value if isinstance(value, str) else value["@id"]
            if name.startswith("anugerah:"):
                assert name.replace("anugerah:", str(ANUGERAH)) in known


@pytest.mark.parametrize("name", ["example", "organisations.ttl", "awards.ttl"])
def test_a_graph_survives_the_way_there_and_back(context: dict[str, Any], name: str) -> None:
    path = CONFORMING if name == "example" else resources.reference() / name
    graph = Graph().parse(path)
    text = graph.serialize(format="json-ld", context=context, auto_compact=False)
    assert read(text) == set(graph)


def test_plain_json_becomes_typed_statements() -> None:
    document = {
        "@context": json.loads((resources.ontology() / "context.jsonld").read_text())["@context"],
        "id": "https://w3id.org/anugerah/id/conferral/x",
        "type": "Conferral",
        "recipient": "https://w3id.org/anugerah/id/government/kota-batu",
        "conferredOn": "2024-09-05",
        "rank": 1,
        "score": "61.5",
    }
    expected = Graph().parse(
        data=f"""
        @base <https://w3id.org/anugerah/id/> .
        @prefix anugerah: <{ANUGERAH}> .
        @prefix xsd: <{XSD}> .
        <conferral/x> a anugerah:Conferral ; anugerah:recipient <government/kota-batu> ;
            anugerah:conferredOn "2024-09-05"^^xsd:date ; anugerah:rank 1 ; anugerah:score 61.5 .
        """,
        format="turtle",
    )
    assert read(json.dumps(document)) == set(expected)
