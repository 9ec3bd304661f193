"""The validator finds in a broken graph what pySHACL finds, no less and no more."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Graph

from anugerah import resources
from anugerah.corpus import read_article
from anugerah.extraction import Extractor
from anugerah.mapping import article_quads
from anugerah.namespaces import BASE
from anugerah.validation import Shapes
from anugerah.validation.index import Term
from anugerah.validation.report import SH
from anugerah.vocabulary import XSD
from tests.paths import ROOT
from tests.validation.pyshacl_report import Finding, finding, pyshacl_findings
from tests.validation.test_shapes import BROKEN, CONFORMING, PREFIXES

SHAPES = Graph().parse(resources.ontology() / "shapes.ttl")
ONTOLOGY = Graph().parse(resources.ontology() / "anugerah.ttl")
OWN = Shapes(SHAPES, ox.parse(path=resources.ontology() / "anugerah.ttl"))
GOOD = list(ox.parse(path=CONFORMING, format=ox.RdfFormat.TURTLE, base_iri=BASE))
ORDERS = ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")
COMPARED = {
    ox.NamedNode(str(path))
    for shape, path in SHAPES.subject_objects(SH.path)
    if any((shape, SH[order], None) in SHAPES for order in ORDERS)
}
NUMBERS = {XSD.integer, XSD.decimal, XSD.double, XSD.nonNegativeInteger}


def agree(quads: list[ox.Quad]) -> bool:
    """Check that both validators find the same, and return whether they find anything."""
    own = {finding(result) for result in OWN.validate(quads).results}
    theirs = pyshacl_findings(quads, SHAPES, ONTOLOGY)
    if theirs is None:
        assert own
        return True
    assert [each for each in own ^ theirs if not _is_loose(each, quads)] == []
    return bool(own)


def _is_loose(found: Finding, quads: list[ox.Quad]) -> bool:
    """Say whether rdflib may compare there what SPARQL doesn't: numbers with other values."""
    component = found[3]
    if not component.startswith(("Min", "Max", "LessThan", "SPARQL")):
        return False
    compared = [quad.object for quad in quads if quad.predicate in COMPARED]
    return not all(isinstance(each, ox.Literal) and each.datatype in NUMBERS for each in compared)


@pytest.mark.parametrize("update", [row[1] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_what_is_broken_on_purpose(update: str) -> None:
    store = ox.Store()
    store.extend(GOOD)
    store.update(PREFIXES + update)
    assert agree(list(store))


def test_nothing_in_the_conforming_example() -> None:
    assert not agree(GOOD)


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "articles").glob("*.txt")), ids=str)
def test_the_graph_of_an_article_without_what_is_known(path: Path) -> None:
    quads = article_quads(Extractor.from_files().extract(read_article(path)))
    assert agree(quads)


def _literal(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{datatype}"))


SUBJECTS = sorted({quad.subject for quad in GOOD}, key=str)
PREDICATES = sorted({quad.predicate for quad in GOOD}, key=str)
VALUES = [
    *sorted({quad.object for quad in GOOD}, key=str),
    ox.BlankNode("nobody"),
    ox.NamedNode("urn:x"),
    ox.Literal(""),
    ox.Literal(" "),
    ox.Literal("x" * 301),
    ox.Literal("Batu", language="id"),
    ox.Literal("1771"),
    ox.Literal("20"),
    ox.Literal(-1),
    ox.Literal(0),
    ox.Literal(1),
    ox.Literal(2),
    ox.Literal(2021),
    ox.Literal(100001),
    _literal("-11.3", "decimal"),
    _literal("0.0", "decimal"),
    _literal("1.5", "decimal"),
    _literal("0.5", "double"),
    _literal("dua", "integer"),
    _literal("perhaps", "boolean"),
    _literal("false", "boolean"),
    _literal("2020-02-30", "date"),
    _literal("2020-02-29", "date"),
    _literal("2023-01-01", "date"),
    _literal("2020-02-29T10:00:00", "dateTime"),
    _literal("kemarin", "dateTime"),
    _literal("5", "nonNegativeInteger"),
]
STATEMENTS = st.builds(
    ox.Quad, st.sampled_from(SUBJECTS), st.sampled_from(PREDICATES), st.sampled_from(VALUES)
)
INSTEAD = st.tuples(st.sampled_from(GOOD), st.sampled_from(VALUES))


@given(
    dropped=st.sets(st.sampled_from(GOOD), max_size=5),
    replaced=st.lists(INSTEAD, max_size=5),
    added=st.lists(STATEMENTS, max_size=5),
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_broken_at_random(
    dropped: set[ox.Quad], replaced: list[tuple[ox.Quad, Term]], added: list[ox.Quad]
) -> None:
    gone = dropped | {quad for quad, _ in replaced}
    instead = [ox.Quad(quad.subject, quad.predicate, value) for quad, value in replaced]
    agree([*(quad for quad in GOOD if quad not in gone), *instead, *added])
