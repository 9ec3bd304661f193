from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import Graph

from anugerah.inference import close_ontology, compile_rules, infer

PREFIXES = """
    @prefix : <https://w3id.org/anugerah/id/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
AT_MOST = """
    :A a owl:Class . :B a owl:Class . :p a owl:ObjectProperty .
    :A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ;
"""

CONTRADICTIONS = {
    "prp-irp": (":p a owl:ObjectProperty, owl:IrreflexiveProperty .", ":x :p :x .", "itself"),
    "prp-asyp": (
        ":p a owl:ObjectProperty, owl:AsymmetricProperty .",
        ":x :p :y . :y :p :x .",
        "both ways",
    ),
    "prp-pdw": (
        ":p a owl:ObjectProperty ; owl:propertyDisjointWith :q . :q a owl:ObjectProperty .",
        ":x :p :y ; :q :y .",
        "exclude each other",
    ),
    "prp-adp": (
        "[] a owl:AllDisjointProperties ; owl:members ( :o :p :q ) .",
        ":x :p :y ; :q :y .",
        "exclude each other",
    ),
    "cax-dw": (":A a owl:Class ; owl:disjointWith :B .", ":x a :A , :B .", "exclude each other"),
    "cax-adc": (
        "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .",
        ":x a :B , :C .",
        "exclude each other",
    ),
    "cls-com": (
        ":A a owl:Class ; rdfs:subClassOf [ a owl:Class ; owl:complementOf :B ] .",
        ":x a :A , :B .",
        "exclude each other",
    ),
    "prp-npa": (
        """:p a owl:ObjectProperty . [] a owl:NegativePropertyAssertion ;
        owl:sourceIndividual :x ; owl:assertionProperty :p ; owl:targetIndividual :y .""",
        ":x :p :y .",
        "denies",
    ),
    "cls-nothing2": (":A rdfs:subClassOf owl:Nothing .", ":x a :A .", "no members"),
    "cls-maxc1": (
        f'{AT_MOST} owl:maxCardinality "0"^^xsd:nonNegativeInteger ] .',
        ":x a :A ; :p :y .",
        "can have none",
    ),
    "cls-maxqc1": (
        f'{AT_MOST} owl:maxQualifiedCardinality "0"^^xsd:nonNegativeInteger ; owl:onClass :B ] .',
        ":x a :A ; :p :y . :y a :B .",
        "can have none like it",
    ),
    "prp-fp of literals": (
        ":p a owl:DatatypeProperty, owl:FunctionalProperty .",
        ":x :p 2023 , 2024 .",
        "one only",
    ),
    "eq-diff1": (
        ":p a owl:ObjectProperty, owl:FunctionalProperty .",
        ":x :p :y , :z . :y owl:differentFrom :z .",
        "differ",
    ),
    "eq-diff2": (
        "[] a owl:AllDifferent ; owl:distinctMembers ( :w :y :z ) .",
        ":y owl:sameAs :z .",
        "differ",
    ),
    "a merged term": (
        ":p a owl:ObjectProperty ; rdfs:domain :A . :A a owl:Class .",
        ":A owl:sameAs :Aa .",
        "term of the ontology",
    ),
}


def inconsistencies(ontology: str, data: str) -> tuple[str, ...]:
    axioms = Graph().parse(data=PREFIXES + ontology, format="turtle")
    store = ox.Store()
    store.load(PREFIXES + ontology + data, ox.RdfFormat.TURTLE)
    return infer(store, compile_rules(close_ontology(axioms))).inconsistencies


@pytest.mark.parametrize("rule", CONTRADICTIONS)
def test_contradiction_is_told(rule: str) -> None:
    ontology, data, part = CONTRADICTIONS[rule]
    messages = inconsistencies(ontology, data)
    assert messages
    for message in messages:
        assert part in message
        assert message.startswith("<https://w3id.org/anugerah/id/")


@pytest.mark.parametrize(
    ("ontology", "data"),
    [
        (":p a owl:DatatypeProperty, owl:FunctionalProperty .", ":x :p 2024 , 2024.0 ."),
        (":A a owl:Class ; owl:disjointWith :B .", ":x a :A . :y a :B ."),
        (":p a owl:ObjectProperty, owl:IrreflexiveProperty .", ":x :p :y ."),
        ("[] a owl:AllDifferent ; owl:distinctMembers ( :y :z ) .", ":y owl:sameAs :x ."),
    ],
)
def test_consistent_data_pass(ontology: str, data: str) -> None:
    assert inconsistencies(ontology, data) == ()


def test_the_seed_graph_is_consistent(ontology: Graph, seed_graph: Graph) -> None:
    store = ox.Store()
    for graph in (ontology, seed_graph):
        store.load(graph.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    assert infer(store, compile_rules(close_ontology(ontology))).inconsistencies == ()
