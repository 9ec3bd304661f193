"""Aspirations: an award that a government aims at or is nominated for, and has not received."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Literal

from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.facts import Aspiration, Award, Government
from anugerah.extraction.language_data import load, phrases
from anugerah.extraction.numerals import cardinal, cardinals
from anugerah.extraction.reading import Reading, ReadSentence

Kind = Literal["target", "nomination"]


def find_aspirations(reading: Reading) -> list[Aspiration]:
    """Find the article's targets and nominations, one for each government, award and kind."""
    found: dict[tuple[Kind, Government, Award, int], Aspiration] = {}
    for sentence in reading.sentences:
        kind = _kind(sentence)
        aim = _aim(sentence, reading) if kind else None
        if kind is None or aim is None:
            continue
        award, year = aim
        rank = _rank(sentence.text)
        support = sentence.support(f"aspiration/{kind}", 0.85)
        for aspirant in _aspirants(sentence, reading):
            key = (kind, aspirant, award, year)
            known = found.get(key)
            if known is None:
                found[key] = Aspiration(kind, aspirant, award, year, rank, (support,))
            else:
                found[key] = replace(
                    known,
                    target_rank=known.target_rank or rank,
                    supports=(*known.supports, support),
                )
    return list(found.values())


@cache
def _phrases(key: str) -> MarkedPattern:
    return phrases(tuple(load("aspirations")[key]))


def _kind(sentence: ReadSentence) -> Kind | None:
    if sentence.modality != "not_yet" or _phrases("nobody").search(sentence.text):
        return None
    if _MANY.search(sentence.text):
        return None
    if _phrases("target").search(sentence.text):
        return "target"
    nominated = _phrases("nomination").search(sentence.text)
    if nominated is None or _phrases("supposed").search(sentence.text, 0, nominated.start()):
        return None
    return "nomination"


_MANY = re.compile(
    r"\b\d{1,3}\s+(?:finalis|nominator|nomine|daerah|pemda|pemerintah daerah"
    r"|(?:provinsi|kabupaten|kota)\b(?!\s+(?-i:[A-Z])))\b[^.;]{0,60}?(?:nomina|finalis|$)",
    re.IGNORECASE,
)
"""So many governments are nominated: a sentence that names none of them tells of nobody."""


def _aspirants(sentence: ReadSentence, reading: Reading) -> list[Government]:
    """Return the governments that aim at something: those named together, else the article's."""
    named = [
        mention
        for mention in sentence.governments
        if mention.government
        and not (
            mention.cue == "bare"
            and _PLACE.search(sentence.text, 0, mention.start - sentence.start)
        )
    ]
    if not named:
        return [reading.main] if reading.main else []
    together = [named[0]]
    for mention in named[1:]:
        gap = sentence.text[together[-1].end - sentence.start : mention.start - sentence.start]
        if not re.fullmatch(r"\s*(?:,|dan|serta|, dan)\s*", gap):
            break
        together.append(mention)
    governments = [m.government for m in together if m.government]
    if reading.main in [m.government for m in named] and len(governments) == 1:
        governments = [reading.main] if reading.main else governments
    return list(dict.fromkeys(governments))


_PLACE = re.compile(r"(?:\b(?:di|se|dari|wilayah|asal)\s+|-\s?)$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:pada|tahun|di)\s+(20\d\d)\b(?!\s+(?:lalu|silam))", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"\btahun\s+(?:depan|berikutnya|mendatang)\b", re.IGNORECASE)


def _aim(sentence: ReadSentence, reading: Reading) -> tuple[Award, int] | None:
    """Return the award and edition that a sentence of hope is about."""
    mention = sentence.awards[0] if sentence.awards else None
    if mention is None and not _phrases("about").search(sentence.text):
        return None
    award = mention.award if mention else reading.award
    year = (mention.year if mention else None) or _stated_year(sentence.text)
    if year is None and reading.year is not None:
        year = reading.year + bool(_NEXT_YEAR.search(sentence.text))
    return (award, year) if award is not None and year is not None else None


def _stated_year(text: str) -> int | None:
    """Return the year that a sentence names, if it is not that of an award won before."""
    for match in _YEAR.finditer(text):
        if not _phrases("won").search(text, max(0, match.start() - 40), match.start()):
            return int(match.group(1))
    return None


@cache
def _ranks() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<before>\d{{1,3}}|{cardinals()})\s+(?:besar|terbaik|teratas)"
        r"|(?:top|peringkat)\s+(?P<after>\d{1,3}))\b",
        re.IGNORECASE,
    )


def _rank(text: str) -> int | None:
    match = _ranks().search(text)
    return cardinal(match["before"] or match["after"]) if match else None
