"""The curated facts of the Innovative Government Award as a graph, each with its evidence."""

from __future__ import annotations

from urllib.parse import urlsplit

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD

from anugerah import iris
from anugerah.namespaces import ANUGERAH, OA
from anugerah.reference.awards import Award, add_category
from anugerah.reference.governments import Government
from anugerah.reference.iga import Edition, Winner, WinnerList

RULE = "curated-table"
CONFIDENCE_TWO_SOURCES = "0.95"
CONFIDENCE_ONE_SOURCE = "0.9"
CONFIDENCE_DOUBTFUL = "0.5"


def iga_graph(
    award: Award,
    governments: list[Government],
    editions: list[Edition],
    winners: list[Winner],
    lists: list[WinnerList],
) -> Graph:
    """Return the editions, conferrals, winner lists and their evidence as a graph."""
    graph = Graph()
    areas = _areas_by_place(governments)
    for edition in editions:
        _add_edition(graph, award, edition, areas)
    for winner in winners:
        _add_conferral(graph, award, winner)
    for winner_list in lists:
        _add_list(graph, award, winner_list)
    return graph


def _areas_by_place(governments: list[Government]) -> dict[str, URIRef]:
    """Return the area that a bare place name means: a city, or else a province by any name."""
    areas = {
        name: government.area
        for government in governments
        if government.level == "province"
        for name in (government.name, *government.aliases)
    }
    return areas | {g.name: g.area for g in governments if g.level == "city"}


def _add_edition(graph: Graph, award: Award, edition: Edition, areas: dict[str, URIRef]) -> None:
    subject = edition.iri
    graph.add((subject, RDF.type, ANUGERAH.Edition))
    graph.add((subject, RDFS.label, Literal(f"{award.name} {edition.year}")))
    graph.add((subject, ANUGERAH.editionOf, award.iri))
    graph.add((subject, ANUGERAH.year, Literal(edition.year)))
    if edition.ceremony_date:
        graph.add((subject, ANUGERAH.ceremonyDate, Literal(edition.ceremony_date)))
    if edition.participants is not None:
        graph.add((subject, ANUGERAH.participants, Literal(edition.participants)))
    if edition.innovations is not None:
        graph.add((subject, ANUGERAH.innovationsEntered, Literal(edition.innovations)))
    for kind, name, held in (
        ("venue", edition.venue, ANUGERAH.heldAt),
        ("place", edition.place, ANUGERAH.heldIn),
    ):
        if name:
            place = iris.thing(kind, iris.slug(name))
            graph.add((subject, held, place))
            graph.add((place, RDF.type, ANUGERAH.Venue if kind == "venue" else ANUGERAH.Place))
            graph.add((place, RDFS.label, Literal(name)))
            if edition.place in areas:
                graph.add((place, ANUGERAH.locatedIn, areas[edition.place]))
    for source in edition.sources:
        graph.add((subject, DCTERMS.source, _citation(graph, source)))


def _add_conferral(graph: Graph, award: Award, winner: Winner) -> None:
    subject = iris.thing("conferral", winner.slug)
    label = f"{award.name} {winner.year}: {winner.government.label}"
    graph.add((subject, RDF.type, ANUGERAH.Conferral))
    graph.add((subject, ANUGERAH.conferredIn, iris.thing("edition", f"{award.id}-{winner.year}")))
    graph.add((subject, ANUGERAH.recipient, winner.government.iri))
    if winner.category:
        category = add_category(graph, award.id, award.name, winner.category)
        graph.add((subject, ANUGERAH.inCategory, category))
        label = f"{label} ({winner.category})"
    graph.add((subject, RDFS.label, Literal(label)))
    if winner.rank is not None:
        graph.add((subject, ANUGERAH.rank, Literal(winner.rank)))
    if winner.score is not None:
        graph.add(
            (subject, ANUGERAH.score, Literal(format(winner.score, "f"), datatype=XSD.decimal))
        )
    _add_evidence(graph, subject, winner.slug, winner.sources, winner.note)


def _add_list(graph: Graph, award: Award, winner_list: WinnerList) -> None:
    subject = iris.thing("winner-list", winner_list.slug)
    category = add_category(graph, award.id, award.name, winner_list.category)
    label = f"Daftar pemenang {award.name} {winner_list.year}: {winner_list.category}"
    graph.add((subject, RDF.type, ANUGERAH.WinnerList))
    graph.add((subject, RDFS.label, Literal(label)))
    edition = iris.thing("edition", f"{award.id}-{winner_list.year}")
    graph.add((subject, ANUGERAH.listsEdition, edition))
    graph.add((subject, ANUGERAH.listsCategory, category))
    graph.add((subject, ANUGERAH.announcedWinners, Literal(winner_list.announced)))
    graph.add((subject, ANUGERAH.listedWinners, Literal(len(winner_list.winners))))
    graph.add((subject, ANUGERAH.complete, Literal(winner_list.complete)))
    for winner in winner_list.winners:
        graph.add((iris.thing("conferral", winner.slug), ANUGERAH.listedIn, subject))
    _add_evidence(graph, subject, f"winner-list-{winner_list.slug}", winner_list.sources, None)


def _add_evidence(
    graph: Graph, fact: URIRef, slug: str, sources: tuple[str, ...] | list[str], note: str | None
) -> None:
    confidence = CONFIDENCE_TWO_SOURCES if len(sources) > 1 else CONFIDENCE_ONE_SOURCE
    for number, source in enumerate(sources, start=1):
        evidence = iris.thing("evidence", slug, str(number))
        graph.add((evidence, RDF.type, ANUGERAH.Evidence))
        graph.add((evidence, ANUGERAH.supports, fact))
        graph.add((evidence, OA.hasSource, _citation(graph, source)))
        graph.add((evidence, ANUGERAH.byRule, Literal(RULE)))
        value = CONFIDENCE_DOUBTFUL if note else confidence
        graph.add((evidence, ANUGERAH.confidence, Literal(value, datatype=XSD.decimal)))
        graph.add((evidence, ANUGERAH.doubtful, Literal(bool(note))))
        if note:
            graph.add((evidence, SKOS.note, Literal(note, lang="en")))


def _citation(graph: Graph, url: str) -> URIRef:
    citation = URIRef(url)
    host = urlsplit(url).hostname or url
    graph.add((citation, RDF.type, ANUGERAH.Citation))
    graph.add((citation, RDFS.label, Literal(host.removeprefix("www."))))
    return citation
