"""The things that facts are about: their IRIs and what a graph must say of each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox

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
from anugerah.mapping.statements import Statements, thing
from anugerah.vocabulary import ANUGERAH, FOAF, SKOS, XSD

_LEVEL_WORDS = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}
_GOVERNMENT_CLASSES = {
    "province": ANUGERAH.ProvincialGovernment,
    "regency": ANUGERAH.RegencyGovernment,
    "city": ANUGERAH.CityGovernment,
}
MAX_SLUG = 80
"""Longer slugs, as of a category in a whole sentence, are cut so that IRIs stay usable."""


@lru_cache(maxsize=10_000)
def short_slug(text: str) -> str:
    """Return the slug of `text`, cut at a word where it is longer than `MAX_SLUG`.

    Text without any Latin letter or digit gets the slug of its code points.
    """
    slug = iris.slug(text) or "-".join(f"{ord(character):x}" for character in text[:12])
    return slug if len(slug) <= MAX_SLUG else slug[:MAX_SLUG].rpartition("-")[0] or slug[:MAX_SLUG]


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


def party(graph: Statements, of: Party) -> ox.NamedNode:
    """Return the node of a party and say what the reference graph doesn't say of it."""
    if isinstance(of, Government):
        return thing("government", of.slug)
    if isinstance(of, Person):
        return person(graph, of)
    if isinstance(of, Agency):
        node = thing("agency", of.government.slug, short_slug(of.name))
        graph.describe(ANUGERAH.RegionalAgency, node, label_of(of))
        graph.add(node, ANUGERAH.agencyOf, party(graph, of.government))
        _plain(graph, node, of.name, of.level)
        return node
    node = thing("organisation", of.slug)
    if not of.known:
        graph.describe(ANUGERAH.Organisation, node, of.name)
        _plain(graph, node, of.name, of.level)
    return node


def person(graph: Statements, of: Person) -> ox.NamedNode:
    """Return the node of a person: name and home make the IRI."""
    node = thing("person", party_slug(of))
    graph.describe(ANUGERAH.Person, node, of.name)
    graph.add(node, FOAF.name, ox.Literal(of.name))
    graph.add(node, ANUGERAH.atLevel, thing("level", "person"))
    return node


def _plain(graph: Statements, node: ox.NamedNode, name: str, level: str) -> None:
    graph.add(node, ANUGERAH.plainName, ox.Literal(name))
    graph.add(node, ANUGERAH.atLevel, thing("level", level))


def award(graph: Statements, of: Award) -> ox.NamedNode:
    """Return the node of an award; a new one is marked as not verified."""
    node = thing("award", of.slug)
    if not of.known:
        graph.describe(ANUGERAH.Award, node, of.name)
        graph.add(node, ANUGERAH.verified, ox.Literal(False))
    return node


def edition(graph: Statements, of: Award, year: int | None) -> ox.NamedNode:
    """Return the node of the edition `year` of an award, or of the one whose year nobody states."""
    slug, label = (str(year), str(year)) if year else ("undated", "(tahun tidak disebut)")
    node = graph.describe(
        ANUGERAH.Edition, thing("edition", f"{of.slug}-{slug}"), f"{of.name} {label}"
    )
    graph.add(node, ANUGERAH.editionOf, award(graph, of))
    if year:
        graph.add(node, ANUGERAH.year, ox.Literal(year))
    return node


def category(graph: Statements, of: Award, text: str) -> ox.NamedNode:
    """Return the node of a category of an award."""
    node = thing("category", of.slug, short_slug(text))
    graph.describe(ANUGERAH.Category, node, text)
    graph.add(node, SKOS.prefLabel, ox.Literal(text))
    graph.add(node, SKOS.inScheme, thing("scheme", of.slug))
    graph.add(node, ANUGERAH.categoryOf, award(graph, of))
    return node


def office(graph: Statements, role: str, organisation: Party) -> ox.NamedNode:
    """Return the node of the office `role` in an organisation."""
    role_node = graph.describe(ANUGERAH.Role, thing("role", short_slug(role)), role)
    graph.add(role_node, SKOS.prefLabel, ox.Literal(role))
    node = thing("office", party_slug(organisation), short_slug(role))
    graph.describe(ANUGERAH.Office, node, f"{role}, {label_of(organisation)}")
    graph.add(node, ANUGERAH.ofRole, role_node)
    graph.add(node, ANUGERAH.officeAt, party(graph, organisation))
    return node


def venue(graph: Statements, of: Venue) -> tuple[ox.NamedNode | None, ox.NamedNode | None]:
    """Return the nodes of the building and of the town."""
    building = town = None
    if of.place:
        town = graph.describe(ANUGERAH.Place, thing("place", short_slug(of.place)), of.place)
    if of.name:
        building = graph.describe(ANUGERAH.Venue, thing("venue", short_slug(of.name)), of.name)
    return building, town


def day(value: date) -> ox.Literal:
    """Return `value` as an `xsd:date`."""
    return ox.Literal(value.isoformat(), datatype=XSD.date)


def decimal(value: float) -> ox.Literal:
    """Return `value` as an `xsd:decimal`."""
    return ox.Literal(f"{Decimal(str(value)):f}", datatype=XSD.decimal)
