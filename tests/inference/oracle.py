"""What owlrl derives from a whole graph, and what the store holds, made comparable."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL, XSD
from rdflib.term import Node

from anugerah.inference.closure import Triple, blank_nodes, close, worth_stating


def owlrl_closure(ontology: Graph, data: Graph) -> set[Triple]:
    """Return owlrl's closure of ontology and data, less what the closure module leaves out."""
    whole = Graph()
    for triple in (*ontology, *data):
        whole.add(triple)
    axiomatic, anonymous = close(Graph()), blank_nodes(ontology)
    return {
        triple
        for triple in close(whole)
        if worth_stating(triple, axiomatic, anonymous)
        or (triple in whole and not _reflexive(triple))
    }


def load(*graphs: Graph) -> ox.Store:
    """Return a store with `graphs` in its default graph, blank nodes under their own names."""
    store = ox.Store()
    for graph in graphs:
        text = graph.serialize(format="nt", encoding="utf-8")
        store.extend(ox.parse(text, format=ox.RdfFormat.N_TRIPLES))
    return store


def expanded(store: ox.Store) -> set[Triple]:
    """Return the default graph, what it says of a representative said of all it speaks for."""
    graph = Graph()
    for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    same: dict[Node, set[Node]] = {}
    for voice, node in graph.subject_objects(OWL.sameAs):
        same.setdefault(voice, {voice}).add(node)
    triples: set[Triple] = set()
    for subject, predicate, value in graph:
        if predicate != OWL.sameAs:
            triples.update(
                (one, predicate, other)
                for one in same.get(subject, {subject})
                for other in same.get(value, {value})
            )
    for nodes in same.values():
        triples.update((one, OWL.sameAs, other) for one in nodes for other in nodes if one != other)
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
            plain = term.datatype == ox.NamedNode(XSD.string)
            return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value))
        case _:
            raise TypeError(term)


def _reflexive(triple: Triple) -> bool:
    return triple[1] == URIRef(OWL.sameAs) and triple[0] == triple[2]
