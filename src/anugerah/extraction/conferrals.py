"""Conferrals: who received which award, of which edition and category, when, where, from whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from anugerah.extraction.categories import (
    CategoryMention,
    find_categories,
    find_distinction,
    implied_award,
)
from anugerah.extraction.ceremony import Ceremony, find_ceremony
from anugerah.extraction.chains import find_chains
from anugerah.extraction.clauses import find_clauses
from anugerah.extraction.directory import Directory
from anugerah.extraction.enumerations import Enumerated, find_enumerated
from anugerah.extraction.facts import Award, Conferral, Government, Party, Support
from anugerah.extraction.language_data import alternatives, cue, load, word_set
from anugerah.extraction.pairing import pair
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.recipients import Received, find_received
from anugerah.extraction.scores import find_rank, find_stated_score
from anugerah.extraction.tokens import words
from anugerah.extraction.years import current_edition, find_edition, find_history, is_history


@dataclass(slots=True)
class _Claim:
    """What the sentences read so far say of one recipient of one edition."""

    award: Award
    year: int | None
    recipient: Party
    category: str | None = None
    distinction: str | None = None
    rank: int | None = None
    score: float | None = None
    supports: list[Support] = field(default_factory=list)
    further: bool = False
    past: bool = False


def find_conferrals(reading: Reading, directory: Directory) -> list[Conferral]:
    """Find the conferrals that the article asserts.

    Clauses that speak of targets, nominations, coming ceremonies or failures give none.
    """
    claims: list[_Claim] = []
    told = False
    last_list: _Claim | None = None
    for sentence in reading.sentences:
        before = len(claims)
        asserted = False
        list_before, last_list = last_list, None
        for clause in find_clauses(sentence):
            if clause.modality != "asserted" or _is_definition(clause.text):
                for claim in _relative(clause, reading):
                    _merge(claims, claim)
                continue
            asserted = True
            found = list(_claims(clause, reading, told))
            if not found and list_before is not None:
                found = list(_continued(clause, list_before))
            if len(found) > 1:
                last_list = found[-1]
            for claim in found:
                _merge(claims, claim)
        told = asserted and (told or len(claims) > before)
    for entry in find_enumerated(reading):
        for claim in _enumerated(entry, reading):
            _merge(claims, claim)
    claims = [claim for claim in claims if _stands(claim, claims)]
    if not claims:
        return []
    event = _event(claims, reading)
    ceremony = find_ceremony(reading, directory, event[0] if event else None)
    for claim in claims:
        if claim.score is None and not claim.past:
            claim.score = _score_elsewhere(claim, reading)
    own = next((c.category for c in claims if c.recipient == reading.main and not c.past), None)
    return [_conferral(claim, ceremony, event, own, reading) for claim in claims]


_DEFINITION = re.compile(
    r"\b(?:ialah|merupakan|adalah|menjadi)\s+(?:\w+\s+){0,2}(?:kegiatan|ajang|program|bentuk|wujud|agenda|pencapaian)\b|\bmeliputi\s+\w+\s+kategori\b",
    re.IGNORECASE,
)


def _is_definition(text: str) -> bool:
    return _DEFINITION.search(text) is not None


def _claims(clause: ReadSentence, reading: Reading, told: bool) -> Iterator[_Claim]:
    """Yield what one clause claims; `told` says that the sentence before claimed something."""
    received = find_received(clause, reading)
    tells = told or any(
        cue(key).search(clause.text) for key in ("receive", "receive_passive", "hand_over")
    )
    received = [r for r in received if tells or r.rule != "conferral/labelled"]
    if not received:
        received = _historic(clause, reading)
    if not received:
        return
    for award, confidence in _awards(clause, reading, received[0].confidence):
        categories = _categories(clause, award, reading)
        told_of = clause.awards or categories or _speaks_of_award(clause, award)
        if not told_of and received[0].rule not in ("conferral/history", "conferral/for-party"):
            continue
        yield from _of_award(clause, received, award, categories, confidence, reading)


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives('clauses', 'goes_on')})\W+", re.IGNORECASE)


def _continued(clause: ReadSentence, before: _Claim) -> Iterator[_Claim]:
    """Yield the parties of a sentence that only goes on with the list of the one before."""
    chains = find_chains(clause)
    if len(chains) != 1 or len(chains[0].members) < 2:
        return
    opening = clause.text[: chains[0].start - clause.start]
    if not _goes_on().fullmatch(opening) or len(clause.sentence.after(chains[0].end)) > 3:
        return
    support = clause.support("conferral/list-goes-on", 0.85)
    for member in chains[0].members:
        yield replace(
            before, recipient=member.party, score=member.score, rank=None, supports=[support]
        )


def _historic(clause: ReadSentence, reading: Reading) -> list[Received]:
    """Return whose history a clause tells that names no receiver: the article's government."""
    others = {m.party for m in clause.parties if isinstance(m.party, Government)} - {reading.main}
    if reading.main is None or others or not is_history(clause):
        return []
    return [Received(reading.main, clause.start, "conferral/history", 0.8)]


_RELATIVE = re.compile(
    r"\byang\s+(?:(?:telah|sudah|pernah|berhasil|kita|kami)\s+)*"
    r"(?:diraih|diraihnya|didapatkan|didapat|diperoleh|diterima|disabet)\s+"
    r"(?:(?:pada|di|tahun)\s+)*((?:19[6-9]|20\d)\d)\b",
    re.IGNORECASE,
)


