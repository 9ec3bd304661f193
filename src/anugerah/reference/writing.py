"""Turns a folder of CSV tables into the Turtle files of `data/reference` and `data/curated`."""

from __future__ import annotations

from importlib import resources as package_files
from pathlib import Path

import yaml
from rdflib import Graph

from anugerah import resources
from anugerah.reference.awards import awards_graph, read_awards
from anugerah.reference.governments import governments_graph, read_governments
from anugerah.reference.iga import (
    AWARD,
    check_editions,
    read_editions,
    read_winner_lists,
    read_winners,
)
from anugerah.reference.iga_graph import iga_graph
from anugerah.reference.organisations import organisations_graph, read_organisations
from anugerah.reference.table import TableError
from anugerah.reference.turtle import about_graph, write_turtle

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
GRAPH_LABELS = {
    "reference": {"en": "Reference data", "id": "Data acuan"},
    "curated": {"en": "Curated facts", "id": "Fakta hasil kurasi"},
}
GRAPH_TITLES = {
    "reference": "Local governments, organisations and awards of Indonesia",
    "curated": "Facts about awards, each with the pages that say so",
}


def write_reference(folder: Path, out: Path) -> list[Path]:
    """Write the graphs of the tables in `folder` under `out` and return the files.

    Nothing is written when a table has an error.

    Raises:
        TableError: a table is missing or has a row that can't be read.
    """
    governments = read_governments(folder)
    organisations = read_organisations(folder)
    awards = read_awards(folder, {organisation.id for organisation in organisations})
    winners = read_winners(folder, governments)
    editions = read_editions(folder)
    check_editions(editions, winners)
    lists = read_winner_lists(_winner_lists(out), winners)
    iga = next((award for award in awards if award.id == AWARD), None)
    if iga is None:
        raise TableError(f"awards.csv has no row {AWARD!r}, whose winners are told; add it.")
    files = (
        (
            "reference/governments.ttl",
            "Local governments of Indonesia and their areas",
            governments_graph(governments),
        ),
        (
            "reference/organisations.ttl",
            "Organisations that confer awards or appear beside them",
            organisations_graph(organisations),
        ),
        ("reference/awards.ttl", "Awards for local governments", awards_graph(awards)),
        (
            "curated/iga.ttl",
            "Editions and winners of the Innovative Government Award",
            iga_graph(iga, governments, editions, winners, lists),
        ),
    )
    sources = _sources()
    for name, title, graph in files:
        _write(graph, out / name, title, sources[name])
    return [out / name for name, _, _ in files]


def _winner_lists(out: Path) -> Path:
    own = out / "curated" / "winner-lists.csv"
    return own if own.is_file() else resources.curated() / "winner-lists.csv"


def _sources() -> dict[str, list[str]]:
    text = package_files.files(__package__).joinpath("sources.yaml").read_text(encoding="utf-8")
    data: dict[str, list[str]] = yaml.safe_load(text)
    return data


def _write(graph: Graph, path: Path, title: str, sources: list[str]) -> None:
    name = path.parent.name
    about_graph(
        graph,
        name,
        labels=GRAPH_LABELS[name],
        title=GRAPH_TITLES[name],
        sources=sources,
        licence=LICENCE,
    )
    comment = "\n".join(
        [
            f"{title}.",
            "Written by `python -m anugerah.reference`; correct the tables and run it again.",
            "Facts come from:",
            *(f"- {source}" for source in sources),
        ]
    )
    write_turtle(graph, path, comment)
