"""The tables from which the committed files were written, where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from anugerah import resources

TABLES = Path(__file__).parents[2].parent / "shared" / "reference"


@pytest.fixture(scope="session")
def tables() -> Path:
    if not (TABLES / "governments.csv").is_file():
        pytest.skip("the source tables are not beside this checkout")
    return TABLES


@pytest.fixture(scope="session")
def reference() -> Graph:
    graph = Graph()
    for path in sorted(resources.reference().glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="session")
def curated() -> Graph:
    return Graph().parse(resources.curated() / "iga.ttl")
