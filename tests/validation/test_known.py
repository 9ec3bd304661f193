"""What is known of the nodes that a graph names counts; their own faults don't."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import Graph
from rdflib.namespace import RDFS

from anugerah import resources
from anugerah.namespaces import ANUGERAH, BASE
from anugerah.validation import Shapes

EDITION = f"{BASE}id/edition/iga-2024"
AWARD = f"{BASE}id/award/iga"
CONFERRAL = f"{BASE}id/conferral/iga-2024-kota-batu"
SHAPES = Graph().parse(resources.ontology() / "shapes.ttl")


def turtle(text: str) -> list[ox.Quad]:
    prefixes = f"@prefix a: <{ANUGERAH}> . @prefix rdfs: <{RDFS}> . @base <{BASE}> . "
    return list(ox.parse(prefixes + text, ox.RdfFormat.TURTLE))


def edition(year: str) -> list[ox.Quad]:
    return turtle(
        f'<{EDITION}> a a:Edition ; rdfs:label "IGA" ; a:editionOf <{AWARD}> ; a:year {year} .'
    )


def knowing(text: str) -> Shapes:
    return Shapes(SHAPES, known=turtle(text))


def test_what_is_described_elsewhere_counts() -> None:
    assert not knowing("").validate(edition("2024")).conforms
    assert knowing(f"<{AWARD}> a a:Award .").validate(edition("2024")).conforms


def test_faults_of_other_descriptions_are_not_the_graphs() -> None:
    shapes = knowing(f'<{AWARD}> a a:Award ; a:firstYear "lama" .')
    assert shapes.validate(edition("2024")).conforms
    assert not shapes.validate(turtle(f'<{AWARD}> rdfs:label "IGA" .')).conforms


def test_own_faults_count() -> None:
    assert not knowing(f"<{AWARD}> a a:Award .").validate(edition("24")).conforms


def test_what_is_known_of_a_node_and_what_the_graph_says_are_one() -> None:
    known = f"<{AWARD}> a a:Award . <{EDITION}> a:year"
    assert knowing(f"{known} 2024 .").validate(edition("2024")).conforms
    (result,) = knowing(f"{known} 2023 .").validate(edition("2024")).results
    assert result.component == "MaxCountConstraintComponent"


def test_nobody_else_speaks_for_a_graph() -> None:
    unsupported = turtle(f'<{CONFERRAL}> a a:Conferral ; rdfs:label "x" .')
    evidence = f"<urn:evidence> a a:Evidence ; a:supports <{CONFERRAL}> ."
    found = knowing(evidence).validate(unsupported).results
    assert any("Nothing supports" in result.messages["en"] for result in found)


def test_queries_see_what_is_known() -> None:
    conferral = turtle(
        f'<{CONFERRAL}> a:conferredIn <{EDITION}> ; a:conferredOn "2019-01-01"^^<{XSD_DATE}> .'
    )
    shapes = knowing(f"<{AWARD}> a a:Award .")
    (result,) = shapes.validate([*edition("2024"), *conferral]).results
    assert "before the year" in result.messages["en"]
    of_another = turtle(f"<{CONFERRAL}> a:conferredIn <{EDITION}> ; a:inCategory <urn:category> .")
    shapes = knowing(f"<{AWARD}> a a:Award . <urn:category> a:categoryOf <urn:another> .")
    (result,) = shapes.validate([*edition("2024"), *of_another]).results
    assert "belongs to another award" in result.messages["en"]


XSD_DATE = "http://www.w3.org/2001/XMLSchema#date"


def test_a_class_that_the_graph_itself_puts_below_another() -> None:
    below = turtle(f"a:Medal rdfs:subClassOf a:Award . <{AWARD}> a a:Medal ; rdfs:label 'IGA' .")
    assert knowing("").validate([*edition("2024"), *below]).conforms
