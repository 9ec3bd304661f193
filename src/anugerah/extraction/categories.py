"""The categories of an award that a sentence names, and the predicate given beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.awards import AwardMention
from anugerah.extraction.facts import Award, Level
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.language_data import alternatives, load, phrases, word_set
from anugerah.extraction.tokens import words

LEVEL_WORDS: dict[Level, str] = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}
"""The word for a level in the labels of categories."""

_QUOTES = "\"“”'‘’"
_LEVELS: dict[str, Level] = {"provinsi": "province", "kabupaten": "regency", "kota": "city"}


@dataclass(frozen=True, slots=True)
class CategoryMention:
    """A category in a text, from `start` to `end`; `level` is the recipients' if it says so.

    A label with `{Level}` takes the level word of its recipient.
    """

    start: int
    end: int
    label: str
    level: Level | None = None

    def label_for(self, level: Level) -> str:
        """Return the label for a recipient of `level`."""
        return self.label.replace("{Level}", LEVEL_WORDS.get(level, "")).strip()


@cache
def _spelt(award: str) -> tuple[tuple[MarkedPattern, str], ...]:
    entries = load("categories")["spelt"].get(award, ())
    ordered = sorted(entries, key=lambda e: -max(len(w) for w in e["words"]))
    return tuple((phrases(tuple(entry["words"])), entry["category"]) for entry in ordered)


_LEVEL_BEFORE = re.compile(
    r"(?:pemerintah\s+)?(provinsi|kabupaten|kota|kabupaten/kota)\s*$", re.IGNORECASE
)


def find_spelt_categories(text: str, award: str) -> list[CategoryMention]:
    """Find the categories of `award` that `categories.yaml` knows how to recognise."""
    found: list[CategoryMention] = []
    patterns = _spelt(award)
    if not any(pattern.may_match(text) for pattern, _ in patterns):
        return found
    for pattern, label in patterns:
        for match in pattern.finditer(text):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            before = _LEVEL_BEFORE.search(text, max(0, match.start() - 40), match.start())
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


def find_categories(
    text: str, award: Award, mentions: list[AwardMention], start: int, knowledge: Knowledge
) -> list[CategoryMention]:
    """Find the categories of `award` in `text`, in order, without overlap.

    Args:
        text: a sentence or clause.
        award: the award that it is about.
        mentions: the award mentions in it, with article offsets.
        start: the article offset of `text`.
        knowledge: the known categories of the award.
    """
    found: list[CategoryMention] = list(find_spelt_categories(text, award.slug))
    readings = (
        _running(text, award),
        _behind(text, award, mentions, start, knowledge),
        _named_whole(text, award, knowledge),
        _headed(text, award, knowledge),
        _fields(text),
        _levels(text),
        _graded(text, award, knowledge),
    )
    for reading in readings:
        for mention in reading:
            if not any(mention.start < f.end and f.start < mention.end for f in found):
                found.append(mention)
    specific = [f for f in found if f.label not in LEVEL_WORDS.values()]
    return sorted(specific or found, key=lambda f: f.start)


@cache
def _running_pattern(award: str) -> MarkedPattern | None:
    listed = load("categories")["running"].get(award)
    return phrases(tuple(listed)) if listed else None


def _running(text: str, award: Award) -> Iterator[CategoryMention]:
    """Yield the categories that begin with certain words: "TPID terbaik kota …"."""
    pattern = _running_pattern(award.slug)
    for match in pattern.finditer(text) if pattern else ():
        phrase = re.split(r"[,.;:]", text[match.end() : match.end() + 110])[0]
        rest = _cut("x " + phrase.lstrip(), lower=True)
        end = match.end() + (len(rest) - 1 if rest else 0)
        yield CategoryMention(match.start(), end, " ".join(text[match.start() : end].split()))


def _named_whole(text: str, award: Award, knowledge: Knowledge) -> Iterator[CategoryMention]:
    """Yield the known categories of several words, wherever they stand."""
    folded = text.casefold()
    for label in knowledge.labels.get(award.slug, ()):
        at = folded.find(label.casefold()) if " " in label else -1
        if at >= 0 and text[at].isupper():
            yield CategoryMention(at, at + len(label), label)


def _behind(
    text: str, award: Award, mentions: list[AwardMention], start: int, knowledge: Knowledge
) -> Iterator[CategoryMention]:
    """Yield the known category directly behind the award's name: "Swasti Saba Wiwerda"."""
    grades = () if award.known else load("categories")["grades"]
    labels = (*knowledge.labels.get(award.slug, ()), *grades)
    for mention in mentions:
        if mention.award != award:
            continue
        for label in labels:
            if match := _behind_pattern(label).match(text, mention.end - start):
                yield CategoryMention(match.start("label"), match.end(), label)
                break


