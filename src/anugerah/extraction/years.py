"""Which editions a sentence speaks of: one beside the award, or a history of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from anugerah.extraction.categories import CategoryMention
from anugerah.extraction.facts import Award
from anugerah.extraction.language_data import alternatives, any_cue, cue, load
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.whole_article import first_years

_Y = r"(?:19[6-9]\d|20\d\d)"
_WORDS = r"(?:(?:tahun|thn|th|anggaran|TA|edisi|di|pada)\.?\s+)*"
_YEAR = re.compile(rf"(?<![\d/.\-])({_Y})(?![\d/]|[.\-]\d)")
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")
_LIST = re.compile(
    rf"(?<![\d/.\-]){_Y}(?:\s*[,&]\s*{_WORDS}{_Y})*,?\s+(?:dan|serta|maupun|&|hingga\s+kini\s+dan)\s+(?:juga\s+)?{_WORDS}{_Y}(?:\s+(?:serta|dan)\s+{_WORDS}{_Y})?(?![\d/])"
    rf"|(?<![\d/.\-]){_Y}(?:\s*,\s*{_WORDS}{_Y})+(?![\d/])",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"\b(?:(?P<since>sejak|dari|mulai|mulai\s+dari)\s+)?{_WORDS}(?P<first>{_Y})\s*"
    rf"(?:(?P<words>hingga|sampai\s+dengan|sampai|s/d|s\.d\.?|sd)\s*|(?P<dash>[-–]))\s*(?:pada\s+|dengan\s+)?{_WORDS}(?P<last>{_Y})(?!\d)",
    re.IGNORECASE,
)
LONGEST_RANGE = 25
"""No government has won for longer without a break; a longer range is a misprint."""


@dataclass(frozen=True, slots=True)
class YearGroup:
    """Years that a text names together, from `start` to `end` (offsets in the text)."""

    start: int
    end: int
    years: tuple[int, ...]


@cache
def _no_edition() -> re.Pattern[str]:
    words = alternatives("years", "not_editions")
    return re.compile(rf"\b(?:{words})\b[^,;()]{{0,40}}$", re.IGNORECASE)


@cache
def _unbroken() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('years', 'unbroken')})\b", re.IGNORECASE)


def find_year_groups(sentence: ReadSentence) -> list[YearGroup]:
    """Find the years of a sentence, lists and ranges as one, but for those of dates and decrees."""
    text = sentence.text
    if not _YEAR_LIKE.search(text):
        return []
    taken = [(d.start - sentence.start, d.end - sentence.start) for d in sentence.dates]
    groups: list[YearGroup] = []

    def free(start: int, end: int) -> bool:
        if any(start < e and s < end for s, e in taken):
            return False
        return _no_edition().search(text[max(0, start - 60) : start]) is None

    for match in _RANGE.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        bracketed = text[: match.start("first")].endswith("(")
        told = match["since"] or bracketed or _unbroken().search(text)
        if not (first < last <= first + LONGEST_RANGE) or not told:
            taken.append(match.span())
        elif free(match.start("first"), match.end()):
            groups.append(YearGroup(match.start(), match.end(), tuple(range(first, last + 1))))
            taken.append(match.span())
    for pattern in (_LIST, _YEAR):
        for match in pattern.finditer(text):
            if free(*match.span()):
                years = tuple(dict.fromkeys(int(y) for y in _YEAR.findall(match.group())))
                groups.append(YearGroup(match.start(), match.end(), years))
                taken.append(match.span())
    return sorted(groups, key=lambda g: g.start)


def find_history(
    sentence: ReadSentence,
    categories: Sequence[CategoryMention],
    current: int | None,
) -> list[tuple[int, CategoryMention | None]]:
    """Return the editions that a sentence lists, each with its category; empty if it lists none.

    "Pratama (2019), Madya (2020, 2021)" and "2015 Padapa, 2017 Wiwerda" pair each year with the
    grade beside it; "2018, 2019 dan 2020" and "sejak 2016 hingga 2023" share the sentence's own.
    "Keempat berturut-turut sejak 2021" reaches to `current`, the edition that the article reports,
    if the number says so.
    """
    groups = find_year_groups(sentence)
    several = [g for g in groups if len(g.years) > 1]
    pairs = _paired(sentence.text, groups, categories) if len(categories) > 1 else []
    if len({c.label for _, c in pairs}) > 1 and len(pairs) > 1:
        return [(year, category) for group, category in pairs for year in group.years]
    row = _row(sentence.text, groups, current)
    if not several and not row:
        return []
    category = categories[0] if len(categories) == 1 else None
    kept = [g for g in groups if g in several or _FROM.search(sentence.text, 0, g.start)]
    years = dict.fromkeys(year for group in kept for year in group.years)
    years.update(dict.fromkeys(row))
    for mention in sentence.awards:
        if mention.year:
            years.setdefault(mention.year)
    return [(year, category) for year in years]


_FROM = re.compile(r"\b(?:sejak|mulai)\s+(?:tahun\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:setelah|sesudah|selain|menyusul)\b", re.IGNORECASE)


@cache
def _nth() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:ke-?\s?(?P<digits>\d{{1,2}})|(?P<ordinal>{alternatives('numbers', 'ordinal')})"
        rf"|(?P<times>{alternatives('numbers', 'cardinal')}|\d{{1,2}})\s+(?:kali|tahun))"
        r"(?:\s*kali(?:nya)?)?\b",
        re.IGNORECASE,
    )


def _row(text: str, groups: Sequence[YearGroup], current: int | None) -> list[int]:
    """Return the years of an unbroken row that ends with `current`, if the numbers agree.

    "Ketiga setelah 2014 dan 2015" lists all but the last, "keempat sejak 2021" only the first.
    """
    match = _nth().search(text)
    if match is None or current is None or not groups:
        return []
    numbers = load("numbers")
    word = (match["ordinal"] or match["times"] or "").lower()
    count = int(match["digits"]) if match["digits"] else None
    if count is None:
        count = numbers["ordinal"].get(word) or numbers["cardinal"].get(word)
    if count is None:
        count = int(word)
    years = sorted({year for group in groups for year in group.years} - {current})
    earlier = next((g for g in groups if current not in g.years), groups[0])
    after = _AFTER.search(text, 0, earlier.start) is not None
    if years and len(years) == count - 1 and (after or _unbroken().search(text)):
        return [*years, current]
    if not _unbroken().search(text):
        return []
    if len(years) == 1 and current - years[0] + 1 == count:
        return list(range(years[0], current + 1))
    return []


def current_edition(award: Award, reading: Reading) -> int | None:
    """Return the edition of `award` that the article reports."""
    if award.slug in load("awards")["budget_year"]:
        return _first_budget(reading)
    return reading.year if award == reading.award else None


def _paired(
    text: str, groups: Sequence[YearGroup], categories: Sequence[CategoryMention]
) -> list[tuple[YearGroup, CategoryMention]]:
    """Pair each year with the grade beside it, the nearest ones first."""
    before: list[tuple[int, int, int]] = []
    behind: list[tuple[int, int, int]] = []
    for i, group in enumerate(groups):
        stop = groups[i + 1].start if i + 1 < len(groups) else len(text)
        floor = groups[i - 1].end if i else 0
        for j, category in enumerate(categories):
            if floor <= category.start and category.end <= group.start <= category.end + 30:
                before.append((group.start - category.end, i, j))
            elif group.end <= category.start < min(stop, group.end + 80):
                behind.append((category.start - group.end, i, j))
    # Mostly every year stands behind its grade, or every year before it.
    for side in (before, behind):
        pairs = _nearest(side)
        if len(pairs) == len(groups):
            return [(groups[i], categories[j]) for i, j in pairs]
    return [(groups[i], categories[j]) for i, j in _nearest([*before, *behind])]


def _nearest(distances: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    taken: dict[int, int] = {}
    for _, i, j in sorted(distances):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return sorted(taken.items())


_OF_YEAR = re.compile(rf"\b[Tt]ahun\s+({_Y})\b(?!\s*[/-])")
_AT_YEAR = re.compile(rf"\b(?:pada|di|edisi|periode)\s+({_Y})\b(?!\s*[/-]\d)", re.IGNORECASE)
_AGENTLESS = re.compile(
    r"\b(?:diraih|diperoleh|didapat|didapatkan|diterima|raihan|capaian|perolehan)\s+"
    r"(?:pada|di|tahun)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(rf"(?:pada|di|tahun)\s+(?:tahun\s+)?({_Y})\b(?!\s*[/-])", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\btahun\s+(?:lalu|kemarin|sebelumnya)\b", re.IGNORECASE)
_YEAR_BEHIND = re.compile(rf"(?:\s+[A-Z][\w-]+){{1,3}}\s+({_Y})\b(?![/-])")
"""A year behind award and grade: "Swasti Saba Wiwerda 2019"."""

_BUDGET = re.compile(
    rf"\b(?:tahun\s+anggaran|TA\.?|(?:LKPD|LHP|laporan\s+keuangan(?:\s+pemerintah\s+daerah)?)\)?"
    rf"(?:\s+[^\W\d]+){{0,5}}?(?:\s+tahun)?)\s*({_Y})\b",
    re.IGNORECASE,
)


def _beside(sentence: ReadSentence) -> re.Match[str] | None:
    """Return "tahun 2022" near the award's name, not that of something else in the sentence."""
    for match in _OF_YEAR.finditer(sentence.text):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        if any(-1 <= start - m.end <= 70 or 0 <= m.start - end <= 70 for m in sentence.awards):
            return match
    return None


