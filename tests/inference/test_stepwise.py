"""Inference group by group, then across groups, equals inference over the whole."""

from __future__ import annotations

import random
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from anugerah.errors import AnugerahError
from anugerah.inference import Rule, close_ontology, compile_rules, infer
from anugerah.inference.equality import Equalities
from anugerah.inference.program import SAME_AS, Program, Triple, rebased
from anugerah.inference.stepwise import Index, InStore, Stepwise
from anugerah.namespaces import BASE

DATA = Path(__file__).parent / "data"


def closed(graphs: list[Graph], rules: list[Rule]) -> set[Triple]:
    store = ox.Store()
    for graph in graphs:
        text = graph.serialize(format="nt", encoding="utf-8")
        store.extend(ox.parse(text, ox.RdfFormat.N_TRIPLES))
    infer(store, rules)
    return triples(store)


def triples(store: ox.Store) -> set[Triple]:
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in store}


def groups(graph: Graph, count: int, seed: int) -> list[list[Triple]]:
    """Deal the triples of `graph` out to `count` groups, some to two of them."""
    chance = random.Random(seed)  # noqa: S311
    dealt: list[list[Triple]] = [[] for _ in range(count)]
    for triple in sorted(graph):
        subject, predicate, value = (term.n3() for term in triple)
        for group in chance.sample(dealt, min(count, chance.choice([1, 1, 2]))):
            group.append((subject, predicate, value))
    return dealt


def step_by_step(base: set[Triple], dealt: list[list[Triple]], rules: list[Rule]) -> set[Triple]:
    """Close each group over the base by itself, then what joins groups."""
    program, graph = Program(rules), Index(base)
    voices = {node: voice for voice, link, node in base if link == SAME_AS}
    across = Stepwise(program, graph)
    everything = set(base)
    for group in dealt:
        alone = Stepwise(program, graph)
        alone.add(
            (voices.get(subject, subject), predicate, voices.get(value, value))
            for subject, predicate, value in group
        )
        everything |= {*group, *alone.inferred}
        across.add_closed({*alone.joining()})
    equalities = Equalities(BASE)
    equalities.merge((ox.NamedNode(v[1:-1]), ox.NamedNode(n[1:-1])) for n, v in voices.items())
    across.settle(equalities, graph)
    everything |= across.inferred
    same = {str(node): str(voice) for node, voice in equalities.merged().items()}
    return {
        (same.get(subject, subject), predicate, same.get(value, value))
        for subject, predicate, value in everything
        if predicate != SAME_AS
    } | {(voice, SAME_AS, node) for node, voice in same.items()}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("count", [1, 5])
def test_every_construct(count: int, seed: int) -> None:
    ontology, people = (Graph().parse(DATA / f"{name}.ttl") for name in ("constructs", "people"))
    rules = compile_rules(close_ontology(ontology))
    base = closed([ontology], rules)
    anonymous = {t for t in base if "urn:anugerah" in "".join(t)}
    ours = step_by_step(base - anonymous, groups(people, count, seed), rules)
    ours = {triple for triple in ours if "urn:anugerah" not in "".join(triple)}
    theirs = closed([ontology, people], rules)
    assert not sorted(ours - theirs), "more than over the whole"
    assert not sorted(theirs - ours), "less than over the whole"


def test_the_seed_graph_in_groups(ontology: Graph, seed_graph: Graph, rules: list[Rule]) -> None:
    base = closed([ontology], rules)
    ours = step_by_step(base, groups(seed_graph, 7, 1), rules)
    theirs = closed([ontology, seed_graph], rules)
    assert not sorted(ours - theirs), "more than over the whole"
    assert not sorted(theirs - ours), "less than over the whole"


def test_a_store_is_asked_like_memory() -> None:
    store = ox.Store()
    store.load('<a:x> <a:p> <a:y> , "\\u00e9"@id , 1 .', ox.RdfFormat.TURTLE)
    graph = InStore(store)
    assert ("<a:x>", "<a:p>", "<a:y>") in graph
    assert ("<a:x>", "<a:p>", "<a:z>") not in graph
    assert ("<a:x>", "<a:p>", '"é"@id') in graph
    assert len({*graph.objects("<a:x>", "<a:p>")}) == 3
    assert [*graph.subjects("<a:p>", "<a:y>")] == ["<a:x>"]


def test_an_axiom_that_needs_the_whole_graph_is_refused() -> None:
    axioms = f"""
        @prefix : <{BASE}> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        :C a owl:Class ; owl:hasKey ( :p ) . :p a owl:DatatypeProperty .
    """
    rules = compile_rules(close_ontology(Graph().parse(data=axioms, format="turtle")))
    with pytest.raises(AnugerahError, match="prp-key"):
        Program(rules)


def test_rules_for_another_base(rules: list[Rule]) -> None:
    renamed = rebased(rules, BASE, "https://data.example.org/")
    assert BASE not in str([rule.row for rule in renamed if rule.kind.name != "fact"])
