from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS, XSD

from anugerah.namespaces import ANUGERAH, BASE, OA
from anugerah.validation import Result, Shapes
from anugerah.validation.report import SH

CONFORMING = Path(__file__).parent / "data" / "conforming.ttl"
CITY = URIRef(f"{BASE}id/government/kota-bengkulu")
EDITION = URIRef(f"{BASE}id/edition/iga-2020")
CONFERRAL = URIRef(f"{BASE}id/conferral/iga-2020-kota-sangat-inovatif-kota-bengkulu")


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.load()


def quads(graph: Graph) -> list[ox.Quad]:
    text = graph.serialize(format="nt", encoding="utf-8")
    return list(ox.parse(text, ox.RdfFormat.N_TRIPLES))


@pytest.fixture
def graph() -> Graph:
    return Graph().parse(CONFORMING)


def test_many_graphs_one_after_another_do_not_mix(shapes: Shapes, graph: Graph) -> None:
    broken = Graph().parse(CONFORMING)
    broken.remove((CITY, ANUGERAH.plainName, None))
    for _ in range(3):
        assert shapes.validate(quads(graph)).conforms
        assert len(shapes.validate(quads(broken)).results) == 1


def test_the_report_is_the_same_each_time(shapes: Shapes, graph: Graph) -> None:
    graph.remove((None, ANUGERAH.plainName, None))
    first, second = shapes.validate(quads(graph)), Shapes.load().validate(quads(graph))
    assert first.results == second.results
    assert {*first.graph()} == {*second.graph()}


def test_the_report_as_rdf(shapes: Shapes, graph: Graph) -> None:
    graph.remove((None, ANUGERAH.supports, CONFERRAL))
    report = shapes.validate(quads(graph)).graph()
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
    (result,) = shapes.validate(quads(graph)).violations
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
    report = Shapes(shapes).validate([])
    assert report.conforms
    (result,) = report.results
    assert result.severity == "Warning"
    assert result.shape == URIRef("urn:shape")
    assert result.text("en") == result.text("id") == "<urn:x>: Tanpa label."


HOSTILE = {
    "huge integer": f'"{"9" * 6000}"^^<{XSD.integer}>',
    "no number": f'"dua ribu"^^<{XSD.integer}>',
    "not a number": f'"NaN"^^<{XSD.double}>',
    "no date": f'"2020-13-45"^^<{XSD.date}>',
    "year 99999": f'"99999-01-01"^^<{XSD.date}>',
    "control characters": '"\\u0001\\u001b[31m\\u202e"',
    "code": '"\'] } ; DROP ALL ; # \\\\u0022 {{ }} $this %s"',
    "unknown datatype": '"x"^^<http://example.org/x>',
    "broken XML": f'"<a><b>"^^<{RDF.XMLLiteral}>',
    "blank node": "_:nobody",
    "statement": "<<( <urn:a> <urn:b> <urn:c> )>>",
    "very long text": f'"{" " * 2_000_000}"',
}
PROPERTIES = {
    "year": (EDITION, ANUGERAH.year),
    "date": (CONFERRAL, ANUGERAH.conferredOn),
    "recipient": (CONFERRAL, ANUGERAH.recipient),
    "code": (CITY, ANUGERAH.kemendagriCode),
    "start": (URIRef(f"{BASE}article/f19cbf73011bf764#char=5,13"), OA.start),
}


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("place", PROPERTIES)
def test_hostile_values_are_violations(
    shapes: Shapes, graph: Graph, place: str, value: str
) -> None:
    subject, predicate = PROPERTIES[place]
    graph.remove((subject, predicate, None))
    said = f"<{subject}> <{predicate}> {HOSTILE[value]} ."
    report = shapes.validate([*quads(graph), *ox.parse(said, ox.RdfFormat.N_TRIPLES)])
    assert not report.conforms
    assert all(result.text("en") and result.text("id") for result in report.results)
    Graph().parse(data=report.graph().serialize(format="turtle", encoding="utf-8"))


def test_results_can_be_counted() -> None:
    result = Result(CITY, None, None, "Violation", {"en": "x"}, None, "MinCountConstraintComponent")
    assert len({result, result}) == 1
