"""What the extraction knows of the world: governments, organisations and awards by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from anugerah.errors import AnugerahError
from anugerah.extraction.facts import Award, Government, Level, Organisation
from anugerah.extraction.gazetteer import Gazetteer
from anugerah.extraction.language_data import load
from anugerah.extraction.tokens import words
from anugerah.namespaces import ANUGERAH, BASE

_LEVELS: dict[str, Level] = {
    "ProvincialGovernment": "province",
    "RegencyGovernment": "regency",
    "CityGovernment": "city",
}
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_NAMES = (
    _LABEL,
    "http://www.w3.org/2004/02/skos/core#altLabel",
    "http://www.w3.org/2004/02/skos/core#hiddenLabel",
)
_SPELLINGS = (("kementerian", "kementrian"), ("negeri", "negri"), ("wali kota", "walikota"))


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The names that the extraction looks for.

    Attributes:
        governments, organisations, awards: what bears a name.
        categories: the labels of each award's known categories, by its slug.
        labels: those of them that are not only another name of the award ("opini WTP"), the
            longest first.
        by_name: the organisation of a label.
        awards_by_slug: the awards.
        givers: the slugs of the organisations that give an award, by its slug.
    """

    governments: Gazetteer[Government]
    organisations: Gazetteer[Organisation]
    awards: Gazetteer[Award]
    categories: dict[str, tuple[str, ...]]
    labels: dict[str, tuple[str, ...]]
    by_name: dict[str, Organisation]
    awards_by_slug: dict[str, Award]
    givers: dict[str, frozenset[str]]


def load_knowledge(files: Iterable[Path]) -> Knowledge:
    """Read the Turtle `files` of the reference graph and the curated facts.

    Raises:
        AnugerahError: a file is missing or is no Turtle.
    """
    subjects: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in _triples(files):
        if isinstance(triple.subject, ox.NamedNode) and isinstance(
            triple.object, ox.NamedNode | ox.Literal
        ):
            subjects[triple.subject.value][triple.predicate.value].append(triple.object.value)
    governments: list[tuple[str, Government]] = []
    joined: list[tuple[str, Government]] = []
    organisations: list[tuple[str, Organisation]] = []
    awards: list[tuple[str, Award]] = []
    categories: dict[str, list[str]] = defaultdict(list)
    givers: dict[str, set[str]] = defaultdict(set)
    for iri, properties in sorted(subjects.items()):
        kind, _, slug = iri.removeprefix(f"{BASE}id/").partition("/")
        for award_iri in properties[str(ANUGERAH.gives)]:
            givers[award_iri.rpartition("/")[2]].add(slug)
        label = next(iter(properties[_LABEL]), "")
        names = [name for predicate in _NAMES for name in properties[predicate]]
        if kind == "government":
            government = _government(slug, properties, subjects)
            plain = [government.name, *names, *properties[str(ANUGERAH.plainName)]]
            governments += [(_without_level(name), government) for name in plain]
            more = load("governments")["spellings"].get(slug, ())
            governments += [(name, government) for name in more]
            joined.append((government.name.replace(" ", ""), government))
        elif kind == "organisation" and label:
            organisation = Organisation(slug, label)
            organisations += [(name, organisation) for name in _spellings(names)]
        elif kind == "award" and label:
            award = Award(slug, label)
            more = load("awards")["spellings"].get(slug, ())
            awards += [(name, award) for name in (*names, *more)]
        elif kind == "category":
            categories[slug.partition("/")[0]].append(label)
    for slug, entry in load("awards")["unlisted"].items():
        award = Award(slug, entry["name"], known=False)
        awards += [(name, award) for name in (entry["name"], *entry["names"])]
        categories[slug] += entry["grades"]
    known = Gazetteer(awards)
    return Knowledge(
        governments=Gazetteer([*governments, *joined]),
        organisations=Gazetteer(organisations),
        awards=known,
        categories={award: tuple(sorted(labels)) for award, labels in categories.items()},
        labels={slug: _own_labels(slug, labels, known) for slug, labels in categories.items()},
        by_name={organisation.name: organisation for _, organisation in organisations},
        givers={award: frozenset(slugs) for award, slugs in givers.items()},
        awards_by_slug={award.slug: award for _, award in awards},
    )


def _own_labels(slug: str, labels: list[str], awards: Gazetteer[Award]) -> tuple[str, ...]:
    """Return the labels that do not only name the award `slug`, the longest first."""

    def names_award(label: str) -> bool:
        norms = words(label)
        found = awards.match_words(norms)
        named = [award.slug for award in found[1]] if found and found[0] == len(norms) else []
        return slug in named

    return tuple(
        sorted((la for la in sorted(labels) if not names_award(la)), key=len, reverse=True)
    )


def _triples(files: Iterable[Path]) -> Iterator[ox.Quad]:
    for file in files:
        try:
            yield from ox.parse(path=file, format=ox.RdfFormat.TURTLE, base_iri=BASE)
        except (OSError, SyntaxError) as error:
            raise AnugerahError(f"{file} is no readable Turtle: {error}") from error


def _government(
    slug: str, properties: dict[str, list[str]], subjects: dict[str, dict[str, list[str]]]
) -> Government:
    kind = properties[_RDF_TYPE][0].removeprefix(str(ANUGERAH))
    area = properties[str(ANUGERAH.governs)][0]
    parent = next(iter(subjects[area][str(ANUGERAH.partOf)]), "")
    province = parent if "/provinsi-" in parent else area
    home = province.rpartition("/")[2].removeprefix("provinsi-")
    return Government(slug, properties[str(ANUGERAH.plainName)][0], _LEVELS[kind], home)


def _without_level(name: str) -> str:
    for word in (
        "Provinsi ",
        "Kabupaten Administrasi ",
        "Kabupaten ",
        "Kota Administrasi ",
        "Kota ",
    ):
        if name.startswith(word):
            return name.removeprefix(word)
    return name


def _spellings(names: list[str]) -> Iterator[str]:
    for name in names:
        yield name
        lowered = name.lower()
        for usual, variant in _SPELLINGS:
            if usual in lowered:
                yield lowered.replace(usual, variant)
