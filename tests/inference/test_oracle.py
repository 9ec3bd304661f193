"""The store's inference equals owlrl's own closure of the whole graph."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL, XSD
from rdflib.term import Node

from anugerah.inference import Rule, close_ontology, compile_rules, infer
from anugerah.inference.closure import Triple, blank_nodes, close, worth_stating
from anugerah.namespaces import BASE

DATA = Path(__file__).parent / "data"


def owlrl_closure(ontology: Graph, data: Graph) -> set[Triple]:
    """Return owlrl's closure of ontology and data, less what the closure module leaves out."""
    whole = Graph()
    for triple in (*ontology, *data):
        whole.add(triple)
    axiomatic, anonymous = close(Graph()), blank_nodes(ontology)
    worthy = Graph()
    for triple in close(whole):
        if worth_stating(triple, axiomatic, anonymous) or triple in whole:
            worthy.add(triple)
    return statements(load(worthy))


def load(*graphs: Graph) -> ox.Store:
    """Return a store with `graphs` in its default graph, blank nodes under their own names."""
    store = ox.Store()
    for graph in graphs:
        text = graph.serialize(format="nt", encoding="utf-8")
        store.extend(ox.parse(text, format=ox.RdfFormat.N_TRIPLES))
    return store


def statements(store: ox.Store, graph: ox.NamedNode | ox.BlankNode | None = None) -> set[Triple]:
    return {
        (_term(quad.subject), _term(quad.predicate), _term(quad.object))
        for quad in store.quads_for_pattern(None, None, None, graph or ox.DefaultGraph())
    }


def expanded(store: ox.Store) -> set[Triple]:
    """Return the default graph, what it says of a representative said of all it speaks for."""
    stated = statements(store)
    same: dict[Node, set[Node]] = {}
    for voice, predicate, node in stated:
        if predicate == OWL.sameAs:
            same.setdefault(voice, {voice}).add(node)
    triples = {
        (one, predicate, other)
        for subject, predicate, value in stated
        if predicate != OWL.sameAs
        for one in same.get(subject, {subject})
        for other in same.get(value, {value})
    }
    for nodes in same.values():
        triples |= {(one, OWL.sameAs, other) for one in nodes for other in nodes if one != other}
    return triples


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal(language=str(language)):
            return Literal(term.value, lang=language)
        case ox.Literal():
            plain = term.datatype == ox.NamedNode(str(XSD.string))
            return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value))
        case _:
            raise TypeError(term)


@pytest.fixture(scope="module")
def constructs() -> Graph:
    return Graph().parse(DATA / "constructs.ttl")


@pytest.fixture(scope="module")
def people() -> Graph:
    return Graph().parse(DATA / "people.ttl")


def assert_equal_to_owlrl(ontology: Graph, data: Graph, rules: list[Rule]) -> None:
    store = load(ontology, data)
    infer(store, rules)
    ours, theirs = expanded(store), owlrl_closure(ontology, data)
    assert not sorted(ours - theirs), "more than owlrl infers"
    assert not sorted(theirs - ours), "less than owlrl infers"


def test_every_construct(constructs: Graph, people: Graph) -> None:
    assert_equal_to_owlrl(constructs, people, compile_rules(close_ontology(constructs)))


def test_every_construct_is_there(constructs: Graph) -> None:
    used = {rule.kind.name for rule in compile_rules(close_ontology(constructs))}
    assert used >= {
        "cax-sco",
        "cls-avf",
        "cls-hv1",
        "cls-hv2",
        "cls-int1",
        "cls-maxc2",
        "cls-maxqc3",
        "cls-svf1",
        "fact",
        "prp-dom",
        "prp-fp",
        "prp-ifp",
        "prp-inv",
        "prp-rng",
        "prp-spo1",
        "prp-spo2",
        "prp-trp",
    }


def test_part_of_the_seed_graph(ontology: Graph, seed_graph: Graph, rules: list[Rule]) -> None:
    subjects = sorted({node for node in seed_graph.subjects() if isinstance(node, URIRef)})
    chosen = set(subjects[:: len(subjects) // 150])
    part = Graph()
    for triple in seed_graph:
        if triple[0] in chosen:
            part.add(triple)
    assert_equal_to_owlrl(ontology, part, rules)


@pytest.mark.slow
def test_the_whole_release(seed_store: ox.Store) -> None:
    """The default graph of a release is owlrl's closure of all its graphs of facts together."""
    ontology, data = Graph(), Graph()
    for name in seed_store.named_graphs():
        if name.value.startswith(f"{BASE}graph/"):
            graph = ontology if name == ox.NamedNode(f"{BASE}graph/ontology") else data
            for triple in statements(seed_store, name):
                graph.add(triple)
    ours, theirs = expanded(seed_store), owlrl_closure(ontology, data)
    assert not sorted(ours - theirs), "more than owlrl infers"
    assert not sorted(theirs - ours), "less than owlrl infers"


def test_a_second_run_adds_nothing(ontology: Graph, seed_graph: Graph, rules: list[Rule]) -> None:
    store = load(ontology, seed_graph)
    infer(store, rules)
    assert infer(store, rules).inferred == 0


def test_named_graphs_are_left_alone(ontology: Graph, rules: list[Rule]) -> None:
    store = load(ontology)
    graph = ox.NamedNode("https://w3id.org/anugerah/graph/x")
    area = ox.NamedNode("https://w3id.org/anugerah/id/area/x")
    part = ox.NamedNode("https://w3id.org/anugerah/ontology#partOf")
    store.add(ox.Quad(area, part, area, graph))
    infer(store, rules)
    assert len([*store.quads_for_pattern(None, None, None, graph)]) == 1
    assert not [*store.quads_for_pattern(area, None, None, ox.DefaultGraph())]


def test_no_name_of_an_anonymous_class_is_left(constructs: Graph, people: Graph) -> None:
    store = load(constructs, people)
    infer(store, compile_rules(close_ontology(constructs)))
    assert "urn:anugerah" not in str(statements(store))
