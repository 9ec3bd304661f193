from __future__ import annotations

import pytest
from rdflib import Graph

from anugerah import resources


@pytest.fixture(scope="session")
def ontology() -> Graph:
    return Graph().parse(resources.ontology() / "anugerah.ttl")
