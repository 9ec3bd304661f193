"""The clauses of a sentence, each with a modality of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from anugerah.extraction.language_data import alternatives
from anugerah.extraction.modality import modality_of
from anugerah.extraction.reading import ReadSentence
from anugerah.extraction.tokens import Sentence


@cache
def _boundary() -> re.Pattern[str]:
    contrast = alternatives("clauses", "contrast")
    return re.compile(
        rf",\s+(?=(?:{contrast})\b)|,\s+(?=(?:pada\s+)?tahun\s+(?:19|20)\d\d\s+(?-i:[A-Z]))",
        re.IGNORECASE,
    )


def find_clauses(sentence: ReadSentence) -> Iterator[ReadSentence]:
    """Yield the clauses of `sentence` that its words of contrast set apart, with their mentions.

    "Kota Batu meraih IGA, sedangkan Kota Malang masih menjadi nominator" asserts one and not the
    other.
    """
    cuts = [0, *(m.end() for m in _boundary().finditer(sentence.text)), len(sentence.text)]
    if len(cuts) == 2:
        yield sentence
        return
    for begin, end in pairwise(cuts):
        yield _part(sentence, begin, end)


def _part(whole: ReadSentence, begin: int, end: int) -> ReadSentence:
    start, stop = whole.start + begin, whole.start + end
    text = whole.text[begin:end]
    part = Sentence(
        start,
        stop,
        text,
        whole.sentence.paragraph,
        tuple(t for t in whole.sentence.tokens if start <= t.start < stop),
    )
    return replace(
        whole,
        sentence=part,
        whole=whole.sentence,
        governments=tuple(m for m in whole.governments if start <= m.start < stop),
        organisations=tuple(m for m in whole.organisations if start <= m.start < stop),
        parties=tuple(m for m in whole.parties if start <= m.start < stop),
        awards=tuple(m for m in whole.awards if start <= m.start < stop),
        offices=tuple(m for m in whole.offices if start <= m.start < stop),
        dates=tuple(m for m in whole.dates if start <= m.start < stop),
        modality=modality_of(text),
    )
