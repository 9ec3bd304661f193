"""The ontology is within OWL 2 RL, by a checker of the profile's grammar.

The checker follows W3C OWL 2 Profiles, section 4.2 (which expressions may stand where, which axioms
and datatypes there are), and the rules of OWL 2 DL (Structural Specification, section 11) that
property chains bring along. It reads the RDF form: each axiom is one triple or one list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, XSD
from rdflib.term import Node

_DATATYPE_NAMES = """
    decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger
    long int short byte unsignedLong unsignedInt unsignedShort unsignedByte float double
    string normalizedString token language Name NCName NMTOKEN
    boolean hexBinary base64Binary anyURI dateTime dateTimeStamp
"""
DATATYPES = {RDF.PlainLiteral, RDF.XMLLiteral, RDF.langString, RDFS.Literal} | {
    URIRef(f"{XSD}{name}") for name in _DATATYPE_NAMES.split()
}
FORBIDDEN = {
    OWL.ReflexiveProperty: "reflexive properties",
    OWL.disjointUnionOf: "disjoint unions",
    OWL.onDatatype: "restricted datatypes",
    OWL.datatypeComplementOf: "complements of datatypes",
    OWL.hasSelf: "self restrictions",
    OWL.minCardinality: "minimum cardinalities",
    OWL.minQualifiedCardinality: "minimum cardinalities",
    OWL.cardinality: "exact cardinalities",
    OWL.qualifiedCardinality: "exact cardinalities",
}
PROPERTY_KINDS = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
SIMPLE_ONLY = {
    OWL.FunctionalProperty,
    OWL.InverseFunctionalProperty,
    OWL.IrreflexiveProperty,
    OWL.AsymmetricProperty,
}


class Profile:
    """The grammar of OWL 2 RL, asked about one graph; each problem is a sentence."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.classes = {*graph.subjects(RDF.type, OWL.Class)} | {OWL.Thing, OWL.Nothing}
        self.properties = {
            node for kind in PROPERTY_KINDS for node in graph.subjects(RDF.type, kind)
        }

    def problems(self) -> list[str]:
        return [
            *self._declarations(),
            *self._forbidden(),
            *self._class_axioms(),
            *self._property_axioms(),
            *self._assertions(),
            *self._datatypes(),
            *self._simplicity(),
            *self._regularity(),
        ]

    def _declarations(self) -> Iterator[str]:
        builtin = (str(OWL), str(RDF), str(RDFS))
        for _, name, _ in self.graph:
            if not str(name).startswith(builtin) and name not in self.properties:
                yield f"{name} is used as a property and not declared"
        for name in self.properties:
            kinds = PROPERTY_KINDS.intersection(self.graph.objects(name, RDF.type))
            if len(kinds) > 1:
                yield f"{name} is declared as two kinds of property"

    def _forbidden(self) -> Iterator[str]:
        for _, predicate, value in self.graph:
            for term in (predicate, value):
                if isinstance(term, URIRef) and term in FORBIDDEN:
                    yield f"OWL 2 RL has no {FORBIDDEN[term]}"

    def _class_axioms(self) -> Iterator[str]:
        for narrow, broad in self.graph.subject_objects(RDFS.subClassOf):
            yield from self._subclass(narrow)
            yield from self._superclass(broad)
        for pair in self.graph.subject_objects(OWL.equivalentClass):
            for each in pair:
                yield from self._equivalent(each)
        for pair in self.graph.subject_objects(OWL.disjointWith):
            for each in pair:
                yield from self._subclass(each)
        for group in self.graph.subjects(RDF.type, OWL.AllDisjointClasses):
            for members in self.graph.objects(group, OWL.members):
                for each in self._list(members):
                    yield from self._subclass(each)
        for owner in self.graph.subjects(OWL.hasKey):
            yield from self._subclass(owner)

    def _property_axioms(self) -> Iterator[str]:
        for owner in self.graph.objects(None, RDFS.domain):
            yield from self._superclass(owner)
        for name, owner in self.graph.subject_objects(RDFS.range):
            if (name, RDF.type, OWL.DatatypeProperty) in self.graph:
                if owner not in DATATYPES:
                    yield f"the range {owner} isn't a datatype of OWL 2 RL"
            else:
                yield from self._superclass(owner)

    def _assertions(self) -> Iterator[str]:
        for owner in self.graph.objects(None, RDF.type):
            if isinstance(owner, BNode):
                yield from self._superclass(owner)
            elif not str(owner).startswith(str(OWL)) and owner not in self.classes:
                yield f"{owner} is used as a class and not declared"

    def _datatypes(self) -> Iterator[str]:
        for value in self.graph.objects():
            if isinstance(value, Literal) and value.datatype and value.datatype not in DATATYPES:
                yield f"{value.datatype} isn't a datatype of OWL 2 RL"

    def _subclass(self, node: Node) -> Iterator[str]:
        if not isinstance(node, BNode):
            yield from self._named(node)
        elif parts := self._parts(node, OWL.intersectionOf, OWL.unionOf):
            for part in parts:
                yield from self._subclass(part)
        elif (node, OWL.someValuesFrom, None) in self.graph:
            filler = self.graph.value(node, OWL.someValuesFrom)
            if filler not in DATATYPES | {OWL.Thing} and filler is not None:
                yield from self._subclass(filler)
        elif not self._has(node, OWL.hasValue, OWL.oneOf):
            yield f"{self._kind(node)} can't stand for a subclass"

    def _superclass(self, node: Node) -> Iterator[str]:
        if not isinstance(node, BNode):
            yield from self._named(node)
        elif parts := self._parts(node, OWL.intersectionOf):
            for part in parts:
                yield from self._superclass(part)
        elif (filler := self.graph.value(node, OWL.allValuesFrom)) is not None:
            if filler not in DATATYPES:
                yield from self._superclass(filler)
        elif (owner := self.graph.value(node, OWL.complementOf)) is not None:
            yield from self._subclass(owner)
        elif self._has(node, OWL.maxCardinality, OWL.maxQualifiedCardinality):
            yield from self._at_most(node)
        elif not self._has(node, OWL.hasValue):
            yield f"{self._kind(node)} can't stand for a superclass"

    def _equivalent(self, node: Node) -> Iterator[str]:
        if not isinstance(node, BNode):
            yield from self._named(node)
        elif parts := self._parts(node, OWL.intersectionOf):
            for part in parts:
                yield from self._equivalent(part)
        elif not self._has(node, OWL.hasValue):
            yield f"{self._kind(node)} can't stand for an equivalent class"

    def _at_most(self, node: Node) -> Iterator[str]:
        for kind in (OWL.maxCardinality, OWL.maxQualifiedCardinality):
            for limit in self.graph.objects(node, kind):
                if str(limit) not in ("0", "1"):
                    yield f"a maximum cardinality is 0 or 1, not {limit}"
        for filler in self.graph.objects(node, OWL.onClass):
            if filler != OWL.Thing:
                yield from self._subclass(filler)

    def _named(self, node: Node) -> Iterator[str]:
        if node == OWL.Thing:
            yield "owl:Thing can't stand in an axiom"
        elif node not in self.classes:
            yield f"{node} is used as a class and not declared"

    def _simplicity(self) -> Iterator[str]:
        composite = self._composite()
        for kind in SIMPLE_ONLY:
            for name in self.graph.subjects(RDF.type, kind):
                if name in composite:
                    yield f"{name} is composite and can't be a {kind.fragment}"
        for pair in self.graph.subject_objects(OWL.propertyDisjointWith):
            for name in composite.intersection(pair):
                yield f"{name} is composite and can't be disjoint with another property"
        for node, name in self.graph.subject_objects(OWL.onProperty):
            if name in composite and self._has(
                node, OWL.maxCardinality, OWL.maxQualifiedCardinality
            ):
                yield f"{name} is composite and can't be in a cardinality"

    def _composite(self) -> set[Node]:
        composite = {*self.graph.subjects(RDF.type, OWL.TransitiveProperty)}
        composite |= {*self.graph.subjects(OWL.propertyChainAxiom)}
        while True:
            more = {
                other
                for name in composite
                for other in (
                    *self.graph.objects(name, RDFS.subPropertyOf),
                    *self.graph.objects(name, OWL.inverseOf),
                    *self.graph.subjects(OWL.inverseOf, name),
                )
            }
            if more <= composite:
                return composite
            composite |= more

    def _regularity(self) -> Iterator[str]:
        before: dict[Node, set[Node]] = {}
        for name, steps in self.graph.subject_objects(OWL.propertyChainAxiom):
            for step in self._list(steps):
                if step != name:
                    before.setdefault(name, set()).update(self._with_inverses(step))
        for name in before:
            reached, pending = set(), [*before[name]]
            while pending:
                node = pending.pop()
                if node not in reached:
                    reached.add(node)
                    pending += [
                        *before.get(node, ()),
                        *self.graph.subjects(RDFS.subPropertyOf, node),
                    ]
            if name in reached:
                yield f"the chain of {name} leads back to itself"

    def _with_inverses(self, name: Node) -> set[Node]:
        return {
            name,
            *self.graph.objects(name, OWL.inverseOf),
            *self.graph.subjects(OWL.inverseOf, name),
        }

    def _parts(self, node: Node, *kinds: URIRef) -> list[Node]:
        return [
            part
            for kind in kinds
            for members in self.graph.objects(node, kind)
            for part in self._list(members)
        ]

    def _has(self, node: Node, *kinds: URIRef) -> bool:
        return any((node, kind, None) in self.graph for kind in kinds)

    def _kind(self, node: Node) -> str:
        names = (str(name) for name in self.graph.predicates(node))
        return ", ".join(
            sorted(
                name.removeprefix(str(OWL))
                for name in names
                if name.startswith(str(OWL)) and not name.endswith("onProperty")
            )
        )

    def _list(self, node: Node) -> Iterable[Node]:
        return Collection(self.graph, node)


