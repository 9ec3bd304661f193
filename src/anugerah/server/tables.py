"""The answer to a canned query as a table that people read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from anugerah.namespaces import ANUGERAH
from anugerah.server.answers import Table
from anugerah.server.engine import Binding, Engine
from anugerah.server.labels import find_labels
from anugerah.server.language import Language
from anugerah.server.shortening import shorten
from anugerah.server.sources import Source, find_sources_of_files
from anugerah.server.values import is_number, write_value

SEPARATOR = " | "

_LABEL = "Label"
_NAMED_BY_LABEL = ("fact", "conferral", "government", "class")
_SOURCES = {"source", "saidBy", "claimedBy", "counterSource", "sources"}
_CODED = {"level", "recipientLevel", "organisationLevel", "kind", "basis"}
_ONLY_ENGLISH = "labelEnglish"
_SHORT = 12
_LONG = 60
_LOCATIONS = ("http://", "https://")


@dataclass(frozen=True)
class Part:
    """A piece of a cell: text, where it leads, and what stands small beside it."""

    text: str
    iri: str | None = None
    beside: str | None = None


@dataclass(frozen=True)
class Cell:
    """What stands in one cell."""

    parts: tuple[Part, ...] = ()
    number: bool = False

    @property
    def style(self) -> str:
        """Return the class of the cell: a number, a short text that stays whole, a long one."""
        if self.number:
            return "number"
        length = max((len(part.text) for part in self.parts), default=0)
        if len(self.parts) == 1 and length <= _SHORT:
            return "short"
        return "long" if length >= _LONG else ""


@dataclass(frozen=True)
class Column:
    """A column: the variable with its text, and the one with the IRI to which the text leads."""

    heading: str
    text: str
    iri: str | None = None


@dataclass(frozen=True)
class ReadableTable:
    """Headings, and rows of cells."""

    headings: list[str]
    rows: list[list[Cell]]


def pair_columns(variables: list[str]) -> list[Column]:
    """Return the columns of a page: what names a thing and the thing are one.

    >>> [(c.heading, c.text, c.iri) for c in pair_columns(["award", "awardLabel", "year"])]
    [('award', 'awardLabel', 'award'), ('year', 'year', None)]
    """
    links = {
        variable: variable.removesuffix(_LABEL)
        for variable in variables
        if variable.endswith(_LABEL) and variable.removesuffix(_LABEL) in variables
    }
    named = next((name for name in _NAMED_BY_LABEL if name in variables), None)
    if "label" in variables and named:
        links["label"] = named
    if "source" in variables and "article" in variables:
        links["source"] = "article"
    columns: dict[str, Column] = {}
    for variable in variables:
        text = next((text for text, iri in links.items() if iri == variable), variable)
        heading = "source" if text == "source" else links.get(text, text).removesuffix(_LABEL)
        columns.setdefault(text, Column(heading, text, links.get(text)))
    if "label" in columns and columns["label"].iri:
        columns.pop(_ONLY_ENGLISH, None)
    return list(columns.values())


async def make_readable(
    engine: Engine, base: str, table: Table, language: Language, words: Mapping[str, str]
) -> ReadableTable:
    """Return the table with names for IRIs, titles for articles, and words for codes.

    Args:
        engine: knows the names.
        base: what the graph's own IRIs start with.
        table: the answer of a SELECT query.
        language: the reader's.
        words: the texts of the pages in that language.
    """
    columns = pair_columns(table.columns)
    named = _unnamed_iris(table.rows, columns)
    files = {
        text
        for row in table.rows
        for name in _SOURCES & row.keys()
        for text in row[name]["value"].split(SEPARATOR)
        if row[name]["type"] == "literal" and not is_number(row[name])
    }
    reader = _Reader(
        base,
        language,
        words,
        await find_labels(engine, named, language),
        await find_sources_of_files(engine, files),
    )
    headings = [words.get(f"heading_{column.heading}", column.heading) for column in columns]
    rows = await asyncio.to_thread(
        lambda: [[reader.cell(row, column) for column in columns] for row in table.rows]
    )
    return ReadableTable(headings, rows)


def _unnamed_iris(rows: Iterable[Binding], columns: list[Column]) -> set[str]:
    found = set()
    for row in rows:
        for column in columns:
            shown = row.get(column.text)
            linked = row.get(column.iri) if column.iri else None
            for value in (shown, linked):
                is_term = value is not None and value["value"].startswith(str(ANUGERAH))
                if value and value["type"] == "uri" and (value is shown or is_term):
                    found.add(value["value"])
    return found


@dataclass(frozen=True)
class _Reader:
    base: str
    language: Language
    words: Mapping[str, str]
    names: Mapping[str, str]
    sources: Mapping[str, Source]

    def cell(self, row: Binding, column: Column) -> Cell:
        value = row.get(column.text)
        linked = row.get(column.iri) if column.iri else None
        if value is None:
            return Cell((self._iri(linked["value"]),)) if linked else Cell()
        if column.text in _SOURCES and value["type"] == "literal" and not is_number(value):
            texts = value["value"].split(SEPARATOR)
            return Cell(tuple(self._source(text) for text in texts if text))
        if value["type"] == "uri":
            return Cell((self._iri(value["value"]),))
        text = write_value(value, self.language, self.words)
        if column.text in _CODED:
            text = self.words.get(f"value_{text}", text)
        if linked and linked["type"] == "uri":
            name = self.names.get(linked["value"], text)
            return Cell((Part(name, linked["value"]),))
        return Cell((Part(text),), number=is_number(value))

    def _source(self, text: str) -> Part:
        known = self.sources.get(text)
        if known:
            return Part(known.name, known.iri, known.publisher)
        return self._iri(text) if text.startswith(_LOCATIONS) else Part(text)

    def _iri(self, iri: str) -> Part:
        if iri in self.names:
            return Part(self.names[iri], iri)
        is_page = iri.startswith(_LOCATIONS) and not iri.startswith(self.base)
        return Part(urlsplit(iri).hostname or iri if is_page else shorten(self.base, iri), iri)
