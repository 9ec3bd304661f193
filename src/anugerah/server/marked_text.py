"""The text of an article with the passages that support facts marked in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from anugerah.server.evidence import Quote

_PLACE = re.compile(r"char=([0-9]{1,9}),([0-9]{1,9})")


@dataclass(frozen=True)
class Passage:
    """A passage in a text: `number` counts from 1 in the order of the quotes."""

    number: int
    start: int
    end: int
    quote: Quote


@dataclass(frozen=True)
class Piece:
    """Some characters of a line.

    Attributes:
        text: the characters.
        within: the passages that they belong to.
        starting: those that begin with them.
        ending: those that end with them.
    """

    text: str
    within: tuple[Passage, ...]
    starting: tuple[Passage, ...]
    ending: tuple[Passage, ...]


def mark(text: str, quotes: Sequence[Quote]) -> list[list[Piece]]:
    """Return the lines of a text, empty ones left out, each as pieces with their passages.

    A quote that doesn't stand in the text at its place is not marked.
    """
    coming = sorted(_passages(text, quotes), key=lambda p: p.start, reverse=True)
    here: list[Passage] = []
    lines = []
    for match in re.finditer(r"[^\n]+", text):
        start, end = match.span()
        here = [passage for passage in here if start < passage.end]
        while coming and coming[-1].start < end:
            here.append(coming.pop())
        if match.group().strip():
            lines.append(list(_pieces(text, start, end, here)))
    return lines


def placed(lines: Iterable[list[Piece]]) -> set[int]:
    """Return the numbers of the passages that are marked."""
    return {passage.number for line in lines for piece in line for passage in piece.within}


def _passages(text: str, quotes: Sequence[Quote]) -> Iterable[Passage]:
    for number, quote in enumerate(quotes, 1):
        place = _PLACE.fullmatch((quote.passage or "").partition("#")[2])
        if place is None:
            continue
        start, end = map(int, place.groups())
        if start < end and text[start:end] == quote.text:
            yield Passage(number, start, end, quote)


def _pieces(text: str, start: int, end: int, passages: list[Passage]) -> Iterable[Piece]:
    edges = {start, end}
    for passage in passages:
        edges |= {max(start, passage.start), min(end, passage.end)}
    for begin, stop in pairwise(sorted(edges)):
        within = tuple(p for p in passages if p.start <= begin and stop <= p.end)
        yield Piece(
            text[begin:stop],
            within,
            tuple(p for p in within if p.start == begin),
            tuple(p for p in within if p.end == stop),
        )