BAD = {
    "union as superclass": (
        ":A rdfs:subClassOf [ a owl:Class ; owl:unionOf ( :B :C ) ] .",
        "unionOf can't stand for a superclass",
    ),
    "union as domain": (
        ":p rdfs:domain [ a owl:Class ; owl:unionOf ( :B :C ) ] .",
        "unionOf can't stand for a superclass",
    ),
    "some values as superclass": (
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] .",
        "someValuesFrom can't stand for a superclass",
    ),
    "one of as superclass": (
        ":A rdfs:subClassOf [ a owl:Class ; owl:oneOf ( :x ) ] .",
        "oneOf can't stand for a superclass",
    ),
    "all values as subclass": (
        "[ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ] rdfs:subClassOf :A .",
        "allValuesFrom can't stand for a subclass",
    ),
    "complement as subclass": (
        "[ a owl:Class ; owl:complementOf :B ] rdfs:subClassOf :A .",
        "complementOf can't stand for a subclass",
    ),
    "some values in an equivalence": (
        ":A owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom :B ] .",
        "someValuesFrom can't stand for an equivalent class",
    ),
    "nested in an intersection": (
        ":A rdfs:subClassOf [ owl:intersectionOf ( :B [ owl:unionOf ( :B :C ) ] ) ] .",
        "unionOf can't stand for a superclass",
    ),
    "everything is an A": ("owl:Thing rdfs:subClassOf :A .", "owl:Thing can't stand in an axiom"),
    "minimum": (
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:minCardinality 1 ] .",
        "no minimum cardinalities",
    ),
    "exact number": (
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:cardinality 1 ] .",
        "no exact cardinalities",
    ),
    "at most two": (
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:maxCardinality 2 ] .",
        "0 or 1, not 2",
    ),
    "reflexive": (":p a owl:ReflexiveProperty .", "no reflexive properties"),
    "disjoint union": (":A owl:disjointUnionOf ( :B :C ) .", "no disjoint unions"),
    "range is a date": (":d rdfs:range xsd:date .", "date isn't a datatype"),
    "value is a year": (':x :d "2020"^^xsd:gYear .', "gYear isn't a datatype"),
    "undeclared property": (":x :q :y .", "used as a property and not declared"),
    "undeclared class": (":A rdfs:subClassOf :D .", "used as a class and not declared"),
    "two kinds of property": (":p a owl:DatatypeProperty .", "two kinds of property"),
    "transitive and functional": (
        ":p a owl:TransitiveProperty , owl:FunctionalProperty .",
        "composite and can't be a FunctionalProperty",
    ),
    "inverse of a chain, functional": (
        ":p owl:propertyChainAxiom ( :r :r ) ; owl:inverseOf :r . :r a owl:FunctionalProperty .",
        "composite and can't be a FunctionalProperty",
    ),
    "chain in a cardinality": (
        """:p owl:propertyChainAxiom ( :r :r ) .
        :A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:maxCardinality 1 ] .""",
        "composite and can't be in a cardinality",
    ),
    "circle of chains": (
        ":p owl:propertyChainAxiom ( :r :r ) . :r owl:propertyChainAxiom ( :p :p ) .",
        "leads back to itself",
    ),
}
DECLARED = """
    @prefix : <http://example.org/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    :A a owl:Class . :B a owl:Class . :C a owl:Class .
    :p a owl:ObjectProperty . :r a owl:ObjectProperty . :d a owl:DatatypeProperty .
"""


def test_the_ontology_is_within_the_profile(ontology: Graph) -> None:
    assert Profile(ontology).problems() == []


def test_the_checker_accepts_what_the_profile_allows() -> None:
    assert Profile(Graph().parse(data=DECLARED, format="turtle")).problems() == []


@pytest.mark.parametrize("name", BAD)
def test_the_checker_finds(name: str) -> None:
    axiom, problem = BAD[name]
    problems = Profile(Graph().parse(data=DECLARED + axiom, format="turtle")).problems()
    assert any(problem in each for each in problems), problems
