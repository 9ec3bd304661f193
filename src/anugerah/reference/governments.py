"""The 552 local governments and the areas they govern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SDO, SKOS, XSD

from anugerah import iris
from anugerah.namespaces import ANUGERAH, GEO, WIKIDATA
from anugerah.reference.naming import (
    LEVEL_WORDS,
    government_label,
    government_slug,
    usual_name,
    usual_names,
)
from anugerah.reference.table import Row, TableError, read_table

INDONESIA = iris.thing("area", "indonesia")

_COLUMNS = [
    "code",
    "bps_code",
    "level",
    "name",
    "official_name",
    "province_code",
    "iso3166_2",
    "capital",
    "lat",
    "lon",
    "wikidata",
    "aliases",
]
_GOVERNMENT_CLASSES = {
    "province": ANUGERAH.ProvincialGovernment,
    "regency": ANUGERAH.RegencyGovernment,
    "city": ANUGERAH.CityGovernment,
}
_AREA_CLASSES = {
    "province": ANUGERAH.Province,
    "regency": ANUGERAH.Regency,
    "city": ANUGERAH.City,
}
_ENGLISH = re.compile(
    r"\b(North|South|East|West|Central|Southeast|Southwest|Highland|Islands?|Special Region"
    r"|Special Capital Region|Thousand)\b"
)


@dataclass(frozen=True, slots=True)
class Government:
    """A local government as the tables tell it, under its usual name."""

    code: str
    bps_code: str
    level: str
    name: str
    decree_name: str
    official_name: str
    province_code: str
    iso_code: str | None
    capital: str
    latitude: Decimal | None
    longitude: Decimal | None
    wikidata: str
    aliases: tuple[str, ...]
    area_km2: Decimal | None
    population: int | None

    @property
    def label(self) -> str:
        """The name with its level word, as in "Kota Pangkalpinang"."""
        return government_label(self.level, self.name)

    @property
    def legal_name(self) -> str:
        """The name of the body, as in "Pemerintah Kota Pangkal Pinang"; the decree names areas."""
        return f"Pemerintah {self.official_name}"

    @property
    def slug(self) -> str:
        """The last part of the IRIs of the government and of its area."""
        return government_slug(self.level, self.name)

    @property
    def iri(self) -> URIRef:
        """The IRI of the government."""
        return iris.thing("government", self.slug)

    @property
    def area(self) -> URIRef:
        """The IRI of the area that it governs."""
        return iris.thing("area", self.slug)


def read_governments(folder: Path) -> list[Government]:
    """Return the governments of `governments.csv` and `governments_extra.csv` in `folder`.

    Raises:
        TableError: a row can't be read, names an unknown province, or has the slug of another.
    """
    extra = {
        row.text("code"): row
        for row in read_table(
            folder / "governments_extra.csv",
            ["code", "area_km2", "population_2024h2"],
            key=["code"],
        )
    }
    rows = read_table(folder / "governments.csv", _COLUMNS, key=["code"])
    codes = {row.text("code") for row in rows}
    lines: dict[str, int] = {}
    governments = []
    for row in rows:
        if row.text("province_code") not in codes:
            raise row.error("province_code", "no row has this code; add the province.")
        government = _government(row, extra.get(row.text("code")))
        if government.slug in lines:
            raise row.error(
                "name",
                f"the slug {government.slug} is that of line "
                f"{lines[government.slug]}; give one of them another usual name.",
            )
        lines[government.slug] = row.line
        governments.append(government)
    unknown = sorted(set(extra) - codes)
    if unknown:
        raise TableError(
            f"governments_extra.csv, line {extra[unknown[0]].line}, column 'code': "
            f"{unknown[0]!r} is not in governments.csv; add it there."
        )
    return governments


def _government(row: Row, extra: Row | None) -> Government:
    code, name = row.text("code"), row.text("name")
    wikidata = row.text("wikidata")
    if not re.fullmatch(r"Q[1-9]\d*", wikidata):
        raise row.error("wikidata", f"{wikidata!r} is not an item like Q1823; correct it.")
    return Government(
        code=code,
        bps_code=row.text("bps_code"),
        level=row.choice("level", list(LEVEL_WORDS)),
        name=usual_name(code, name),
        decree_name=name,
        official_name=row.text("official_name"),
        province_code=row.text("province_code"),
        iso_code=row.optional("iso3166_2"),
        capital=row.text("capital"),
        latitude=row.decimal("lat"),
        longitude=row.decimal("lon"),
        wikidata=wikidata,
        aliases=tuple(row.several("aliases")),
        area_km2=extra.decimal("area_km2") if extra else None,
        population=extra.integer("population_2024h2") if extra else None,
    )


def governments_graph(governments: list[Government]) -> Graph:
    """Return the governments, their areas and the levels as a graph.

    The Wikidata items describe areas and not their governments, so `owl:sameAs` stands on the area.
    """
    graph = Graph()
    graph.add((INDONESIA, RDF.type, ANUGERAH.Country))
    graph.add((INDONESIA, RDFS.label, Literal("Indonesia")))
    graph.add((INDONESIA, ANUGERAH.plainName, Literal("Indonesia")))
    graph.add((INDONESIA, ANUGERAH.isoCode, Literal("ID")))
    graph.add((INDONESIA, OWL.sameAs, WIKIDATA.Q252))
    provinces = {g.code: g for g in governments if g.level == "province"}
    capitals = {g.decree_name: g.name for g in governments if g.code in usual_names()}
    for government in governments:
        _add_government(graph, government)
        _add_area(graph, government)
        capital = capitals.get(government.capital, government.capital)
        graph.add((government.area, ANUGERAH.capital, Literal(capital)))
        province = provinces[government.province_code]
        whole = INDONESIA if government is province else province.area
        graph.add((government.area, ANUGERAH.partOf, whole))
    return graph


def _add_government(graph: Graph, government: Government) -> None:
    subject = government.iri
    graph.add((subject, RDF.type, _GOVERNMENT_CLASSES[government.level]))
    graph.add((subject, RDFS.label, Literal(government.label)))
    graph.add((subject, ANUGERAH.plainName, Literal(government.name)))
    graph.add((subject, ANUGERAH.atLevel, iris.thing("level", government.level)))
    graph.add((subject, ANUGERAH.governs, government.area))
    graph.add((subject, ANUGERAH.kemendagriCode, Literal(government.code)))
    graph.add((subject, ANUGERAH.bpsCode, Literal(government.bps_code)))
    graph.add((subject, SDO.legalName, Literal(government.legal_name)))
    for name in _alternative_names(government):
        graph.add((subject, SKOS.altLabel, name))


def _alternative_names(government: Government) -> Iterator[Literal]:
    names = {government.decree_name, government.official_name, *government.aliases}
    names.add(government_label(government.level, government.decree_name))
    for name in sorted(names - {government.name, government.label}):
        yield Literal(name, lang="en" if _ENGLISH.search(name) else None)


def _add_area(graph: Graph, government: Government) -> None:
    subject = government.area
    graph.add((subject, RDF.type, _AREA_CLASSES[government.level]))
    graph.add((subject, RDFS.label, Literal(government.label)))
    graph.add((subject, ANUGERAH.plainName, Literal(government.name)))
    graph.add((subject, ANUGERAH.kemendagriCode, Literal(government.code)))
    graph.add((subject, ANUGERAH.bpsCode, Literal(government.bps_code)))
    graph.add((subject, OWL.sameAs, WIKIDATA[government.wikidata]))
    if government.iso_code:
        graph.add((subject, ANUGERAH.isoCode, Literal(government.iso_code)))
    for predicate, number in (
        (GEO.lat, government.latitude),
        (GEO.long, government.longitude),
        (ANUGERAH.areaKm2, government.area_km2),
    ):
        if number is not None:
            graph.add((subject, predicate, Literal(format(number, "f"), datatype=XSD.decimal)))
    if government.population is not None:
        graph.add((subject, ANUGERAH.population, Literal(government.population)))