@dataclass(frozen=True, slots=True)
class Edition:
    """The year of an edition, None where nothing tells it."""

    year: int | None


def find_edition(sentence: ReadSentence, award: Award, reading: Reading) -> Edition | None:
    """Return the edition of `award` that a sentence speaks of; None if it only looks back."""
    budget = award.slug in load("awards")["budget_year"]
    if budget and (year := _budget_year(sentence, reading)):
        return Edition(year)
    named = [m.year for m in sentence.awards if m.award == award and m.year]
    if named:
        return Edition(named[0])
    looks_back = cue("history").search(sentence.text) is not None
    opening = _OPENING.match(sentence.text)
    if opening:
        return Edition(int(opening.group(1)))
    stated = _beside(sentence) or (_OF_YEAR.search(sentence.text) if looks_back else None)
    for mention in sentence.awards:
        stated = stated or _YEAR_BEHIND.match(sentence.sentence.after(mention.end))
    if looks_back or _AGENTLESS.search(sentence.text):
        stated = stated or _OF_YEAR.search(sentence.text) or _AT_YEAR.search(sentence.text)
    if stated and _no_edition().search(sentence.text[: stated.start(1)]) is None:
        return Edition(int(stated.group(1)))
    current = current_edition(award, reading)
    if looks_back:
        ago = current is not None and _LAST_YEAR.search(sentence.text)
        return Edition(current - 1) if current is not None and ago else None
    if budget:
        return Edition(None)
    if award == reading.award and reading.year:
        return Edition(reading.year)
    if elsewhere := first_years(reading).get(award):
        return Edition(elsewhere)
    fallback = reading.year or (reading.held_on.year if reading.held_on else None)
    if fallback is None and reading.article.published:
        fallback = reading.article.published.year
    return Edition(fallback)


