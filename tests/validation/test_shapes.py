"""Each shape accepts the conforming example and finds what is broken in it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS

from anugerah import resources
from anugerah.namespaces import ANUGERAH, BASE
from anugerah.release import sources
from anugerah.validation import Report, Shapes
from anugerah.validation.report import SH

PREFIXES = f"""
    BASE <{BASE}>
    PREFIX anugerah: <{ANUGERAH}>
    PREFIX dcterms: <http://purl.org/dc/terms/>
    PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
    PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
CONFORMING = Path(__file__).parent / "data" / "conforming.ttl"

CONFERRAL = "<id/conferral/iga-2020-kota-sangat-inovatif-kota-bengkulu>"
CITY = "<id/government/kota-bengkulu>"
AREA = "<id/area/kota-bengkulu>"
AGENCY = "<id/agency/kota-bengkulu/dinas-kesehatan>"
EDITION = "<id/edition/iga-2020>"
CATEGORY = "<id/category/iga/kota-sangat-inovatif>"
TENURE = "<id/tenure/helmi-hasan-bengkulu/kota-bengkulu/wali-kota>"
OFFICE = "<id/office/kota-bengkulu/wali-kota>"
PERSON = "<id/person/helmi-hasan-bengkulu>"
INNOVATION = "<id/innovation/kota-bengkulu/jemput-bola>"
COUNT = "<id/innovation-count/kota-bengkulu-2020-44>"
WINS = "<id/win-count/kota-bengkulu-iga-2>"
HOPE = "<id/aspiration/iga-2020-kota-bengkulu-top-10>"
LIST = "<id/winner-list/iga-2020-kota-sangat-inovatif>"
ARTICLE = "<article/f19cbf73011bf764>"
EVIDENCE = "<article/f19cbf73011bf764#evidence-1>"
PASSAGE = "<article/f19cbf73011bf764#char=5,13>"


def without(subject: str, predicate: str) -> str:
    return f"DELETE WHERE {{ {subject} {predicate} ?o }}"


def with_(subject: str, predicate: str, value: str) -> str:
    return f"INSERT DATA {{ {subject} {predicate} {value} }}"


def instead(subject: str, predicate: str, value: str) -> str:
    return f"{without(subject, predicate)} ; {with_(subject, predicate, value)}"


