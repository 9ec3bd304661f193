"""Values as people of a language write them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from anugerah.namespaces import PREFIXES
from anugerah.server.language import Language

_XSD = PREFIXES["xsd"]
_NUMBERS = {f"{_XSD}{name}" for name in ("integer", "decimal", "double", "float")}
_PLAIN = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]+))?")
_DIGITS_UNGROUPED = 4
_SIGNS: dict[Language, tuple[str, str]] = {"en": (",", "."), "id": (".", ",")}


def is_number(value: Mapping[str, str]) -> bool:
    """Tell whether a bound value is a number."""
    return value.get("datatype") in _NUMBERS


def write_number(text: str, language: Language) -> str:
    """Return a number with the marks of the language; years and other short ones stay whole.

    >>> write_number("36742", "id"), write_number("2024", "id"), write_number("0.95", "id")
    ('36.742', '2024', '0,95')
    """
    found = _PLAIN.fullmatch(text)
    if found is None:
        return text
    group, point = _SIGNS[language]
    sign, whole, rest = found.groups()
    if len(whole) > _DIGITS_UNGROUPED and not whole.startswith("0"):
        whole = f"{int(whole):,}".replace(",", group)
    return f"{sign}{whole}{point}{rest}" if rest else f"{sign}{whole}"


def write_value(value: Mapping[str, str], language: Language, words: Mapping[str, str]) -> str:
    """Return a literal for people: numbers by language, booleans as words."""
    if is_number(value):
        return write_number(value["value"], language)
    if value.get("datatype") == f"{_XSD}boolean":
        key = {"true": "yes", "false": "no"}.get(value["value"])
        return words[key] if key else value["value"]
    return value["value"]
