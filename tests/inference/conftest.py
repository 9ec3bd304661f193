from __future__ import annotations

import pytest
from rdflib import Graph

from anugerah import resources
from anugerah.inference import Rule, close_ontology, compile_rules


@pytest.fixture(scope="session")
def ontology() -> Graph:
    return Graph().parse(resources.ontology() / "anugerah.ttl")


@pytest.fixture(scope="session")
def rules(ontology: Graph) -> list[Rule]:
    return compile_rules(close_ontology(ontology))


@pytest.fixture(scope="session")
def seed_graph() -> Graph:
    """The statements that every release starts from."""
    graph = Graph()
    for folder in (resources.reference(), resources.curated()):
        for path in sorted(folder.glob("*.ttl")):
            graph.parse(path)
    return graph
