"""SHACL's constraints that are SPARQL queries, run by a small store beside the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.algebra import traverse
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Node

from anugerah.errors import AnugerahError
from anugerah.validation.index import Index, Term

_THIS = ox.Variable("this")
_BOUND_ELSEWHERE = re.compile(r"[?$](PATH|shapesGraph|currentShape)\b")


@dataclass(frozen=True, slots=True)
class Query:
    """A query whose solutions are faults of the node `$this`.

    Attributes:
        text: the query with its prefixes.
        predicates: of the statements that the store must hold: all that any query asks for, so
            that one store serves all queries.
        messages: what is wrong and what to do, by language.
    """

    text: str
    predicates: frozenset[ox.NamedNode]
    messages: dict[str, str]

    component = "SPARQLConstraintComponent"

    def faults(self, data: Index, focus: Term) -> Iterator[tuple[str | None, Term]]:
        """Yield path and value of each fault of `focus`; the value may be the node itself."""
        solutions = data.store(self.predicates).query(
            self.text, substitutions={_THIS: focus}, use_default_graph_as_union=True
        )
        assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - `predicates_of` saw to it
        names = {variable.value for variable in solutions.variables}
        for solution in solutions:
            path = solution["path"] if "path" in names else None
            value = solution["value"] if "value" in names else None
            yield None if path is None else str(path), focus if value is None else value


def predicates_of(text: str, place: str) -> set[ox.NamedNode]:
    """Return the predicates that the query `text` asks for.

    Raises:
        AnugerahError: it isn't a SELECT query of named predicates; `place` names it.
    """
    if other := _BOUND_ELSEWHERE.search(text):
        raise AnugerahError(f"The query of {place} uses ${other[1]}, which has no value here.")
    algebra = prepareQuery(text).algebra
    if algebra.name != "SelectQuery":
        raise AnugerahError(f"The query of {place} isn't a SELECT query: write one.")
    predicates: set[ox.NamedNode] = set()

    def visit(part: object) -> None:
        if isinstance(part, CompValue) and part.name == "BGP":
            predicates.update(_predicate(triple[1], place) for triple in part.triples)

    traverse(algebra, visitPre=visit)
    return predicates


def _predicate(predicate: Node, place: str) -> ox.NamedNode:
    if not isinstance(predicate, URIRef):
        raise AnugerahError(
            f"The query of {place} has a variable or a path for a predicate: name the predicates."
        )
    return ox.NamedNode(predicate)
