"""Making SHACL shapes ready. A construct that isn't known here is an error, never skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import IdentifiedNode, Node

from anugerah.errors import AnugerahError
from anugerah.validation import constraints, paths
from anugerah.validation.closed import Closed
from anugerah.validation.constraints import Constraint
from anugerah.validation.index import Term
from anugerah.validation.queries import Query, compile_query
from anugerah.validation.report import SH
from anugerah.validation.shape import Shape
from anugerah.validation.terms import from_rdflib, iri_from_rdflib
from anugerah.validation.values import Value, value_of

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
_QUALIFIED = {
    SH.qualifiedMinCount: ("QualifiedMinCountConstraintComponent", False),
    SH.qualifiedMaxCount: ("QualifiedMaxCountConstraintComponent", True),
}
_REPEATED = {
    SH.zeroOrMorePath: (True, True),
    SH.oneOrMorePath: (False, True),
    SH.zeroOrOnePath: (True, False),
}
_NOTES = (SH.name, SH.description, SH.order, SH.group, SH.defaultValue)
"""What is said for readers and forms."""


class Compiler:
    """Reads a graph of shapes once.

    Attributes:
        by_class: the shapes that judge the instances of a class.
        by_node: the shapes that judge a certain node.
        by_subject: the shapes that judge what has a certain property.
        by_object: the shapes that judge the values of a certain property.
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
        self.by_subject: dict[Term, list[Shape]] = {}
        self.by_object: dict[Term, list[Shape]] = {}
        for kind in (SH.NodeShape, SH.PropertyShape):
            for node in sorted(graph.subjects(RDF.type, kind), key=str):
                if isinstance(node, URIRef):
                    shape = self._shape(node)
                    # A class that is a shape judges its own instances.
                    if {RDFS.Class, OWL.Class} & {*graph.objects(node, RDF.type)}:
                        self.by_class.setdefault(ox.NamedNode(node), []).append(shape)
        for target, shapes in (
            (SH.targetClass, self.by_class),
            (SH.targetNode, self.by_node),
            (SH.targetSubjectsOf, self.by_subject),
            (SH.targetObjectsOf, self.by_object),
        ):
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
        path = next(iter(self._objects(node, SH.path)), None)
        severity = next(iter(self._objects(node, SH.severity)), SH.Violation)
        name = node if isinstance(node, URIRef) else holder
        conditions = (
            *self._constraints(node),
            *self._pairs(node),
            *self._languages(node),
            *self._logical(node, name),
            *self._qualified(node, name),
        )
        properties = [self._shape(each, name) for each in self._objects(node, SH.property)]
        of_node: list[Query | Closed] = list(self._closed(node))
        of_node += [self._query(each) for each in self._objects(node, SH.sparql)]
        for note in _NOTES:
            self._objects(node, note)
        deactivated = Literal(True) in self._objects(node, SH.deactivated)
        return Shape(
            name=name,
            path=None if path is None else self._path(path),
            constraints=() if deactivated else conditions,
            without_values=() if deactivated else tuple(c for c in conditions if c.asks_for_values),
            properties=() if deactivated else tuple(properties),
            of_node=() if deactivated else tuple(of_node),
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
            yield constraints.Datatype(iri_from_rdflib(value))
        for value in self._objects(node, SH.nodeKind):
            yield constraints.NodeKind(_node_kinds(value, node))
        flags = "".join(str(flag) for flag in self._objects(node, SH.flags))
        for value in self._objects(node, SH.pattern):
            yield constraints.Pattern(_pattern(value, flags, node))
        for value in self._objects(node, SH.minLength):
            yield constraints.MinLength(_integer(value))
        for value in self._objects(node, SH.maxLength):
            yield constraints.MaxLength(_integer(value))
        for value in self._objects(node, SH["in"]):
            yield constraints.In(frozenset(from_rdflib(each) for each in self._list(value)))
        for predicate, (component, upper, inclusive) in _BOUNDS.items():
            for value in self._objects(node, predicate):
                yield constraints.Bound(component, _bound(value, node), upper, inclusive)
        for value in self._objects(node, SH.hasValue):
            yield constraints.HasValue(from_rdflib(value))

    def _pairs(self, node: Node) -> Iterator[Constraint]:
        for predicate, (component, inclusive) in _ORDERS.items():
            for value in self._objects(node, predicate):
                yield constraints.LessThan(component, iri_from_rdflib(value), inclusive)
        for value in self._objects(node, SH.equals):
            yield constraints.Equals(iri_from_rdflib(value))
        for value in self._objects(node, SH.disjoint):
            yield constraints.Disjoint(iri_from_rdflib(value))

    def _languages(self, node: Node) -> Iterator[Constraint]:
        for value in self._objects(node, SH.languageIn):
            yield constraints.LanguageIn(tuple(map(str, self._list(value))))
        for value in self._objects(node, SH.uniqueLang):
            if value == Literal(True):
                yield constraints.UniqueLanguage()

    def _logical(self, node: Node, name: IdentifiedNode | None) -> Iterator[Constraint]:
        for value in self._objects(node, SH["or"]):
            yield constraints.Or(tuple(self._shape(each, name) for each in self._list(value)))
        for value in self._objects(node, SH["and"]):
            yield constraints.And(tuple(self._shape(each, name) for each in self._list(value)))
        for value in self._objects(node, SH.xone):
            shapes = tuple(self._shape(each, name) for each in self._list(value))
            yield constraints.ExactlyOne(shapes)
        for value in self._objects(node, SH["not"]):
            yield constraints.Not(self._shape(value, name))
        for value in self._objects(node, SH.node):
            yield constraints.And((self._shape(value, name),), "NodeConstraintComponent")

    def _qualified(self, node: Node, name: IdentifiedNode | None) -> Iterator[Constraint]:
        for each in self._objects(node, SH.qualifiedValueShape):
            shape = self._shape(each, name)
            for predicate, (component, at_most) in _QUALIFIED.items():
                for value in self._objects(node, predicate):
                    yield constraints.Qualified(shape, _integer(value), at_most, component)

    def _closed(self, node: Node) -> Iterator[Closed]:
        allowed = [
            each for head in self._objects(node, SH.ignoredProperties) for each in self._list(head)
        ]
        if Literal(True) in self._objects(node, SH.closed):
            for shape in self._objects(node, SH.property):
                allowed += [p for p in self._objects(shape, SH.path) if isinstance(p, URIRef)]
            yield Closed(frozenset(map(iri_from_rdflib, allowed)))

    def _path(self, node: Node) -> paths.Path:
        if isinstance(node, URIRef):
            return paths.Step(ox.NamedNode(node))
        for inverse in self._objects(node, SH.inversePath):
            return paths.Inverse(iri_from_rdflib(inverse))
        for predicate, (optional, again) in _REPEATED.items():
            for repeated in self._objects(node, predicate):
                return paths.Repeated(self._path(repeated), optional, again)
        for branches in self._objects(node, SH.alternativePath):
            return paths.Alternative(tuple(map(self._path, self._list(branches))))
        if (node, RDF.first, None) in self._graph:
            return paths.Sequence(tuple(map(self._path, self._list(node))))
        raise AnugerahError(
            f"The shapes have a path that isn't known ({_shown(node)}): use a property, "
            "the inverse of one, a sequence, alternatives or a repetition."
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
            f"{_shown(shape)} has {node} for a bound: the validator compares numbers, texts, days "
            "and times without a time zone."
        )
    return value


def _node_kinds(node: Node, shape: Node) -> tuple[type, ...]:
    if node not in _NODE_KINDS:
        raise AnugerahError(f"{_shown(shape)} has {node} for sh:nodeKind: SHACL has no such kind.")
    return _NODE_KINDS[node]


def _pattern(node: Node, flags: str, shape: Node) -> re.Pattern[str]:
    if unknown := set(flags) - set("ims"):
        raise AnugerahError(f"{_shown(shape)} has the sh:flags {unknown}: i, m and s are known.")
    options = re.RegexFlag(0)
    for flag in flags:
        options |= re.RegexFlag[flag.upper()]
    try:
        return re.compile(str(node), options)
    except re.error as error:
        raise AnugerahError(
            f"The sh:pattern of {_shown(shape)} is no regular expression ({error})."
        ) from error
