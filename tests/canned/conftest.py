"""A store like a release's: everything merged in the default graph, each source in its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from anugerah import resources
from anugerah.canned import CannedQuery, load_queries
from anugerah.inference import close_ontology, compile_rules, infer
from anugerah.iris import graph

Rows = list[dict[str, str | None]]
Run = Callable[..., Rows]


@pytest.fixture(scope="session")
def queries() -> dict[str, CannedQuery]:
    return load_queries(resources.queries())


@pytest.fixture(scope="session")
def store() -> ox.Store:
    store = ox.Store()
    articles = Path(__file__).with_name("articles.trig")
    store.bulk_load(path=str(articles), format=ox.RdfFormat.TRIG)
    named = [
        ("ontology", resources.ontology().glob("anugerah.ttl")),
        ("reference", resources.reference().glob("*.ttl")),
        ("curated", resources.curated().glob("*.ttl")),
    ]
    for name, paths in named:
        for path in sorted(paths):
            into = ox.NamedNode(str(graph(name)))
            store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE, to_graph=into)
    merged = [ox.Quad(q.subject, q.predicate, q.object) for q in store]
    store.bulk_extend(merged)
    return store


@pytest.fixture(scope="session")
def inferred(store: ox.Store) -> ox.Store:
    """The same store with everything in its default graph that follows from the ontology."""
    ontology = Graph().parse(resources.ontology() / "anugerah.ttl")
    inferred = ox.Store()
    inferred.bulk_extend(store)
    infer(inferred, compile_rules(close_ontology(ontology)))
    return inferred


@pytest.fixture(scope="session")
def run(store: ox.Store, queries: dict[str, CannedQuery]) -> Run:
    def answer(query: str, /, **values: str) -> Rows:
        return list(rows(store.query(queries[query].bind(values))))

    return answer


def rows(solutions: object) -> Iterator[dict[str, str | None]]:
    assert isinstance(solutions, ox.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: value and value.value for name, value in zip(names, solution, strict=True)}
