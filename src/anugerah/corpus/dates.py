"""Dates as Indonesian news writes them: full, partial, with weekday or clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

import yaml

from anugerah.corpus.marks import MarkedPattern, alternation


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of `dates.yaml` and the pattern made of them."""

    months: dict[str, int]
    weekdays: dict[str, int]
    pattern: re.Pattern[str]
    month: MarkedPattern


@cache
def _words() -> _Words:
    file = resources.files("anugerah.corpus").joinpath("dates.yaml")
    data = yaml.safe_load(file.read_text("utf-8"))
    months, weekdays = (
        {spelling: number for number, spellings in data[key].items() for spelling in spellings}
        for key in ("months", "weekdays")
    )
    pattern = rf"""
    (?: \b (?P<weekday> {alternation(weekdays)} ) (?: \s+ (?: {alternation(data["times"])} ) )?
        \s* ,? \s* )?
    (?:
      \(? \b (?P<day>\d{{1,2}}) \s? / \s? (?P<month>\d{{1,2}})
      (?: \s? / \s? (?P<year>\d{{4}}|\d{{2}})? )? \b /? (?:\s?\))?
      |
      \(? \b (?P<wordday>\d{{1,2}}) ,? [\s-]+ (?P<wordmonth> {alternation(months)} ) \b \.?
      (?: [\s-]+ (?P<wordyear>\d{{4}}) \b )?
      |
      \b (?P<firstmonth> {alternation(months)} ) \s (?P<nextday>\d{{1,2}}) , \s
      (?P<lastyear>\d{{4}}) \b
      |
      \(? \b (?P<dashday>\d{{1,2}}) [-.] (?P<dashmonth>\d{{1,2}}) [-.] (?P<dashyear>\d{{4}}) \b
    )
    """
    return _Words(
        months,
        weekdays,
        re.compile(pattern, re.IGNORECASE | re.VERBOSE),
        MarkedPattern(rf"\b(?:{alternation(months)})\b", months, re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; `year` is None where the text leaves it open."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None

    def resolve(self, year: int | None) -> date | None:
        """Return the calendar day, with `year` where the text gives none; None if impossible.

        A weekday that contradicts the assumed year shows that the assumption is wrong.
        """
        chosen = self.year or year
        if chosen is None:
            return None
        try:
            found = date(chosen, self.month, self.day)
        except ValueError:
            return None
        if self.year is None and self.weekday is not None and found.weekday() != self.weekday:
            return None
        return found


def find_dates(text: str) -> list[FoundDate]:
    """Return the dates of `text` that have a day and a month, in their order.

    >>> [(d.day, d.month, d.year) for d in find_dates("Jum’at (18/12/ 2020) dan Senin (14/10/)")]
    [(18, 12, 2020), (14, 10, None)]
    """
    return list(_dates(text))


_NUMERIC = re.compile(r"\d\s?/\s?\d|\d[-.]\d{1,2}[-.]\d{4}")


def _dates(text: str) -> Iterator[FoundDate]:
    known = _words()
    if not _NUMERIC.search(text) and not known.month.may_match(text):
        return
    for match in known.pattern.finditer(text):
        if match["day"]:
            day, month = int(match["day"]), int(match["month"])
            # A bare "3/4" is a fraction or a score, unless brackets or a weekday make it a date.
            if not match["year"] and not match["weekday"] and "(" not in match.group():
                continue
            year = int(match["year"]) if match["year"] else None
            if year is not None and year < 100:
                year += 2000
        elif match["dashday"]:
            day, month = int(match["dashday"]), int(match["dashmonth"])
            year = int(match["dashyear"])
        elif match["nextday"]:
            day, month = int(match["nextday"]), known.months[match["firstmonth"].lower()]
            year = int(match["lastyear"])
        else:
            day, month = int(match["wordday"]), known.months[match["wordmonth"].lower()]
            year = int(match["wordyear"]) if match["wordyear"] else None
        if not (1 <= day <= 31 and 1 <= month <= 12 and (year is None or 1945 <= year <= 2100)):
            continue
        weekday = match["weekday"]
        yield FoundDate(
            match.start(),
            match.end(),
            day,
            month,
            year,
            known.weekdays[weekday.lower()] if weekday else None,
        )
