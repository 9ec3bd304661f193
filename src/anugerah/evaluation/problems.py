"""What isn't right, in words a reader can follow back to the article."""

from __future__ import annotations

from dataclasses import dataclass

from anugerah.evaluation.gold import Wanted
from anugerah.extraction.facts import (
    Aspiration,
    Conferral,
    Fact,
    Innovation,
    InnovationCount,
    Tenure,
)
from anugerah.mapping.things import label_of

_ORDER = (
    "false conferral in a trap",
    "false conferral",
    "missed conferral",
    "wrong",
    "false official",
    "missed official",
    "false",
    "missed",
    "missing",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that isn't right.

    Attributes:
        kind: "false conferral", "missed official", "wrong year", …
        source: the article's name.
        wanted: what the gold set says, where it says anything.
        given: what the extraction says, where it says anything.
        quote, rule: the passage that the extraction read, and the rule that read it.
    """

    kind: str
    source: str
    wanted: str | None = None
    given: str | None = None
    quote: str | None = None
    rule: str | None = None

    @property
    def severity(self) -> int:
        """The place of the kind among all kinds: 0 is the worst."""
        return next(place for place, kind in enumerate(_ORDER) if self.kind.startswith(kind))


def describe_wanted(section: str, wanted: Wanted) -> str:
    """Return a fact of the gold set as one line."""
    fields = wanted.fields
    if section in ("conferrals", "wins"):
        recipient = fields["recipient"]
        who = f"{recipient['name']} ({recipient['level']})"
        if section == "wins":
            return f"{fields['award']}, {who}: {fields['value']} wins"
        return _line(fields["award"], fields.get("year"), fields.get("category"), who)
    if section == "officials":
        acting = "acting" if fields.get("acting") else None
        return _line(fields["name"], fields["role"], acting, fields["organisation"])
    if section == "counts":
        return _line(f"{fields['value']} innovations", fields.get("government"), fields.get("year"))
    return _line(fields["name"], fields.get("government"), fields.get("agency"))


def describe_found(fact: Fact) -> str:
    """Return a fact that the extraction gives as one line."""
    if isinstance(fact, Conferral):
        who = f"{fact.recipient.name} ({fact.recipient.level})"
        return _line(fact.award.name, fact.year, fact.category, who)
    if isinstance(fact, Tenure):
        acting = "acting" if fact.acting else None
        return _line(fact.person.name, fact.role, acting, label_of(fact.organisation))
    if isinstance(fact, Innovation):
        agency = fact.agency.name if fact.agency else None
        return _line(fact.name, fact.expansion, label_of(fact.government), agency)
    if isinstance(fact, InnovationCount):
        return _line(f"{fact.count} innovations", label_of(fact.government), fact.year)
    if isinstance(fact, Aspiration):
        return _line(fact.kind, label_of(fact.aspirant), fact.award.name, fact.year)
    return f"{fact.award.name}, {label_of(fact.recipient)}: {fact.count} wins"


def _line(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part is not None)
