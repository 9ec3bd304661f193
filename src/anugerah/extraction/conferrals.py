"""Conferrals: who received which award, of which edition and category, when, where, from whom."""

from __future__ import annotations

import re
from dataclasses import replace

from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.assertions import find_claims, find_past, is_report
from anugerah.extraction.ceremony import Ceremony, find_ceremony
from anugerah.extraction.claims import MAX_PASSAGES, Claim, Claims, standing
from anugerah.extraction.clauses import find_clauses
from anugerah.extraction.directory import Directory
from anugerah.extraction.enumerations import find_enumerated
from anugerah.extraction.facts import Award, Conferral, Government, Party, Person, Support
from anugerah.extraction.language_data import cue, load
from anugerah.extraction.listings import (
    Listing,
    carry_category,
    claims_of_item,
    find_continued,
    find_opening,
    listing_of,
)
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.scores import find_stated_score


def find_conferrals(reading: Reading, directory: Directory) -> list[Conferral]:
    """Find the conferrals that the article asserts.

    Clauses that speak of targets, nominations, coming ceremonies or failures give none.
    """
    claims = _all_claims(reading)
    claims = [claim for claim in standing(claims) if _confirmed(claim, reading)]
    persons = {claim.award for claim in claims if isinstance(claim.recipient, Person)}
    personal = persons & {a for a in persons if a.slug in load("awards")["personal"]}
    claims = [c for c in claims if c.award not in personal or isinstance(c.recipient, Person)]
    if not claims:
        return []
    event = _event(claims, reading)
    ceremony = find_ceremony(reading, directory, event[0] if event else None)
    scores = _stated_scores(reading)
    for claim in claims:
        if claim.score is None and not claim.past:
            claim.score = scores.get(claim.recipient)
    own = next((c.category for c in claims if c.recipient == reading.main and not c.past), None)
    return [_conferral(claim, ceremony, event, own, reading) for claim in claims]


def _confirmed(claim: Claim, reading: Reading) -> bool:
    """Tell whether the body does not put off what only the headline claims."""
    heading = reading.article.heading
    if heading is None or any(s.start != heading.start for s in claim.supports):
        return True
    return not any(
        s.modality != "asserted" and any(m.award == claim.award for m in s.awards)
        for s in reading.sentences
        if not s.sentence.is_title
    )


def _all_claims(reading: Reading) -> list[Claim]:
    claims = Claims()
    told = 0
    denied = False
    listing: Listing | None = None
    for sentence in reading.sentences:
        found: list[Claim] = []
        announced = False
        for clause in find_clauses(sentence):
            if is_headline(clause):
                continue
            if clause.modality != "asserted" or is_definition(clause.text) or is_report(clause):
                found += find_past(clause, reading)
                # Who comes next after those who are to win is to win, too.
                listing = None if len(clause.governments) > 1 else listing
                continue
            here = list(find_claims(clause, reading, told > 0 or bool(found)))
            others = denied and _THOSE.search(clause.text[:60])
            if not here and listing is not None and not others:
                here = list(find_continued(clause, listing, reading))
            elif here and not here[-1].past:
                if listing is not None:
                    carry_category(here, listing)
                listing = listing_of(clause, here, reading, listing)
            opened = None if here else find_opening(clause, reading)
            listing = opened or listing
            announced = announced or opened is not None
            found += here
        denied = sentence.modality != "asserted"
        told = 2 if found or announced else told - 1
        # A list may go on after a line without parties, and ends where others are named.
        if cue("nomination").search(sentence.text) and not found:
            listing = None
        for claim in found:
            claims.add(claim)
    for entry in find_enumerated(reading):
        for claim in claims_of_item(entry, reading):
            claims.add(claim)
    return claims.all


_DEFINED = "kegiatan|ajang|program|bentuk|wujud|agenda|pencapaian"
_DEFINITION = MarkedPattern(
    rf"\b(?:ialah|merupakan|adalah|menjadi)\s+(?:\w+\s+){{0,2}}(?:{_DEFINED})\b"
    r"|\bmeliputi\s+\w+\s+kategori\b",
    [*_DEFINED.split("|"), "meliputi"],
    re.IGNORECASE,
)


_THOSE = re.compile(r"\b(?:itu|tersebut|ini)\b", re.IGNORECASE)
"""After a sentence that denies, "ketujuh kabupaten itu adalah …" lists those who won nothing."""


def is_headline(clause: ReadSentence) -> bool:
    """Tell whether a line in the body is the headline of another article: "Batu Raih Adipura"."""
    text = clause.text.rstrip()
    if clause.sentence.is_title or len(text) > _LONGEST_HEADLINE or text[-1] in ".!?:;,\"”)'’…":
        return False
    words = [w for w in clause.sentence.tokens if len(w.text) > 3 and not w.text.isdigit()]
    upper = sum(w.capitalised for w in words)
    return len(words) >= 4 and upper >= 0.8 * len(words) and cue("receive").search(text) is not None


_LONGEST_HEADLINE = 130


def is_definition(text: str) -> bool:
    """Tell whether a text says what an award is, and not who received it."""
    return _DEFINITION.search(text) is not None


def _best(supports: list[Support], reading: Reading) -> tuple[Support, ...]:
    """Return the first passages of the body, or the headline's if nothing else says it."""
    heading = reading.article.heading
    body = [s for s in supports if heading is None or s.start != heading.start]
    return tuple((body or supports)[:MAX_PASSAGES])


def _stated_scores(reading: Reading) -> dict[Party | None, float]:
    """Return the scores that sentences state which tell of one government, or only of the main."""
    scores: dict[Party | None, float] = {}
    for sentence in reading.sentences:
        score = find_stated_score(sentence.text)
        if score is None or sentence.modality != "asserted":
            continue
        named = {m.party for m in sentence.parties if isinstance(m.party, Government)}
        if len(named) <= 1 and not cue("history").search(sentence.text):
            scores.setdefault(next(iter(named), reading.main), score)
    return scores


def _event(claims: list[Claim], reading: Reading) -> tuple[Award, int | None] | None:
    """Return the edition whose ceremony the article reports: what it is about, if that was won."""
    editions = [(claim.award, claim.year) for claim in claims if not claim.past]
    about = next((e for e in editions if e == (reading.award, reading.year)), None)
    return about or (editions[0] if editions else None)


def _conferral(
    claim: Claim,
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
    far = ceremony.held_on is not None and not ceremony.fits(claim.year)
    if (claim.award, claim.year) != event or far:
        return conferral
    accepted = ceremony.accepted_for(claim.recipient)
    # Of the others in a list nobody says who handed them their award.
    present = claim.recipient == reading.main or bool(accepted)
    # "Predikat A juga diraih …" tells of others, who did not stand on the stage.
    there = present or claim.category == own_category

    def holds(name: str, concerned: bool) -> bool:
        return concerned or name not in ceremony.of_some

    return replace(
        conferral,
        held_on=ceremony.held_on if holds("held_on", there) and ceremony.fits(claim.year) else None,
        venue=ceremony.venue if holds("venue", there) else None,
        conferred_by=ceremony.conferred_by,
        conferred_through=ceremony.conferred_through,
        presented_by=ceremony.presented_by if holds("presented_by", present) else (),
        accepted_by=accepted,
        supports=(*conferral.supports, *ceremony.supports_for(claim.recipient)),
    )
