"""Numbers that articles tell: how many innovations, and the how-manieth award it is."""

from __future__ import annotations

import re

from anugerah.extraction.facts import Government, InnovationCount, WinCount
from anugerah.extraction.language_data import cue, load
from anugerah.extraction.reading import Reading, ReadSentence

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,5}"


def _cardinal(word: str) -> int | None:
    digits = word.replace(".", "")
    if digits.isdigit():
        return int(digits)
    value: int | None = load("numbers")["cardinal"].get(word.lower())
    return value


def _innovations() -> re.Pattern[str]:
    named = "|".join(sorted(load("numbers")["cardinal"], key=len, reverse=True))
    return re.compile(
        rf"(?<![\w/.])(?<!Top\s)(?P<number>{_NUMBER}|{named})\s+(?:buah\s+|jenis\s+)?"
        r"(?:produk\s+|program\s+)?inovasi\b(?!\s+(?:unggulan|utama|terbaik))",
        re.IGNORECASE,
    )


MAX_COUNT = 2_000
"""No single government has entered more; a larger number is the nation's total."""


FEW = 4
"""A smaller number in words ("dua inovasi") speaks of certain innovations, not of all."""


def find_innovation_counts(reading: Reading) -> list[InnovationCount]:
    """Find how many innovations the article's own governments have or entered."""
    found: dict[tuple[object, ...], InnovationCount] = {}
    pattern = _innovations()
    for sentence in reading.sentences:
        for match in pattern.finditer(sentence.text):
            number = _cardinal(match["number"])
            government = _counted_for(sentence, match.start(), reading)
            few = number is not None and number < FEW and not match["number"].isdigit()
            if number is None or few or number > MAX_COUNT or government is None:
                continue
            before = sentence.text[: match.start()]
            approximate = re.search(
                rf"(?:{cue('approximately').pattern})\s*$", before, re.IGNORECASE
            )
            entered = cue("entered").search(sentence.text, match.end())
            count = InnovationCount(
                government=government,
                year=_year(sentence, reading),
                count=number,
                approximate=approximate is not None,
                basis="entered" if entered else "owned",
                supports=(sentence.support("innovation-count/number", 0.9),),
            )
            found.setdefault((government, count.year, number), count)
    return list(found.values())


def _counted_for(sentence: ReadSentence, at: int, reading: Reading) -> Government | None:
    subjects = [
        m.government for m in sentence.governments if m.government and m.end - sentence.start <= at
    ]
    if subjects:
        return subjects[-1]
    if sentence.organisations or cue("nation").search(sentence.text):
        return None
    return reading.main


_YEAR = re.compile(r"\b(?:tahun|thn)\s+(20\d\d)\b", re.IGNORECASE)


def _year(sentence: ReadSentence, reading: Reading) -> int | None:
    stated = _YEAR.search(sentence.text)
    return int(stated.group(1)) if stated else reading.year


def _times() -> re.Pattern[str]:
    numbers = load("numbers")
    ordinal = "|".join(numbers["ordinal"])
    cardinal = "|".join(sorted(numbers["cardinal"], key=len, reverse=True))
    return re.compile(
        rf"\b(?:penghargaan\s+(?:yang\s+)?(?P<nth>{ordinal})\b(?!\s+(?:ini|terbaik))"
        rf"|(?:yang\s+|untuk\s+)*(?P<times>{ordinal})\s+kali(?:nya)?"
        rf"|\b(?:yang\s+|tahun\s+)?(?:ke-?\s?(?P<year>\d{{1,2}})|(?P<running>{ordinal}))\s+"
        r"(?:kali(?:nya)?\s+)?(?:berturut|beruntun)"
        rf"|\bkali\s+(?:yang\s+)?(?P<time>{ordinal})\b"
        rf"|(?P<row>\d{{1,2}}|{cardinal})\s+kali\s+(?:berturut|beruntun|secara berturut))",
        re.IGNORECASE,
    )


_PREVIOUS = re.compile(
    r"(?:terakhir|sebelumnya)[^.]{0,40}?\b(?P<ago>\w+(?:\s\w+)?)\s+tahun\s+(?:yang\s+)?(?:lalu|silam|sebelumnya)",
    re.IGNORECASE,
)


def find_win_counts(reading: Reading) -> list[WinCount]:
    """Find how often the article's government has won the article's award."""
    if reading.main is None or reading.award is None:
        return []
    for sentence in reading.sentences:
        match = _times().search(sentence.text)
        if match is None or sentence.modality != "asserted":
            continue
        others = {m.government for m in sentence.governments if m.government} - {reading.main}
        if others:
            continue
        count = _count(match)
        if count is None:
            continue
        return [
            WinCount(
                recipient=reading.main,
                award=reading.award,
                year=reading.year,
                count=count,
                previous_year=_previous_year(sentence.text, reading.year),
                supports=(sentence.support("win-count/ordinal", 0.85),),
            )
        ]
    return []


def _count(match: re.Match[str]) -> int | None:
    ordinal: dict[str, int] = load("numbers")["ordinal"]
    if match["year"]:
        return int(match["year"])
    word = match["nth"] or match["times"] or match["time"] or match["running"]
    if word:
        return ordinal.get(word.lower())
    return _cardinal(match["row"])


def _previous_year(text: str, year: int | None) -> int | None:
    match = _PREVIOUS.search(text)
    if match is None or year is None:
        return None
    for word in (match["ago"], match["ago"].split()[-1]):
        ago = _cardinal(word)
        if ago is not None:
            return year - ago
    return None
