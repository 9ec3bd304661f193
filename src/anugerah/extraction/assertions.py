"""What one clause asserts: recipients, awards, categories and years brought together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from anugerah.corpus.marks import MarkedPattern, marked
from anugerah.extraction.awards import AwardMention
from anugerah.extraction.candidates import Received
from anugerah.extraction.categories import (
    CategoryMention,
    find_categories,
    find_distinction,
    implied_award,
    names_award,
)
from anugerah.extraction.claims import Claim
from anugerah.extraction.facts import Award, Government, Person
from anugerah.extraction.homes import home_of
from anugerah.extraction.language_data import any_cue, cue, load, word_set
from anugerah.extraction.names import read_name
from anugerah.extraction.pairing import pair
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.recipients import find_received
from anugerah.extraction.scores import find_rank, find_stated_score
from anugerah.extraction.tokens import words
from anugerah.extraction.whole_article import (
    first_sentences,
    last_before,
    speaks_of_index,
    told_awards,
)
from anugerah.extraction.years import current_edition, find_edition, find_history, is_history

_ANAPHOR = marked(r"\b{words}\b", "penghargaan|predikat|anugerah|piala|trofi|piagam|opini")
_MANY = marked(
    r"\b{words}\s+(?:\w+\s+){{0,2}}(?:penghargaan|prestasi|inovasi)\b",
    "banyak|berbagai|sejumlah|beberapa|sederet|segudang|puluhan",
)
_NUMBER = re.compile(r"\b\d{1,3}\s+(?:\w+\s+)?(?:penghargaan|prestasi)\b", re.IGNORECASE)
_REPORT = MarkedPattern(
    r"\b(?:menyerahkan|diserahkan|penyerahan|menyampaikan)\s+(?:\w+\s+){0,3}LKPD\b"
    r"|\bLKPD\b[^.]{0,40}\b(?:diserahkan|disampaikan)\b",
    ["lkpd"],
)
"""A government hands its accounts to the auditors: no award, though the verb is the same."""
_EXACT = frozenset(
    f"conferral/{rule}"
    for rule in ("listed", "labelled", "received-by", "given-to", "list-item", "list-goes-on")
)
"""What a list says of a category is exact; what a speaker says of the own one need not be."""
_WITHOUT_AWARD = ("conferral/history", "conferral/for-party")
"""These rules read sentences such as "Ini kali ketiga sejak 2020", which name no award."""


def is_report(clause: ReadSentence) -> bool:
    """Tell whether a clause is about accounts that governments hand to the auditors."""
    return _REPORT.search(clause.text) is not None


def find_claims(clause: ReadSentence, reading: Reading, told: bool) -> Iterator[Claim]:
    """Yield what a clause claims; `told` says that the sentence before claimed something."""
    if not clause.awards and (_MANY.search(clause.text) or _NUMBER.search(clause.text)):
        return
    received = find_received(clause, reading)
    tells = (
        told
        or any_cue("receive", "receive_passive", "hand_over", "winners").search(clause.text)
        is not None
    )
    received = [r for r in received if tells or r.rule != "conferral/labelled"]
    received = received or _historic(clause, reading, told)
    if not received:
        return
    for award, confidence in awards_of(clause, reading, received[0].confidence):
        categories = categories_of(clause, award, reading)
        told_of = told or clause.awards or categories or _speaks_of_award(clause, award)
        if told_of or received[0].rule in _WITHOUT_AWARD:
            yield from _of_award(clause, received, award, categories, confidence, reading)


@lru_cache(maxsize=64)
def categories_of(
    sentence: ReadSentence, award: Award, reading: Reading
) -> tuple[CategoryMention, ...]:
    """Return the categories of `award` that a sentence names."""
    found = find_categories(
        sentence.text, award, list(sentence.awards), sentence.start, reading.knowledge
    )
    return tuple(found)


def awards_of(
    sentence: ReadSentence, reading: Reading, confidence: float
) -> list[tuple[Award, float]]:
    """Return the award that a sentence speaks of, with the confidence of a claim about it.

    A sentence that names none speaks of the article's own, once the article has named it.
    """
    assessments = load("awards")["assessments"]
    named = [m for m in sentence.awards if m.award.slug not in assessments]
    if named:
        return [(award, confidence) for award in _joined(named, sentence)]
    if recent := _just_named(sentence, reading):
        return [(recent, confidence - 0.05)]
    implied = implied_award(sentence.text)
    index, iga = (
        reading.knowledge.awards_by_slug[slug] for slug in ("indeks-inovasi-daerah", "iga")
    )
    measured = _INDEX.search(sentence.text) and not implied
    if measured and index in first_sentences(reading):
        return [(index, confidence - 0.1)]
    if implied and (reading.award is None or reading.award.slug not in (implied, *assessments)):
        return [(reading.knowledge.awards_by_slug[implied], confidence - 0.1)]
    indexed = _PREDICATE.search(sentence.text) and speaks_of_index(reading)
    if indexed and reading.award in (None, index, iga):
        return [(index, confidence - 0.1)]
    if reading.award is None or not _named_before(reading.award, sentence, reading):
        return []
    if _names_another(sentence, reading.award) or reading.award not in told_awards(reading):
        return []
    return [(reading.award, confidence - 0.05)]


_NAMED = re.compile(
    r"\b(?i:penghargaan|anugerah|piala|trofi|meraih|raih)\s+[\"“'‘]?"
    r"(?P<name>[A-Z][\w-]+(?:\s+(?:[A-Z0-9][\w-]*|of|for)){1,6})"
)


def _names_another(sentence: ReadSentence, award: Award) -> bool:
    """Tell whether a sentence names some other award, which nobody knows: "penghargaan Top 30"."""
    for match in _NAMED.finditer(sentence.text):
        start = sentence.start + match.start("name")
        other = words(match["name"])
        inside = any(m.start <= start < m.end for m in sentence.parties)
        if inside or other[0] in word_set("awards", "not_names") - {"top"}:
            continue
        if not set(other) & {*_own_words(award), *words(award.name), *award.slug.split("-")}:
            return match["name"].split()[0] in ("Top", "TOP") or sentence.sentence.is_title
    return False


_PREDICATE = marked(
    r"\b(?:predikat|daerah|kategori|menjadi|berpredikat)\s+[\"“'‘]?\b{words}\b", "inovatif"
)
"""The index knows "inovatif"; the award only "sangat inovatif" and "terinovatif"."""
_INDEX = marked(r"\b(?:skor|nilai)\s+{words}\b", "indeks")


_AND = re.compile(
    r"[^.;]{0,25}?(?:,|\b(?:dan|serta|sekaligus|juga)\b)\s*(?:\w+\s+){0,2}[\"“]?", re.IGNORECASE
)


def _joined(mentions: Sequence[AwardMention], sentence: ReadSentence) -> list[Award]:
    """Return the first award and those joined to it: "Swasti Saba dan STBM Award"."""
    awards = [mentions[0].award]
    for before, mention in pairwise(mentions):
        if mention.award in awards:
            continue
        if not _AND.fullmatch(
            sentence.sentence.between(before.end, max(before.end, mention.start))
        ):
            break
        awards.append(mention.award)
    return awards


_THAT = re.compile(
    r"\b(?:penghargaan|predikat|anugerah|piala|opini|gelar)\s+(?:itu|tersebut|ini|serupa|yang\s+sama)\b"
    r"|\bpara\s+(?:penerima|pemenang|peraih)\b|\b(?:penerimanya|pemenangnya|peraihnya)\b",
    re.IGNORECASE,
)


def _just_named(sentence: ReadSentence, reading: Reading) -> Award | None:
    """Return the award that "penghargaan tersebut" means: the last one named in the paragraph."""
    if not _THAT.search(sentence.text):
        return None
    place = sentence.sentence.paragraph
    for other in last_before(sentence, reading, 2):
        if other.awards and place - other.sentence.paragraph <= 1:
            return other.awards[-1].award
    return None


def _named_before(award: Award, sentence: ReadSentence, reading: Reading) -> bool:
    """Tell whether an award that nobody knows was named before a sentence, or soon after."""
    if award.known:
        return True
    first = first_sentences(reading)[award]
    return first.sentence.paragraph <= max(2, sentence.sentence.paragraph)


def _speaks_of_award(sentence: ReadSentence, award: Award) -> bool:
    """Tell whether a sentence means the article's award, by a word for it or one of its name."""
    if _ANAPHOR.search(sentence.text):
        return True
    norms = {t.norm for t in sentence.sentence.tokens if t.capitalised}
    return bool(norms & _own_words(award))


