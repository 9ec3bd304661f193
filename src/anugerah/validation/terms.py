"""Terms of shapes and reports (rdflib) as those of the judged graphs (pyoxigraph), and back."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.term import Identifier, Node

from anugerah.errors import AnugerahError
from anugerah.validation.index import Term
from anugerah.vocabulary import XSD


def iri_from_rdflib(node: Node) -> ox.NamedNode:
    """Return an IRI of the shapes.

    Raises:
        AnugerahError: it is no IRI.
    """
    if not isinstance(node, URIRef):
        raise AnugerahError(f"The shapes have {node} where an IRI must stand: write the IRI.")
    return ox.NamedNode(node)


def from_rdflib(node: Node) -> ox.NamedNode | ox.Literal:
    """Return an IRI or a literal of the shapes.

    Raises:
        AnugerahError: it is a blank node.
    """
    if not isinstance(node, Literal):
        return iri_from_rdflib(node)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype or XSD.string.value))


def to_rdflib(term: Term) -> Identifier:
    """Return a term of a judged graph for the report."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Triple):
        return Literal(str(term))
    plain = term.language or term.datatype == XSD.string
    datatype = None if plain else URIRef(term.datatype.value)
    return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
