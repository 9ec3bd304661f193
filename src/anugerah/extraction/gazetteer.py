"""A dictionary of names that finds the longest one at a word, in time linear in the text."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from anugerah.extraction.tokens import Token, words

T = TypeVar("T", bound=Hashable)
_SHORTEST_JOINED = 5
"""An abbreviation is not written in two words, a name may be."""


class Gazetteer(Generic[T]):
    """Names of one or more words, each with the things that bear it."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._names: dict[tuple[str, ...], list[T]] = {}
        self._lengths: dict[str, list[int]] = {}
        for name, value in names:
            key = tuple(words(name))
            if not key:
                continue
            values = self._names.setdefault(key, [])
            if value not in values:
                values.append(value)
            lengths = self._lengths.setdefault(key[0], [])
            if len(key) not in lengths:
                lengths.append(len(key))
                lengths.sort(reverse=True)

    def match_words(self, norms: Sequence[str]) -> tuple[int, list[T]] | None:
        """Return how many of the normalised words the longest name at their beginning has."""
        for length in self._lengths.get(norms[0], ()) if norms else ():
            if len(norms) >= length and (values := self._names.get(tuple(norms[:length]))):
                return length, values
        return None

    def match(self, tokens: Sequence[Token], at: int) -> tuple[int, list[T]] | None:
        """Return how many words the longest name at `tokens[at]` has, and what bears it."""
        for length in self._lengths.get(tokens[at].norm, ()):
            key = tuple(token.norm for token in tokens[at : at + length])
            if len(key) == length and (values := self._names.get(key)):
                return length, values
        # "Karang Anyar" for Karanganyar
        if at + 1 < len(tokens):
            joined = (tokens[at].norm + tokens[at + 1].norm,)
            # … but not "PP U" for PPU
            if len(joined[0]) > _SHORTEST_JOINED and (values := self._names.get(joined)):
                return 2, values
        return None
