"""Patterns that are tried only on texts with one of the words without which they cannot match."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

_RUN = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_STEM = 3
DIGIT = "0"
"""The mark of a text that has a digit."""


@lru_cache(maxsize=256)
def marks_of(text: str) -> frozenset[str]:
    """Return the words of `text` in lower case, their beginnings and whether it has digits.

    A beginning is three letters and "*".
    """
    words = set(_RUN.findall(text.lower()))
    marks = words | {f"{word[:_STEM]}*" for word in words}
    if _DIGIT.search(text):
        marks.add(DIGIT)
    return frozenset(marks)


def mark_of(phrase: str) -> str | None:
    """Return a mark of every text that has `phrase`: its longest word, or how the only one begins.

    Args:
        phrase: words in lower case; one that ends in `*` stands for any ending.

    Returns:
        None if no mark tells: the phrase has no word, or its beginning is too short.
    """
    words: list[str] = _RUN.findall(phrase)
    stem = words.pop() if phrase.endswith("*") and words else ""
    if words:
        return max(words, key=len)
    return f"{stem[:_STEM]}*" if len(stem) >= _STEM else None


def alternation(phrases: Iterable[str]) -> str:
    """Return `phrases` as the inside of a regular expression's group, the longest match first.

    A phrase's words may be any white space apart; one that ends in `*` matches any ending. Common
    beginnings are written once, so that a letter rules out all that begin otherwise.
    """
    root = _Letters()
    for phrase in phrases:
        node = root
        for letter in " ".join(phrase.removesuffix("*").split()):
            node = node.setdefault(letter, _Letters())
        node.setdefault(_ANY if phrase.endswith("*") else _END, _Letters())
    return "|".join(_choices(root))


class _Letters(dict[str, "_Letters"]):
    """What may follow a beginning, by its next letter."""


_END, _ANY = "end", "any ending"


def _choices(node: _Letters) -> list[str]:
    choices = [
        (r"\s+" if letter == " " else re.escape(letter)) + _grouped(rest)
        for letter, rest in node.items()
        if letter not in (_END, _ANY)
    ]
    if _ANY in node:
        return [*choices, r"\w*"]
    return [*choices, ""] if _END in node else choices


def _grouped(node: _Letters) -> str:
    choices = _choices(node)
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


class MarkedPattern:
    """A regular expression that searches only the texts that have one of its marks.

    To look a word up in a set takes a tenth of the time of searching a sentence for dozens of
    phrases that nearly always are not there.
    """

    __slots__ = ("_finditer", "_marks", "_pattern", "_search")

    def __init__(self, pattern: str, marks: Iterable[str | None], flags: int = 0) -> None:
        found = frozenset(marks)
        self._pattern = re.compile(pattern, flags)
        self._marks = None if None in found else found
        self._search, self._finditer = self._pattern.search, self._pattern.finditer

    @property
    def pattern(self) -> str:
        """The regular expression."""
        return self._pattern.pattern

    @property
    def flags(self) -> int:
        """The flags of the regular expression."""
        return self._pattern.flags

    def may_match(self, text: str) -> bool:
        """Tell whether `text` has one of the marks."""
        return self._marks is None or not self._marks.isdisjoint(marks_of(text))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match between two offsets of `text`."""
        if self._marks is not None and self._marks.isdisjoint(marks_of(text)):
            return None
        return self._search(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the matches between two offsets of `text`."""
        if self._marks is not None and self._marks.isdisjoint(marks_of(text)):
            return iter(())
        return self._finditer(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match at an offset of `text`."""
        return self._pattern.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match of all the text between two offsets of `text`."""
        return self._pattern.fullmatch(text, start, end)


def marked(template: str, words: str, flags: re.RegexFlag = re.IGNORECASE) -> MarkedPattern:
    """Return a pattern that needs one of `words`.

    Args:
        template: a regular expression that has `{words}` once, with a word boundary before it,
            where every match must have one of them. Its own braces are doubled.
        words: the words, parted by `|`, in lower case.
        flags: of the regular expression.
    """
    choices = words.split("|")
    return MarkedPattern(template.format(words=f"(?:{words})"), map(mark_of, choices), flags)
