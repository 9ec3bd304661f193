"""What looks like a conferral and was not taken, with the reason and the word that decided."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from anugerah.corpus.article import judged_lines
from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.assertions import awards_of, find_claims, find_past, is_report
from anugerah.extraction.awards import find_awards
from anugerah.extraction.candidates import usable
from anugerah.extraction.chains import find_chains
from anugerah.extraction.claims import Claim
from anugerah.extraction.clauses import find_clauses
from anugerah.extraction.conferrals import is_definition, is_headline
from anugerah.extraction.facts import Conferral, Fact, WinCount
from anugerah.extraction.language_data import cue, load, phrases
from anugerah.extraction.listings import find_opening
from anugerah.extraction.modality import modality_of
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.recipients import find_received
from anugerah.extraction.scores import find_rank
from anugerah.extraction.tokens import Sentence, tokenise
from anugerah.extraction.years import find_edition

Verdict = tuple[str, str | None]
"""A reason, and the word that decided."""

_GIVES = ("receive", "receive_passive", "hand_over", "name", "winners")


@dataclass(frozen=True, slots=True)
class Rejection:
    """A passage that looks like a conferral and gave none.

    Attributes:
        start, end: character offsets into the article's text; `text[start:end] == quote`.
        quote: the passage itself.
        reason: the key of the reason in `language/rejections.yaml`.
        cue: the word that decided; of page noise the rule in `corpus/noise.yaml`. None where
            something is missing rather than said.
    """

    start: int
    end: int
    quote: str
    reason: str
    cue: str | None

    def explanation(self) -> dict[str, str]:
        """Return the reason as a sentence, by language ("en", "id")."""
        sentences: dict[str, str] = load("rejections")["reasons"][self.reason]
        return sentences


def find_rejections(reading: Reading, facts: Sequence[Fact]) -> list[Rejection]:
    """Find what looks like a conferral in an article and supports none of its `facts`."""
    found = []
    for clause, verdict in _rejected(reading, facts):
        quote = clause.text.rstrip()
        found.append(Rejection(clause.start, clause.start + len(quote), quote, *verdict))
    return sorted([*found, *_dropped(reading)], key=lambda rejection: rejection.start)


def _rejected(reading: Reading, facts: Sequence[Fact]) -> Iterator[tuple[ReadSentence, Verdict]]:
    conferrals = [fact for fact in facts if isinstance(fact, Conferral)]
    taken = [fact for fact in facts if isinstance(fact, Conferral | WinCount)]
    quoted = {(s.start, s.end) for fact in taken for s in fact.supports}
    spans = [(s.sentence.start, s.sentence.end) for s in reading.sentences]
    for sentence, span, behind in zip(reading.sentences, spans, [*spans[1:], None], strict=True):
        for clause in find_clauses(sentence):
            if not _looks_like_conferral(clause):
                continue
            verdict = _unasserted(clause)
            if verdict is not None:
                past = verdict[0] != "headline" and any(find_past(clause, reading))
                verdict = None if past else verdict
            elif span not in quoted and not (behind in quoted and find_opening(clause, reading)):
                verdict = _unclaimed(clause, reading, conferrals)
            if verdict is not None:
                yield clause, verdict


def _looks_like_conferral(clause: ReadSentence) -> bool:
    if clause.awards:
        return True
    words = _phrases("awards").search(clause.text)
    return words is not None and any(cue(key).search(clause.text) for key in _GIVES)


@cache
def _phrases(key: str) -> MarkedPattern:
    return phrases(tuple(load("rejections")[key]))


def _unasserted(clause: ReadSentence) -> Verdict | None:
    """Return why a clause is not read for claims, or None if it is."""
    if is_headline(clause):
        return "headline", None
    if clause.modality == "not_yet":
        word = _deciding(clause.text)
        return _not_yet(word), word
    if clause.modality == "negative":
        low = _phrases("low_grades").search(clause.text)
        return ("low_grade" if low else "negative"), _found("negative", clause.text)
    if is_definition(clause.text):
        defines = _phrases("defines").search(clause.text)
        return "definition", defines.group() if defines else None
    return ("report", "LKPD") if is_report(clause) else None


def _deciding(text: str) -> str:
    """Return the word of what has not happened yet that decided on `text`."""
    matches = cue("not_yet").finditer(text)
    return next(m.group() for m in matches if modality_of(text[: m.end()]) == "not_yet")


def _not_yet(word: str) -> str:
    """Return the reason that a word of what has not happened yet tells."""
    for reason, pattern in (
        ("purpose", _phrases("purpose")),
        ("nomination", _phrases("nominations")),
        ("hope", _phrases("wishes")),
        ("target", cue("target")),
    ):
        if pattern.match(word):
            return reason
    return "target" if cue("target").search(word) else "not_yet"


def _found(key: str, text: str) -> str | None:
    match = cue(key).search(text)
    return match.group() if match else None


def _unclaimed(
    clause: ReadSentence, reading: Reading, conferrals: Sequence[Conferral]
) -> Verdict | None:
    """Return why an asserted clause gave no fact; None if it only repeats one."""
    claims = list(find_claims(clause, reading, told=True))
    if claims:
        return _unconfirmed(clause, claims, reading, conferrals)
    if not find_received(clause, reading):
        return _without_recipient(clause)
    awards = [award for award, _ in awards_of(clause, reading, 1.0)]
    if not awards:
        return "no_award", None
    if all(find_edition(clause, award, reading) is None for award in awards):
        return "history", _found("history", clause.text)
    rank = find_rank(clause.text)
    return ("low_rank", str(rank)) if rank else ("no_award", None)


def _unconfirmed(
    clause: ReadSentence,
    claims: Sequence[Claim],
    reading: Reading,
    conferrals: Sequence[Conferral],
) -> Verdict | None:
    """Return why the claims of a clause were dropped later; None if they repeat facts."""
    dropped = [claim for claim in claims if not any(_says(fact, claim) for fact in conferrals)]
    if not dropped:
        return None
    if clause.sentence.is_title and (word := _put_off(dropped[0], reading)):
        return "put_off", word
    told = {(fact.award, fact.recipient) for fact in conferrals}
    if any((claim.award, claim.recipient) in told for claim in dropped):
        return "differs", None
    if not any(find_claims(clause, reading, told=False)):
        return "no_verb", None
    return "doubtful", None


def _says(fact: Conferral, claim: Claim) -> bool:
    same = (fact.award, fact.year, fact.recipient) == (claim.award, claim.year, claim.recipient)
    return same and claim.category in (None, fact.category)


def _put_off(claim: Claim, reading: Reading) -> str | None:
    """Return the word by which the body puts off or denies what the headline claims."""
    for sentence in reading.sentences:
        about = any(mention.award == claim.award for mention in sentence.awards)
        if about and not sentence.sentence.is_title and sentence.modality != "asserted":
            verdict = _unasserted(sentence)
            return verdict[1] if verdict else None
    return None


def _without_recipient(clause: ReadSentence) -> Verdict:
    text = clause.text
    if not clause.awards and (many := _many().search(text)):
        return "many", many.group()
    for verb in cue("receive").finditer(text):
        purpose = _purpose().search(text, 0, verb.start())
        if purpose is not None:
            return "purpose", f"{purpose.group().strip()} {verb.group()}"
        if thanks := cue("not_receive").match(text, verb.start()):
            return "thanks", thanks.group()
        if hope := cue("hope").search(text, 0, verb.start()):
            return "hope", hope.group()
        behind = [token.text for token in tokenise(text[verb.end() : verb.end() + _NEAR])]
        got = next((w for w in behind if not _phrases("before_object").fullmatch(w)), "")
        if cue("not_objects").fullmatch(got):
            return "other_object", got
    members = [member for chain in find_chains(clause) for member in chain.members]
    if members and not any(usable(member, clause) for member in members):
        return "onlooker", clause.sentence.between(members[0].start, members[0].end).strip(" (),")
    gives = next((word for key in _GIVES if (word := _found(key, text))), None)
    return ("no_recipient", gives) if gives else ("no_verb", None)


_NEAR = 60
"""Characters behind a verb in which its object begins."""


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile(rf"{_phrases('purpose').pattern}\s+$", re.IGNORECASE)


@cache
def _many() -> re.Pattern[str]:
    many, awards = _phrases("many").pattern, _phrases("awards").pattern
    return re.compile(rf"{many}\s+(?:\w+\s+){{0,2}}{awards}", re.IGNORECASE)


def _dropped(reading: Reading) -> Iterator[Rejection]:
    """Yield the lines that the corpus left out of the article although they tell of an award."""
    article = reading.article
    kept = [article.heading] if article.heading else []
    kept = sorted([*kept, *article.paragraphs], key=lambda paragraph: paragraph.start)
    starts = [paragraph.start for paragraph in kept]
    body = article.paragraphs[0].start if article.paragraphs else len(article.text)
    for line, furniture in judged_lines(article.text):
        at = bisect_right(starts, line.start) - 1
        inside = at >= 0 and line.start < kept[at].end
        above = furniture is None and line.start < body and line.text != article.title
        if inside or not (furniture or above) or not _tells_of_award(line.text, reading):
            continue
        reason = f"noise_{furniture.kind}" if furniture else "above"
        rule = furniture.rule if furniture else None
        yield Rejection(line.start, line.end, line.text, reason, rule)


def _tells_of_award(line: str, reading: Reading) -> bool:
    if len(line) > _LONGEST_LINE or not any(cue(key).search(line) for key in _GIVES):
        return False
    sentence = Sentence(0, len(line), line, 0, tuple(tokenise(line)))
    award = _phrases("awards").search(line) or find_awards(sentence, reading.knowledge)
    return bool(award)


_LONGEST_LINE = 2_000
"""A longer line is not for people to read in a table."""
