"""The category of an award that a sentence names, and the predicate given beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from anugerah.extraction.facts import Award, Level
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.language_data import load, phrases
from anugerah.extraction.tokens import words

LEVEL_WORDS: dict[Level, str] = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}
"""The word for a level in the labels of categories."""

_QUOTES = "\"“”'‘’"


@dataclass(frozen=True, slots=True)
class CategoryMention:
    """A category in a sentence's text, from `start` to `end` (sentence offsets)."""

    start: int
    end: int
    label: str
    level: Level | None


@cache
def _spelt(award: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    entries = load("categories").get(award, ())
    ordered = sorted(entries, key=lambda e: -max(len(w) for w in e["words"]))
    return tuple((phrases(tuple(entry["words"])), entry["category"]) for entry in ordered)


_LEVEL_BEFORE = re.compile(
    r"(?:pemerintah\s+)?(provinsi|kabupaten|kota|kabupaten/kota)\s*$", re.IGNORECASE
)
_LEVELS: dict[str, Level] = {"provinsi": "province", "kabupaten": "regency", "kota": "city"}


def find_spelt_categories(text: str, award: str) -> list[CategoryMention]:
    """Find the categories of `award` that `categories.yaml` knows how to recognise.

    A label with `{Level}` is left with that mark where the text doesn't say the level.
    """
    found: list[CategoryMention] = []
    for pattern, label in _spelt(award):
        for match in pattern.finditer(text):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            before = _LEVEL_BEFORE.search(text, 0, match.start())
            word = before.group(1).lower() if before else ""
            level = _LEVELS.get(word)
            start = before.start() if before and level else match.start()
            filled = label.replace("{Level}", LEVEL_WORDS[level]) if level else label
            found.append(CategoryMention(start, match.end(), filled, level))
    return sorted(found, key=lambda f: f.start)


def implied_award(text: str) -> str | None:
    """Return the award whose category is named without it: "Kota Sangat Inovatif" is IGA's."""
    named = [c for c in find_spelt_categories(text, "iga") if c.level]
    return "iga" if named else None


_CATEGORY = re.compile(
    r"\b(?:[Kk]ategori|[Kk]atagori|[Kk]laster|[Kk]elompok)\s+[\"“'‘]?(?P<name>[A-Z][^,.;:()\"“”‘’\n]{1,90})"
)
_AS = re.compile(
    r"\b(?:[Ss]ebagai|[Pp]redikat|[Bb]erpredikat)\s+[\"“'‘]?(?P<name>[A-Z][^,.;:()\"“”\n]{2,120})"
)
_CONNECTIVES = frozenset("dan dengan yang untuk di dalam ke atas per / & - –".split())  # noqa: SIM905


def find_category_behind(text: str, award: Award, knowledge: Knowledge) -> str | None:
    """Return the known category with which `text`, what follows the award's name, begins."""
    for label in sorted(knowledge.categories.get(award.slug, ()), key=len, reverse=True):
        if _behind(label).match(text) and not _is_award(label, award, knowledge):
            return label
    return None


@cache
def _behind(label: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if len(label) > 2 else re.NOFLAG
    return re.compile(
        rf"\s*(?:\([^)]{{1,20}}\)\s*)?(?:(?:tingkat|level|kategori|predikat)\s+)?{re.escape(label)}\b",
        flags,
    )


def find_named_category(text: str, award: Award, knowledge: Knowledge) -> str | None:
    """Return the category after "kategori", in the award's own label where it is a known one."""
    for match in _CATEGORY.finditer(text):
        name = _title_run(match["name"])
        if name:
            return _known_label(name, award, knowledge) or name
    for label in sorted(knowledge.categories.get(award.slug, ()), key=len, reverse=True):
        if _graded(label).search(text) and not _is_award(label, award, knowledge):
            return label
    return None


@cache
def _graded(label: str) -> re.Pattern[str]:
    # "predikat A" is a grade, "predikat a…" any word.
    flags = re.IGNORECASE if len(label) > 2 else re.NOFLAG
    before = "kategori|predikat|tingkat|level|peringkat|opini|nilai"
    return re.compile(rf"\b(?:{before})\s+[\"“'‘]?{re.escape(label)}\b", flags)


def _is_award(label: str, award: Award, knowledge: Knowledge) -> bool:
    """Tell whether a category is only another name of its award ("opini WTP")."""
    norms = words(label)
    found = knowledge.awards.match_words(norms)
    return found is not None and found[0] == len(norms) and award in found[1]


def find_distinction(text: str) -> str | None:
    """Return the predicate or title after "sebagai" or "predikat", if it is written as a name."""
    for match in _AS.finditer(text):
        name = _title_run(match["name"])
        if name and len(name.split()) >= 2:
            return name
    return None


def _title_run(text: str) -> str | None:
    """Return the capitalised words at the beginning of `text`, without loose ends."""
    kept: list[str] = []
    for word in text.split():
        bare = word.strip(_QUOTES)
        if bare[:1].isupper() or bare[:1].isdigit() or (bare.lower() in _CONNECTIVES and kept):
            kept.append(bare)
        else:
            break
    while kept and kept[-1].lower() in _CONNECTIVES:
        kept.pop()
    return " ".join(kept) or None


def _known_label(name: str, award: Award, knowledge: Knowledge) -> str | None:
    folded = name.casefold()
    labels = knowledge.categories.get(award.slug, ())
    return next((label for label in labels if label.casefold() == folded), None)
