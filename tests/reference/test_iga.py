from __future__ import annotations

from decimal import Decimal

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD

from anugerah import iris
from anugerah.namespaces import ANUGERAH, OA


@pytest.mark.parametrize(
    ("kind", "count"),
    [(ANUGERAH.Edition, 9), (ANUGERAH.Conferral, 376), (ANUGERAH.WinnerList, 49)],
)
def test_counts(curated: Graph, kind: URIRef, count: int) -> None:
    assert len(set(curated.subjects(RDF.type, kind))) == count


def test_an_edition(curated: Graph) -> None:
    edition = iris.thing("edition", "iga-2024")
    venue = iris.thing("venue", "hotel-mercure-surabaya-grand-mirama")
    facts = set(curated.predicate_objects(edition))
    assert {
        (RDFS.label, Literal("Innovative Government Award 2024")),
        (ANUGERAH.editionOf, iris.thing("award", "iga")),
        (ANUGERAH.year, Literal(2024)),
        (ANUGERAH.ceremonyDate, Literal("2024-12-05", datatype=XSD.date)),
        (ANUGERAH.heldAt, venue),
        (ANUGERAH.heldIn, iris.thing("place", "surabaya")),
        (ANUGERAH.participants, Literal(529)),
        (ANUGERAH.innovationsEntered, Literal(31719)),
    } <= facts
    assert len(set(curated.objects(edition, DCTERMS.source))) == 2
    assert curated.value(venue, ANUGERAH.locatedIn) == iris.thing("area", "kota-surabaya")


@pytest.mark.parametrize(
    ("place", "area"), [("jakarta", "provinsi-dki-jakarta"), ("surabaya", "kota-surabaya")]
)
def test_places_lie_in_areas(curated: Graph, place: str, area: str) -> None:
    located = curated.value(iris.thing("place", place), ANUGERAH.locatedIn)
    assert located == iris.thing("area", area)


def test_a_conferral_with_two_sources(curated: Graph) -> None:
    slug = "iga-2022-kota-terinovatif-kota-bengkulu"
    conferral = iris.thing("conferral", slug)
    assert set(curated.predicate_objects(conferral)) == {
        (RDF.type, ANUGERAH.Conferral),
        (
            RDFS.label,
            Literal("Innovative Government Award 2022: Kota Bengkulu (Kota Terinovatif)"),
        ),
        (ANUGERAH.conferredIn, iris.thing("edition", "iga-2022")),
        (ANUGERAH.inCategory, iris.thing("category", "iga", "kota-terinovatif")),
        (ANUGERAH.recipient, iris.thing("government", "kota-bengkulu")),
        (ANUGERAH.listedIn, iris.thing("winner-list", "iga-2022-kota-terinovatif")),
    }
    evidences = set(curated.subjects(ANUGERAH.supports, conferral))
    assert evidences == {iris.thing("evidence", slug, number) for number in "12"}
    for evidence in evidences:
        assert curated.value(evidence, ANUGERAH.doubtful) == Literal(False)
        assert curated.value(evidence, ANUGERAH.confidence) == Literal(Decimal("0.95"))
        source = curated.value(evidence, OA.hasSource)
        assert (source, RDF.type, ANUGERAH.Citation) in curated


def test_a_doubtful_conferral(curated: Graph) -> None:
    slug = "iga-2018-kabupaten-terinovatif-kabupaten-kulon-progo"
    assert curated.value(iris.thing("conferral", slug), ANUGERAH.rank) == Literal(5)
    evidence = iris.thing("evidence", slug, "1")
    assert curated.value(evidence, ANUGERAH.doubtful) == Literal(True)
    assert curated.value(evidence, ANUGERAH.confidence) == Literal(Decimal("0.5"))
    note = Literal("retrospective: 2019 page gives the 2018 rank", lang="en")
    assert curated.value(evidence, SKOS.note) == note


def test_a_conferral_without_category(curated: Graph) -> None:
    conferral = iris.thing("conferral", "iga-2024-kabupaten-boyolali")
    assert curated.value(conferral, ANUGERAH.inCategory) is None
    label = Literal("Innovative Government Award 2024: Kabupaten Boyolali")
    assert curated.value(conferral, RDFS.label) == label
    assert (
        len(
            [
                c
                for c in curated.subjects(RDF.type, ANUGERAH.Conferral)
                if curated.value(c, ANUGERAH.inCategory) is None
            ]
        )
        == 4
    )


def test_every_conferral_and_list_has_evidence(curated: Graph) -> None:
    for kind in (ANUGERAH.Conferral, ANUGERAH.WinnerList):
        for fact in curated.subjects(RDF.type, kind):
            assert curated.value(predicate=ANUGERAH.supports, object=fact), fact


def test_the_complete_list_of_2020_has_ten_regencies_without_bangka(curated: Graph) -> None:
    winners = iris.thing("winner-list", "iga-2020-kabupaten-terinovatif")
    assert curated.value(winners, ANUGERAH.complete) == Literal(True)
    assert curated.value(winners, ANUGERAH.announcedWinners) == Literal(10)
    assert curated.value(winners, ANUGERAH.listedWinners) == Literal(10)
    recipients = {
        curated.value(conferral, ANUGERAH.recipient)
        for conferral in curated.subjects(ANUGERAH.listedIn, winners)
    }
    assert len(recipients) == 10
    assert iris.thing("government", "kabupaten-bangka") not in recipients


def test_complete_lists_hold_as_many_as_were_announced(curated: Graph) -> None:
    complete = list(curated.subjects(ANUGERAH.complete, Literal(True)))
    assert len(complete) == 25
    for winners in complete:
        listed = len(set(curated.subjects(ANUGERAH.listedIn, winners)))
        assert curated.value(winners, ANUGERAH.announcedWinners) == Literal(listed)