@cache
def _own_words(award: Award) -> frozenset[str]:
    """Return the words of an award's name that no other name shares."""
    usual = word_set("awards", "usual_words")
    return frozenset(w for w in words(award.name) if len(w) >= 6 and w not in usual)


_WON_IN = marked(
    r"\b{words}\s+(?:(?:pada|di|tahun)\s+)+(?:19[6-9]|20\d)\d\b",
    "diraih|diperoleh|didapat|didapatkan|diterima|raihan|capaian|perolehan",
)


_IN_YEAR = re.compile(r"(?:pada\s+)?tahun\s+(?:19[6-9]|20\d)\d\b", re.IGNORECASE)
_AS = re.compile(r"\b(?:sebagai|predikat|kategori)\s+[A-Z]")
_SINCE = re.compile(r"\W*(?:terhitung|yakni|yaitu|masing-masing|sejak)\b", re.IGNORECASE)
_SEVERAL = marked(
    r"\b(?:semua|seluruh|sebanyak|sejumlah|ke\w+|\d+|dua|tiga|empat|lima|enam|tujuh|delapan)\s+"
    r"{words}\b",
    "kabupaten|kota|daerah|pemda|provinsi|pemerintah|entitas",
)


def _historic(clause: ReadSentence, reading: Reading, told: bool) -> list[Received]:
    """Return whose history a clause tells that names no receiver: the article's government."""
    others = {m.party for m in clause.parties if isinstance(m.party, Government)} - {reading.main}
    nation = cue("nation").search(clause.text)
    if reading.main is None or others or nation or _SEVERAL.search(clause.text):
        return []
    won = _WON_IN.search(clause.text) and _ANAPHOR.search(clause.text)
    opened = _IN_YEAR.match(clause.text) and cue("receive").search(clause.text)
    if opened and not clause.parties and _AS.search(clause.text):
        return [Received(reading.main, clause.start, "conferral/history", 0.75)]
    goes_on = told and not clause.parties and _SINCE.match(clause.text)
    if not won and not goes_on and not is_history(clause):
        return []
    return [Received(reading.main, clause.start, "conferral/history", 0.8)]


