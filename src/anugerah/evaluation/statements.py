"""Officials, innovations, counts of innovations and of wins against the gold set."""

from __future__ import annotations

from anugerah.evaluation import labels
from anugerah.evaluation.conferrals import same_recipient
from anugerah.evaluation.gold import Wanted
from anugerah.evaluation.scores import Outcome
from anugerah.extraction.facts import Innovation, InnovationCount, Tenure, WinCount
from anugerah.mapping.things import label_of

INNOVATIONS = "innovations"
"""What a count must be of to be wanted; "innovations (entered)" and the like may be given."""


def official_fit(wanted: Wanted, found: Tenure) -> float | None:
    """Officials agree in name, office, acting and organisation, or not at all."""
    agree = (
        any(labels.same_person(name, found.person.name) for name in wanted.labels("name"))
        and any(labels.same_role(role, found.role) for role in wanted.labels("role"))
        and bool(wanted.fields.get("acting", False)) == found.acting
        and any(
            labels.same_organisation(organisation, label_of(found.organisation))
            for organisation in wanted.labels("organisation")
        )
    )
    return 1.0 if agree else None


def innovation_fit(wanted: Wanted, found: Innovation) -> float | None:
    """Innovations agree in name, short or long."""
    given = [name for name in (found.name, found.expansion) if name]
    agree = any(
        labels.same_innovation(name, other) for name in wanted.labels("name") for other in given
    )
    exact = any(labels.same(name, other) for name in wanted.labels("name") for other in given)
    return 1.0 + exact if agree else None


def innovation_attributes(wanted: Wanted, found: Innovation) -> dict[str, Outcome]:
    """Return how government and agency of a matched innovation compare."""
    return {
        "government": _compare(wanted, "government", label_of(found.government)),
        "agency": _compare(wanted, "agency", label_of(found.agency) if found.agency else None),
    }


def count_fit(wanted: Wanted, found: InnovationCount) -> float | None:
    """Counts agree in value, and in government and year where the article states them."""
    governments = wanted.labels("government")
    years = [year for year in wanted.accepted("year") if year is not None]
    agree = (
        wanted.fields["value"] == found.count
        and (
            not governments or any(labels.same(g, label_of(found.government)) for g in governments)
        )
        and (not years or found.year in (None, *years))
    )
    return 1.0 if agree else None


def win_fit(wanted: Wanted, found: WinCount) -> float | None:
    """Counts of wins agree in recipient, award and number."""
    agree = (
        wanted.fields["value"] == found.count
        and same_recipient(wanted, found.recipient)
        and any(
            labels.same_award(name, found.award.name) or labels.same(name, found.award.slug)
            for name in wanted.labels("award")
        )
    )
    return 1.0 if agree else None


def _compare(wanted: Wanted, key: str, given: str | None) -> Outcome:
    right = wanted.labels(key)
    if given is None:
        return "missing" if right and None not in wanted.accepted(key) else "absent"
    if any(labels.same_organisation(label, given) for label in right):
        return "right"
    # The gold set may name an agency without its government.
    return "right" if key == "agency" and any(labels.similar(r, given) for r in right) else "wrong"
