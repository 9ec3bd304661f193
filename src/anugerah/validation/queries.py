"""SHACL's constraints that are SPARQL queries, made ready for the index.

Of SPARQL, what the shapes use is known: statement patterns, BIND, FILTER and some expressions. An
engine would know all of it, but needs a store for each graph: that took nearly as long as all the
other constraints together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import URIRef, Variable
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Node

from anugerah.errors import AnugerahError
from anugerah.validation.expressions import Expression, compile_expression
from anugerah.validation.index import Index, Term
from anugerah.validation.terms import from_rdflib, iri_from_rdflib

Rows = list[dict[str, Any]]
Part = Callable[[Index, Rows], Rows]
"""One part of a query: makes of the rows so far those that it lets through."""

_THIS = "this"
_BOUND_ELSEWHERE = re.compile(r"[?$](PATH|shapesGraph|currentShape)\b")


@dataclass(frozen=True)
class Query:
    """A query whose solutions are faults of the node `$this`.

    Attributes:
        parts: what it asks, in order.
        messages: what is wrong and what to do, by language.
    """

    parts: Sequence[Part]
    messages: dict[str, str]
    component: str = "SPARQLConstraintComponent"

    def faults(self, data: Index, focus: Term) -> Iterator[tuple[str | None, Term]]:
        """Yield path and value of each fault of `focus`; the value may be the node itself."""
        rows: Rows = [{_THIS: focus}]
        for part in self.parts:
            rows = part(data, rows)
        for row in rows:
            path, value = row.get("path"), row.get("value")
            yield None if path is None else str(path), focus if value is None else value


def compile_query(text: str, place: str, messages: dict[str, str]) -> Query:
    """Return the query `text` made ready.

    Raises:
        AnugerahError: it asks for something that isn't known here; `place` names it.
    """
    if other := _BOUND_ELSEWHERE.search(text):
        raise AnugerahError(f"The query of {place} uses ${other[1]}, which has no value here.")
    algebra = prepareQuery(text).algebra
    if algebra.name != "SelectQuery":
        raise AnugerahError(f"The query of {place} isn't a SELECT query: write one.")
    return Query(tuple(_parts(algebra.p, place)), messages)


def _parts(algebra: CompValue, place: str) -> Iterator[Part]:
    if algebra.name == "BGP":
        yield from map(_match, _ordered(algebra.triples, place))
        return
    if algebra.name not in ("Project", "Extend", "Filter"):
        raise AnugerahError(
            f"The query of {place} uses {algebra.name}, which the validator doesn't know: say it "
            "with statement patterns, BIND and FILTER, or teach validation/queries.py."
        )
    yield from _parts(algebra.p, place)
    if algebra.name == "Filter":
        yield _filter(compile_expression(algebra.expr, place))
    elif algebra.name == "Extend":
        yield _extend(str(algebra.var), compile_expression(algebra.expr, place))


Triple = tuple[Node, Node, Node]


def _ordered(triples: Sequence[Triple], place: str) -> Iterator[Triple]:
    """Yield the patterns so that each has its subject or its value from those before."""
    bound: set[Node] = {Variable(_THIS)}
    waiting = list(triples)
    while waiting:
        known = [t for t in waiting if {t[0], t[2]} & bound or not isinstance(t[0], Variable)]
        if not known:
            raise AnugerahError(f"The query of {place} has a part that $this doesn't lead to.")
        # From subject to value is the shorter way.
        triple = next((t for t in known if t[0] in bound), known[0])
        waiting.remove(triple)
        bound.update((triple[0], triple[2]))
        if not isinstance(triple[1], URIRef):
            raise AnugerahError(
                f"The query of {place} has a variable or a path for a predicate: name it."
            )
        yield triple


def _match(triple: Triple) -> Part:
    (subject, given), (value, wanted) = _term(triple[0]), _term(triple[2])
    predicate = iri_from_rdflib(triple[1])

    def part(data: Index, rows: Rows) -> Rows:
        found: Rows = []
        for row in rows:
            start, end = row.get(subject, given), row.get(value, wanted)
            if start is None and end is not None:
                found += [{**row, subject: each} for each in data.sources(predicate, end)]
            elif start is not None:
                values = data.objects(start, predicate)
                if end is None:
                    found += [{**row, value: each} for each in values]
                elif end in values:
                    found.append(row)
        return found

    return part


def _term(node: Node) -> tuple[str, Term | None]:
    """Return the variable's name and no term, or no name and the term."""
    return (str(node), None) if isinstance(node, Variable) else ("", from_rdflib(node))


def _filter(condition: Expression) -> Part:
    return lambda _, rows: [row for row in rows if condition(row) is True]


def _extend(name: str, expression: Expression) -> Part:
    def part(_data: Index, rows: Rows) -> Rows:
        return [{**row, name: expression(row)} for row in rows]

    return part
