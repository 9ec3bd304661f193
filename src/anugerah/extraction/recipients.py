"""Who receives in a sentence: the subject of a verb, the object of a gift, or a list of winners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from anugerah.extraction.categories import find_spelt_categories
from anugerah.extraction.facts import Government, Level
from anugerah.extraction.giving import hands_to
from anugerah.extraction.governments import GovernmentMention
from anugerah.extraction.language_data import alternatives, cue
from anugerah.extraction.people import OfficeMention
from anugerah.extraction.reading import Reading, ReadSentence


@dataclass(frozen=True, slots=True)
class Received:
    """One recipient in a sentence; `position` is the article offset that it was read at."""

    government: Government
    position: int
    rule: str
    confidence: float


@cache
def _place_before() -> re.Pattern[str]:
    words = alternatives("recipients", "place_before")
    return re.compile(rf"(?:\b(?:{words})\s+(?:\w+\s+)?|\bse-|/)$", re.IGNORECASE)


@cache
def _before_first() -> re.Pattern[str]:
    words = alternatives("recipients", "before_first")
    return re.compile(rf"^[\s,:]*(?:\b(?:{words})\b[\s,:.()]*)*$", re.IGNORECASE)


@cache
def _item_gap() -> re.Pattern[str]:
    number = r"\(?\d{1,2}[.)]"
    joint = rf",?\s*(?:dan|serta)\b|[,;/&]|[,;]?\s*{number}"
    words = alternatives("recipients", "item")
    return re.compile(rf"^\s*(?:{joint})\s*(?:{number}\s*)?(?:(?:{words})\s+)?$", re.IGNORECASE)


_COMPARED = re.compile(
    r"\b(?:di atas|di bawah|selain|mengungguli|mengalahkan|disusul|bukan)\s+$", re.IGNORECASE
)
_OF_OTHERS = re.compile(
    r"\b(?:daerah|kabupaten|kota|provinsi|pemprov|pemkab|pemkot|pemda)\b[^,]{0,30}\byang\b",
    re.IGNORECASE,
)
"""Between a subject and its verb: "memiliki tiga daerah yang mendapat" tells of others."""


def usable(mention: GovernmentMention, sentence: ReadSentence) -> bool:
    """Tell whether a mention can be a recipient and not merely a place."""
    if mention.government is None:
        return False
    before = sentence.text[: mention.start - sentence.start]
    if _COMPARED.search(before):
        return False
    if mention.cue == "bare":
        return _place_before().search(before) is None
    return mention.cue == "office" or re.search(r"\b(?:di|se)\s*-?$", before) is None


def find_received(sentence: ReadSentence, reading: Reading) -> list[Received]:
    """Find the recipients that a sentence states, each once, the surest reading first."""
    found: dict[Government, Received] = {}
    readings = (
        _accepting(sentence),
        _passive(sentence),
        _given_to(sentence),
        _listed(sentence),
        _active(sentence, reading),
    )
    for received in chain.from_iterable(readings):
        found.setdefault(received.government, received)
    return list(found.values())


_ACTIVE = (
    ("receive", "conferral/subject-receives"),
    ("name", "conferral/subject-named"),
    ("become", "conferral/subject-becomes"),
)


def _category_follows(text: str, at: int) -> bool:
    """Tell whether a category stands directly behind: "menjadi kabupaten terinovatif"."""
    named = [c for c in find_spelt_categories(text, "iga") if c.start >= at]
    between = text[at : named[0].start] if named else ""
    return bool(named) and len(between.split()) <= 4 and not re.search(r"\d", between)


_SMALL_WORDS = re.compile(
    r"\s+(?:(?:sebagai|menjadi|jadi|salah\s+satu|dua|tiga|langsung|secara)\s+)*", re.IGNORECASE
)


def _comes_to_nothing(text: str, verb: re.Match[str]) -> bool:
    """Tell whether the verb is only wished for, or what it gets is no award."""
    if cue("not_receive").match(text, verb.start()) or cue("hope").search(text, 0, verb.start()):
        return True
    gap = _SMALL_WORDS.match(text, verb.end())
    return gap is not None and cue("not_objects").match(text, gap.end()) is not None


def _active(sentence: ReadSentence, reading: Reading) -> Iterator[Received]:
    for kind, rule in _ACTIVE:
        for match in cue(kind).finditer(sentence.text):
            if _comes_to_nothing(sentence.text, match):
                continue
            if kind == "become" and not _category_follows(sentence.text, match.end()):
                continue
            position = sentence.start + match.start()
            subjects = [
                m
                for m in sentence.governments
                if m.end <= position
                and usable(m, sentence)
                and not _OF_OTHERS.search(sentence.sentence.between(m.end, position))
            ]
            if subjects:
                for subject in _in_a_row(subjects, sentence):
                    yield Received(subject, position, rule, 0.95)
            elif (
                reading.main
                and kind == "receive"
                and sentence.awards
                and _elided(sentence, position)
            ):
                yield Received(reading.main, position, "conferral/subject-elided", 0.8)
            if subjects:
                break


def _in_a_row(
    subjects: Sequence[GovernmentMention], sentence: ReadSentence
) -> Iterator[Government]:
    """Yield the last subject and those listed before it: "Bangka, Bima, dan Pati meraih"."""
    following: GovernmentMention | None = None
    for subject in reversed(subjects):
        if following is not None and not _item_gap().match(
            sentence.sentence.between(subject.end, following.start)
        ):
            return
        if subject.government is not None:
            yield subject.government
        following = subject


def _elided(sentence: ReadSentence, position: int) -> bool:
    """Tell whether the verb opens its sentence, so that the subject is the article's own."""
    before = sentence.text[: position - sentence.start]
    opening = re.split(r"\s[–—-]\s", before)[-1]
    return len(opening.split()) <= 3 and not sentence.governments


