"""What literals mean: whether they are well-formed, and how they compare."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from anugerah.vocabulary import XSD

_INTEGER = re.compile(r"[+-]?[0-9]+")
_NATURAL = re.compile(r"\+?[0-9]+|-0+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(r"[+-]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|INF)|NaN")
_BOOLEAN = re.compile(r"true|false|1|0")
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_DATE = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_ZONE}")
_DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]+)?" + _ZONE
)


def _is_date(text: str) -> bool:
    found = _DATE.fullmatch(text)
    return found is not None and _parsed(date, found[1]) is not None


def _is_date_time(text: str) -> bool:
    found = _DATE_TIME.fullmatch(text)
    return found is not None and _parsed(datetime, found[1]) is not None


def _parsed(kind: type[date], text: str) -> date | None:
    try:
        return kind.fromisoformat(text)
    except ValueError:
        return None


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.fullmatch(text) is not None


WELL_FORMED: dict[ox.NamedNode, Callable[[str], bool]] = {
    XSD.string: lambda _: True,
    XSD.boolean: _matches(_BOOLEAN),
    XSD.integer: _matches(_INTEGER),
    XSD.nonNegativeInteger: _matches(_NATURAL),
    XSD.decimal: _matches(_DECIMAL),
    XSD.double: _matches(_DOUBLE),
    XSD.float: _matches(_DOUBLE),
    XSD.date: _is_date,
    XSD.dateTime: _is_date_time,
}
"""For each datatype, whether a text is the form of a value. Years have four digits."""
_ANY = _matches(re.compile(r".*", re.DOTALL))


def is_well_formed(literal: ox.Literal) -> bool:
    """Return whether a literal has the form of its datatype; those of unknown ones have."""
    return WELL_FORMED.get(literal.datatype, _ANY)(literal.value)


@dataclass(frozen=True, slots=True)
class Value:
    """A literal's value, for comparing with values of its kind: numbers, texts, days, moments."""

    kind: str
    value: Any

    def is_below(self, other: Value | None, *, or_equal: bool = False) -> bool:
        """Return whether it is less than `other`; what isn't of one kind doesn't compare."""
        if other is None or other.kind != self.kind:
            return False
        return bool(self.value <= other.value if or_equal else self.value < other.value)


@lru_cache(maxsize=4096)
def value_of(term: object) -> Value | None:
    """Return the value of a literal; None where it isn't well-formed or doesn't compare."""
    if not isinstance(term, ox.Literal):
        return None
    datatype = term.datatype
    if datatype not in _COMPARABLE or not WELL_FORMED[datatype](term.value):
        return None
    kind, read = _COMPARABLE[datatype]
    value = read(term.value)
    return None if value is None else Value(kind, value)


def _double(text: str) -> Decimal | None:
    return None if text == "NaN" else Decimal(float(text))


def _day(text: str) -> date | None:
    # A day of a time zone is not wholly before or after another.
    return date.fromisoformat(text) if len(text) == len("2024-12-05") else None


def _moment(text: str) -> datetime | None:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is None else None


_COMPARABLE: dict[ox.NamedNode, tuple[str, Callable[[str], Any]]] = {
    XSD.string: ("text", str),
    XSD.integer: ("number", Decimal),
    XSD.nonNegativeInteger: ("number", Decimal),
    XSD.decimal: ("number", Decimal),
    XSD.double: ("number", _double),
    XSD.float: ("number", _double),
    XSD.date: ("day", _day),
    XSD.dateTime: ("moment", _moment),
}
