"""The things that facts are about: their IRIs and what a graph must say of each."""

from __future__ import annotations

from datetime import date

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import FOAF, RDF, RDFS, SKOS, XSD

from anugerah import iris
from anugerah.extraction.facts import (
    Agency,
    Award,
    Government,
    Organisation,
    Party,
    Person,
    Venue,
)
from anugerah.namespaces import ANUGERAH

_LEVEL_WORDS = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}
_GOVERNMENT_CLASSES = {
    "province": ANUGERAH.ProvincialGovernment,
    "regency": ANUGERAH.RegencyGovernment,
    "city": ANUGERAH.CityGovernment,
}
MAX_SLUG = 80
"""Longer slugs, as of a category in a whole sentence, are cut so that IRIs stay usable."""


def short_slug(text: str) -> str:
    """Return the slug of `text`, cut at a word where it is longer than `MAX_SLUG`.

    Text without any Latin letter or digit gets the slug of its code points.
    """
    slug = iris.slug(text) or "-".join(f"{ord(character):x}" for character in text[:12])
    return slug if len(slug) <= MAX_SLUG else slug[:MAX_SLUG].rpartition("-")[0]


def party_slug(party: Party) -> str:
    """Return the slug that stands for `party` in the IRIs of facts about it."""
    if isinstance(party, Government | Organisation):
        return party.slug
    if isinstance(party, Agency):
        return f"{party.government.slug}-{short_slug(party.name)}"
    return f"{short_slug(party.name)}-{party.home}"


def label_of(party: Party) -> str:
    """Return the label of `party`: "Kota Batu", "Budi Utama"."""
    if isinstance(party, Government):
        return f"{_LEVEL_WORDS[party.level]} {party.name}"
    if isinstance(party, Agency):
        return f"{party.name} {label_of(party.government)}"
    return party.name


def add_label(graph: Graph, node: URIRef, text: str) -> None:
    """Say that `text` is the label of `node`."""
    graph.add((node, RDFS.label, Literal(text)))


def describe(graph: Graph, kind: URIRef, node: URIRef, text: str) -> URIRef:
    """Say the class and label of `node`, and return it."""
    graph.add((node, RDF.type, kind))
    add_label(graph, node, text)
    return node


def party(graph: Graph, of: Party) -> URIRef:
    """Return the node of a party and say what the reference graph doesn't say of it."""
    if isinstance(of, Government):
        return iris.thing("government", of.slug)
    if isinstance(of, Person):
        return person(graph, of)
    if isinstance(of, Agency):
        node = iris.thing("agency", of.government.slug, short_slug(of.name))
        describe(graph, ANUGERAH.RegionalAgency, node, label_of(of))
        graph.add((node, ANUGERAH.agencyOf, party(graph, of.government)))
        _plain(graph, node, of.name, "agency")
        return node
    node = iris.thing("organisation", of.slug)
    if not of.known:
        describe(graph, ANUGERAH.Organisation, node, of.name)
        _plain(graph, node, of.name, of.level)
    return node


def person(graph: Graph, of: Person) -> URIRef:
    """Return the node of a person: name and home province make the IRI."""
    node = iris.thing("person", party_slug(of))
    describe(graph, ANUGERAH.Person, node, of.name)
    graph.add((node, FOAF.name, Literal(of.name)))
    graph.add((node, ANUGERAH.atLevel, iris.thing("level", "person")))
    return node


def _plain(graph: Graph, node: URIRef, name: str, level: str) -> None:
    graph.add((node, ANUGERAH.plainName, Literal(name)))
    graph.add((node, ANUGERAH.atLevel, iris.thing("level", level)))


def award(graph: Graph, of: Award) -> URIRef:
    """Return the node of an award; a new one is marked as not verified."""
    node = iris.thing("award", of.slug)
    if not of.known:
        describe(graph, ANUGERAH.Award, node, of.name)
        graph.add((node, ANUGERAH.verified, Literal(False)))
    return node


def edition(graph: Graph, of: Award, year: int) -> URIRef:
    """Return the node of the edition `year` of an award."""
    node = describe(
        graph, ANUGERAH.Edition, iris.thing("edition", f"{of.slug}-{year}"), f"{of.name} {year}"
    )
    graph.add((node, ANUGERAH.editionOf, award(graph, of)))
    graph.add((node, ANUGERAH.year, Literal(year)))
    return node


def category(graph: Graph, of: Award, text: str) -> URIRef:
    """Return the node of a category of an award."""
    node = iris.thing("category", of.slug, short_slug(text))
    describe(graph, ANUGERAH.Category, node, text)
    graph.add((node, SKOS.prefLabel, Literal(text)))
    graph.add((node, SKOS.inScheme, iris.thing("scheme", of.slug)))
    graph.add((node, ANUGERAH.categoryOf, award(graph, of)))
    return node


def office(graph: Graph, role: str, organisation: Party) -> URIRef:
    """Return the node of the office `role` in an organisation."""
    role_node = describe(graph, ANUGERAH.Role, iris.thing("role", short_slug(role)), role)
    graph.add((role_node, SKOS.prefLabel, Literal(role)))
    node = iris.thing("office", party_slug(organisation), short_slug(role))
    describe(graph, ANUGERAH.Office, node, f"{role}, {label_of(organisation)}")
    graph.add((node, ANUGERAH.ofRole, role_node))
    graph.add((node, ANUGERAH.officeAt, party(graph, organisation)))
    return node


def venue(graph: Graph, of: Venue) -> tuple[URIRef | None, URIRef | None]:
    """Return the nodes of the building and of the town."""
    building = town = None
    if of.place:
        town = describe(graph, ANUGERAH.Place, iris.thing("place", short_slug(of.place)), of.place)
    if of.name:
        building = describe(
            graph, ANUGERAH.Venue, iris.thing("venue", short_slug(of.name)), of.name
        )
    return building, town


def day(value: date) -> Literal:
    """Return `value` as an `xsd:date`."""
    return Literal(value.isoformat(), datatype=XSD.date)
