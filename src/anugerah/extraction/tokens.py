"""Words and sentences with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from operator import add
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:['’‘`]\w+)*")
_APOSTROPHE = re.compile("['’‘`]")


class Token(NamedTuple):
    """A word: `norm` is lower case, without apostrophes."""

    start: int
    end: int
    text: str
    norm: str

    @property
    def capitalised(self) -> bool:
        """Tell whether the word begins with an upper-case letter or a digit."""
        return not self.text[0].islower()


def tokenise(text: str, offset: int = 0) -> list[Token]:
    """Return the words of `text`; their offsets count from `offset`."""
    return [
        Token(match.start() + offset, match.end() + offset, word, _norm(word))
        for match in _WORD.finditer(text)
        for word in (match.group(),)
    ]


def _norm(word: str) -> str:
    # Most words have nothing but letters.
    return word.lower() if word.isalnum() else _APOSTROPHE.sub("", word).lower()


def words(text: str) -> list[str]:
    """Return the normalised words of `text`."""
    return [_norm(word) for word in _WORD.findall(text)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article.

    Attributes:
        start, end: offsets into the article's text.
        text: the sentence.
        paragraph: the number of its paragraph, -1 for the title.
        tokens: its words, with offsets into the article's text.
        norms: the same words, normalised.
        pairs: each two of them that stand side by side, as one word.
    """

    start: int
    end: int
    text: str
    paragraph: int
    tokens: tuple[Token, ...]
    norms: tuple[str, ...] = field(init=False, repr=False, compare=False)
    pairs: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Write down what follows from `tokens`."""
        norms = tuple(token.norm for token in self.tokens)
        object.__setattr__(self, "norms", norms)
        object.__setattr__(self, "pairs", tuple(map(add, norms, norms[1:])))

    @property
    def is_title(self) -> bool:
        """Tell whether this is the article's headline."""
        return self.paragraph < 0

    def after(self, position: int) -> str:
        """Return the text from the article offset `position` to the sentence's end."""
        return self.text[position - self.start :]

    def between(self, start: int, end: int) -> str:
        """Return the text between two article offsets."""
        return self.text[start - self.start : end - self.start]


_ABBREVIATIONS = frozenset(
    "dr drs dra ir prof h hj kh pj plt plh pjs no nomor jl jln kab kep prov tgl gd lt st se sh mm "  # noqa: SIM905
    "si sos pd kes ap ag hum kom ip stp mt sp spd spt skm m s a b k r d t n i u w j f g l e y z c "
    "bp tbk pt cv ltd "
    "inc dll dsb hm hc hw rm tgk tgh muh moh mhd muhd ust drg drh apt brigjen mayjen letjen "
    "irjen ny hi tp kol letkol moch mokh dt abd syech syekh kombes purn".split()
)
MAX_SENTENCE = 2_000
"""A longer sentence is cut: no real one is, and patterns stay fast on hostile text."""

_BOUNDARY = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|[\"”]\s+(?=[A-Z])")


_LAST_WORD = re.compile(r"\w+$")
_ENDED = re.compile(r"\w[.!?…]")
_GOES_ON = re.compile(r"(?:Yaitu|Yakni|Di antaranya|Diantaranya|Antara lain)\b")


def split_sentences(text: str, offset: int, paragraph: int) -> list[Sentence]:
    """Split one paragraph into sentences; offsets count from `offset`."""
    cuts = [0]
    for match in _BOUNDARY.finditer(text):
        if text[match.start()] == ".":
            last = _LAST_WORD.search(text[max(0, match.start() - 20) : match.start()])
            if last and last.group().lower() in _ABBREVIATIONS:
                continue
            # "2. Kabupaten Bantul" is an item of a list.
            if last and last.group().isdigit() and match.start() - cuts[-1] <= 3:
                continue
        elif text[match.start()] in '"”' and not _ENDED.search(
            text[max(0, match.start() - 20) : match.start() + 1]
        ):
            continue
        if _GOES_ON.match(text, match.end()):
            continue
        cuts.append(match.end())
    cuts.append(len(text))
    sentences = []
    for start, end in pairwise(_cut_short(cuts)):
        piece = text[start:end]
        stripped = piece.strip()
        if not stripped:
            continue
        begin = offset + start + piece.index(stripped)
        sentences.append(
            Sentence(
                begin,
                begin + len(stripped),
                stripped,
                paragraph,
                tuple(tokenise(stripped, begin)),
            )
        )
    return sentences


def _cut_short(cuts: list[int]) -> Iterator[int]:
    yield cuts[0]
    for start, end in pairwise(cuts):
        yield from range(start + MAX_SENTENCE, end, MAX_SENTENCE)
        yield end