# (name, what is done to the conforming example, part of the message that must come)
BROKEN = [
    ("no label", without(CITY, "rdfs:label"), "The label is missing"),
    ("blank label", instead(CITY, "rdfs:label", '"  "'), "The label is missing"),
    ("long label", instead(PERSON, "rdfs:label", f'"{"a" * 301}"'), "longer than 300"),
    ("empty title", instead(ARTICLE, "dcterms:title", '""'), "A name or a title is empty"),
    ("no plain name", without(CITY, "anugerah:plainName"), "without the level word"),
    ("two plain names", with_(CITY, "anugerah:plainName", '"B"'), "without the level word"),
    ("level not a level", instead(CITY, "anugerah:atLevel", CITY), "at most one level"),
    ("no code", without(CITY, "anugerah:kemendagriCode"), "Exactly one Kemendagri code"),
    ("bad code", instead(AREA, "anugerah:kemendagriCode", '"1771"'), "Exactly one Kemendagri code"),
    ("code of others", with_("<id/x>", "anugerah:kemendagriCode", '"17.71"'), "More than one"),
    ("bad BPS code", instead(CITY, "anugerah:bpsCode", '"17.71"'), "BPS code"),
    ("no area", without(CITY, "anugerah:governs"), "area of this government is missing"),
    ("governs itself", instead(CITY, "anugerah:governs", CITY), "governs at most one area"),
    ("off the map", instead(AREA, "geo:lat", "51.5"), "latitude lies outside Indonesia"),
    ("off the map too", instead(AREA, "geo:long", "4.9"), "longitude lies outside Indonesia"),
    ("no centre", without(AREA, "geo:lat"), "no latitude"),
    ("no centre either", without(AREA, "geo:long"), "no longitude"),
    ("part of nothing", without(AREA, "anugerah:partOf"), "larger area that holds this one"),
    ("part of a name", instead(AREA, "anugerah:partOf", '"Bengkulu"'), "part of another area"),
    ("no size", instead(AREA, "anugerah:areaKm2", "0.0"), "one positive xsd:decimal"),
    ("minus people", instead(AREA, "anugerah:population", "-1"), "The population"),
    ("lost place", instead("<id/place/jakarta>", "anugerah:locatedIn", '"x"'), "lies in an area"),
    ("odd level", instead("<id/level/city>", "skos:notation", '"town"'), "has one notation"),
    ("gives no award", with_(CITY, "anugerah:gives", CITY), "What an organisation gives"),
    ("a person too", with_(CITY, "a", "anugerah:Person"), "an organisation and a person"),
    ("lone agency", without(AGENCY, "anugerah:agencyOf"), "exactly one government"),
    ("office nowhere", without(OFFICE, "anugerah:officeAt"), "exactly one organisation"),
    ("office of no role", without(OFFICE, "anugerah:ofRole"), "exactly one role"),
    ("tenure of nobody", without(TENURE, "anugerah:tenureOf"), "exactly one person"),
    (
        "tenure of two",
        with_(TENURE, "anugerah:tenureOf", "<id/person/sumule-tumbo-nasional>"),
        "exactly one person",
    ),
    ("tenure of a city", instead(TENURE, "anugerah:tenureOf", CITY), "exactly one person"),
    ("tenure of no office", without(TENURE, "anugerah:inOffice"), "exactly one office"),
    ("acting perhaps", instead(TENURE, "anugerah:acting", '"Pj"'), "acting one"),
    ("attested in a year", instead(TENURE, "anugerah:attestedOn", "2020"), "must be an xsd:date"),
    ("first in 1492", instead("<id/award/iga>", "anugerah:firstYear", "1492"), "first year"),
    ("verified perhaps", instead("<id/award/iga>", "anugerah:verified", "1"), "was verified"),
    ("edition of nothing", without(EDITION, "anugerah:editionOf"), "exactly one award"),
    ("two years", with_(EDITION, "anugerah:year", "1999"), "at most one year"),
    ("far future", instead(EDITION, "anugerah:year", "2101"), "at most one year"),
    ("year in words", instead(EDITION, "anugerah:year", '"2020"'), "at most one year"),
    (
        "30 February",
        instead(EDITION, "anugerah:ceremonyDate", '"2020-02-30"^^xsd:date'),
        "ceremony",
    ),
    ("nobody there", instead(EDITION, "anugerah:participants", "0"), "number of participants"),
    ("no innovation", instead(EDITION, "anugerah:innovationsEntered", "0"), "innovations entered"),
    ("category of nothing", without(CATEGORY, "anugerah:categoryOf"), "exactly one award"),
    (
        "category of another award",
        instead(CATEGORY, "anugerah:categoryOf", "<id/award/adipura>"),
        "belongs to another award",
    ),
    ("excludes a city", with_(CATEGORY, "anugerah:excludes", CITY), "What a category excludes"),
    (
        "conferred before",
        instead(CONFERRAL, "anugerah:conferredOn", '"2019-12-31"^^xsd:date'),
        "before the year of its edition",
    ),
    (
        "conferred long after",
        instead(CONFERRAL, "anugerah:conferredOn", '"2023-01-01"^^xsd:date'),
        "before the year of its edition",
    ),
    ("hoped for", with_(CONFERRAL, "a", "anugerah:Target"), "a conferral and an aspiration"),
    ("no edition", without(CONFERRAL, "anugerah:conferredIn"), "exactly one edition"),
    ("no recipient", without(CONFERRAL, "anugerah:recipient"), "exactly one recipient"),
    ("two recipients", with_(CONFERRAL, "anugerah:recipient", PERSON), "exactly one recipient"),
    ("recipient an area", instead(CONFERRAL, "anugerah:recipient", AREA), "exactly one recipient"),
    ("odd category", instead(CONFERRAL, "anugerah:inCategory", CITY), "anugerah:inCategory"),
    ("given by a person", instead(CONFERRAL, "anugerah:conferredBy", PERSON), "by an organisation"),
    ("through a person", instead(CONFERRAL, "anugerah:conferredThrough", PERSON), "through an"),
    ("handed by a city", instead(CONFERRAL, "anugerah:presentedBy", CITY), "presented by"),
    ("taken by a city", instead(CONFERRAL, "anugerah:acceptedBy", CITY), "accepted by a person"),
    ("date in words", instead(CONFERRAL, "anugerah:conferredOn", '"Jumat"'), "date of a conferral"),
    ("rank zero", instead(CONFERRAL, "anugerah:rank", "0"), "A rank must be"),
    ("minus score", instead(CONFERRAL, "anugerah:score", "-0.5"), "A score must be"),
    ("no distinction", instead(CONFERRAL, "anugerah:distinction", '" "'), "A distinction must be"),
    ("listed in a list", instead(CONFERRAL, "anugerah:listedIn", CITY), "in a winner list"),
    ("edition at a city", with_(EDITION, "anugerah:heldAt", CITY), "An edition is held at"),
    ("edition in a city", with_(EDITION, "anugerah:heldIn", CITY), "An edition is held in"),
    ("venue a city", instead(CONFERRAL, "anugerah:heldAt", CITY), "must be a venue"),
    ("place a city", instead(CONFERRAL, "anugerah:heldIn", CITY), "must be a place"),
    ("list of nothing", without(LIST, "anugerah:listsEdition"), "of exactly one edition"),
    ("list of no kind", without(LIST, "anugerah:listsCategory"), "of exactly one category"),
    ("more than all", instead(LIST, "anugerah:listedWinners", "13"), "not above that"),
    ("minus winners", instead(LIST, "anugerah:announcedWinners", "-1"), "announced winners"),
    ("complete perhaps", instead(LIST, "anugerah:complete", '"yes"'), "list is complete"),
    (
        "nobody's innovation",
        f"{without(INNOVATION, 'anugerah:innovationOf')} ; {without(INNOVATION, 'anugerah:runBy')}",
        "Nobody is named",
    ),
    (
        "a person's",
        instead(INNOVATION, "anugerah:innovationOf", PERSON),
        "belongs to a public body",
    ),
    ("run by a city", instead(INNOVATION, "anugerah:runBy", CITY), "run by a regional agency"),
    ("serves a city", instead(INNOVATION, "anugerah:serves", CITY), "serves a target group"),
    ("no number", without(COUNT, "anugerah:count"), "exactly one number"),
    ("huge number", instead(COUNT, "anugerah:count", "100001"), "exactly one number"),
    ("counted for none", without(COUNT, "anugerah:countedFor"), "exactly one organisation"),
    ("year of a count", instead(COUNT, "anugerah:inYear", "20"), "year of a count"),
    ("roughly", instead(COUNT, "anugerah:approximate", '"sekitar"'), "is approximate"),
    ("odd basis", instead(COUNT, "anugerah:countBasis", '"guessed"'), "basis of a count"),
    ("wins of what", without(WINS, "anugerah:countedAward"), "of exactly one award"),
    ("won in 1900", instead(WINS, "anugerah:previousWinYear", "1900"), "previous win"),
    ("nobody hopes", without(HOPE, "anugerah:aspirant"), "of an organisation or a person"),
    ("hope for nothing", without(HOPE, "anugerah:aspiresTo"), "for an edition"),
    ("top zero", instead(HOPE, "anugerah:targetRank", "0"), "rank aimed at"),
    ("no hash", without(ARTICLE, "anugerah:sha256"), "exactly one SHA-256"),
    ("short hash", instead(ARTICLE, "anugerah:sha256", '"abc"'), "exactly one SHA-256"),
    ("no file name", without(ARTICLE, "anugerah:sourceName"), "name of its file"),
    ("address of a file", with_(ARTICLE, "<https://schema.org/url>", "<file:///a>"), "web address"),
    (
        "repeats a page",
        with_(ARTICLE, "prov:alternateOf", "<https://contoh.id/>"),
        "repeats at most",
    ),
    ("issued lately", instead(ARTICLE, "dcterms:issued", '"kemarin"'), "day of publication"),
    ("odd article IRI", with_("<article/x>", "a", "anugerah:Article"), "IRI of an article"),
    ("no passage", without(EVIDENCE, "oa:hasSelector"), "shows the passage"),
    ("no rule", without(EVIDENCE, "anugerah:byRule"), "names the rule"),
    ("no confidence", without(EVIDENCE, "anugerah:confidence"), "how sure it is"),
    ("too sure", instead(EVIDENCE, "anugerah:confidence", "1.1"), "from 0 to 1"),
    ("not at all sure", instead(EVIDENCE, "anugerah:confidence", "-0.1"), "from 0 to 1"),
    ("supports nothing", without(EVIDENCE, "anugerah:supports"), "supports a fact"),
    ("supports a city", with_(EVIDENCE, "anugerah:supports", CITY), "supports a fact"),
    ("no source", without(EVIDENCE, "oa:hasSource"), "exactly one source"),
    ("two sources", with_(EVIDENCE, "oa:hasSource", "<https://example.org/news/1>"), "one source"),
    ("about a word", instead(EVIDENCE, "anugerah:aboutProperty", '"date"'), "property's IRI"),
    ("passage a city", with_(EVIDENCE, "oa:hasSelector", CITY), "must be a passage"),
    ("blank rule", instead(EVIDENCE, "anugerah:byRule", '""'), "name of a rule"),
    ("doubtful perhaps", with_(EVIDENCE, "anugerah:doubtful", '"x"'), "is doubtful"),
    ("unsupported fact", without(EVIDENCE, "anugerah:supports"), "Nothing supports this fact"),
    ("empty quote", instead(PASSAGE, "oa:exact", '""'), "one quote that is not empty"),
    ("long quote", instead(PASSAGE, "oa:exact", '"Kota Bengkulu"'), "not as long as its offsets"),
    ("backwards", instead(PASSAGE, "oa:start", "14"), "below its end"),
    ("before the text", instead(PASSAGE, "oa:start", "-1"), "exactly one start"),
    ("between characters", instead(PASSAGE, "oa:start", "5.0"), "exactly one start"),
    ("end in words", instead(PASSAGE, "oa:end", '"akhir"'), "exactly one end"),
    ("no end", without(PASSAGE, "oa:end"), "exactly one end"),
    ("odd citation", with_("<urn:isbn:1>", "a", "anugerah:Citation"), "named by its web address"),
    (
        "graph of nothing",
        without("<graph/f19cbf73011bf764>", "prov:wasDerivedFrom"),
        "which source",
    ),
    (
        "graph of a word",
        instead("<graph/f19cbf73011bf764>", "prov:wasDerivedFrom", '"berita"'),
        "a node, not a text",
    ),
    (
        "graph made twice",
        with_("<graph/f19cbf73011bf764>", "prov:wasGeneratedBy", CITY),
        "at most one extraction",
    ),
    (
        "made by nobody",
        without("<id/extraction/f19cbf73011bf764>", "prov:wasAssociatedWith"),
        "made by an extractor",
    ),
]


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.load()


