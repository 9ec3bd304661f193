"""How many innovations a government has, or entered: "mengirimkan 135 inovasi"."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.facts import Government, InnovationCount
from anugerah.extraction.language_data import alternatives, load, phrases
from anugerah.extraction.numerals import DIGITS, cardinal, cardinals
from anugerah.extraction.reading import Reading, ReadSentence

MAX_COUNT = 2_000
"""No single government has entered more; a larger number is the nation's total."""
_MOST = 12
"""Numbers of a sentence that are looked at: no real one has more."""
_MANY = 10
_FEATURED = re.compile(r"\s+unggulan\b")
"""So many "inovasi unggulan" are all that a government reported, and no selection."""
MIN_COUNT = 4
"""A smaller number ("dua inovasi") speaks of certain innovations, not of all."""


def find_innovation_counts(reading: Reading) -> list[InnovationCount]:
    """Find how many innovations the article's governments have or entered."""
    found: dict[tuple[object, ...], InnovationCount] = {}
    for sentence in reading.sentences:
        if "nov" not in sentence.text and "NOV" not in sentence.text:
            continue
        numbered = islice(_numbered().finditer(sentence.text), _MOST)
        for match in (*numbered, *islice(_totals().finditer(sentence.text), _MOST)):
            count = _count(match, sentence, reading)
            if count is not None:
                found.setdefault((count.government, count.year, count.count), count)
    return list(found.values())


@cache
def _numbered() -> re.Pattern[str]:
    """Match "sekitar 80 inovasi"."""
    return re.compile(
        rf"(?:\b(?P<about>{alternatives('numbers', 'approximately')})\s+)?"
        rf"(?<![\w/.,-])(?P<number>{DIGITS}|{cardinals()})(?P<more>\s+lebih|-an)?\s+"
        rf"(?:(?:{alternatives('numbers', 'units')})\s+)?inovasi\b(?!-)",
        re.IGNORECASE,
    )


@cache
def _totals() -> re.Pattern[str]:
    """Match "jumlah inovasinya hanya 87"."""
    return re.compile(
        r"\b(?:jumlah|total)\s+inovasi(?:nya)?\b[^.;]{0,50}?"
        r"\b(?:hanya|sebanyak|mencapai|adalah|menjadi|ada|berjumlah|yakni|yaitu)\s+"
        rf"(?:(?P<about>{alternatives('numbers', 'approximately')})\s+)?"
        rf"(?P<number>{DIGITS})(?P<more>\s+lebih)?(?=\s+dan\b|\s*[,;)]|\s*\.(?:\s|$)|\s*$)",
        re.IGNORECASE,
    )


def _count(
    match: re.Match[str], sentence: ReadSentence, reading: Reading
) -> InnovationCount | None:
    number = cardinal(match["number"])
    if number is None or not MIN_COUNT <= number <= MAX_COUNT:
        return None
    text, at = sentence.text, match.start("number")
    total = match.re is _totals()
    featured = number >= _MANY and _FEATURED.match(text, match.end()) is not None
    part = not featured and _is_part(text, match.end())
    if not total and (part or _is_not_counted(text[:at])):
        return None
    government = _counted_for(sentence, at, match.end(), reading)
    if government is None:
        return None
    entered = _entered().search(text, max(0, at - 60), min(len(text), match.end() + 60))
    return InnovationCount(
        government=government,
        year=_year(text, at, match.end()) or reading.year,
        count=number,
        approximate=bool(match["about"] or match["more"]),
        basis="entered" if entered else "owned",
        supports=(sentence.support("innovation-count/number", 0.9),),
    )


@cache
def _entered() -> MarkedPattern:
    return phrases(tuple(load("numbers")["entered"]))


@cache
def _parts() -> re.Pattern[str]:
    part = f"{alternatives('numbers', 'parts')}|{alternatives('numbers', 'contest')}"
    return re.compile(rf"\s+(?:pelayanan publik\s+|daerah\s+|ini\s+)?(?:{part})\b", re.IGNORECASE)


def _is_part(text: str, end: int) -> bool:
    """Tell whether what follows shows that these are some of the innovations, or a contest's."""
    return _parts().match(text, end) is not None or _FROM_MANY.match(text, end) is not None


_FROM_MANY = re.compile(
    r"\s+(?:pelayanan publik\s+)?(?:(?:yang\s+)?(?:berasal\s+)?(?:dari|oleh)\s+"
    r"(?:\d+\s+|seluruh\s+|berbagai\s+)?"
    r"(?:kementerian|lembaga|wilayah|daerah|pemerintah\s+daerah|bumn"
    r"|(?:pemerintah\s+)?(?:kabupaten|kota|pro[vp]insi)(?!\s+(?-i:[A-Z])))"
    r"|(?:kementerian|lembaga|(?:pemerintah\s+)?(?:kabupaten|kota|pro[vp]insi)"
    r"(?!\s+(?-i:[A-Z]))))",
    re.IGNORECASE,
)


@cache
def _not_counted() -> re.Pattern[str]:
    number = rf"\d+|{cardinals()}"
    bodies = alternatives("numbers", "bodies")
    units = alternatives("numbers", "one_each")
    return re.compile(
        rf"\b(?:{alternatives('numbers', 'not_counted')})\s+$"
        rf"|\b(?:{number})\s+(?:pemerintah\s+)?(?:{bodies})\b(?!\s+(?-i:[A-Z]))[^.;]{{0,40}}$"
        rf"|\b(?:{number}|one|tiap)\s+(?:{units})\b[^.;]{{0,40}}$",
        re.IGNORECASE,
    )


def _is_not_counted(before: str) -> bool:
    """Tell whether the words before the number make it a target, a rule or others' number."""
    return _not_counted().search(before[-90:]) is not None


@cache
def _nation() -> MarkedPattern:
    return phrases(tuple(load("numbers")["nation"]))


def _counted_for(sentence: ReadSentence, at: int, end: int, reading: Reading) -> Government | None:
    """Return the government whose innovations are counted, or None if they are of several."""
    owner = _OWNER.match(sentence.text, end)
    for mention in sentence.governments:
        start = mention.start - sentence.start
        if owner and mention.government and start == owner.end():
            return mention.government
    before = [m for m in sentence.governments if m.government and m.end - sentence.start <= at]
    if before:
        return before[-1].government
    if _nation().search(sentence.text):
        return None
    if any(m.start - sentence.start < at for m in sentence.organisations):
        return None
    return reading.main


_OWNER = re.compile(r"\s+(?:daerah\s+)?(?:milik|dari|di|oleh)\s+")
_YEAR = re.compile(
    r"(?<!sejak )(?<!hingga )\b(?:tahun|thn|di|pada|sepanjang|ta)\s+(20\d\d)\b", re.I
)


def _year(text: str, at: int, end: int) -> int | None:
    """Return the year nearest before the number, else one shortly behind it."""
    before = _YEAR.findall(text, 0, at)
    if before:
        return int(before[-1])
    behind = _YEAR.search(text, end, min(len(text), end + 60))
    return int(behind.group(1)) if behind else None