@cache
def _behind_pattern(label: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if len(label) > 2 else re.NOFLAG
    return re.compile(
        rf"\s*(?:\([^)]{{1,20}}\)\s*)?(?:(?:tingkat|level|kategori|predikat)\s+)?(?P<label>{re.escape(label)})\b",
        flags,
    )


@cache
def _head() -> re.Pattern[str]:
    heads = alternatives("categories", "heads")
    return re.compile(
        rf"\b(?:{heads})\s*:?\s+(?P<quote>[\"“'‘])?(?P<name>[A-Za-z][^,.;:()\"“”‘’\n]{{1,110}})",
        re.IGNORECASE,
    )


def _headed(text: str, award: Award, knowledge: Knowledge) -> Iterator[CategoryMention]:
    """Yield what follows "kategori", up to the first word that goes on with the sentence."""
    for match in _head().finditer(text):
        name = _cut(match["name"])
        if name is None:
            continue
        begin = match.start("name")
        yield from _named(name, begin, text, award, knowledge)


_FIELD = re.compile(
    r"\b(?i:penghargaan|anugerah|awards?|IGA|peraih)\s+(?:(?:19|20)\d\d\s+)?(?:di\s+)?bidang\s+"
    r"(?P<name>[A-Za-z][^,.;:()\"“”\n]{2,90})"
)


def _fields(text: str) -> Iterator[CategoryMention]:
    """Yield the field that an award is for: "IGA 2011 bidang daya saing daerah"."""
    for match in _FIELD.finditer(text):
        name = _cut(match["name"])
        if name is not None:
            begin = match.start("name")
            yield CategoryMention(begin, begin + len(name), _titled(" ".join(name.split())))


_LEVEL = re.compile(
    r"\b(?:tingkat|untuk|pemerintah|predikat)\s+(?:pemerintah\s+)?(?P<level>provinsi|kabupaten|kotamadya|kota)"
    r"(?P<best>\s+terbaik)?\s*(?:,|:|adalah|yakni|yaitu|masing-masing|diraih|jatuh|pertama|kedua|ketiga|peringkat|juara|penerima)"
    r"|\b(?P<only>provinsi|kabupaten|kota)\s+terbaik\b",
    re.IGNORECASE,
)


def _levels(text: str) -> Iterator[CategoryMention]:
    """Yield the level of a list that is its only category: "tingkat kabupaten diraih …"."""
    for match in _LEVEL.finditer(text):
        word = (match["level"] or match["only"]).lower().replace("kotamadya", "kota")
        label = LEVEL_WORDS[_LEVELS[word]]
        if match["only"] or match["best"]:
            label += " Terbaik"
        yield CategoryMention(match.start(), match.end(), label, _LEVELS[word])


def _named(
    name: str, begin: int, text: str, award: Award, knowledge: Knowledge
) -> Iterator[CategoryMention]:
    end = begin + len(name)
    plain = " ".join(name.split())
    level = _LEVELS.get(plain.lower().split()[-1]) if len(plain.split()) <= 2 else None
    if plain.lower() in ("provinsi", "kabupaten", "kota", "pemerintah provinsi",
                         "pemerintah kabupaten", "pemerintah kota"):  # fmt: skip
        yield CategoryMention(begin, end, LEVEL_WORDS[level] if level else plain, level)
        return
    # "Madya dan Utama" are two grades; "Anak dan Perempuan" is one name.
    parts = re.split(r"\s+(?:dan|serta)\s+", name)
    known = [_known_label(part, award, knowledge) for part in parts]
    if len(parts) > 1 and all(known):
        at = begin
        for part, label in zip(parts, known, strict=True):
            at = text.index(part, at)
            yield CategoryMention(at, at + len(part), label or part)
        return
    yield CategoryMention(begin, end, _known_label(plain, award, knowledge) or _titled(plain))


def _cut(text: str, *, lower: bool = False) -> str | None:
    """Return the words of `text` that belong to a category's name.

    A name that begins with a capital ends where lower case goes on, unless `lower` allows it.
    """
    ends, never = word_set("categories", "ends"), word_set("categories", "not_categories")
    kept = 0
    upper = text[:1].isupper() and not lower
    for count, match in enumerate(re.finditer(r"\S+", text), 1):
        # "Pemerintah KotaTahun 2018" has lost a space.
        word = re.sub(r"(?<=[a-z])Tahun$", "", match.group().strip(_QUOTES))
        small = word.lower()
        if count == 1 and small in never and not (upper and small not in ("yang", "ini", "itu")):
            return None
        if small in ends and (not word[:1].isupper() or small in ("tahun", "penerima", "pemenang")):
            break
        # A name written in capitals ends where lower case goes on, but for its small words.
        if upper and not (word[:1].isupper() or word[:1].isdigit() or small in _CONNECTIVES):
            break
        if re.fullmatch(r"(?:19|20)\d\d", word) or (small == "penghargaan" and count > 1):
            break
        if small not in _CONNECTIVES:
            kept = match.end()
        if not upper and count >= 9:
            break
    name = text[:kept].strip(_QUOTES + " -–")
    return name if name and len(name.split()) <= _LONGEST else None


_LONGEST = 14
"""More words are no category's name but the rest of a sentence."""


_CONNECTIVES = frozenset("dan dengan yang untuk di dalam ke atas per / & - –".split())  # noqa: SIM905


def _titled(name: str) -> str:
    if name[:1].isupper():
        return name
    return " ".join(w if w in _CONNECTIVES else w[:1].upper() + w[1:] for w in name.split())


@cache
def _grade_pattern(label: str) -> re.Pattern[str]:
    # "predikat A" is a grade, "predikat a…" any word.
    flags = re.IGNORECASE if len(label) > 2 else re.NOFLAG
    before = alternatives("categories", "before_grade")
    return re.compile(
        rf"\b(?i:{before})\s+(?:(?:tingkat|predikat|kategori|level|peringkat)\s+)?"
        rf"[\"“'‘]?(?P<label>{re.escape(label)})\b(?!\s*(?:kali\b|\d))",
        flags,
    )


@cache
def _dated_grade(label: str) -> re.Pattern[str]:
    """A grade with its year: "Madya (2020, 2021)", "2015 Padapa"."""
    name, year = re.escape(label), r"(?:19|20)\d\d"
    return re.compile(
        rf"(?P<label>\b{name}(?=\s*(?:\(|pada\s+|tahun\s+){{1,3}}{year})|(?<=\b20\d\d\s){name}\b)"
    )


@cache
def _sure_grade() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('categories', 'sure_before')})\b", re.IGNORECASE)


