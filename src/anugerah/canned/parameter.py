"""Parameters of canned queries: how their variables are named and what values they take."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import pyoxigraph as ox

from anugerah.canned.errors import ParameterError
from anugerah.namespaces import BASE

Type = Literal["iri", "string", "integer", "decimal", "boolean", "date"]
Kind = Literal["government", "award", "person", "organisation", "innovation", "edition", "article"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_VARIABLE = re.compile(r"\?(?P<mark>__?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<ending>(?:_[a-z]+)*)")
_ENDINGS: dict[str, Type] = {
    "": "string",
    "_iri": "iri",
    "_integer": "integer",
    "_xsd_decimal": "decimal",
    "_xsd_boolean": "boolean",
    "_xsd_date": "date",
}
_LONGEST_SHOWN = 80
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PATH = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a canned query; its titles and descriptions are by language, `en` and `id`."""

    name: str
    variable: str
    type: Type
    title: dict[str, str]
    description: dict[str, str] = field(default_factory=dict)
    default: str | None = None
    required: bool = True
    values: tuple[str, ...] = ()
    kind: Kind | None = None
    base: str = BASE

    def term(self, value: str) -> ox.NamedNode | ox.Literal:
        """Return the RDF term that `value` means.

        For an IRI with a kind the last part is enough: `kota-batu` for `…/id/government/kota-batu`.

        Raises:
            ParameterError: the value is not of the parameter's type or none of its `values`.
        """
        if self.values and value not in self.values:
            raise ParameterError(
                self.name, f"can't be {_shown(value)}", f"give one of {', '.join(self.values)}."
            )
        if self.type == "iri":
            return self._iri(value)
        convert, advice = _LITERALS[self.type]
        try:
            return convert(value)
        except ValueError:
            raise ParameterError(self.name, f"can't be {_shown(value)}", advice) from None

    def _iri(self, value: str) -> ox.NamedNode:
        folder = _folder(self.kind) if self.kind else None
        text = value
        if not _SCHEME.match(value) and folder and _PATH.fullmatch(value):
            text = f"{self.base}{folder}{value}"
        try:
            return ox.NamedNode(text)
        except ValueError:
            short = f" or what follows {folder} in it" if folder else ""
            raise ParameterError(
                self.name, f"can't be {_shown(value)}", f"give a full IRI{short}."
            ) from None


def _shown(value: str) -> str:
    return repr(value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…")


def _folder(kind: Kind) -> str:
    return "article/" if kind == "article" else f"id/{kind}/"


def variable_parts(variable: str) -> tuple[str, Type, bool] | None:
    """Return name, type and whether it is required of a variable, or None if it is no parameter.

    The endings are those that grlc reads: none for text, `_iri`, `_integer`, `_xsd_date` and so on.

    >>> variable_parts("?_year_integer"), variable_parts("?__name"), variable_parts("?year")
    (('year', 'integer', True), ('name', 'string', False), None)

    Raises:
        ValueError: the variable is marked as a parameter but ends in no type.
    """
    if not variable[1:].startswith("_"):
        return None
    match = _VARIABLE.fullmatch(variable)
    if match is None or match["ending"] not in _ENDINGS:
        endings = ", ".join(ending for ending in _ENDINGS if ending)
        raise ValueError(f"{variable} is not ?_name or ?__name with nothing or one of {endings}")
    return match["name"], _ENDINGS[match["ending"]], match["mark"] == "_"


def _typed(text: str, name: str) -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(f"{_XSD}{name}"))


def _string(value: str) -> ox.Literal:
    value.encode("utf-8")
    return ox.Literal(value)


def _integer(value: str) -> ox.Literal:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", value):
        raise ValueError
    return _typed(str(int(value)), "integer")


def _decimal(value: str) -> ox.Literal:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?", value):
        raise ValueError
    return _typed(value, "decimal")


def _boolean(value: str) -> ox.Literal:
    if value not in ("true", "false"):
        raise ValueError
    return _typed(value, "boolean")


def _date(value: str) -> ox.Literal:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError
    return _typed(dt.date.fromisoformat(value).isoformat(), "date")


_LITERALS: dict[str, tuple[Callable[[str], ox.Literal], str]] = {
    "string": (_string, "give text that is valid Unicode."),
    "integer": (_integer, "give a whole number of at most 18 digits, such as 2024."),
    "decimal": (_decimal, "give a number such as 0.5."),
    "boolean": (_boolean, "give true or false."),
    "date": (_date, "give a date such as 2024-12-05."),
}
