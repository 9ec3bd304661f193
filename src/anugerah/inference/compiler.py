"""Turning the axioms of a closed ontology into rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from anugerah.errors import AnugerahError
from anugerah.inference import rule as kinds
from anugerah.inference.closure import is_datatype
from anugerah.inference.redundancy import without_redundant
from anugerah.inference.rule import Rule, class_, property_

ANONYMOUS = "urn:anugerah:anonymous-class:"

_CLASS_AXIOMS = frozenset(
    {OWL.disjointWith, OWL.complementOf, OWL.intersectionOf, OWL.unionOf, OWL.oneOf, OWL.hasKey}
)


def compile_rules(closed: Graph) -> list[Rule]:
    """Turn the axioms of `closed` (see `close_ontology`) into rules.

    They are those of W3C OWL 2 Profiles, section 4.3, tables 4 to 8; table 9 is spent in the
    closing. Anonymous classes that stand within others get a name for the time of the inference.
    Left out are rules about datatypes, rules that replace a term of the ontology by one that is the
    same (`infer` reports those), and rules that others make needless.

    Raises:
        AnugerahError: an anonymous property stands in an axiom; it needs a name.
    """
    compiler = _Compiler(closed)
    return without_redundant(compiler.rules())


class _Compiler:
    def __init__(self, closed: Graph) -> None:
        self._graph = closed
        self._names: dict[BNode, str] = {}
        self._dissolved = self._plain_restrictions()

    def rules(self) -> Iterator[Rule]:
        yield from self._facts()
        yield from self._properties()
        yield from self._chains()
        yield from self._classes()
        yield from self._restrictions()
        yield from self._equalities()
        yield from self._checks()

    def _facts(self) -> Iterator[Rule]:
        for triple in self._graph:
            if not any(isinstance(term, BNode) for term in triple):
                yield Rule(kinds.FACT, tuple(term.n3() for term in triple))
        for owner, members in self._graph.subject_objects(OWL.oneOf):
            for member in Collection(self._graph, members):
                if isinstance(owner, URIRef) and isinstance(member, URIRef):
                    yield Rule(kinds.FACT, (member.n3(), RDF.type.n3(), owner.n3()))

    def _properties(self) -> Iterator[Rule]:
        for axiom in (RDFS.subPropertyOf, OWL.equivalentProperty):
            for narrow, broad in self._pairs(axiom):
                yield self._property_to_property(kinds.SUBPROPERTY, narrow, broad)
                if axiom == OWL.equivalentProperty:
                    yield self._property_to_property(kinds.SUBPROPERTY, broad, narrow)
        for one, other in self._pairs(OWL.inverseOf):
            yield self._property_to_property(kinds.INVERSE, one, other)
            yield self._property_to_property(kinds.INVERSE, other, one)
        for name in self._typed(OWL.SymmetricProperty):
            yield self._property_to_property(kinds.INVERSE, name, name)
        for name in self._typed(OWL.TransitiveProperty):
            term = self._property(name)
            yield Rule(kinds.TRANSITIVE, (term,), frozenset({property_(term)}), property_(term))
        for axiom, kind in ((RDFS.domain, kinds.DOMAIN), (RDFS.range, kinds.RANGE)):
            for name, owner in self._pairs(axiom):
                if not is_datatype(owner) and owner not in self._dissolved:
                    yield self._property_to_class(kind, name, owner)

    def _chains(self) -> Iterator[Rule]:
        for name, steps in self._pairs(OWL.propertyChainAxiom):
            terms = [self._property(step) for step in Collection(self._graph, steps)]
            head = self._property(name)
            body = frozenset(map(property_, terms))
            yield Rule(kinds.chain(len(terms)), (*terms, head), body, property_(head))

    def _classes(self) -> Iterator[Rule]:
        for axiom in (RDFS.subClassOf, OWL.equivalentClass):
            for narrow, broad in self._pairs(axiom):
                yield from self._subclass(narrow, broad)
                if axiom == OWL.equivalentClass:
                    yield from self._subclass(broad, narrow)
        for owner, members in self._pairs(OWL.unionOf):
            for member in Collection(self._graph, members):
                yield from self._subclass(member, owner)
        for owner, members in self._pairs(OWL.intersectionOf):
            parts = [*Collection(self._graph, members)]
            for part in parts:
                yield from self._subclass(owner, part)
            terms = [self._class(part) for part in parts]
            head = self._class(owner)
            body = frozenset(map(class_, terms))
            yield Rule(kinds.intersection(len(terms)), (*terms, head), body, class_(head))

    def _restrictions(self) -> Iterator[Rule]:
        for owner, name in self._pairs(OWL.onProperty):
            term = self._property(name)
            for narrow in self._standing_for(owner, self._graph.subjects(RDFS.subClassOf, owner)):
                yield from self._implied_by_membership(owner, term, narrow)
                yield from self._cardinalities(owner, term, narrow)
            for broad in self._standing_for(owner, self._graph.objects(owner, RDFS.subClassOf)):
                yield from self._implying_membership(owner, term, broad)

    def _implied_by_membership(self, owner: Node, term: str, narrow: str) -> Iterator[Rule]:
        for value in self._graph.objects(owner, OWL.hasValue):
            row = (narrow, term, _n3(value))
            yield Rule(kinds.HAS_VALUE_OUT, row, frozenset({class_(narrow)}), property_(term))
        for filler in self._graph.objects(owner, OWL.allValuesFrom):
            if not is_datatype(filler):
                each = self._class(filler)
                reads = frozenset({property_(term), class_(narrow)})
                yield Rule(kinds.ALL_VALUES, (narrow, term, each), reads, class_(each))

    def _implying_membership(self, owner: Node, term: str, broad: str) -> Iterator[Rule]:
        for value in self._graph.objects(owner, OWL.hasValue):
            row = (term, _n3(value), broad)
            yield Rule(kinds.HAS_VALUE_IN, row, frozenset({property_(term)}), class_(broad))
        for filler in self._graph.objects(owner, OWL.someValuesFrom):
            if filler == OWL.Thing:
                yield Rule(kinds.DOMAIN, (term, broad), frozenset({property_(term)}), class_(broad))
            elif not is_datatype(filler):
                each = self._class(filler)
                reads = frozenset({property_(term), class_(each)})
                yield Rule(kinds.SOME_VALUES, (term, each, broad), reads, class_(broad))

    def _standing_for(self, owner: Node, others: Iterable[Node]) -> set[str]:
        """Return the classes that take the part of a restriction in its rules."""
        standing = {other for other in others if other not in self._dissolved}
        if owner not in self._dissolved:
            standing.add(owner)
        return {self._class(each) for each in standing if each != OWL.Nothing}

    def _plain_restrictions(self) -> frozenset[Node]:
        """Return the restrictions that only stand beside other classes in subclass axioms.

        Their rules can name those other classes, and nothing needs to be put into the restriction.
        """
        restrictions = {*self._graph.subjects(OWL.onProperty)}
        within = {
            node
            for subject, predicate, value in self._graph
            if predicate not in (RDFS.subClassOf, OWL.equivalentClass, RDF.type)
            and not self._follows_from_a_class(subject, predicate, value)
            for node in (value, subject if predicate in _CLASS_AXIOMS else value)
        }
        return frozenset(
            node for node in restrictions if isinstance(node, BNode) and node not in within
        )

    def _follows_from_a_class(self, name: Node, axiom: Node, owner: Node) -> bool:
        return axiom in (RDFS.domain, RDFS.range) and any(
            isinstance(other, URIRef) and (other, RDFS.subClassOf, owner) in self._graph
            for other in self._graph.objects(name, axiom)
        )

    def _cardinalities(self, owner: Node, term: str, restriction: str) -> Iterator[Rule]:
        reads = frozenset({property_(term), class_(restriction)})
        for limit in self._graph.objects(owner, OWL.maxCardinality):
            kind = kinds.AT_MOST_ONE if _number(limit) == 1 else kinds.AT_MOST_NONE
            yield Rule(kind, (restriction, term), reads)
        for limit in self._graph.objects(owner, OWL.maxQualifiedCardinality):
            for filler in self._graph.objects(owner, OWL.onClass):
                if filler == OWL.Thing:
                    kind = kinds.AT_MOST_ONE if _number(limit) == 1 else kinds.AT_MOST_NONE
                    yield Rule(kind, (restriction, term), reads)
                    continue
                kind = kinds.AT_MOST_ONE_IN if _number(limit) == 1 else kinds.AT_MOST_NONE_IN
                each = self._class(filler)
                yield Rule(kind, (restriction, term, each), reads | {class_(each)})

    def _equalities(self) -> Iterator[Rule]:
        for axiom, kind in (
            (OWL.FunctionalProperty, kinds.FUNCTIONAL),
            (OWL.InverseFunctionalProperty, kinds.INVERSE_FUNCTIONAL),
        ):
            for name in self._typed(axiom):
                term = self._property(name)
                yield Rule(kind, (term,), frozenset({property_(term)}))
        for owner, names in self._pairs(OWL.hasKey):
            terms = [self._property(name) for name in Collection(self._graph, names)]
            body = frozenset({class_(self._class(owner)), *map(property_, terms)})
            yield Rule(kinds.key(len(terms)), (self._class(owner), *terms), body)

    def _checks(self) -> Iterator[Rule]:
        for axiom, kind in (
            (OWL.IrreflexiveProperty, kinds.IRREFLEXIVE),
            (OWL.AsymmetricProperty, kinds.ASYMMETRIC),
            (OWL.FunctionalProperty, kinds.ONE_LITERAL),
        ):
            for name in self._typed(axiom):
                term = self._property(name)
                yield Rule(kind, (term,), frozenset({property_(term)}))
        yield from self._apart(
            kinds.DISJOINT_PROPERTIES,
            (OWL.propertyDisjointWith,),
            OWL.AllDisjointProperties,
            self._property,
            lambda one, other: (property_(one), property_(other)),
        )
        yield from self._apart(
            kinds.DISJOINT_CLASSES,
            (OWL.disjointWith, OWL.complementOf),
            OWL.AllDisjointClasses,
            self._class,
            lambda one, other: (class_(one), class_(other)),
        )
        yield from self._apart(
            kinds.DIFFERENT_PAIR, (), OWL.AllDifferent, _n3, lambda _one, _other: ()
        )
        yield from self._denials()
        yield Rule(kinds.EMPTY_CLASS, (OWL.Nothing.n3(),))
        yield Rule(kinds.DIFFERENT, (OWL.differentFrom.n3(),))

    def _denials(self) -> Iterator[Rule]:
        for denial, source in self._graph.subject_objects(OWL.sourceIndividual):
            for name in self._graph.objects(denial, OWL.assertionProperty):
                for target in (
                    *self._graph.objects(denial, OWL.targetIndividual),
                    *self._graph.objects(denial, OWL.targetValue),
                ):
                    term = self._property(name)
                    row = (_n3(source), term, _n3(target))
                    yield Rule(kinds.DENIED, row, frozenset({property_(term)}))

    def _apart(
        self,
        kind: kinds.Kind,
        axioms: tuple[URIRef, ...],
        group: URIRef,
        name: Callable[[Node], str],
        read: Callable[[str, str], tuple[str, ...]],
    ) -> Iterator[Rule]:
        pairs = {pair for axiom in axioms for pair in self._pairs(axiom)}
        for node in self._graph.subjects(RDF.type, group):
            for members in (
                *self._graph.objects(node, OWL.members),
                *self._graph.objects(node, OWL.distinctMembers),
            ):
                pairs.update(combinations(Collection(self._graph, members), 2))
        for one, other in {(min(pair), max(pair)) for pair in map(_named(name), pairs)}:
            yield Rule(kind, (one, other), frozenset(read(one, other)))

    def _pairs(self, axiom: URIRef) -> list[tuple[Node, Node]]:
        return [
            (one, other)
            for one, other in self._graph.subject_objects(axiom)
            if one != other or axiom == OWL.inverseOf
        ]

    def _typed(self, kind: URIRef) -> list[Node]:
        return [*self._graph.subjects(RDF.type, kind)]

    def _property(self, node: Node) -> str:
        if not isinstance(node, URIRef):
            raise AnugerahError(
                "The ontology has an axiom about an anonymous property: give each inverse a name."
            )
        return node.n3()

    def _class(self, node: Node) -> str:
        if isinstance(node, BNode):
            return self._names.setdefault(node, f"<{ANONYMOUS}{len(self._names)}>")
        return _n3(node)

    def _subclass(self, narrow: Node, broad: Node) -> Iterator[Rule]:
        if narrow == OWL.Nothing or {narrow, broad} & self._dissolved:
            return
        if not is_datatype(narrow) and not is_datatype(broad):
            one, other = self._class(narrow), self._class(broad)
            yield Rule(kinds.SUBCLASS, (one, other), frozenset({class_(one)}), class_(other))

    def _property_to_property(self, kind: kinds.Kind, one: Node, other: Node) -> Rule:
        body, head = self._property(one), self._property(other)
        return Rule(kind, (body, head), frozenset({property_(body)}), property_(head))

    def _property_to_class(self, kind: kinds.Kind, name: Node, owner: Node) -> Rule:
        body, head = self._property(name), self._class(owner)
        return Rule(kind, (body, head), frozenset({property_(body)}), class_(head))


def _named(name: Callable[[Node], str]) -> Callable[[tuple[Node, Node]], tuple[str, str]]:
    return lambda pair: (name(pair[0]), name(pair[1]))


def _n3(node: Node) -> str:
    if isinstance(node, URIRef | Literal):
        return node.n3()
    raise AnugerahError("The ontology states a blank node as a value: give the individual a name.")


def _number(limit: Node) -> int:
    return int(str(limit))