def _graded(text: str, award: Award, knowledge: Knowledge) -> Iterator[CategoryMention]:
    folded = text.casefold()
    shared = () if _spelt(award.slug) else load("categories")["grades"]
    for label in (*knowledge.labels.get(award.slug, ()), *shared):
        if label.casefold() not in folded:
            continue
        found = [*_grade_pattern(label).finditer(text), *_dated_grade(label).finditer(text)]
        for match in found:
            one_word = " " not in label and not match["label"][:1].isupper()
            if one_word and not _sure_grade().search(match.group()):
                continue
            yield CategoryMention(match.start("label"), match.end("label"), label)


_AS = re.compile(
    r"\b(?:[Ss]ebagai|[Pp]redikat|[Bb]erpredikat)\s+[\"“'‘]?(?P<name>[A-Z][^,.;:()\"“”\n]{2,120})"
)


def find_distinction(text: str) -> str | None:
    """Return the predicate or title after "sebagai" or "predikat", if it is written as a name."""
    for match in _AS.finditer(text):
        name = _title_run(match["name"])
        if name and len(name.split()) >= 2:
            return name
    return None


def names_award(text: str, award: Award, knowledge: Knowledge) -> bool:
    """Tell whether `text` is only a name of `award`: "predikat Kota Layak Anak"."""
    norms = words(text)
    found = knowledge.awards.match_words(norms)
    return found is not None and found[0] == len(norms) and award in found[1]


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
