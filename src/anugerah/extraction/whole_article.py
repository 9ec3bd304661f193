"""What an article as a whole says of awards: looked up once, however many sentences ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

from anugerah.extraction.facts import Award
from anugerah.extraction.reading import Reading, ReadSentence

_READINGS = 2
"""Articles are read one after another: only the last one is asked about."""


@lru_cache(_READINGS)
def told_awards(reading: Reading) -> frozenset[Award]:
    """Return the awards of which the article does more than deny or expect them."""
    asserted = (s for s in reading.sentences if s.modality == "asserted")
    return frozenset(mention.award for sentence in asserted for mention in sentence.awards)


@lru_cache(_READINGS)
def first_sentences(reading: Reading) -> Mapping[Award, ReadSentence]:
    """Return the sentence that names each award first."""
    found: dict[Award, ReadSentence] = {}
    for sentence in reading.sentences:
        for mention in sentence.awards:
            found.setdefault(mention.award, sentence)
    return found


@lru_cache(_READINGS)
def first_years(reading: Reading) -> Mapping[Award, int]:
    """Return the first year that stands beside each award's name."""
    found: dict[Award, int] = {}
    for sentence in reading.sentences:
        for mention in sentence.awards:
            if mention.year:
                found.setdefault(mention.award, mention.year)
    return found


@lru_cache(_READINGS)
def speaks_of_index(reading: Reading) -> bool:
    """Tell whether the article has the word "indeks"."""
    return any("indeks" in sentence.text.lower() for sentence in reading.sentences)


def last_before(sentence: ReadSentence, reading: Reading, count: int) -> list[ReadSentence]:
    """Return the last `count` sentences of the body before `sentence`, the nearest first."""
    body, starts = _body(reading)
    at = bisect_left(starts, sentence.start)
    return body[max(0, at - count) : at][::-1]


@lru_cache(_READINGS)
def _body(reading: Reading) -> tuple[list[ReadSentence], list[int]]:
    body = [sentence for sentence in reading.sentences if not sentence.sentence.is_title]
    return body, [sentence.start for sentence in body]
