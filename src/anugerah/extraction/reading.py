"""An article read: its sentences, each with the mentions found in it and what it asserts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from anugerah.corpus import Article
from anugerah.corpus.dates import FoundDate, find_dates
from anugerah.extraction.awards import AwardMention, find_awards
from anugerah.extraction.facts import Award, Government, Support
from anugerah.extraction.governments import (
    GovernmentMention,
    find_governments,
    main_government,
    resolve,
)
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.language_data import cue, load
from anugerah.extraction.ministers import find_ministers
from anugerah.extraction.modality import Modality, modality_of
from anugerah.extraction.organisations import (
    OrganisationMention,
    find_abbreviated,
    find_organisations,
)
from anugerah.extraction.parties import PartyMention, find_parties
from anugerah.extraction.people import OfficeMention, find_offices
from anugerah.extraction.tokens import Sentence, split_sentences


@dataclass(frozen=True, slots=True, eq=False)
class ReadSentence:
    """A sentence, or a clause of the sentence `whole`, and the mentions in it.

    Offsets are the article's. A sentence equals only itself, so that what is read from it can be
    kept beside it.
    """

    sentence: Sentence
    governments: tuple[GovernmentMention, ...]
    organisations: tuple[OrganisationMention, ...]
    awards: tuple[AwardMention, ...]
    offices: tuple[OfficeMention, ...]
    parties: tuple[PartyMention, ...]
    dates: tuple[FoundDate, ...]
    modality: Modality
    whole: Sentence | None = None

    @property
    def text(self) -> str:
        """The sentence's text."""
        return self.sentence.text

    @property
    def start(self) -> int:
        """The article offset of the sentence."""
        return self.sentence.start

    def support(self, rule: str, confidence: float, field: str | None = None) -> Support:
        """Return the whole sentence as the passage that supports a fact or one field of it."""
        s = self.whole or self.sentence
        return Support(s.start, s.end, s.text, rule, confidence, field)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """An article with all its mentions.

    Attributes:
        main: the government that the article is about.
        award: the award that it is about.
        year: the edition that it is about.
        held_on: the day of the event it reports, if day, month and year follow from the text.
    """

    article: Article
    knowledge: Knowledge
    sentences: tuple[ReadSentence, ...]
    main: Government | None
    award: Award | None
    year: int | None
    held_on: date | None


def read(article: Article, knowledge: Knowledge) -> Reading:
    """Find all mentions in `article` and decide what it is about."""
    sentences: list[Sentence] = []
    if article.heading:
        heading = article.heading
        sentences += split_sentences(heading.text, heading.start, -1)
    for number, paragraph in enumerate(article.paragraphs):
        sentences += split_sentences(paragraph.text, paragraph.start, number)
    raw = [find_governments(s, knowledge.governments) for s in sentences]
    title_end = article.heading.end if article.heading else 0
    flat = [mention for found in raw for mention in found]
    main = main_government(flat, title_end)
    resolved = iter(resolve(flat, main))
    read_sentences = []
    for sentence, found in zip(sentences, raw, strict=True):
        governments = [next(resolved) for _ in found]
        read_sentences.append(_read(sentence, governments, knowledge, main))
    award, year = _main_award(read_sentences)
    year = year or _stated_year(read_sentences, award)
    guess = year or (article.published.year if article.published else None)
    guess = guess or _latest_year(read_sentences)
    reading = Reading(article, knowledge, tuple(read_sentences), main, award, guess, None)
    held_on = _held_on(reading)
    if year is None and held_on is not None:
        guess = held_on.year
    return replace(reading, year=guess, held_on=held_on)


def _read(
    sentence: Sentence,
    governments: list[GovernmentMention],
    knowledge: Knowledge,
    main: Government | None,
) -> ReadSentence:
    organisations = _longest(
        [*find_abbreviated(sentence, knowledge), *find_organisations(sentence, knowledge)]
    )
    ministers = list(find_ministers(sentence, knowledge))
    offices = (
        [] if sentence.is_title else find_offices(sentence, governments, organisations, ministers)
    )
    bodies = [(m.start, m.end) for m in organisations] + [(m.start, m.end) for m in ministers]
    return ReadSentence(
        sentence=sentence,
        governments=tuple(governments),
        organisations=tuple(organisations),
        awards=tuple(
            # "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi" names no award.
            award
            for award in find_awards(sentence, knowledge)
            if not any(start < award.start and award.end <= end for start, end in bodies)
        ),
        offices=tuple(offices),
        parties=tuple(find_parties(sentence, governments, organisations, main)),
        dates=tuple(
            replace(d, start=d.start + sentence.start, end=d.end + sentence.start)
            for d in find_dates(sentence.text)
        ),
        modality=modality_of(sentence.text),
    )


