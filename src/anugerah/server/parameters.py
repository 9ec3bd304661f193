"""What people write into the parameters of canned queries, and what the graph has to offer."""

from __future__ import annotations

import asyncio
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from anugerah import iris
from anugerah.canned import CannedQuery, Parameter
from anugerah.server import graph_queries
from anugerah.server.engine import Binding, Engine

MOST_OPTIONS = 600

_MATCHES = 5
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_CLASSES = {
    "government": ("LocalGovernment", "Organisation"),
    "award": ("Award",),
    "person": ("Person",),
    "organisation": ("Organisation",),
    "innovation": ("Innovation",),
    "edition": ("Edition",),
    "article": ("Article",),
}
_SOURCE = "source"


class UnknownValueError(Exception):
    """A name that nothing in the graph has, or several things; `matches` are names to choose."""

    def __init__(
        self, parameter: Parameter, value: str, matches: list[str], *, ambiguous: bool
    ) -> None:
        self.parameter = parameter
        self.value = value
        self.matches = matches
        self.ambiguous = ambiguous
        problem = "may be more than one thing" if ambiguous else "is no name in the graph"
        advice = f"did you mean {' or '.join(matches)}?" if matches else "look the name up first."
        super().__init__(f"Parameter {parameter.name!r}: {value[:80]!r} {problem}; {advice}")


@dataclass(frozen=True)
class Option:
    """A value to choose, and what stands beside it."""

    value: str
    beside: str
    iri: str


async def resolve(
    engine: Engine, base: str, query: CannedQuery, given: Mapping[str, str]
) -> dict[str, str]:
    """Return the given values, with IRIs in the place of names.

    Args:
        engine: knows the names.
        base: what the graph's own IRIs start with.
        query: the query whose parameters they are.
        given: the values by parameter.

    Raises:
        UnknownValueError: a name is of nothing, or of several things.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    return {
        name: await _resolve(engine, base, known[name], value.strip())
        if name in known and known[name].kind and value.strip()
        else value
        for name, value in given.items()
    }


async def _resolve(engine: Engine, base: str, parameter: Parameter, value: str) -> str:
    kind = parameter.kind
    if kind is None or parameter.type != "iri" or _SCHEME.match(value):
        return value
    folder = "article/" if kind == "article" else f"id/{kind}/"
    for path in dict.fromkeys((value, iris.slug(value))):
        iri = f"{base}{folder}{path}"
        if _is_iri(iri) and await engine.ask(graph_queries.exists(iri)):
            return iri
    names: dict[str, set[str]] = {}
    for class_name in _CLASSES[kind]:
        rows = await engine.select(graph_queries.names(class_name))
        found = _called(rows, value)
        if len(found) == 1:
            return found.popitem()[0]
        if found:
            raise UnknownValueError(parameter, value, sorted(found.values()), ambiguous=True)
        for row in rows:
            names.setdefault(row["name"]["value"].casefold(), set()).add(row["label"]["value"])
    matches = await asyncio.to_thread(_near, value, names)
    raise UnknownValueError(parameter, value, matches, ambiguous=False)


def _is_iri(text: str) -> bool:
    try:
        graph_queries.term(text)
    except ValueError:
        return False
    return True


def _called(rows: list[Binding], value: str) -> dict[str, str]:
    """Return the labels of the things that are called so, by IRI; main names before others."""
    wanted = " ".join(value.split()).casefold()
    ranks: dict[int, dict[str, str]] = {}
    for row in rows:
        if row["name"]["value"].casefold() == wanted:
            rank = int(row["rank"]["value"])
            ranks.setdefault(rank, {})[row["thing"]["value"]] = row["label"]["value"]
    return ranks[min(ranks)] if ranks else {}


def _near(value: str, names: Mapping[str, set[str]]) -> list[str]:
    near = difflib.get_close_matches(value.casefold(), names, n=_MATCHES, cutoff=0.6)
    return list(dict.fromkeys(label for name in near for label in sorted(names[name])))[:_MATCHES]


async def find_options(engine: Engine, query: CannedQuery) -> dict[str, list[Option]]:
    """Return the values to choose from, by parameter; none where there are too many."""
    found: dict[str, list[Option]] = {}
    for parameter in query.parameters:
        if parameter.kind and parameter.type == "iri":
            class_name = _CLASSES[parameter.kind][0]
            rows = await engine.select(graph_queries.options(class_name, MOST_OPTIONS + 1))
        elif parameter.name == _SOURCE:
            rows = await engine.select(graph_queries.files(MOST_OPTIONS + 1))
        else:
            continue
        found[parameter.name] = _options(rows) if len(rows) <= MOST_OPTIONS else []
    return found


def _options(rows: list[Binding]) -> list[Option]:
    counted: dict[str, int] = {}
    for row in rows:
        counted[row["value"]["value"]] = counted.get(row["value"]["value"], 0) + 1
    return [_option(row, is_unique=counted[row["value"]["value"]] == 1) for row in rows]


def _option(row: Binding, *, is_unique: bool) -> Option:
    iri, value = row["thing"]["value"], row["value"]["value"]
    beside = row["beside"]["value"] if "beside" in row else ""
    return Option(value, beside, iri) if is_unique else Option(iri, value, iri)


async def find_unknown(
    engine: Engine, query: CannedQuery, given: Mapping[str, str]
) -> list[tuple[Parameter, str]]:
    """Return the parameters whose value the graph does not know at all, with that value."""
    unknown = []
    for parameter in query.parameters:
        value = given.get(parameter.name) or parameter.default or ""
        if not value:
            continue
        if parameter.type == "iri" and _SCHEME.match(value):
            is_known = _is_iri(value) and await engine.ask(graph_queries.exists(value))
        elif parameter.name == _SOURCE:
            asked = graph_queries.exists(value) if _SCHEME.match(value) and _is_iri(value) else None
            is_known = await engine.ask(asked or graph_queries.exists_file(value))
        else:
            continue
        if not is_known:
            unknown.append((parameter, value))
    return unknown
