"""A dictionary of names that finds the longest one at a word, in time linear in the text."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from anugerah.extraction.tokens import Sentence, Token, words

T = TypeVar("T", bound=Hashable)
_SHORTEST_JOINED = 5
"""An abbreviation is not written in two words, a name may be."""


class Gazetteer(Generic[T]):
    """Names of one or more words, each with the things that bear it."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._names: dict[tuple[str, ...], list[T]] = {}
        self._lengths: dict[str, list[int]] = {}
        self._joined: dict[str, set[T]] = {}
        self._deletions: dict[str, set[str]] = {}
        self._single: set[str] = set()
        self._shapes: set[tuple[str, int]] = set()
        for name, value in names:
            key = tuple(words(name))
            if not key:
                continue
            values = self._names.setdefault(key, [])
            if value not in values:
                values.append(value)
            if len(key) == 1 and len(key[0]) > _SHORTEST_JOINED:
                self._single.add(key[0])
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

    def starts(self, sentence: Sentence) -> list[int]:
        """Return where `match` may find a name: few places, and none that has one is left out."""
        firsts = self._lengths
        found = [at for at, norm in enumerate(sentence.norms) if norm in firsts]
        if self._single.isdisjoint(sentence.pairs):
            return found
        joined = [at for at, pair in enumerate(sentence.pairs) if pair in self._single]
        return sorted({*found, *joined})

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

    def match_nearly(self, tokens: Sequence[Token], at: int) -> tuple[int, list[T]] | None:
        """Return what `match` would if one letter were written otherwise: "Makasar", "Sumatra".

        Only long names are read so, and only if a single thing is meant: it is for places where
        the text has said what kind of name must follow.
        """
        for length in (3, 2, 1):
            span = tokens[at : at + length]
            written = "".join(token.norm for token in span)
            if len(span) < length or len(written) < SHORTEST - 1 or not span[-1].capitalised:
                continue
            if found := self._near(written):
                return length, found
        return None

    def nearest(self, norms: Sequence[str]) -> list[T]:
        """Return what bears the whole name `norms`, or one that differs from it by a letter."""
        return self._near("".join(norms))

    def _near(self, written: str) -> list[T]:
        forms, begins = self._forms(), written[:1]
        # Mostly no name has this first letter and about this length.
        if not any((begins, len(written) + more) in self._shapes for more in (-1, 0, 1)):
            return []
        near = {
            key
            for form in (written, *_without_one(written))
            for key in forms.get(form, ())
            if abs(len(key) - len(written)) <= 1
            and key[0] == written[0]
            and max(len(key), len(written)) >= SHORTEST
        }
        found = {value for key in near for value in self._joined[key]}
        return sorted(found, key=str) if len(near) == 1 or len(found) == 1 else []

    def _forms(self) -> dict[str, set[str]]:
        """Return each name's spelling with any one letter left out (symmetric delete index)."""
        if not self._deletions:
            for key, values in self._names.items():
                written = "".join(key)
                if len(written) >= SHORTEST - 1:
                    self._joined.setdefault(written, set()).update(values)
                    self._shapes.add((written[0], len(written)))
                    for form in (written, *_without_one(written)):
                        self._deletions.setdefault(form, set()).add(written)
        return self._deletions


SHORTEST = 8
"""Shorter names differ from one another by a letter too often."""


def _without_one(written: str) -> set[str]:
    return {written[:i] + written[i + 1 :] for i in range(len(written))}
