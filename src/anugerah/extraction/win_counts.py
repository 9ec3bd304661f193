"""How often an award was won: "kesepuluh kalinya", "delapan kali berturut-turut", "hattrick"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.facts import Award, Government, WinCount
from anugerah.extraction.language_data import alternatives, load, phrases
from anugerah.extraction.numerals import cardinal, cardinals, ordinal, ordinals
from anugerah.extraction.reading import Reading, ReadSentence

MAX_WINS = 40
_MOST = 12
"""Numbers of a sentence that are looked at: no real one has more."""


def find_win_counts(reading: Reading) -> list[WinCount]:
    """Find how often governments have won the awards that the article speaks of."""
    found: dict[tuple[Government, Award], WinCount] = {}
    for sentence in reading.sentences:
        if sentence.modality != "asserted" or not _may_tell(sentence.text):
            continue
        for count, at, end in _times(sentence):
            award = _award(sentence, at, reading)
            winner = _winner(sentence, at, reading)
            if award is None or winner is None or not 0 < count <= MAX_WINS:
                continue
            if _is_of_event(sentence.text, at, end):
                continue
            found.setdefault(
                (winner, award),
                WinCount(
                    recipient=winner,
                    award=award,
                    year=reading.year,
                    count=count,
                    previous_year=_previous_year(sentence.text, reading.year),
                    supports=(sentence.support("win-count/ordinal", 0.85),),
                ),
            )
    return list(found.values())


def _may_tell(text: str) -> bool:
    """Tell whether `text` may hold a number of wins; asked first, as most sentences hold none."""
    lowered = text.lower()
    return any(word in lowered for word in ("kali", "turut", "runtun", "trick")) or (
        _nth().search(lowered) is not None
    )


@cache
def _nth() -> re.Pattern[str]:
    return re.compile(rf"ke-?\s?\d|{ordinals()}")


@cache
def _patterns() -> re.Pattern[str]:
    nth = rf"(?:ke-?\s?(?P<nth_digits>\d{{1,2}})|(?P<nth>{ordinals()}))"
    row = r"(?:secara\s+)?(?:berturut|beruntun)"
    number = rf"(?P<times>\d{{1,2}}|{cardinals()})"
    return re.compile(
        rf"\b{number}\s+(?:kali|tahun)\s+(?:ini\s+)?{row}"
        rf"|\bberturut(?:-turut)?\s+selama\s+(?P<for>\d{{1,2}}|{cardinals()})\s+tahun\b"
        rf"|\b{nth}\s+(?:kali(?:nya)?\b|{row})"
        rf"|\bkali\s+(?:yang\s+)?(?:ke-?\s?(?P<time_digits>\d{{1,2}})|(?P<time>{ordinals()}))\b"
        r"|(?P<three>\bhat-?\s?trick\b)",
        re.IGNORECASE,
    )


@cache
def _prize() -> re.Pattern[str]:
    """Match "penghargaan kedua" where it says how many there have been."""
    prizes = alternatives("numbers", "prizes")
    return re.compile(
        rf"\b(?:{prizes})\s+(?:yang\s+)?(?:ke-?\s?(?P<digits>\d{{1,2}})|(?P<word>{ordinals()}))"
        r"(?=\s+(?:yang|bagi|untuk|setelah|kali|secara|diraih|diterima|berturut|beruntun|di\b|dari)"
        r"|,\s+setelah|\s*[.\"”]|\s*$)",
        re.IGNORECASE,
    )


_RANKED = re.compile(r"\s*(?:terbaik|tingkat|besar|untuk kategori|kategori)", re.IGNORECASE)


def _times(sentence: ReadSentence) -> list[tuple[int, int, int]]:
    """Return each number of wins in the sentence and where it stands in its text."""
    found: list[tuple[int, int, int]] = []
    for match in islice(_patterns().finditer(sentence.text), _MOST):
        digits = match["nth_digits"] or match["time_digits"]
        number = match["times"] or match["for"]
        word = match["nth"] or match["time"]
        value = 3 if match["three"] else int(digits) if digits else None
        value = value or (cardinal(number) if number else ordinal(word) if word else None)
        if value is not None:
            found.append((value, match.start(), match.end()))
    for match in (*islice(_prize().finditer(sentence.text), _MOST), *_after_award(sentence)):
        if _RANKED.match(sentence.text, match.end()):
            continue
        value = int(match["digits"]) if match["digits"] else ordinal(match["word"])
        if value is not None:
            found.append((value, match.start(), match.end()))
    return found


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:yang\s+)?(?:ke-?\s?(?P<digits>\d{{1,2}})|(?P<word>{ordinals()}))"
        r"(?=\s+(?:yang|bagi|secara|kali|diraih|diterima|berturut|beruntun)|\s*[.,\"”]|\s*$)",
        re.IGNORECASE,
    )


def _after_award(sentence: ReadSentence) -> list[re.Match[str]]:
    """Return the ordinals right behind an award: "opini WTP kesepuluh"."""
    ends = {mention.end - sentence.start for mention in sentence.awards}
    matches = (_behind().match(sentence.text, end) for end in sorted(ends))
    return [match for match in matches if match]


@cache
def _events() -> MarkedPattern:
    return phrases(tuple(load("numbers")["events"]))


def _is_of_event(text: str, at: int, end: int) -> bool:
    """Tell whether the number counts how often something was held or done, and not won."""
    return _events().search(text, max(0, at - 30), min(len(text), end + 25)) is not None


@cache
def _prizes() -> MarkedPattern:
    return phrases(tuple(load("numbers")["prizes"]))


def _award(sentence: ReadSentence, at: int, reading: Reading) -> Award | None:
    """Return the award that was won: the nearest in the sentence, else the article's."""
    if sentence.awards:
        return min(sentence.awards, key=lambda m: abs(m.start - sentence.start - at)).award
    tells = _prizes().search(sentence.text) or _RECEIVES.search(sentence.text)
    return reading.award if tells else None


