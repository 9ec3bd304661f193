from __future__ import annotations

import pytest
from rdflib import Graph

from anugerah.errors import AnugerahError
from anugerah.inference import Rule, close_ontology, compile_rules
from anugerah.inference import rule as kinds
from anugerah.inference.redundancy import without_redundant
from anugerah.inference.strata import stratify


def subclass(narrow: str, broad: str) -> Rule:
    return Rule(kinds.SUBCLASS, (narrow, broad), frozenset({f"a {narrow}"}), f"a {broad}")


def inverse(one: str, other: str) -> Rule:
    return Rule(kinds.INVERSE, (one, other), frozenset({one}), other)


def subproperty(narrow: str, broad: str) -> Rule:
    return Rule(kinds.SUBPROPERTY, (narrow, broad), frozenset({narrow}), broad)


def domain(name: str, owner: str) -> Rule:
    return Rule(kinds.DOMAIN, (name, owner), frozenset({name}), f"a {owner}")


@pytest.mark.parametrize(
    ("rules", "left_out"),
    [
        ([subclass("A", "B"), subclass("B", "C"), subclass("A", "C")], [subclass("A", "C")]),
        ([subclass("A", "B"), subclass("B", "A"), subclass("A", "C"), subclass("B", "C")], []),
        ([domain("p", "A"), domain("p", "B"), subclass("A", "B")], [domain("p", "B")]),
        ([domain("p", "A"), domain("q", "A"), subproperty("p", "q")], [domain("p", "A")]),
        ([domain("p", "A"), domain("p", "B")], []),
    ],
)
def test_redundant_rules(rules: list[Rule], left_out: list[Rule]) -> None:
    assert set(rules) - set(without_redundant(rules)) == set(left_out)


def test_a_rule_runs_after_what_it_reads() -> None:
    strata = stratify([subclass("B", "C"), subclass("A", "B"), domain("p", "A")])
    assert [next(iter(stratum.once.values())) for stratum in strata] == [
        [("p", "A")],
        [("A", "B")],
        [("B", "C")],
    ]


def test_a_property_and_its_inverse_run_once() -> None:
    (stratum,) = stratify([inverse("p", "q"), inverse("q", "p")])
    assert stratum.mirrors
    assert not stratum.knotted


def test_a_circle_is_repeated() -> None:
    (stratum,) = stratify([subproperty("p", "q"), subproperty("q", "r"), subproperty("r", "p")])
    assert len(stratum.knotted[kinds.SUBPROPERTY]) == 3


def test_long_chains_of_classes_need_no_recursion() -> None:
    rules = [subclass(f"C{i}", f"C{i + 1}") for i in range(5000)]
    assert len(stratify(rules)) == 5000


def test_the_rules_come_in_the_same_order_each_time(ontology: Graph) -> None:
    closed = close_ontology(ontology)
    again = Graph()
    for triple in sorted(closed):
        again.add(triple)
    assert compile_rules(closed) == compile_rules(again)


def test_an_anonymous_property_is_refused() -> None:
    axioms = """
        @prefix : <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        :p owl:propertyChainAxiom ( :q [ owl:inverseOf :r ] ) .
    """
    with pytest.raises(AnugerahError, match="give each inverse a name"):
        compile_rules(close_ontology(Graph().parse(data=axioms, format="turtle")))
