from __future__ import annotations

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SDO, SKOS, XSD

from anugerah import iris
from anugerah.namespaces import ANUGERAH, GEO, WIKIDATA
from anugerah.reference.awards import is_misspelt


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (ANUGERAH.ProvincialGovernment, 38),
        (ANUGERAH.RegencyGovernment, 416),
        (ANUGERAH.CityGovernment, 98),
        (ANUGERAH.Province, 38),
        (ANUGERAH.Regency, 416),
        (ANUGERAH.City, 98),
        (ANUGERAH.Country, 1),
        (ANUGERAH.Award, 56),
        (ANUGERAH.Ministry, 47),
    ],
)
def test_counts(reference: Graph, kind: URIRef, count: int) -> None:
    assert len(set(reference.subjects(RDF.type, kind))) == count


def test_each_government_governs_one_area_of_its_own(reference: Graph) -> None:
    pairs = set(reference.subject_objects(ANUGERAH.governs))
    assert len(pairs) == 552
    assert len({government for government, _ in pairs}) == 552
    assert len({area for _, area in pairs}) == 552


def test_a_city_and_its_area(reference: Graph) -> None:
    city = iris.thing("government", "kota-pangkalpinang")
    area = iris.thing("area", "kota-pangkalpinang")
    assert set(reference.predicate_objects(city)) == {
        (RDF.type, ANUGERAH.CityGovernment),
        (RDFS.label, Literal("Kota Pangkalpinang")),
        (ANUGERAH.plainName, Literal("Pangkalpinang")),
        (ANUGERAH.atLevel, iris.thing("level", "city")),
        (ANUGERAH.governs, area),
        (ANUGERAH.kemendagriCode, Literal("19.71")),
        (ANUGERAH.bpsCode, Literal("1971")),
        (SDO.legalName, Literal("Pemerintah Kota Pangkal Pinang")),
        (SKOS.altLabel, Literal("Pangkal Pinang")),
        (SKOS.altLabel, Literal("Kota Pangkal Pinang")),
    }
    assert reference.value(area, ANUGERAH.partOf) == iris.thing(
        "area", "provinsi-kepulauan-bangka-belitung"
    )
    assert reference.value(area, ANUGERAH.capital) == Literal("Pangkalpinang")
    assert str(reference.value(area, OWL.sameAs)).startswith(str(WIKIDATA))
    for predicate in (GEO.lat, GEO.long, ANUGERAH.areaKm2):
        value = reference.value(area, predicate)
        assert isinstance(value, Literal)
        assert value.datatype == XSD.decimal
    assert reference.value(city, OWL.sameAs) is None


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("kabupaten-banggai", "Pemerintah Kabupaten Banggai"),
        ("provinsi-dki-jakarta", "Pemerintah Provinsi Daerah Khusus Ibukota Jakarta"),
        ("kota-jakarta-selatan", "Pemerintah Kota Administrasi Jakarta Selatan"),
        ("kabupaten-kepulauan-seribu", "Pemerintah Kabupaten Administrasi Kepulauan Seribu"),
    ],
)
def test_the_legal_name_is_that_of_the_body(reference: Graph, slug: str, name: str) -> None:
    government = iris.thing("government", slug)
    assert reference.value(government, SDO.legalName) == Literal(name)


def test_a_province(reference: Graph) -> None:
    area = iris.thing("area", "provinsi-dki-jakarta")
    government = iris.thing("government", "provinsi-dki-jakarta")
    assert reference.value(government, RDFS.label) == Literal("Provinsi DKI Jakarta")
    assert reference.value(area, ANUGERAH.isoCode) == Literal("ID-JK")
    assert reference.value(area, ANUGERAH.partOf) == iris.thing("area", "indonesia")
    names = set(reference.objects(government, SKOS.altLabel))
    assert Literal("Special Capital Region of Jakarta", lang="en") in names
    assert Literal("Daerah Khusus Jakarta") in names


def test_an_organisation(reference: Graph) -> None:
    ministry = iris.thing("organisation", "kemendagri")
    assert reference.value(ministry, RDF.type) == ANUGERAH.Ministry
    assert reference.value(ministry, OWL.sameAs) == WIKIDATA.Q6867142
    assert (ministry, ANUGERAH.gives, iris.thing("award", "iga")) in reference
    assert set(reference.objects(ministry, SKOS.altLabel)) == {
        Literal("Ministry of Home Affairs", lang="en"),
        Literal("Kemendagri"),
        Literal("Depdagri"),
    }


@pytest.mark.parametrize(
    ("organisation", "kind"),
    [
        ("bskdn", ANUGERAH.NationalAgency),
        ("presiden-ri", ANUGERAH.NationalBody),
        ("unesco", ANUGERAH.Organisation),
        ("iipg", ANUGERAH.Institute),
        ("pln", ANUGERAH.StateCompany),
    ],
)
def test_kinds_of_organisation(reference: Graph, organisation: str, kind: URIRef) -> None:
    assert reference.value(iris.thing("organisation", organisation), RDF.type) == kind


def test_an_award(reference: Graph) -> None:
    award = iris.thing("award", "iga")
    assert reference.value(award, ANUGERAH.verified) == Literal(True)
    assert reference.value(award, ANUGERAH.firstYear) == Literal(2007)
    assert len(set(reference.objects(award, DCTERMS.source))) == 2
    assert set(reference.objects(award, SKOS.hiddenLabel)) == {
        Literal("Inovative Government Award"),
        Literal("Innovation Government Award"),
        Literal("Innovative Goverment Award"),
    }
    assert Literal("IGA") in set(reference.objects(award, SKOS.altLabel))
    category = iris.thing("category", "iga", "kota-sangat-inovatif")
    assert reference.value(category, RDFS.label) == Literal("Kota Sangat Inovatif")
    assert reference.value(category, SKOS.inScheme) == iris.thing("scheme", "iga")
    assert reference.value(category, ANUGERAH.categoryOf) == award


def test_grades_exclude_each_other_and_special_prizes_nothing(reference: Graph) -> None:
    grades = {
        (str(reference.value(one, RDFS.label)), str(reference.value(other, RDFS.label)))
        for one, other in reference.subject_objects(ANUGERAH.excludes)
    }
    assert ("Kota Sangat Inovatif", "Kota Terinovatif") in grades
    assert grades == {pair[::-1] for pair in grades}
    assert len(grades) == 8


def test_awards_that_nobody_checked_are_marked(reference: Graph) -> None:
    unverified = set(reference.subjects(ANUGERAH.verified, Literal(False)))
    assert len(unverified) == 37
    assert iris.thing("award", "ikt") in unverified


@pytest.mark.parametrize(
    ("alias", "misspelt"),
    [
        ("Anugrah Pandu Negeri", True),
        ("Digital Goverment Award", True),
        ("Wahana Tata Negara", True),
        ("Anugerah IGA", False),
        ("Government Award", False),
    ],
)
def test_misspellings(alias: str, misspelt: bool) -> None:
    assert is_misspelt(alias) is misspelt
