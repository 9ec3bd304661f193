"""Shapes are read in full: a construct that isn't known is an error, never skipped."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import Graph

from anugerah.errors import AnugerahError
from anugerah.validation import Shapes
from anugerah.validation.report import SH

PREFIXES = f"""
    @prefix sh: <{SH}> . @prefix : <urn:> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def shapes(text: str) -> Shapes:
    return Shapes(Graph().parse(data=PREFIXES + text, format="turtle"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (":s sh:qualifiedValueShapesDisjoint true .", "sh:qualifiedValueShapesDisjoint"),
        (":s sh:target :t .", "sh:target"),
        (":s sh:rule [ a sh:TripleRule ] .", "sh:rule"),
        (":s a sh:PropertyShape ; sh:path :p ; sh:pattern 'x' ; sh:flags 'q' .", "sh:flags"),
        (":s a sh:PropertyShape ; sh:path [ sh:unknownPath :p ] .", "a path that isn't known"),
        (":s a sh:PropertyShape ; sh:path [ sh:inversePath [ sh:inversePath :p ] ] .", "IRI"),
        (":s a sh:PropertyShape ; sh:path :p ; sh:minInclusive '2020'^^xsd:gYear .", "urn:s has"),
        (":s a sh:PropertyShape ; sh:path :p ; sh:minCount 'x' .", "whole number"),
        (":s a sh:PropertyShape ; sh:path :p ; sh:pattern '(' .", "no regular expression"),
        (":s a sh:PropertyShape ; sh:path :p ; sh:nodeKind sh:Iri .", "no such kind"),
        (":s a sh:NodeShape ; sh:property :s .", "refers to itself"),
        (":s a sh:NodeShape ; sh:sparql [ sh:select 'SELECT $this { $this ?p 1 }' ] .", "variable"),
        (":s a sh:NodeShape ; sh:sparql [ sh:select 'SELECT $this { $this <a:b>+ 1 }' ] .", "path"),
        (":s a sh:NodeShape ; sh:sparql [ sh:select 'ASK { $this <a:b> 1 }' ] .", "SELECT"),
        (":s a sh:NodeShape ; sh:sparql [ sh:select 'SELECT $this { $this $PATH 1 }' ] .", "$PATH"),
    ],
)
def test_what_is_not_known_is_refused(text: str, said: str) -> None:
    with pytest.raises(AnugerahError, match=r".") as refused:
        shapes(text)
    assert said in str(refused.value)


def test_a_node_may_be_a_target() -> None:
    report = shapes(":s a sh:NodeShape ; sh:targetNode :x ; sh:class :C .").validate([])
    (result,) = report.violations
    assert str(result.focus) == "urn:x"
    assert result.text() == "<urn:x>: ClassConstraintComponent is not met."


def test_a_fault_of_a_property_s_value_is_told_at_the_value() -> None:
    text = """
        :s a sh:NodeShape ; sh:targetNode :x ; sh:property [ sh:path ( :p :q ) ;
            sh:property [ sh:path [ sh:alternativePath ( :r rdfs:label ) ] ; sh:minCount 1 ;
                          sh:message "Tanpa nama."@id ] ] ."""
    data = ox.parse("<urn:x> <urn:p> [ <urn:q> <urn:y> ] .", ox.RdfFormat.TURTLE)
    (result,) = shapes(text).validate(data).results
    assert str(result.focus) == "urn:y"
    assert result.path == "<urn:r>|<http://www.w3.org/2000/01/rdf-schema#label>"
    assert str(result.shape) == "urn:s"
    assert result.messages == {"id": "Tanpa nama."}
