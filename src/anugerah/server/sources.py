"""Names of sources for people: an article's title and publisher, a cited page's site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from anugerah.server import graph_queries
from anugerah.server.engine import Binding, Engine

_WORDS = 8
_MANY = 500


@dataclass(frozen=True)
class Source:
    """An article or a cited page; `file` is the name of the article's file."""

    iri: str
    name: str
    publisher: str | None = None
    file: str | None = None
    issued: str | None = None


async def find_sources(engine: Engine, iris: Iterable[str]) -> dict[str, Source]:
    """Return the sources that these IRIs name, by IRI."""
    return await _find(engine, iris, graph_queries.sources)


async def find_sources_of_files(engine: Engine, files: Iterable[str]) -> dict[str, Source]:
    """Return the articles that these names of files mean, by name of file."""
    found = await _find(engine, files, graph_queries.sources_of_files)
    return {source.file: source for source in found.values() if source.file}


async def _find(
    engine: Engine, wanted: Iterable[str], ask: graph_queries.ForMany
) -> dict[str, Source]:
    keys = sorted(set(wanted))
    rows: list[Binding] = []
    for start in range(0, len(keys), _MANY):
        rows += await engine.select(ask(keys[start : start + _MANY]))
    untitled = {row["source"]["value"] for row in rows if "title" not in row and "file" in row}
    first_words = await _first_words(engine, untitled) if untitled else {}
    return {source.iri: source for source in (_source(row, first_words) for row in rows)}


def _source(row: Binding, first_words: Mapping[str, str]) -> Source:
    value = {name: found["value"] for name, found in row.items()}
    iri = value["source"]
    named = value.get("title") or first_words.get(iri) or value.get("label")
    return Source(
        iri,
        named or value.get("file") or iri,
        value.get("publisher"),
        value.get("file"),
        value.get("issued"),
    )


async def _first_words(engine: Engine, iris: Iterable[str]) -> dict[str, str]:
    found: dict[str, tuple[int, str]] = {}
    for row in await engine.select(graph_queries.quotes(iris)):
        candidate = (int(row["start"]["value"]), row["quote"]["value"])
        iri = row["source"]["value"]
        found[iri] = min(found.get(iri, candidate), candidate)
    return {iri: _shorten(quote) for iri, (_, quote) in found.items()}


def _shorten(quote: str) -> str:
    words = quote.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