def _budget_year(sentence: ReadSentence, reading: Reading) -> int | None:
    """Return the budget year that an audit opinion is about: the sentence's, or the latest."""
    here = _budgets(sentence.text)
    return max(here) if here else _first_budget(reading)


@lru_cache(maxsize=2)
def _first_budget(reading: Reading) -> int | None:
    """Return the budget year that the article names first, the latest of a row of them."""
    first = next((years for s in reading.sentences if (years := _budgets(s.text))), [])
    return max(first, default=None)


def _budgets(text: str) -> list[int]:
    found = []
    for match in _BUDGET.finditer(text):
        found.append(int(match.group(1)))
        listed = _LIST.match(text, match.start(1))
        found += [int(year) for year in _YEAR.findall(listed.group())] if listed else []
    return found


def is_history(sentence: ReadSentence) -> bool:
    """Tell whether a sentence lists the years of wins, in a row or with verbs of winning."""
    groups = find_year_groups(sentence)
    if not groups:
        return False
    years = {year for group in groups for year in group.years}
    told = any_cue("receive", "receive_passive", "row").search(sentence.text) is not None
    row = len(years) > 1 or bool(groups and _nth().search(sentence.text))
    measured = _MEASURED.search(sentence.text) and not _GRADED.search(sentence.text)
    return row and told and not measured and cue("hope").search(sentence.text) is None


_MEASURED = re.compile(r"\b(?:skor|nilai|indeks|persen|angka)\b", re.IGNORECASE)
_GRADED = re.compile(r"\b(?:predikat|opini|penghargaan|piala|kategori)\b", re.IGNORECASE)
