"""Making SHACL shapes ready. A construct that isn't known here is an error, never skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import IdentifiedNode, Node

from anugerah.errors import AnugerahError
from anugerah.validation import constraints, paths
from anugerah.validation.constraints import Constraint
from anugerah.validation.index import Term
from anugerah.validation.queries import Query, compile_query
from anugerah.validation.report import SH
from anugerah.validation.shape import Shape
from anugerah.validation.terms import from_rdflib, iri_from_rdflib
from anugerah.validation.values import WELL_FORMED, Value, value_of

_NODE_KINDS: dict[Node, tuple[type, ...]] = {
    SH.IRI: (ox.NamedNode,),
    SH.Literal: (ox.Literal,),
    SH.BlankNode: (ox.BlankNode,),
    SH.BlankNodeOrIRI: (ox.BlankNode, ox.NamedNode),
    SH.IRIOrLiteral: (ox.NamedNode, ox.Literal),
    SH.BlankNodeOrLiteral: (ox.BlankNode, ox.Literal),
}
_BOUNDS = {
    SH.minInclusive: ("MinInclusiveConstraintComponent", False, True),
    SH.minExclusive: ("MinExclusiveConstraintComponent", False, False),
    SH.maxInclusive: ("MaxInclusiveConstraintComponent", True, True),
    SH.maxExclusive: ("MaxExclusiveConstraintComponent", True, False),
}
_ORDERS = {
    SH.lessThan: ("LessThanConstraintComponent", False),
    SH.lessThanOrEquals: ("LessThanOrEqualsConstraintComponent", True),
}


class Compiler:
    """Reads a graph of shapes once.

    Attributes:
        by_class: the shapes that judge the instances of a class.
        by_node: the shapes that judge a certain node.
    """

    def __init__(self, graph: Graph) -> None:
        """Make ready all shapes of `graph`.

        Raises:
            AnugerahError: there is a construct that isn't known here.
        """
        self._graph = graph
        self._read: set[tuple[Node, Node, Node]] = set()
        self._shapes: dict[Node, Shape] = {}
        self._open: set[Node] = set()
        self.by_class: dict[Term, list[Shape]] = {}
        self.by_node: dict[Term, list[Shape]] = {}
        for kind in (SH.NodeShape, SH.PropertyShape):
            for node in sorted(graph.subjects(RDF.type, kind), key=str):
                if not isinstance(node, BNode):
                    self._shape(node)
        for target, shapes in ((SH.targetClass, self.by_class), (SH.targetNode, self.by_node)):
            for node in sorted({*graph.subjects(target, None)}, key=str):
                for aim in self._objects(node, target):
                    shapes.setdefault(from_rdflib(aim), []).append(self._shape(node))
        self._refuse_the_rest()

    def _shape(self, node: Node, holder: IdentifiedNode | None = None) -> Shape:
        if node in self._open:
            raise AnugerahError(f"The shape {_shown(node)} refers to itself: break the circle.")
        if node not in self._shapes:
            self._open.add(node)
            self._shapes[node] = self._made(node, holder)
            self._open.remove(node)
        return self._shapes[node]

    def _made(self, node: Node, holder: IdentifiedNode | None) -> Shape:
        if {RDFS.Class, OWL.Class} & {*self._graph.objects(node, RDF.type)}:
            raise AnugerahError(
                f"{_shown(node)} is a class and a shape: let a shape of its own name the class "
                "with sh:targetClass."
            )
        path = next(iter(self._objects(node, SH.path)), None)
        severity = next(iter(self._objects(node, SH.severity)), SH.Violation)
        name = node if isinstance(node, URIRef) else holder
        conditions = (*self._constraints(node), *self._logical(node, name))
        return Shape(
            name=name,
            path=None if path is None else self._path(path),
            constraints=conditions,
            without_values=tuple(each for each in conditions if each.asks_for_values),
            properties=tuple(self._shape(each, name) for each in self._objects(node, SH.property)),
            queries=tuple(self._query(each) for each in self._objects(node, SH.sparql)),
            messages=self._messages(node),
            severity=str(severity).removeprefix(str(SH)),
        )

    def _constraints(self, node: Node) -> Iterator[Constraint]:
        for value in self._objects(node, SH.minCount):
            yield constraints.MinCount(_integer(value))
        for value in self._objects(node, SH.maxCount):
            yield constraints.MaxCount(_integer(value))
        for value in self._objects(node, SH["class"]):
            yield constraints.Class(iri_from_rdflib(value))
        for value in self._objects(node, SH.datatype):
            yield constraints.Datatype(_datatype(value, node))
        for value in self._objects(node, SH.nodeKind):
            yield constraints.NodeKind(_node_kinds(value, node))
        for value in self._objects(node, SH.pattern):
            yield constraints.Pattern(_pattern(value, node))
        for value in self._objects(node, SH.maxLength):
            yield constraints.MaxLength(_integer(value))
        for value in self._objects(node, SH["in"]):
            yield constraints.In(frozenset(from_rdflib(each) for each in self._list(value)))
        for predicate, (component, upper, inclusive) in _BOUNDS.items():
            for value in self._objects(node, predicate):
                yield constraints.Bound(component, _bound(value, node), upper, inclusive)
        for predicate, (component, inclusive) in _ORDERS.items():
            for value in self._objects(node, predicate):
                yield constraints.LessThan(component, iri_from_rdflib(value), inclusive)

    def _logical(self, node: Node, name: IdentifiedNode | None) -> Iterator[Constraint]:
        for value in self._objects(node, SH["or"]):
            yield constraints.Or(tuple(self._shape(each, name) for each in self._list(value)))
        for value in self._objects(node, SH["not"]):
            yield constraints.Not(self._shape(value, name))

    def _path(self, node: Node) -> paths.Path:
        if isinstance(node, URIRef):
            return paths.Step(ox.NamedNode(node))
        for inverse in self._objects(node, SH.inversePath):
            return paths.Inverse(iri_from_rdflib(inverse))
        for branches in self._objects(node, SH.alternativePath):
            return paths.Alternative(tuple(map(self._path, self._list(branches))))
        if (node, RDF.first, None) in self._graph:
            return paths.Sequence(tuple(map(self._path, self._list(node))))
        raise AnugerahError(
            f"The shapes have a path that isn't known ({_shown(node)}): use a property, "
            "an inverse, a sequence or alternatives."
        )

    def _query(self, node: Node) -> Query:
        prefixes = "".join(
            f"PREFIX {prefix}: <{namespace}> "
            for holder in self._objects(node, SH.prefixes)
            for declaration in self._objects(holder, SH.declare)
            for prefix in self._objects(declaration, SH.prefix)
            for namespace in self._objects(declaration, SH.namespace)
        )
        (select,) = self._objects(node, SH.select)
        return compile_query(f"{prefixes}{select}", _shown(node), self._messages(node))

    def _messages(self, node: Node) -> dict[str, str]:
        return {
            message.language or "": str(message)
            for message in self._objects(node, SH.message)
            if isinstance(message, Literal)
        }

    def _objects(self, node: Node, predicate: URIRef) -> list[Node]:
        """Return the values of `predicate`, and remember that they were read."""
        values = sorted(self._graph.objects(node, predicate), key=str)
        self._read.update((node, predicate, value) for value in values)
        return values

    def _list(self, node: Node) -> list[Node]:
        return list(Collection(self._graph, node))

    def _refuse_the_rest(self) -> None:
        for subject, predicate, _ in sorted({*self._graph} - self._read, key=str):
            if str(predicate).startswith(str(SH)):
                raise AnugerahError(
                    f"The shapes use {_shown(predicate)} (at {_shown(subject)}), which the "
                    "validator doesn't know: say it otherwise, or teach validation/compiler.py."
                )


def _shown(node: Node) -> str:
    return str(node).replace(str(SH), "sh:") if isinstance(node, URIRef) else "a nameless node"


def _integer(node: Node) -> int:
    if not isinstance(node, Literal) or not isinstance(node.value, int):
        raise AnugerahError(f"The shapes have {node} where a whole number must stand.")
    return node.value


def _bound(node: Node, shape: Node) -> Value:
    value = value_of(from_rdflib(node))
    if value is None:
        raise AnugerahError(
            f"{_shown(shape)} has {node} for a bound: the validator compares numbers and texts."
        )
    return value


def _datatype(node: Node, shape: Node) -> ox.NamedNode:
    datatype = iri_from_rdflib(node)
    if datatype not in WELL_FORMED:
        raise AnugerahError(
            f"{_shown(shape)} asks for {datatype.value}, of which the validator doesn't know what "
            "is well-formed: teach validation/values.py."
        )
    return datatype


def _node_kinds(node: Node, shape: Node) -> tuple[type, ...]:
    if node not in _NODE_KINDS:
        raise AnugerahError(f"{_shown(shape)} has {node} for sh:nodeKind: SHACL has no such kind.")
    return _NODE_KINDS[node]


def _pattern(node: Node, shape: Node) -> re.Pattern[str]:
    try:
        return re.compile(str(node))
    except re.error as error:
        raise AnugerahError(
            f"The sh:pattern of {_shown(shape)} is no regular expression ({error})."
        ) from error
