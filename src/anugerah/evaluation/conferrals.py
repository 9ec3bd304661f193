"""Conferrals against the gold set: which is which, and how each attribute compares."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from anugerah.evaluation import labels
from anugerah.evaluation.gold import Wanted
from anugerah.evaluation.scores import Outcome
from anugerah.extraction.facts import Conferral, Government, Party, Person
from anugerah.mapping.things import label_of

ATTRIBUTES: dict[str, Callable[[Conferral], Any]] = {
    "year": lambda c: c.year,
    "category": lambda c: c.category,
    "date": lambda c: c.held_on and c.held_on.isoformat(),
    "venue": lambda c: c.venue and c.venue.name,
    "place": lambda c: c.venue and c.venue.place,
    "conferrer": lambda c: c.conferred_by and c.conferred_by.name,
    "presented_by": lambda c: tuple(person.name for person in c.presented_by),
    "accepted_by": lambda c: tuple(person.name for person in c.accepted_by),
    "rank": lambda c: c.rank,
    "score": lambda c: c.score,
}
"""The attributes by the names they have in the gold set, and where a conferral has them."""

_WEIGHTS = {"year": 4.0, "category": 2.0, "rank": 1.0, "date": 1.0, "accepted_by": 0.5}
_PEOPLE = ("presented_by", "accepted_by")
_LABELS = ("category", "venue", "place")
_SCORE_PRECISION = 0.005


def fit(wanted: Wanted, found: Conferral) -> float | None:
    """Return how well `found` fits: None where award or recipient differ."""
    if not _same_award(wanted, found) or not same_recipient(wanted, found.recipient):
        return None
    agreeing = (
        weight
        for key, weight in _WEIGHTS.items()
        if compare(wanted, key, ATTRIBUTES[key](found)) in ("right", "absent")
    )
    return 1.0 + sum(agreeing)


def compare(wanted: Wanted, key: str, given: Any) -> Outcome:  # noqa: ANN401
    """Return how the attribute `key`, given as `given`, compares with what is wanted."""
    accepted = wanted.accepted(key)
    right = [value for value in accepted if value is not None]
    if given in (None, (), ""):
        return "missing" if len(right) == len(accepted) else "absent"
    # Facts always have a year; where the article leaves it open, any may stand.
    if key == "year" and not right:
        return "absent"
    if key in _PEOPLE:
        return _compare_people(given, [str(value) for value in right])
    return "right" if any(_agree(key, given, value) for value in right) else "wrong"


def same_recipient(wanted: Wanted, recipient: Party) -> bool:
    """Tell whether `recipient` is the one wanted: level and name."""
    return any(_is_recipient(choice, recipient) for choice in wanted.accepted("recipient"))


def _is_recipient(wanted: dict[str, Any], recipient: Party) -> bool:
    if recipient.level not in (wanted["level"], *wanted.get("level_alternatives", ())):
        return False
    names = [wanted["name"], *wanted.get("name_alternatives", ())]
    if "as_written" in wanted:
        names.append(wanted["as_written"])
    if isinstance(recipient, Government):
        return any(labels.same(name, recipient.name) for name in names)
    if isinstance(recipient, Person):
        return any(labels.same_person(name, recipient.name) for name in names)
    given = {recipient.name, label_of(recipient)}
    return any(labels.similar(name, label) for name in names for label in given)


def _same_award(wanted: Wanted, found: Conferral) -> bool:
    return any(
        labels.same_award(name, found.award.name) or labels.same(name, found.award.slug)
        for name in wanted.labels("award")
    )


def _agree(key: str, given: Any, wanted: Any) -> bool:  # noqa: ANN401
    if key in _LABELS:
        return labels.similar(str(given), str(wanted))
    if key == "conferrer":
        return labels.same_organisation(str(given), str(wanted))
    if key == "score":
        return abs(float(given) - float(wanted)) < _SCORE_PRECISION
    return str(given) == str(wanted)


def _compare_people(given: tuple[str, ...], choices: list[str]) -> Outcome:
    outcomes = [_compare_names(given, re.split(r" dan |; ", choice)) for choice in choices]
    return next((o for o in ("right", "missing") if o in outcomes), "wrong")


def _compare_names(given: tuple[str, ...], wanted: list[str]) -> Outcome:
    left = list(wanted)
    for name in given:
        partner = next((other for other in left if labels.same_person(name, other)), None)
        if partner is None:
            return "wrong"
        left.remove(partner)
    return "missing" if left else "right"
