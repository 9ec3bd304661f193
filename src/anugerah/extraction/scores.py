"""Ranks and scores: "peringkat kelima", "Juara I", "nilai 95,28"."""

from __future__ import annotations

import re
from functools import cache

from anugerah.corpus.marks import MarkedPattern, marked
from anugerah.extraction.language_data import alternatives, load

_RANKED = ("peringkat", "ranking", "rangking", "juara", "urutan", "terbaik", "posisi")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}


@cache
def _rank() -> MarkedPattern:
    ordinal = alternatives("numbers", "ordinal")
    return MarkedPattern(
        rf"\b(?:{'|'.join(_RANKED)})\s+(?:(?:ke-?|nomor)\s?)?"
        rf"(?P<rank>\d{{1,3}}|I{{1,3}}|IV|V|{ordinal}|satu|dua|tiga|empat|lima)\b"
        r"(?!\s*(?:besar|tahun|kali|berturut|kabupaten|kota|provinsi|daerah|kategori\b\s+\w+\s+terbaik))",
        _RANKED,
        re.IGNORECASE,
    )


_SCORE = marked(
    r"\b{words}\b[^.\d]{{0,60}}?(?P<score>\d{{1,3}}[.,]\d{{1,3}})(?!\d)",
    "nilai|skor|score|indeks|poin|point",
)
_BARE_SCORE = re.compile(r"(?P<score>\d{1,3}[.,]\d{1,4})(?![\d,.]\d)")


def find_rank(text: str, at: int | None = None) -> int | None:
    """Return the rank in `text` that stands nearest to the offset `at`, or the first one."""
    ranks = list(_rank().finditer(text))
    if not ranks:
        return None
    match = ranks[0] if at is None else min(ranks, key=lambda m: abs(m.start() - at))
    word = match["rank"].lower()
    if word.isdigit():
        return int(word)
    numbers = load("numbers")
    return _ROMAN.get(word) or numbers["ordinal"].get(word) or numbers["cardinal"].get(word)


def find_stated_score(text: str) -> float | None:
    """Return the number after a word like "skor" in `text`."""
    match = _SCORE.search(text)
    return _number(match["score"]) if match else None


def find_score(text: str) -> float | None:
    """Return the decimal number in `text`, which is what stands behind a name in a list."""
    match = _BARE_SCORE.search(text)
    return _number(match["score"]) if match else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
