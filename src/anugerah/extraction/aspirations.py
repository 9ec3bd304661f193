"""Aspirations: an award that a government aims at or is nominated for, and has not received."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Literal

from anugerah.extraction.facts import Aspiration, Award
from anugerah.extraction.language_data import cue, load
from anugerah.extraction.reading import Reading, ReadSentence

Kind = Literal["target", "nomination"]


def find_aspirations(reading: Reading) -> list[Aspiration]:
    """Find the article's targets and nominations, one for each award, edition and kind."""
    if reading.main is None:
        return []
    found: dict[tuple[Kind, Award, int], Aspiration] = {}
    for sentence in reading.sentences:
        kind = _kind(sentence)
        aim = _aim(sentence, reading) if kind else None
        if kind is None or aim is None:
            continue
        award, year = aim
        rank = _rank(sentence.text)
        support = sentence.support(f"aspiration/{kind}", 0.85)
        known = found.get((kind, award, year))
        if known is None:
            found[kind, award, year] = Aspiration(kind, reading.main, award, year, rank, (support,))
        else:
            found[kind, award, year] = replace(
                known,
                target_rank=known.target_rank or rank,
                supports=(*known.supports, support),
            )
    return list(found.values())


def _kind(sentence: ReadSentence) -> Kind | None:
    if sentence.modality != "not_yet":
        return None
    if cue("target").search(sentence.text):
        return "target"
    return "nomination" if cue("nomination").search(sentence.text) else None


_YEAR = re.compile(r"\b(?:pada|tahun|di)\s+(20\d\d)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:nominasi|penghargaan|besar)\b", re.IGNORECASE)


def _aim(sentence: ReadSentence, reading: Reading) -> tuple[Award, int] | None:
    """Return the award and edition that a sentence of hope is about."""
    mention = sentence.awards[0] if sentence.awards else None
    if mention is None and not _ABOUT.search(sentence.text):
        return None
    award = mention.award if mention else reading.award
    stated = _YEAR.search(sentence.text)
    year = (mention.year if mention else None) or (int(stated.group(1)) if stated else None)
    year = year or reading.year
    return (award, year) if award is not None and year is not None else None


@cache
def _ranks() -> re.Pattern[str]:
    words = "|".join(sorted(load("numbers")["cardinal"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<before>\d{{1,3}}|{words})\s+(?:besar|terbaik|teratas)"
        r"|(?:top|peringkat)\s+(?P<after>\d{1,3}))\b",
        re.IGNORECASE,
    )


def _rank(text: str) -> int | None:
    match = _ranks().search(text)
    if match is None:
        return None
    word = (match["before"] or match["after"]).lower()
    return int(word) if word.isdigit() else load("numbers")["cardinal"][word]
