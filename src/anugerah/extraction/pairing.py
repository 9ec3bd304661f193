"""Which category belongs to which recipient, where a sentence names several of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise

from anugerah.extraction.categories import CategoryMention
from anugerah.extraction.facts import Level
from anugerah.extraction.language_data import cue


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(
        r"[\s\"“”'’]*(?:,?\s*(?:dan|serta|juga|sekaligus)\b|,|/)\s*(?:(?:kategori|predikat|untuk|juga|tingkat)\s+){0,3}[\"“'‘]?",
        re.IGNORECASE,
    )


def pair(
    text: str, recipients: Sequence[tuple[int, Level]], categories: Sequence[CategoryMention]
) -> list[list[CategoryMention]]:
    """Return the categories of each recipient.

    Args:
        text: the sentence or clause.
        recipients: the offset in `text` and the level of each recipient.
        categories: the categories in `text`, in order.

    "Kota Batam untuk kategori A, Bontang untuk kategori B" gives each the one behind it;
    "kategori A diraih Batam, kategori B Bontang" the one before it.
    """
    if not categories:
        return [[] for _ in recipients]
    if len(categories) == 1:
        return [list(categories) for _ in recipients]
    if len(recipients) == 1:
        return [_of_one(text, recipients[0], categories)]
    order: list[tuple[int, str, int]] = sorted(
        [(at, "recipient", i) for i, (at, _) in enumerate(recipients)]
        + [(c.start, "category", i) for i, c in enumerate(categories)]
    )
    runs = [(kind, [i for _, _, i in run]) for kind, run in groupby(order, key=lambda e: e[1])]
    result: list[list[CategoryMention]] = [[] for _ in recipients]
    if runs[0][0] == "recipient":
        for (kind, members), (_, labels) in pairwise(runs):
            if kind == "recipient":
                _share(members, labels, recipients, categories, result)
    else:
        for (_, labels), (kind, members) in pairwise(runs):
            if kind == "recipient":
                _share(members, labels, recipients, categories, result)
    return result


def _share(
    members: Sequence[int],
    labels: Sequence[int],
    recipients: Sequence[tuple[int, Level]],
    categories: Sequence[CategoryMention],
    result: list[list[CategoryMention]],
) -> None:
    for member in members:
        level = recipients[member][1]
        fitting = [categories[i] for i in labels if categories[i].level in (None, level)]
        exact = [c for c in fitting if c.level == level]
        chosen = exact or fitting or [categories[i] for i in labels]
        result[member] = [min(chosen, key=lambda c: abs(c.start - recipients[member][0]))]


def _of_one(
    text: str, recipient: tuple[int, Level], categories: Sequence[CategoryMention]
) -> list[CategoryMention]:
    """Return the nearest fitting category, and those joined to it by "dan" or "serta"."""
    at, level = recipient
    fitting = [c for c in categories if c.level in (None, level)] or list(categories)
    first = min(fitting, key=lambda c: (c.start < at, abs(c.start - at)))
    chosen = [first]
    for category in fitting[fitting.index(first) + 1 :]:
        between = text[chosen[-1].end : category.start]
        if _joint().fullmatch(between) or cue("further").search(between):
            chosen.append(category)
    return chosen
