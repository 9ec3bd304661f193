"""Conferrals: who received which award, of which edition and category, when, where, from whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from anugerah.extraction.categories import (
    LEVEL_WORDS,
    find_category_behind,
    find_distinction,
    find_named_category,
    find_spelt_categories,
    implied_award,
)
from anugerah.extraction.ceremony import Ceremony, find_ceremony
from anugerah.extraction.directory import Directory
from anugerah.extraction.enumerations import Enumerated, find_enumerated
from anugerah.extraction.facts import Award, Conferral, Government, Support
from anugerah.extraction.language_data import cue, load
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.recipients import Received, find_received


@dataclass(slots=True)
class _Claim:
    """What the sentences read so far say of one recipient of one edition."""

    award: Award
    year: int
    recipient: Government
    category: str | None = None
    distinction: str | None = None
    rank: int | None = None
    score: float | None = None
    supports: list[Support] = field(default_factory=list)
    further: bool = False


def find_conferrals(reading: Reading, directory: Directory) -> list[Conferral]:
    """Find the conferrals that the article asserts.

    Sentences that speak of targets, nominations, coming ceremonies or failures give none.
    """
    claims: list[_Claim] = []
    for sentence in reading.sentences:
        if sentence.modality != "asserted" or _is_definition(sentence.text):
            continue
        for received in find_received(sentence, reading):
            for claim in _claims(sentence, received, reading):
                _merge(claims, claim)
    for entry in find_enumerated(reading):
        for claim in _enumerated(entry, reading):
            _merge(claims, claim)
    claims = [claim for claim in claims if _stands(claim, claims)]
    if not claims:
        return []
    ceremony = find_ceremony(reading, directory)
    event = _event(claims, reading)
    return [_conferral(claim, ceremony, event, reading) for claim in claims]


_DEFINITION = re.compile(
    r"\b(?:ialah|merupakan|adalah)\s+(?:\w+\s+){0,2}(?:kegiatan|ajang|program|bentuk|agenda|pencapaian)\b|\bmeliputi\s+\w+\s+kategori\b",
    re.IGNORECASE,
)


def _is_definition(text: str) -> bool:
    return _DEFINITION.search(text) is not None


def _claims(sentence: ReadSentence, received: Received, reading: Reading) -> list[_Claim]:
    award, confidence = _award(sentence, reading, received.confidence)
    if award is None:
        return []
    category, distinction = _category(sentence, award, received, reading)
    supported = sentence.awards or category or _speaks_of_award(sentence)
    if not supported:
        return []
    return [
        _Claim(
            award,
            year,
            received.government,
            category,
            distinction,
            _rank(sentence.text),
            _score(sentence.text),
            [sentence.support(received.rule, confidence)],
            cue("further").search(sentence.text) is not None,
        )
        for year in _years(sentence, award, reading)
    ]


def _enumerated(entry: Enumerated, reading: Reading) -> list[_Claim]:
    """Return the claim of one item of a list: award and category stand in its heading."""
    heading = entry.heading
    award, confidence = _award(heading, reading, 0.9)
    if award is None:
        return []
    received = Received(entry.government, heading.sentence.end, "conferral/list-item", confidence)
    category, distinction = _category(heading, award, received, reading)
    support = entry.item.support(received.rule, confidence)
    return [
        _Claim(award, year, entry.government, category, distinction, supports=[support])
        for year in _years(heading, award, reading)
    ]


def _award(
    sentence: ReadSentence, reading: Reading, confidence: float
) -> tuple[Award | None, float]:
    assessments = load("awards")["assessments"]
    named = [m.award for m in sentence.awards if m.award.slug not in assessments]
    if named:
        return named[0], confidence
    implied = implied_award(sentence.text)
    if implied and (reading.award is None or reading.award.slug not in (implied, *assessments)):
        known = reading.knowledge.awards_by_slug[implied]
        return known, confidence - 0.1
    return reading.award, confidence - 0.05


_ANAPHOR = re.compile(
    r"\b(?:penghargaan|predikat|anugerah|piala|trofi|piagam|opini)\b", re.IGNORECASE
)


def _speaks_of_award(sentence: ReadSentence) -> bool:
    return _ANAPHOR.search(sentence.text) is not None


_YEARS = re.compile(r"(?<![\d/.])((?:19[6-9]|20\d)\d)(?![\d/.]\d)")
_YEAR_LIST = re.compile(
    r"(?:tahun\s+)?((?:19[6-9]|20\d)\d(?:\s*,\s*(?:19[6-9]|20\d)\d)*,?\s+(?:dan|serta)\s+(?:19[6-9]|20\d)\d)"
)


def _years(sentence: ReadSentence, award: Award, reading: Reading) -> list[int]:
    listed = _YEAR_LIST.search(sentence.text)
    if listed:
        return [int(year) for year in _YEARS.findall(listed.group(1))]
    if award.slug in load("awards")["budget_year"]:
        return [year] if (year := _budget_year(sentence, reading)) else []
    named = [m.year for m in sentence.awards if m.award == award and m.year]
    if named:
        return [named[0]]
    stated = _OF_YEAR.search(sentence.text) if sentence.awards else None
    for mention in sentence.awards:
        stated = stated or _YEAR_BEHIND.match(sentence.sentence.after(mention.end))
    if stated:
        return [int(stated.group(1))]
    if cue("history").search(sentence.text):
        return []
    if award == reading.award and reading.year:
        return [reading.year]
    elsewhere = [m.year for s in reading.sentences for m in s.awards if m.award == award and m.year]
    if elsewhere:
        return [elsewhere[0]]
    fallback = reading.year or (reading.held_on.year if reading.held_on else None)
    if fallback is None and reading.article.published:
        fallback = reading.article.published.year
    return [fallback] if fallback else []


_OF_YEAR = re.compile(r"\b[Tt]ahun\s+((?:19[6-9]|20\d)\d)\b(?!\s*[/-])")
_YEAR_BEHIND = re.compile(r"(?:\s+[A-Z][\w-]+){1,3}\s+((?:19[6-9]|20\d)\d)\b(?![/-])")
"""A year behind award and grade: "Swasti Saba Wiwerda 2019"."""

_BUDGET = re.compile(
    r"\b(?:tahun\s+anggaran|TA\.?|LKPD\)?(?:\s+\w+){0,5}?\s+tahun)\s*((?:19[6-9]|20\d)\d)\b",
    re.IGNORECASE,
)


def _budget_year(sentence: ReadSentence, reading: Reading) -> int | None:
    """Return the budget year that an audit opinion is about."""
    for text in (sentence.text, *(s.text for s in reading.sentences)):
        if match := _BUDGET.search(text):
            return int(match.group(1))
    return None


def _category(
    sentence: ReadSentence, award: Award, received: Received, reading: Reading
) -> tuple[str | None, str | None]:
    spelt = find_spelt_categories(sentence.text, award.slug)
    if spelt:
        offset = received.position - sentence.start
        level = received.government.level
        fitting = [c for c in spelt if c.level in (None, level)] or spelt
        nearest = min(fitting, key=lambda c: abs(c.start - offset))
        return nearest.label.replace("{Level}", LEVEL_WORDS.get(level, "")).strip(), None
    behind = (
        find_category_behind(sentence.sentence.after(m.end), award, reading.knowledge)
        for m in sentence.awards
        if m.award == award
    )
    named = next((label for label in behind if label), None)
    named = named or find_named_category(sentence.text, award, reading.knowledge)
    distinction = find_distinction(sentence.text)
    if named:
        return named, distinction if distinction != named else None
    return distinction, None


_RANK = re.compile(
    r"\b(?:peringkat|ranking|rangking|juara|urutan|terbaik)\s+(?:ke-?\s?)?(?P<rank>\d{1,3}|I{1,3}|IV|V|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh)\b(?!\s*(?:besar|tahun|kali))",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_SCORE = re.compile(
    r"\b(?:nilai|skor|score|indeks)\b[^.\d]{0,60}?(?P<score>\d{1,3}[.,]\d{1,3})(?!\d)",
    re.IGNORECASE,
)


def _rank(text: str) -> int | None:
    match = _RANK.search(text)
    if match is None:
        return None
    word = match["rank"].lower()
    if word.isdigit():
        return int(word)
    return _ROMAN.get(word) or load("numbers")["ordinal"].get(word)


def _score(text: str) -> float | None:
    match = _SCORE.search(text)
    return float(match["score"].replace(",", ".")) if match else None


def _merge(claims: list[_Claim], new: _Claim) -> None:
    for claim in claims:
        if (claim.award, claim.year, claim.recipient) != (new.award, new.year, new.recipient):
            continue
        if claim.category and new.category and claim.category != new.category:
            # Only words like "juga" make it a second category; otherwise a speaker was inexact.
            if new.further:
                continue
            return
        if claim.category is None:
            claim.category, claim.distinction = new.category, new.distinction
        claim.rank = claim.rank or new.rank
        claim.score = claim.score or new.score
        if len(claim.supports) <= MAX_PASSAGES:
            claim.supports += [s for s in new.supports if s not in claim.supports]
        return
    claims.append(new)


def _stands(claim: _Claim, claims: list[_Claim]) -> bool:
    """Drop a claim without category beside one of the same edition that has a category."""
    return claim.category is not None or not any(
        other.category
        and (other.award, other.year, other.recipient) == (claim.award, claim.year, claim.recipient)
        for other in claims
    )


MAX_PASSAGES = 5
"""More passages for one fact tell a reader nothing new."""


def _best(supports: list[Support], reading: Reading) -> tuple[Support, ...]:
    """Return the first passages of the body, or the headline's if nothing else says it."""
    heading = reading.article.heading
    body = [s for s in supports if heading is None or s.start != heading.start]
    return tuple((body or supports)[:MAX_PASSAGES])


