"""Ministries, agencies and other organisations that confer awards or appear beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from anugerah import iris
from anugerah.namespaces import ANUGERAH, WIKIDATA
from anugerah.reference.table import Row, read_table

_COLUMNS = ["id", "name_id", "name_en", "abbreviations", "type", "wikidata"]
_CLASSES = {
    "ministry": ANUGERAH.Ministry,
    "agency": ANUGERAH.NationalAgency,
    "institute": ANUGERAH.Institute,
    "media": ANUGERAH.MediaOrganisation,
    "ngo": ANUGERAH.NonGovernmentalOrganisation,
    "state-company": ANUGERAH.StateCompany,
}
# The table has no type of its own for these and calls them agencies.
_CLASS_CORRECTIONS = {
    "asean": ANUGERAH.Organisation,
    "unesco": ANUGERAH.Organisation,
    "unicef": ANUGERAH.Organisation,
    "who": ANUGERAH.Organisation,
    "dpd-ri": ANUGERAH.NationalBody,
    "mahkamah-agung": ANUGERAH.NationalBody,
    "presiden-ri": ANUGERAH.NationalBody,
}


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as the table tells it."""

    id: str
    name: str
    english_name: str | None
    abbreviations: tuple[str, ...]
    type: str
    wikidata: str | None

    @property
    def iri(self) -> URIRef:
        """The IRI of the organisation."""
        return iris.thing("organisation", self.id)


def read_organisations(folder: Path) -> list[Organisation]:
    """Return the organisations of `organisations.csv` in `folder`.

    Raises:
        TableError: a row can't be read.
    """
    return [
        _organisation(row) for row in read_table(folder / "organisations.csv", _COLUMNS, key=["id"])
    ]


def _organisation(row: Row) -> Organisation:
    identifier = row.text("id")
    if iris.slug(identifier) != identifier:
        raise row.error("id", f"{identifier!r} is not lower-case letters, digits and hyphens.")
    wikidata = row.optional("wikidata")
    if wikidata and not re.fullmatch(r"Q[1-9]\d*", wikidata):
        raise row.error("wikidata", f"{wikidata!r} is not an item like Q1823; correct it.")
    return Organisation(
        id=identifier,
        name=row.text("name_id"),
        english_name=row.optional("name_en"),
        abbreviations=tuple(row.several("abbreviations")),
        type=row.choice("type", list(_CLASSES)),
        wikidata=wikidata,
    )


def organisations_graph(organisations: list[Organisation]) -> Graph:
    """Return `organisations` as a graph."""
    graph = Graph()
    for organisation in organisations:
        subject = organisation.iri
        kind = _CLASS_CORRECTIONS.get(organisation.id, _CLASSES[organisation.type])
        graph.add((subject, RDF.type, kind))
        graph.add((subject, RDFS.label, Literal(organisation.name)))
        graph.add((subject, ANUGERAH.plainName, Literal(organisation.name)))
        graph.add((subject, ANUGERAH.atLevel, iris.thing("level", "other")))
        if organisation.english_name and organisation.english_name != organisation.name:
            graph.add((subject, SKOS.altLabel, Literal(organisation.english_name, lang="en")))
        for abbreviation in organisation.abbreviations:
            if abbreviation != organisation.name:
                graph.add((subject, SKOS.altLabel, Literal(abbreviation)))
        if organisation.wikidata:
            graph.add((subject, OWL.sameAs, WIKIDATA[organisation.wikidata]))
    return graph