def _relative(clause: ReadSentence, reading: Reading) -> Iterator[_Claim]:
    """Yield what a clause about the future says of the past: "… Adipura yang diraih tahun 2022"."""
    match = _RELATIVE.search(clause.text)
    others = {m.party for m in clause.parties if isinstance(m.party, Government)} - {reading.main}
    if match is None or reading.main is None or others:
        return
    for award, confidence in _awards(clause, reading, 0.8):
        categories = _categories(clause, award, reading)
        before = [c for c in categories if c.end <= match.start()]
        if clause.awards or _speaks_of_award(clause, award):
            label = before[-1].label_for(reading.main.level) if before else None
            support = clause.support("conferral/relative-past", confidence)
            yield _Claim(
                award, int(match.group(1)), reading.main, label, supports=[support], past=True
            )


def _of_award(
    clause: ReadSentence,
    received: Sequence[Received],
    award: Award,
    categories: Sequence[CategoryMention],
    confidence: float,
    reading: Reading,
) -> Iterator[_Claim]:
    support = [clause.support(received[0].rule, confidence)]
    history = find_history(clause, categories, current_edition(award, reading))
    if history:
        for recipient in received:
            for year, category in history:
                label = category.label_for(recipient.party.level) if category else None
                past = year != current_edition(award, reading)
                yield _Claim(award, year, recipient.party, label, supports=list(support), past=past)
        return
    edition = find_edition(clause, award, reading)
    if edition is None:
        return
    distinction = find_distinction(clause.text)
    of_each = pair(
        clause.text, [(r.position - clause.start, r.party.level) for r in received], categories
    )
    alone = len(received) == 1
    for recipient, own in zip(received, of_each, strict=True):
        labels: list[str | None] = [c.label_for(recipient.party.level) for c in own]
        labels = labels or [distinction]
        for number, label in enumerate(dict.fromkeys(labels)):
            yield _Claim(
                award,
                edition.year,
                recipient.party,
                label,
                distinction if own and distinction != label else None,
                find_rank(clause.text) if alone else None,
                recipient.score or (find_stated_score(clause.text) if alone else None),
                [clause.support(recipient.rule, confidence)],
                number > 0 or cue("further").search(clause.text) is not None,
            )


def _enumerated(entry: Enumerated, reading: Reading) -> Iterator[_Claim]:
    """Yield the claims of one item of a list: award and category stand in its heading."""
    heading, member = entry.heading, entry.member
    level = member.party.level
    for award, confidence in _awards(heading, reading, 0.9)[:1]:
        categories = _categories(heading, award, reading)
        if not categories and entry.above is not None:
            categories = _categories(entry.above, award, reading)
        fitting = [c for c in categories if c.level in (None, level)] or categories
        named = max(fitting, key=lambda c: len(c.label.split()), default=None)
        label = named.label_for(level) if named else find_distinction(heading.text)
        edition = find_edition(heading, award, reading)
        if edition is None:
            return
        yield _Claim(
            award,
            edition.year,
            member.party,
            label,
            rank=find_rank(entry.item.text),
            score=member.score,
            supports=[entry.item.support("conferral/list-item", confidence)],
        )


def _categories(sentence: ReadSentence, award: Award, reading: Reading) -> list[CategoryMention]:
    return find_categories(
        sentence.text, award, list(sentence.awards), sentence.start, reading.knowledge
    )


def _awards(
    sentence: ReadSentence, reading: Reading, confidence: float
) -> list[tuple[Award, float]]:
    """Return the awards that a sentence speaks of, with the confidence of a claim about each."""
    assessments = load("awards")["assessments"]
    named = list(dict.fromkeys(m.award for m in sentence.awards if m.award.slug not in assessments))
    if named:
        return [(award, confidence) for award in named[:_MOST_AWARDS]]
    implied = implied_award(sentence.text)
    if implied and (reading.award is None or reading.award.slug not in (implied, *assessments)):
        return [(reading.knowledge.awards_by_slug[implied], confidence - 0.1)]
    return [(reading.award, confidence - 0.05)] if reading.award else []


_MOST_AWARDS = 1


_ANAPHOR = re.compile(
    r"\b(?:penghargaan|predikat|anugerah|piala|trofi|piagam|opini)\b", re.IGNORECASE
)


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


def _score_elsewhere(claim: _Claim, reading: Reading) -> float | None:
    """Return the score that a sentence about nobody but the recipient states."""
    for sentence in reading.sentences:
        others = {m.party for m in sentence.parties if isinstance(m.party, Government)}
        about = others == {claim.recipient} or (not others and claim.recipient == reading.main)
        if about and sentence.modality == "asserted" and not cue("history").search(sentence.text):
            score = find_stated_score(sentence.text)
            if score is not None:
                return score
    return None


def _event(claims: list[_Claim], reading: Reading) -> tuple[Award, int | None] | None:
    """Return the edition whose ceremony the article reports: what it is about, if that was won."""
    editions = [(claim.award, claim.year) for claim in claims if not claim.past]
    about = next((e for e in editions if e == (reading.award, reading.year)), None)
    return about or (editions[0] if editions else None)


def _conferral(
    claim: _Claim,
    ceremony: Ceremony,
    event: tuple[Award, int | None] | None,
    own_category: str | None,
    reading: Reading,
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
    accepted = ceremony.accepted_for(claim.recipient)
    present = claim.recipient == reading.main or bool(accepted) or not ceremony.acceptors
    # "Predikat A juga diraih …" tells of others, who did not stand on the stage.
    there = accepted or claim.category == own_category or not ceremony.acceptors
    return replace(
        conferral,
        held_on=ceremony.held_on if there and ceremony.fits(claim.year) else None,
        venue=ceremony.venue if there else None,
        conferred_by=ceremony.conferred_by,
        conferred_through=ceremony.conferred_through,
        presented_by=ceremony.presented_by if present else (),
        accepted_by=accepted,
        supports=(*conferral.supports, *ceremony.supports_for(claim.recipient)),
    )
