from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS, XSD

from anugerah.namespaces import ANUGERAH, BASE
from anugerah.validation import Result, Shapes, validate
from anugerah.validation.report import SH

CONFORMING = Path(__file__).parent / "data" / "conforming.ttl"
CITY = URIRef(f"{BASE}id/government/kota-bengkulu")
EDITION = URIRef(f"{BASE}id/edition/iga-2020")
CONFERRAL = URIRef(f"{BASE}id/conferral/iga-2020-kota-sangat-inovatif-kota-bengkulu")


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.load()


@pytest.fixture
def graph() -> Graph:
    return Graph().parse(CONFORMING)


def test_the_data_stay_as_they_are(shapes: Shapes, graph: Graph) -> None:
    before = set(graph)
    shapes.validate(graph)
    assert set(graph) == before


def test_many_graphs_one_after_another_do_not_mix(shapes: Shapes, graph: Graph) -> None:
    broken = Graph().parse(CONFORMING)
    broken.remove((CITY, ANUGERAH.plainName, None))
    for _ in range(3):
        assert shapes.validate(graph).conforms
        assert len(shapes.validate(broken).results) == 1


def test_the_report_is_the_same_each_time(shapes: Shapes, graph: Graph) -> None:
    graph.remove((None, ANUGERAH.plainName, None))
    first, second = shapes.validate(graph), Shapes.load().validate(graph)
    assert first.results == second.results
    assert {*first.graph()} == {*second.graph()}


def test_the_report_as_rdf(shapes: Shapes, graph: Graph) -> None:
    graph.remove((None, ANUGERAH.supports, CONFERRAL))
    report = shapes.validate(graph).graph()
    (found,) = report.subjects(SH.focusNode, CONFERRAL)
    assert (found, RDF.type, SH.ValidationResult) in report
    assert report.value(found, SH.resultSeverity) == SH.Violation
    path = report.value(found, SH.resultPath)
    assert report.value(path, SH.inversePath) == ANUGERAH.supports
    languages = {
        m.language for m in report.objects(found, SH.resultMessage) if isinstance(m, Literal)
    }
    assert languages == {"en", "id"}
    assert isomorphic(report, Graph().parse(data=report.serialize(format="turtle")))


def test_a_query_s_messages_keep_their_languages(shapes: Shapes, graph: Graph) -> None:
    graph.set((EDITION, ANUGERAH.year, Literal(2021)))
    (result,) = shapes.validate(graph).violations
    assert set(result.messages) == {"en", "id"}
    assert result.value == CONFERRAL


def test_a_warning_keeps_nothing_out() -> None:
    shapes = Graph().parse(
        data=f"""
        @prefix sh: <{SH}> . @prefix rdfs: <{RDFS}> .
        <urn:shape> a sh:NodeShape ; sh:targetNode <urn:x> ; sh:property
            [ sh:path rdfs:label ; sh:minCount 1 ;
              sh:severity sh:Warning ; sh:message "Tanpa label."@id ] .
        """,
        format="turtle",
    )
    report = validate(Graph(), shapes)
    assert report.conforms
    (result,) = report.results
    assert result.severity == "Warning"
    assert result.shape == URIRef("urn:shape")
    assert result.text("en") == result.text("id") == "<urn:x>: Tanpa label."


HOSTILE = {
    "huge integer": Literal("9" * 6000, datatype=XSD.integer),
    "no number": Literal("dua ribu", datatype=XSD.integer),
    "not a number": Literal("NaN", datatype=XSD.double),
    "no date": Literal("2020-13-45", datatype=XSD.date),
    "year 99999": Literal("99999-01-01", datatype=XSD.date),
    "control characters": Literal("\x00\x1b[31m\u202e"),
    "half a character": Literal("\ud800"),
    "code": Literal("'] } ; DROP ALL ; # \" \\u0022 {{ }} $this %s"),
    "unknown datatype": Literal("x", datatype=URIRef("http://example.org/x")),
    "broken XML": Literal("<a><b>", datatype=RDF.XMLLiteral),
    "node": URIRef('http://example.org/ space > " }'),
}
PROPERTIES = {
    "year": (EDITION, ANUGERAH.year),
    "date": (CONFERRAL, ANUGERAH.conferredOn),
    "recipient": (CONFERRAL, ANUGERAH.recipient),
    "code": (CITY, ANUGERAH.kemendagriCode),
}


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("place", PROPERTIES)
def test_hostile_values_are_violations(
    shapes: Shapes, graph: Graph, place: str, value: str
) -> None:
    subject, predicate = PROPERTIES[place]
    graph.set((subject, predicate, HOSTILE[value]))
    report = shapes.validate(graph)
    assert not report.conforms
    assert all(result.text("en") and result.text("id") for result in report.results)
    Graph().parse(data=report.graph().serialize(format="turtle", encoding="utf-8"))


def test_a_very_long_label_is_a_violation_and_costs_little(shapes: Shapes, graph: Graph) -> None:
    graph.set((CITY, RDFS.label, Literal(" " * 2_000_000)))
    assert not shapes.validate(graph).conforms


def test_a_graph_that_makes_the_validator_fail_is_a_violation(graph: Graph) -> None:
    shapes = Graph().parse(
        data=f"""@prefix sh: <{SH}> .
        <urn:s> a sh:NodeShape ; sh:targetNode <urn:x> ; sh:pattern "(" .""",
        format="turtle",
    )
    report = validate(graph, shapes)
    assert not report.conforms
    assert set(report.results[0].messages) == {"en", "id"}
    assert not report.graph().value(None, SH.conforms, Literal(True))


def test_results_can_be_counted() -> None:
    result = Result(CITY, None, None, "Violation", {"en": "x"}, None, "MinCountConstraintComponent")
    assert len({result, result}) == 1
