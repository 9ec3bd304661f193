"""Awards, their categories, who gives them, and the spellings under which they appear."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import permutations
from pathlib import Path

import yaml
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from anugerah import iris
from anugerah.namespaces import ANUGERAH
from anugerah.reference.table import Row, read_table

_COLUMNS = ["id", "name_id", "name_en", "aliases", "conferrer", "first_year", "categories"]


@dataclass(frozen=True, slots=True)
class Award:
    """An award as the table tells it; it is verified when a page of `sources` was read for it."""

    id: str
    name: str
    english_name: str | None
    aliases: tuple[str, ...]
    conferrers: tuple[str, ...]
    first_year: int | None
    categories: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def iri(self) -> URIRef:
        """The IRI of the award."""
        return iris.thing("award", self.id)


@cache
def _misspellings() -> tuple[frozenset[str], frozenset[str]]:
    text = resources.files(__package__).joinpath("misspellings.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    return frozenset(data["words"]), frozenset(data["names"])


@cache
def _exclusive_categories() -> dict[str, list[list[str]]]:
    path = resources.files(__package__).joinpath("exclusive_categories.yaml")
    data: dict[str, list[list[str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def is_misspelt(alias: str) -> bool:
    """Return whether `misspellings.yaml` calls `alias` a misspelling.

    >>> is_misspelt("Inovative Government Award"), is_misspelt("IGA")
    (True, False)
    """
    words, names = _misspellings()
    return alias in names or not words.isdisjoint(alias.split())


def read_awards(folder: Path, organisations: Collection[str]) -> list[Award]:
    """Return the awards of `awards.csv` with their sources from `awards_sources.csv`.

    Args:
        folder: the folder of the two tables.
        organisations: the ids that the column `conferrer` may name.

    Raises:
        TableError: a row can't be read or names an organisation or award that isn't there.
    """
    rows = read_table(folder / "awards.csv", _COLUMNS, key=["id"])
    sources: dict[str, list[str]] = {row.text("id"): [] for row in rows}
    for row in read_table(folder / "awards_sources.csv", ["id", "url"]):
        if row.text("id") not in sources:
            raise row.error("id", f"{row.text('id')!r} is not in awards.csv; add it there.")
        sources[row.text("id")] += row.urls("url")
    return [_award(row, organisations, sources[row.text("id")]) for row in rows]


def _award(row: Row, organisations: Collection[str], sources: list[str]) -> Award:
    identifier = row.text("id")
    if iris.slug(identifier) != identifier:
        raise row.error("id", f"{identifier!r} is not lower-case letters, digits and hyphens.")
    for conferrer in row.several("conferrer"):
        if conferrer not in organisations:
            raise row.error(
                "conferrer", f"{conferrer!r} is not in organisations.csv; add it there."
            )
    return Award(
        id=identifier,
        name=row.text("name_id"),
        english_name=row.optional("name_en"),
        aliases=tuple(row.several("aliases")),
        conferrers=tuple(row.several("conferrer")),
        first_year=row.integer("first_year"),
        categories=tuple(row.several("categories")),
        sources=tuple(sources),
    )


def awards_graph(awards: list[Award]) -> Graph:
    """Return `awards` and their categories as a graph."""
    graph = Graph()
    for award in awards:
        subject = award.iri
        graph.add((subject, RDF.type, ANUGERAH.Award))
        graph.add((subject, RDFS.label, Literal(award.name)))
        graph.add((subject, ANUGERAH.verified, Literal(bool(award.sources))))
        _add_names(graph, award)
        if award.first_year is not None:
            graph.add((subject, ANUGERAH.firstYear, Literal(award.first_year)))
        for source in award.sources:
            graph.add((subject, DCTERMS.source, URIRef(source)))
        for conferrer in award.conferrers:
            graph.add((iris.thing("organisation", conferrer), ANUGERAH.gives, subject))
        for category in award.categories:
            add_category(graph, award.id, award.name, category)
        for grades in _exclusive_categories().get(award.id, ()):
            _add_exclusions(graph, award, grades)
    return graph


def _add_exclusions(graph: Graph, award: Award, labels: list[str]) -> None:
    categories = [add_category(graph, award.id, award.name, label) for label in labels]
    for one, other in permutations(categories, 2):
        graph.add((one, ANUGERAH.excludes, other))


def _add_names(graph: Graph, award: Award) -> None:
    if award.english_name and award.english_name != award.name:
        graph.add((award.iri, SKOS.altLabel, Literal(award.english_name, lang="en")))
    for alias in award.aliases:
        if alias not in (award.name, award.english_name):
            predicate = SKOS.hiddenLabel if is_misspelt(alias) else SKOS.altLabel
            graph.add((award.iri, predicate, Literal(alias)))


def add_category(graph: Graph, award: str, award_name: str, label: str) -> URIRef:
    """Add the category `label` of the award with the id `award` to `graph` and return its IRI."""
    scheme = iris.thing("scheme", award)
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, RDFS.label, Literal(f"Kategori {award_name}")))
    category = iris.thing("category", award, iris.slug(label))
    graph.add((category, RDF.type, ANUGERAH.Category))
    graph.add((category, RDFS.label, Literal(label)))
    graph.add((category, SKOS.prefLabel, Literal(label)))
    graph.add((category, SKOS.inScheme, scheme))
    graph.add((category, ANUGERAH.categoryOf, iris.thing("award", award)))
    return category