_RECEIVES = re.compile(r"raih|erima|dapat|sabet|boyong|pertahan|oleh\b", re.IGNORECASE)


def _winner(sentence: ReadSentence, at: int, reading: Reading) -> Government | None:
    """Return who has won so often, or None where several governments are named alike."""
    text = sentence.text
    named = [
        mention
        for mention in sentence.governments
        if mention.government
        and not (mention.cue == "bare" and _PLACE.search(text, 0, mention.start - sentence.start))
    ]
    if not named:
        return reading.main
    if len({m.government for m in named}) == 1:
        return named[0].government
    before = [m for m in named if m.end - sentence.start <= at]
    if not before:
        return None
    last = before[-1]
    for other in before[:-1]:
        gap = sentence.text[other.end - sentence.start : last.start - sentence.start]
        if re.fullmatch(r"\s*(?:,|dan|serta|maupun|, dan)\s*", gap):
            return None
    return last.government


_PLACE = re.compile(r"(?:\b(?:di|se|dari|wilayah|pulau|asal)\s+|-\s?)$", re.IGNORECASE)
"""Before a name: it tells where the winner is."""
_PREVIOUS = re.compile(
    r"(?:terakhir|sebelumnya|setelah)[^.]{0,50}?\b(?P<ago>\w+(?:\s\w+)?)\s+tahun\s+"
    r"(?:yang\s+)?(?:lalu|silam|sebelumnya)",
    re.IGNORECASE,
)
_PREVIOUS_YEAR = re.compile(r"\b(?:setelah|terakhir)[^.]{0,60}?\b(?P<year>20\d\d)\b", re.IGNORECASE)


def _previous_year(text: str, year: int | None) -> int | None:
    stated = _PREVIOUS_YEAR.search(text)
    if stated and (year is None or int(stated["year"]) < year):
        return int(stated["year"])
    match = _PREVIOUS.search(text)
    if match is None or year is None:
        return None
    for word in (match["ago"], match["ago"].split()[-1]):
        ago = cardinal(word)
        if ago is not None:
            return year - ago
    return None