_RELATIVE = marked(
    r"\byang\s+(?:(?:telah|sudah|pernah|berhasil|kita|kami)\s+)*{words}\s+"
    r"(?:(?:pada|di|tahun)\s+)*((?:19[6-9]|20\d)\d)\b",
    "diraih|diraihnya|didapatkan|didapat|diperoleh|diterima|disabet",
)


def find_past(clause: ReadSentence, reading: Reading) -> Iterator[Claim]:
    """Yield what a clause about the future says of the past: "… Adipura yang diraih tahun 2022"."""
    match = _RELATIVE.search(clause.text)
    others = {m.party for m in clause.parties if isinstance(m.party, Government)} - {reading.main}
    if match is None or reading.main is None or others:
        return
    for award, confidence in awards_of(clause, reading, 0.8):
        before = [c for c in categories_of(clause, award, reading) if c.end <= match.start()]
        if clause.awards or _speaks_of_award(clause, award):
            label = before[-1].label_for(reading.main.level) if before else None
            support = clause.support("conferral/relative-past", confidence)
            year = int(match.group(1))
            yield Claim(award, year, reading.main, label, supports=[support], past=True)


def _of_award(
    clause: ReadSentence,
    received: Sequence[Received],
    award: Award,
    categories: Sequence[CategoryMention],
    confidence: float,
    reading: Reading,
) -> Iterator[Claim]:
    current = current_edition(award, reading)
    history = find_history(clause, categories, current)
    for recipient in received if history else ():
        for year, category in history:
            label = category.label_for(recipient.party.level) if category else None
            support = clause.support(recipient.rule, confidence)
            past = year != current
            yield Claim(award, year, recipient.party, label, supports=[support], past=past)
    edition = None if history else find_edition(clause, award, reading)
    if edition is None:
        return
    distinction = find_distinction(clause.text)
    if distinction and names_award(distinction, award, reading.knowledge):
        distinction = None
    of_each = pair(
        clause.text, [(r.position - clause.start, r.party.level) for r in received], categories
    )
    received = [holder_of(r, award, clause) for r in received]
    alone = len(received) == 1
    further = cue("further").search(clause.text) is not None
    for recipient, own in zip(received, of_each, strict=True):
        labels: list[str | None] = [c.label_for(recipient.party.level) for c in own]
        labels = [recipient.label] if recipient.label else labels or [distinction]
        stated = find_rank(clause.text) if alone else _own_rank(clause, recipient, received)
        rank = recipient.rank or stated
        for number, label in enumerate(dict.fromkeys(labels)):
            if label is None and rank is not None and rank > _LAST_RANK:
                continue
            yield Claim(
                award,
                edition.year,
                recipient.party,
                label,
                distinction if own and distinction != label else None,
                rank,
                recipient.score or (find_stated_score(clause.text) if alone else None),
                [clause.support(recipient.rule, confidence)],
                number > 0 or further or recipient.rule in _EXACT,
            )


_LAST_RANK = 20
"""A lower place in a ranking is reported, but it is no award."""


def holder_of(recipient: Received, award: Award, clause: ReadSentence) -> Received:
    """Return the person in office as the recipient of an honour that is personal by nature."""
    body = recipient.party
    if award.slug not in load("awards")["personal"] or not isinstance(body, Government):
        return recipient
    for office in clause.offices:
        if office.name and office.start <= recipient.position < office.end:
            return replace(recipient, party=Person(office.name, home_of(office.name, body)))
    # "Bupati Sumedang 2018-2023 Dony Ahmad": a term of office stands before the name.
    for mention in clause.governments:
        if mention.start == recipient.position and mention.cue == "office":
            term = _TERM.match(clause.sentence.after(mention.end))
            name = read_name(clause.text, mention.end - clause.start + term.end()) if term else None
            if name is not None:
                return replace(recipient, party=Person(name[0], home_of(name[0], body)))
    return recipient


_TERM = re.compile(r",?\s+(?:periode\s+)?\d{4}\s?[-–]\s?\d{4},?\s+")


def _own_rank(
    clause: ReadSentence, recipient: Received, received: Sequence[Received]
) -> int | None:
    """Return the rank between a recipient and the one before: "terbaik kedua diraih Bali"."""
    ends = [r.position for r in received if r.position < recipient.position]
    return find_rank(clause.sentence.between(max(ends, default=clause.start), recipient.position))
