"""All of SHACL's core: for each construct, what pySHACL finds."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import Graph

from anugerah.validation import Shapes
from tests.validation.pyshacl_report import finding, pyshacl_findings
from tests.validation.test_compiler import PREFIXES

DATA = """
    :a a :C ; :p 1 , 2 ; :q 2 , 3 ; :label "satu"@id , "one"@en , "uno"@en-GB ; :to :b .
    :a :day "2024-01-02"^^xsd:date .
    :b a :D ; :p 5 ; :q 5 ; :label "dua"@id , "kedua"@id ; :to :c .
    :b :at "2024-01-02T10:00:00"^^xsd:dateTime .
    :c a :C , :D ; :p "teks" ; :label "tanpa" ; :to :a , :c ; :also [ :p 7 ] .
    :c :year "2024"^^xsd:gYear .
    :D rdfs:subClassOf :C .
"""
NODE = ":s a sh:NodeShape ; sh:targetNode :a , :b , :c , :nobody ; "
PATH = NODE + "sh:property [ sh:path "


@pytest.mark.parametrize(
    "shapes",
    [
        PATH + ":p ; sh:minLength 2 ] .",
        PATH + ":label ; sh:pattern '^[SD]' ; sh:flags 'i' ] .",
        PATH + ":label ; sh:languageIn ( 'id' 'en' ) ] .",
        PATH + ":label ; sh:uniqueLang true ] .",
        PATH + ":p ; sh:equals :q ] .",
        PATH + ":p ; sh:disjoint :q ] .",
        PATH + ":p ; sh:hasValue 5 ] .",
        NODE + "sh:hasValue :a .",
        PATH + ":to ; sh:and ( [ sh:class :C ] [ sh:class :D ] ) ] .",
        PATH + ":to ; sh:xone ( [ sh:class :D ] [ sh:in ( :b :c ) ] ) ] .",
        NODE + "sh:node :t . :t a sh:NodeShape ; sh:property [ sh:path :q ; sh:minCount 1 ] .",
        PATH + ":to ; sh:node [ sh:property [ sh:path :q ; sh:minCount 1 ] ] ] .",
        NODE
        + "sh:closed true ; sh:ignoredProperties ( rdf:type :to ) ; sh:property [ sh:path :p ] .",
        PATH + ":to ; sh:qualifiedValueShape [ sh:class :D ] ; sh:qualifiedMinCount 1 ] .",
        PATH + ":to ; sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMaxCount 1 ] .",
        PATH + "[ sh:zeroOrMorePath :to ] ; sh:maxCount 2 ] .",
        PATH + "[ sh:oneOrMorePath :to ] ; sh:class :D ] .",
        PATH + "[ sh:zeroOrOnePath :to ] ; sh:minCount 3 ] .",
        PATH + "( :to [ sh:inversePath :to ] ) ; sh:in ( :a ) ] .",
        PATH + ":day ; sh:minInclusive '2024-02-01'^^xsd:date ] .",
        PATH + ":at ; sh:maxExclusive '2024-01-02T10:00:00'^^xsd:dateTime ] .",
        PATH + ":year ; sh:datatype xsd:gYear ] .",
        PATH + ":label ; sh:datatype rdf:langString ] .",
        PATH + ":also ; sh:nodeKind sh:IRI ] .",
        NODE + "sh:nodeKind sh:Literal ; sh:deactivated true .",
        PATH + ":p ; sh:maxCount 1 ; sh:name 'P' ; sh:order 1 ] .",
        PATH + ":p ; sh:lessThan :q ; sh:severity sh:Info ] .",
        ":s a sh:NodeShape ; sh:targetSubjectsOf :day ; sh:class :D .",
        ":s a sh:NodeShape ; sh:targetObjectsOf :to ; sh:class :D .",
        ":C a rdfs:Class , sh:NodeShape ; sh:property [ sh:path :at ; sh:minCount 1 ] .",
    ],
)
def test_the_same_as_pyshacl(shapes: str) -> None:
    graph = Graph().parse(data=PREFIXES + shapes, format="turtle")
    quads = list(ox.parse(PREFIXES + DATA, ox.RdfFormat.TURTLE))
    own = {finding(result) for result in Shapes(graph).validate(quads).results}
    assert own == pyshacl_findings(quads, graph, Graph())
    assert own or "deactivated" in shapes or "gYear" in shapes
