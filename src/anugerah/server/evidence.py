"""Evidence as people read it: by source and by sentence, each sentence once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from anugerah.server.engine import Binding


@dataclass(frozen=True)
class Support:
    """One piece of evidence: which fact, or which property of it, a rule found here."""

    evidence: str
    fact: str
    property: str | None
    rule: str | None
    confidence: str | None
    note: str | None
    doubtful: bool


@dataclass
class Quote:
    """A passage, or None where a source is cited without words, and what it supports."""

    passage: str | None
    text: str | None
    supports: list[Support] = field(default_factory=list)

    def by_fact(self) -> dict[str, list[Support]]:
        """Return what the passage supports, by fact."""
        found: dict[str, list[Support]] = {}
        for support in self.supports:
            found.setdefault(support.fact, []).append(support)
        return found


def group_evidence(rows: Iterable[Binding]) -> dict[str, list[Quote]]:
    """Return the quotes of each source, in the order of the rows."""
    found: dict[str, dict[str | None, Quote]] = {}
    seen: set[str] = set()
    for row in rows:
        value = {name: bound["value"] for name, bound in row.items()}
        if value["evidence"] in seen:
            continue
        seen.add(value["evidence"])
        passage = value.get("passage")
        quotes = found.setdefault(value["source"], {})
        quote = quotes.setdefault(passage, Quote(passage, value.get("quote")))
        quote.supports.append(
            Support(
                evidence=value["evidence"],
                fact=value["fact"],
                property=value.get("property"),
                rule=value.get("rule"),
                confidence=value.get("confidence"),
                note=value.get("note"),
                doubtful=value.get("doubtful") == "true",
            )
        )
    return {source: list(quotes.values()) for source, quotes in found.items()}