@pytest.fixture(scope="module")
def shapes_graph() -> Graph:
    return Graph().parse(resources.ontology() / "shapes.ttl")


def check(shapes: Shapes, update: str = "") -> Report:
    store = ox.Store()
    store.load(path=CONFORMING, format=ox.RdfFormat.TURTLE)
    store.update(PREFIXES + update)
    return shapes.validate(store)


def test_the_conforming_example(shapes: Shapes) -> None:
    report = check(shapes)
    assert [result.text() for result in report.results] == []
    assert report.conforms


@pytest.mark.parametrize(
    ("update", "message"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_what_is_broken_is_told(shapes: Shapes, update: str, message: str) -> None:
    report = check(shapes, update)
    assert not report.conforms
    assert any(message in result.messages["en"] for result in report.violations), report.results
    for result in report.results:
        assert set(result.messages) == {"en", "id"}


@pytest.mark.parametrize("datatype", ["xsd:nonNegativeInteger", "xsd:integer"])
def test_offsets_may_be_of_either_datatype(shapes: Shapes, datatype: str) -> None:
    start = instead(PASSAGE, "oa:start", f'"5"^^{datatype}')
    end = instead(PASSAGE, "oa:end", f'"13"^^{datatype}')
    assert check(shapes, f"{start} ; {end}").conforms


@pytest.mark.parametrize("fact", [CONFERRAL, TENURE, INNOVATION, COUNT, WINS, HOPE, LIST])
def test_every_kind_of_fact_needs_evidence(shapes: Shapes, fact: str) -> None:
    report = check(shapes, f"DELETE WHERE {{ ?evidence anugerah:supports {fact} }}")
    unsupported = [r for r in report.violations if "Nothing supports" in r.messages["en"]]
    assert [f"<{r.focus}>" for r in unsupported] == [fact.replace("<", f"<{BASE}")]


def test_every_message_is_tested(shapes_graph: Graph) -> None:
    told = {message for _, _, message in BROKEN}
    for message in shapes_graph.objects(None, SH.message):
        if isinstance(message, Literal) and message.language == "en":
            assert any(part in message for part in told), message


def test_every_class_with_instances_has_a_shape(shapes_graph: Graph) -> None:
    ontology = Graph().parse(resources.ontology() / "anugerah.ttl")
    shaped = {*shapes_graph.objects(None, SH.targetClass)}
    examples = {*Graph().parse(CONFORMING).objects(None, RDF.type)}
    for used in examples:
        assert shaped & {*ontology.transitive_objects(used, RDFS.subClassOf)}, used


def test_every_shape_speaks_both_languages(shapes_graph: Graph) -> None:
    for node in {*shapes_graph.subjects(SH.message)}:
        messages = shapes_graph.objects(node, SH.message)
        languages = sorted(str(m.language) for m in messages if isinstance(m, Literal))
        assert languages == ["en", "id"]


def test_every_property_shape_has_a_message(shapes_graph: Graph) -> None:
    for node in {*shapes_graph.objects(None, SH.property)}:
        delegates = (node, SH.property, None) in shapes_graph
        assert delegates or (node, SH.message, None) in shapes_graph


@pytest.mark.parametrize(
    "quads", [sources.reference(), sources.curated()], ids=["reference", "curated"]
)
def test_the_data_of_the_project_conform(quads: list[ox.Quad]) -> None:
    shapes = Shapes.load([*sources.reference(), *sources.curated()])
    assert [result.text() for result in shapes.validate(quads).results] == []


def test_the_label_of_a_term_is_an_iri_in_the_report(shapes: Shapes) -> None:
    (result,) = check(shapes, without(CITY, "anugerah:governs")).results
    assert result.focus == URIRef(f"{BASE}id/government/kota-bengkulu")
    assert result.path == f"<{ANUGERAH.governs}>"
    assert result.severity == "Violation"
    assert result.shape == URIRef(f"{BASE}shapes#CodedGovernment")