def _event(claims: list[_Claim], reading: Reading) -> tuple[Award, int]:
    """Return the edition whose ceremony the article reports: what it is about, if that was won."""
    editions = [(claim.award, claim.year) for claim in claims]
    about = next((e for e in editions if e == (reading.award, reading.year)), None)
    return about or editions[0]


def _conferral(
    claim: _Claim, ceremony: Ceremony, event: tuple[Award, int], reading: Reading
) -> Conferral:
    conferral = Conferral(
        award=claim.award,
        year=claim.year,
        recipient=claim.recipient,
        category=claim.category,
        distinction=claim.distinction,
        held_on=None,
        venue=None,
        conferred_by=None,
        conferred_through=None,
        presented_by=(),
        accepted_by=(),
        rank=claim.rank,
        score=claim.score,
        supports=_best(claim.supports, reading),
    )
    # The ceremony that the article reports is that of its own edition, not of earlier wins.
    if (claim.award, claim.year) != event:
        return conferral
    # Of the others in a list nobody says who handed them their award.
    present = claim.recipient == reading.main or ceremony.accepted_for(claim.recipient)
    return replace(
        conferral,
        held_on=ceremony.held_on if ceremony.fits(claim.year) else None,
        venue=ceremony.venue,
        conferred_by=ceremony.conferred_by,
        conferred_through=ceremony.conferred_through,
        presented_by=ceremony.presented_by if present else (),
        accepted_by=ceremony.accepted_for(claim.recipient),
        supports=(*conferral.supports, *ceremony.supports_for(claim.recipient)),
    )