def _longest(mentions: list[OrganisationMention]) -> list[OrganisationMention]:
    kept: list[OrganisationMention] = []
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        if not any(mention.start < other.end and other.start < mention.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _main_award(sentences: list[ReadSentence]) -> tuple[Award | None, int | None]:
    votes: Counter[Award] = Counter()
    for read_sentence in sentences:
        for mention in read_sentence.awards:
            votes[mention.award] += 3 if read_sentence.sentence.is_title else 1
    if not votes:
        return None, None
    assessments = load("awards")["assessments"]
    award = max(votes, key=lambda a: (a.slug not in assessments, votes[a], a.known))
    years = Counter(
        m.year for s in sentences for m in s.awards if m.award == award and m.year is not None
    )
    return award, years.most_common(1)[0][0] if years else None


def _stated_year(sentences: list[ReadSentence], award: Award | None) -> int | None:
    """Return the year after the award's category: "Adipura kategori kota sedang tahun 2022"."""
    years = Counter(
        int(match.group(1))
        for s in sentences
        if s.modality == "asserted"
        for m in s.awards
        if m.award == award
        for match in _YEAR_OF_AWARD.finditer(s.sentence.after(m.end)[:80])
        if not _SINCE.search(s.sentence.after(m.end)[: match.start()])
    )
    return years.most_common(1)[0][0] if years else None


_YEAR_OF_AWARD = re.compile(
    r"(?:\b[Tt]ahun\s+|^(?:\s+[A-Z][\w-]+){1,3}\s+)((?:19[6-9]|20\d)\d)\b(?![/-]\d)(?!\s+(?:silam|lalu))"
)
"""A year behind the award's name, or behind the grade after it: "Adipura Kencana 2023"."""


def _latest_year(sentences: list[ReadSentence]) -> int | None:
    """Return the latest year that the article names, where no award has one beside it."""
    years = [
        int(match.group(1))
        for s in sentences
        for match in _YEAR.finditer(s.text)
        if s.modality == "asserted"
        and not _SINCE.search(s.text, max(0, match.start() - 30), match.start())
    ]
    years += [d.year for s in sentences for d in s.dates if d.year]
    return max(years, default=None)


_YEAR = re.compile(r"\b[Tt]ahun\s+((?:19[6-9]|20\d)\d)\b")
_SINCE = re.compile(
    r"\b(?:sejak|hingga|sampai|mulai|dari|nomor|no|dibanding\w*|lainnya|sebelumnya|diraih|termasuk|kecuali|lalu)\b[^,;]*$",
    re.IGNORECASE,
)


def _held_on(reading: Reading) -> date | None:
    """Return the day of the event: the first date beside words of a ceremony, then any other.

    A date that only says when somebody spoke is not the event's.
    """
    candidates: list[tuple[int, int, date]] = []
    published = reading.article.published
    guess = reading.year
    # An article can't be older than the edition that it reports; a page's other dates can.
    if published and published.year >= (reading.year or 0):
        guess = published.year
    for number, read_sentence in enumerate(reading.sentences):
        for found in read_sentence.dates:
            day = found.resolve(guess)
            if day is None and found.year is None and guess and published is None:
                day = found.resolve(guess + 1) if reading.award is None else None
            if day is None:
                continue
            rank = _date_rank(read_sentence, found)
            if rank is not None:
                candidates.append((rank, number, day))
    return min(candidates)[2] if candidates else None


_DATELINE = re.compile(r"[\s)]*(?:[–—:~|]|-{1,2}\s)")


def _is_dateline(read_sentence: ReadSentence, found: FoundDate) -> bool:
    """Tell whether a date stands in the line's opening: "Toboali, 29 Januari 2026 – Pemkab …"."""
    opening = found.end - read_sentence.start < 90 and read_sentence.sentence.paragraph <= 3
    return opening and _DATELINE.match(read_sentence.sentence.after(found.end)) is not None


def _date_rank(read_sentence: ReadSentence, found: FoundDate) -> int | None:
    text = read_sentence.text
    if _is_dateline(read_sentence, found):
        return None
    at = found.start - read_sentence.start
    # "… ujar Sigit Pramono, Kamis (5/9)" is the day of the interview.
    spoken = list(cue("speech").finditer(text, 0, at))
    if spoken and not cue("hand_over").search(text, spoken[-1].end(), at):
        return None
    ceremony = cue("ceremony").search(text) is not None
    moved = (
        cue("hand_over").search(text)
        or cue("receive").search(text)
        or cue("receive_passive").search(text)
    )
    speech = not spoken and cue("speech").search(text) is not None
    if ceremony and moved and not speech:
        return 0
    if ceremony and not speech:
        return 1
    if ceremony and moved:
        return 2
    return None if speech else 3
