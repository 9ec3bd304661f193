"""The closure of an ontology, and what of a closure is worth keeping.

owlrl states much that holds of every graph or helps nobody who asks. `worth_stating` leaves out, so
that neither the store holds it nor the tests compare it:

- triples whose subject is a literal (OWL RL types literals; RDF can't write that down);
- triples about datatypes, and types that are datatypes;
- what every term is to itself: `owl:sameAs`, `rdfs:subClassOf`, `rdfs:subPropertyOf`,
  `owl:equivalentClass`, `owl:equivalentProperty` with the same subject and object;
- axiomatic triples: all that owlrl derives from the empty graph;
- inferred triples with an anonymous class expression of the ontology (a restriction, a list): they
  have no name by which anyone could ask for them.
"""

from __future__ import annotations

from collections.abc import Container

import owlrl
from rdflib import BNode, Graph, Literal
from rdflib.namespace import OWL, RDF, RDFS, XSD
from rdflib.term import Node

Triple = tuple[Node, Node, Node]

_REFLEXIVE = frozenset(
    {
        OWL.sameAs,
        RDFS.subClassOf,
        RDFS.subPropertyOf,
        OWL.equivalentClass,
        OWL.equivalentProperty,
    }
)
_DATATYPES = frozenset(
    {RDFS.Literal, RDFS.Datatype, RDF.PlainLiteral, RDF.XMLLiteral, RDF.HTML, RDF.langString}
)


def close(graph: Graph) -> Graph:
    """Return a new graph with all that owlrl derives from `graph` by OWL 2 RL."""
    closed = Graph()
    for triple in graph:
        closed.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
    return closed


def close_ontology(ontology: Graph) -> Graph:
    """Return `ontology` with its consequences, less what owlrl says of every graph.

    The anonymous class expressions are kept: rules are made from them.
    """
    axiomatic = close(Graph())
    closed = Graph()
    for triple in close(ontology):
        if triple in ontology or worth_stating(triple, axiomatic, anonymous=()):
            closed.add(triple)
    return closed


def worth_stating(triple: Triple, axiomatic: Graph, anonymous: Container[Node]) -> bool:
    """Tell whether a derived triple belongs in the store; the module says what does not.

    Args:
        triple: The derived triple.
        axiomatic: The closure of the empty graph.
        anonymous: The blank nodes of the ontology.
    """
    subject, predicate, value = triple
    return not (
        isinstance(subject, Literal)
        or is_datatype(subject)
        or is_datatype(value)
        or (subject == value and predicate in _REFLEXIVE)
        or triple in axiomatic
        or subject in anonymous
        or value in anonymous
    )


def blank_nodes(graph: Graph) -> frozenset[Node]:
    """Return the blank nodes of `graph`."""
    return frozenset(node for node in graph.all_nodes() if isinstance(node, BNode))


def is_datatype(node: Node) -> bool:
    """Tell whether `node` is a datatype of RDF or XML Schema, or the class of them."""
    return node in _DATATYPES or str(node).startswith(str(XSD))
