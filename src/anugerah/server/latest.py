"""The newest editions of awards, with some of their recipients, for the home page."""

from __future__ import annotations

from dataclasses import dataclass, field

from anugerah.server import graph_queries
from anugerah.server.engine import Binding, Engine

_EDITIONS = 4
_CATEGORIES = 4
_RECIPIENTS = 4


@dataclass(frozen=True)
class Recipient:
    """A government, or whoever was honoured, and the conferral."""

    conferral: str
    name: str


@dataclass
class Category:
    """A category, or None for awards without one, with its first recipients and their number."""

    name: str | None
    recipients: list[Recipient] = field(default_factory=list)
    total: int = 0


@dataclass(frozen=True)
class Edition:
    """An edition with its largest categories."""

    iri: str
    name: str
    award: str
    year: str
    date: str | None
    awards: int
    categories: list[Category]


async def find_latest(engine: Engine) -> list[Edition]:
    """Return the newest editions, by the day of the ceremony."""
    editions = await engine.select(graph_queries.latest_editions(_EDITIONS))
    if not editions:
        return []
    iris = [row["edition"]["value"] for row in editions]
    rows = await engine.select(graph_queries.recipients(iris))
    return [
        Edition(
            row["edition"]["value"],
            row["label"]["value"],
            row["award"]["value"],
            row["year"]["value"],
            row["date"]["value"] if "date" in row else None,
            int(row["awards"]["value"]),
            _categories([r for r in rows if r["edition"] == row["edition"]]),
        )
        for row in editions
    ]


def _categories(rows: list[Binding]) -> list[Category]:
    found: dict[str | None, Category] = {}
    for row in rows:
        name = row["category"]["value"] if "category" in row else None
        category = found.setdefault(name, Category(name))
        category.total += 1
        if len(category.recipients) < _RECIPIENTS:
            recipient = Recipient(row["conferral"]["value"], row["name"]["value"])
            category.recipients.append(recipient)
    return sorted(found.values(), key=lambda category: -category.total)[:_CATEGORIES]
