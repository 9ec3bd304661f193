"""Leaving out the rules that add nothing beside the others.

A closed ontology states every consequence of its axioms, so that most of its rules only repeat what
shorter steps bring: where A ⊑ B ⊑ C, the rule A ⊑ C finds its work done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from anugerah.inference import rule as kinds
from anugerah.inference.rule import Kind, Row, Rule

_INTO_CLASS = frozenset(
    {kinds.DOMAIN, kinds.RANGE, kinds.HAS_VALUE_IN, kinds.SOME_VALUES, kinds.ALL_VALUES}
)


class _Order:
    """The strict order among classes or properties that subclass or subproperty rules state."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        stated = set(pairs)
        self.broader: dict[str, set[str]] = defaultdict(set)
        for narrow, broad in stated:
            if (broad, narrow) not in stated:
                self.broader[narrow].add(broad)

    def between(self, narrow: str, broad: str) -> bool:
        return any(broad in self.broader[each] for each in [*self.broader[narrow]])


def without_redundant(rules: Iterable[Rule]) -> list[Rule]:
    """Return `rules` in a fixed order, less those whose outcome other rules bring about."""
    kept = sorted(set(rules), key=lambda rule: (rule.kind.name, rule.kind.columns, rule.row))
    rows: dict[Kind, set[Row]] = defaultdict(set)
    for rule in kept:
        rows[rule.kind].add(rule.row)
    classes = _Order((row[0], row[1]) for row in rows[kinds.SUBCLASS])
    properties = _Order((row[0], row[1]) for row in rows[kinds.SUBPROPERTY])
    inverses = {(row[0], row[1]) for row in rows[kinds.INVERSE]}

    def redundant(rule: Rule) -> bool:
        kind, row = rule.kind, rule.row
        if kind == kinds.SUBCLASS:
            return classes.between(row[0], row[1])
        if kind == kinds.SUBPROPERTY:
            return properties.between(row[0], row[1])
        if kind == kinds.HAS_VALUE_OUT:
            return any((broad, *row[1:]) in rows[kind] for broad in classes.broader[row[0]])
        if kind in _INTO_CLASS and _narrower_head(row, kind):
            return True
        if kind in (kinds.DOMAIN, kinds.RANGE):
            return any(
                (broad, row[1]) in rows[kind] for broad in properties.broader[row[0]]
            ) or _mirrored(row, kind)
        return False

    def _narrower_head(row: Row, kind: Kind) -> bool:
        return any(
            other[:-1] == row[:-1] and row[-1] in classes.broader[other[-1]]
            for other in by_start[kind, row[:-1]]
        )

    def _mirrored(row: Row, kind: Kind) -> bool:
        mirror = kinds.RANGE if kind == kinds.DOMAIN else kinds.DOMAIN
        return any(
            (other, row[0]) in inverses and other < row[0] and (other, row[1]) in rows[mirror]
            for other, _ in rows[mirror]
        )

    by_start: dict[tuple[Kind, Row], list[Row]] = defaultdict(list)
    for kind in _INTO_CLASS:
        for row in rows[kind]:
            by_start[kind, row[:-1]].append(row)
    return [rule for rule in kept if not redundant(rule)]
