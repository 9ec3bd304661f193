"""The expressions of SHACL's queries: a part of SPARQL's, evaluated without an engine."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pyoxigraph as ox
from rdflib import Literal, URIRef, Variable
from rdflib.plugins.sparql.parserutils import CompValue

from anugerah.errors import AnugerahError
from anugerah.validation.index import Term
from anugerah.validation.terms import from_rdflib
from anugerah.validation.values import WELL_FORMED, value_of
from anugerah.vocabulary import RDF, XSD

Outcome = Term | Decimal | str | bool | None
"""What an expression comes to; None where SPARQL has an error or no value."""
Row = Mapping[str, Any]
"""Outcomes by the names of variables."""
Expression = Callable[[Row], Outcome]

_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_NODES = (ox.NamedNode, ox.BlankNode)
_SUMS = {"+": operator.add, "-": operator.sub}


def compile_expression(part: object, place: str) -> Expression:
    """Return the function that evaluates an expression of rdflib's algebra.

    Raises:
        AnugerahError: it holds something that isn't known here; `place` names the query.
    """
    if isinstance(part, Variable):
        name = str(part)
        return lambda row: row.get(name)
    if isinstance(part, URIRef | Literal):
        constant = from_rdflib(part)
        return lambda _: constant
    known = _KINDS.get(part.name) if isinstance(part, CompValue) else None
    if known is None or not isinstance(part, CompValue):
        name = part.name if isinstance(part, CompValue) else type(part).__name__
        raise AnugerahError(
            f"The query of {place} uses {name}, which the validator doesn't know: say it "
            "otherwise, or teach validation/expressions.py."
        )
    return known(part, place)


def _relation(part: CompValue, place: str) -> Expression:
    if part.op not in _ORDERS:
        raise AnugerahError(f"The query of {place} uses {part.op}, which isn't known.")
    order = _ORDERS[part.op]
    left, right = compile_expression(part.expr, place), compile_expression(part.other, place)

    def evaluate(row: Row) -> Outcome:
        one, other = left(row), right(row)
        if one is None or other is None:
            return None
        if isinstance(one, _NODES) or isinstance(other, _NODES):
            return order(one, other) if part.op in ("=", "!=") else None
        one, other = _plain(one), _plain(other)
        return order(one, other) if type(one) is type(other) and one is not None else None

    return evaluate


def _sum(part: CompValue, place: str) -> Expression:
    first = compile_expression(part.expr, place)
    others = [
        (_SUMS[sign], compile_expression(other, place))
        for sign, other in zip(part.op, part.other, strict=True)
    ]

    def evaluate(row: Row) -> Outcome:
        total = _plain(first(row))
        for add, other in others:
            number = _plain(other(row))
            if not isinstance(total, Decimal) or not isinstance(number, Decimal):
                return None
            total = add(total, number)
        return total

    return evaluate


def _either(part: CompValue, place: str) -> Expression:
    choices = [compile_expression(each, place) for each in (part.expr, *part.other)]

    def evaluate(row: Row) -> Outcome:
        found = [choice(row) for choice in choices]
        if True in found:
            return True
        return False if all(each is False for each in found) else None

    return evaluate


def _text(part: CompValue, place: str) -> Expression:
    argument = compile_expression(part.arg, place)

    def evaluate(row: Row) -> Outcome:
        term = argument(row)
        return term.value if isinstance(term, ox.NamedNode | ox.Literal) else None

    return evaluate


def _length(part: CompValue, place: str) -> Expression:
    argument = compile_expression(part.arg, place)

    def evaluate(row: Row) -> Outcome:
        text = argument(row)
        if isinstance(text, ox.Literal) and text.datatype in (XSD.string, RDF.langString):
            text = text.value
        return Decimal(len(text)) if isinstance(text, str) else None

    return evaluate


def _year(part: CompValue, place: str) -> Expression:
    argument = compile_expression(part.arg, place)

    def evaluate(row: Row) -> Outcome:
        day = argument(row)
        if not isinstance(day, ox.Literal) or day.datatype not in (XSD.date, XSD.dateTime):
            return None
        return Decimal(day.value[:4]) if WELL_FORMED[day.datatype](day.value) else None

    return evaluate


def _plain(outcome: Outcome) -> Outcome:
    """Return the value of a literal, and anything else as it is."""
    if not isinstance(outcome, ox.Literal):
        return outcome
    value = value_of(outcome)
    return None if value is None else value.value


_KINDS: dict[str, Callable[[CompValue, str], Expression]] = {
    "RelationalExpression": _relation,
    "AdditiveExpression": _sum,
    "ConditionalOrExpression": _either,
    "Builtin_STR": _text,
    "Builtin_STRLEN": _length,
    "Builtin_YEAR": _year,
}
