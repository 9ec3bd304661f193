"""Numbers as articles write them: "31.719", "tujuh", "kesepuluh", "ke-8"."""

from __future__ import annotations

from functools import cache

from anugerah.corpus.marks import alternation
from anugerah.extraction.language_data import load

DIGITS = r"\d{1,3}(?:\.\d{3})+|\d{1,5}"


@cache
def cardinals() -> str:
    """Return the numbers in words as the inside of a regular expression's group."""
    return _group("cardinal")


@cache
def ordinals() -> str:
    """Return the ordinals in words as the inside of a regular expression's group."""
    return _group("ordinal")


def _group(key: str) -> str:
    return alternation(load("numbers")[key])


def cardinal(text: str) -> int | None:
    """Return the number that `text` writes in digits or words, or None."""
    digits = text.replace(".", "")
    if digits.isdigit():
        return int(digits)
    value: int | None = load("numbers")["cardinal"].get(" ".join(text.lower().split()))
    return value


def ordinal(text: str) -> int | None:
    """Return the number of an ordinal in words, or None."""
    value: int | None = load("numbers")["ordinal"].get(" ".join(text.lower().split()))
    return value
