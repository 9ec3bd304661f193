"""The statements of one article, each once, in the order in which they were said."""

from __future__ import annotations

from functools import lru_cache

import pyoxigraph as ox

from anugerah import iris
from anugerah.vocabulary import RDF, RDFS

Term = ox.NamedNode | ox.Literal


class Statements:
    """Collects the statements of one named graph.

    Attributes:
        name: the IRI of the named graph.
    """

    def __init__(self, name: ox.NamedNode) -> None:
        self.name = name
        self._quads: dict[ox.Quad, None] = {}

    def add(self, subject: ox.NamedNode, predicate: ox.NamedNode, value: Term) -> None:
        """State that `subject` has `value` for `predicate`."""
        self._quads[ox.Quad(subject, predicate, value, self.name)] = None

    def describe(self, kind: ox.NamedNode, node: ox.NamedNode, label: str) -> ox.NamedNode:
        """Say the class and label of `node`, and return it."""
        self.add(node, RDF.type, kind)
        self.add(node, RDFS.label, ox.Literal(label))
        return node

    def quads(self) -> list[ox.Quad]:
        """Return what was stated."""
        return list(self._quads)


@lru_cache(maxsize=10_000)
def thing(kind: str, *parts: str) -> ox.NamedNode:
    """Return the node of a thing, as `anugerah.iris.thing` names it."""
    return ox.NamedNode(iris.thing(kind, *parts))