def _passive(sentence: ReadSentence) -> Iterator[Received]:
    for match in cue("receive_passive").finditer(sentence.text):
        yield from _followers(sentence, match.end(), "conferral/received-by")


def _accepting(sentence: ReadSentence) -> Iterator[Received]:
    """Yield the governments whose heads accept, one after another, names between them."""
    last: OfficeMention | None = None
    for office in sentence.offices:
        before = sentence.text[: office.start - sentence.start]
        joined = last is not None and re.fullmatch(
            r"\s*(?:,|,?\s*dan|,?\s*serta)\s*", sentence.sentence.between(last.end, office.start)
        )
        if not joined and not hands_to(before):
            last = None
            continue
        last = office
        mention = office.government
        if mention is not None and mention.government is not None:
            yield Received(mention.government, mention.start, "conferral/head-accepts", 0.9)


def _given_to(sentence: ReadSentence) -> Iterator[Received]:
    given = cue("hand_over").search(sentence.text)
    if given is None:
        return
    to = alternatives("recipients", "to")
    for match in re.finditer(rf"\b(?:{to})\b", sentence.text[given.start() :]):
        before = sentence.text[: given.start() + match.end()]
        if before.lower().endswith("kepada") and not hands_to(before):
            continue
        yield from _followers(sentence, given.start() + match.end(), "conferral/given-to")


def _listed(sentence: ReadSentence) -> Iterator[Received]:
    """Yield the winners after "…, yakni": a list of governments behind a category or an award."""
    for match in cue("list").finditer(sentence.text):
        before = sentence.text[: match.start()]
        named = find_spelt_categories(before, "iga")
        level = named[-1].level if named else level_of_heading(before)
        told = named or cue("receive").search(before) or cue("receive_passive").search(before)
        told = told or cue("winners").search(before)
        if not told and not cue("hand_over").search(before):
            continue
        begin = sentence.start + match.end()
        following = [m for m in sentence.governments if m.start >= begin]
        if not following or not _before_first().match(
            sentence.sentence.between(begin, following[0].start)
        ):
            continue
        found = [m for m in members(sentence, following, level) if m.government]
        if len(found) > 1:
            for mention in found:
                if mention.government is not None:
                    yield Received(mention.government, mention.start, "conferral/listed", 0.9)


_HEADING_LEVEL = re.compile(
    r"\b(?:kategori|klaster|untuk|tingkat|pemerintah)\s+(?:pemerintah\s+)?(provinsi|kabupaten|kota)\b",
    re.IGNORECASE,
)


def level_of_heading(text: str) -> Level | None:
    """Return the level that the words before a list give to bare names in it."""
    found = _HEADING_LEVEL.findall(text)
    levels: dict[str, Level] = {"provinsi": "province", "kabupaten": "regency", "kota": "city"}
    return levels[found[-1].lower()] if found else None


def _followers(sentence: ReadSentence, at: int, rule: str) -> Iterator[Received]:
    """Yield the governments that follow the sentence offset `at` as one or as a list."""
    begin = sentence.start + at
    following = [m for m in sentence.governments if m.start >= begin]
    if not following or not _before_first().match(
        sentence.sentence.between(begin, following[0].start)
    ):
        return
    for mention in members(sentence, following):
        if mention.government is not None:
            yield Received(mention.government, mention.start, rule, 0.9)


def members(
    sentence: ReadSentence, mentions: Sequence[GovernmentMention], level: Level | None = None
) -> Iterator[GovernmentMention]:
    """Yield the mentions that stand one after another as items of a list.

    A bare name takes `level`, or the level of the item before it.
    """
    previous: GovernmentMention | None = None
    for mention in mentions:
        if previous is not None and not _item_gap().match(
            sentence.sentence.between(previous.end, mention.start)
        ):
            return
        chosen = mention.at_level(level)
        if chosen.government is not None:
            level = chosen.government.level
        yield chosen
        previous = mention
