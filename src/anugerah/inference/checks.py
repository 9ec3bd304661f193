"""What in a store contradicts the ontology, in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import QuerySolutions, Store

from anugerah.inference import rule as kinds
from anugerah.inference.equality import Equalities
from anugerah.inference.rule import Kind, Row, Rule

_MESSAGES = {
    "prp-irp": "{0} is related to itself by {1}, which is never so: remove the statement.",
    "prp-asyp": "{0} and {2} are related by {1} both ways, not just one: remove one statement.",
    "prp-pdw": "{0} is related to {3} by {1} and {2}, which exclude each other: remove one.",
    "cax-dw": "{0} is in {1} and in {2}, which exclude each other: remove one of the two.",
    "prp-npa1": "{0} is related to {2} by {1}, which the ontology denies: remove the statement.",
    "cls-nothing2": "{0} is in {1}, which has no members: remove the statements that imply it.",
    "cls-maxc1": "{0} has {2} for {1}, of which it can have none: remove the statement.",
    "cls-maxqc1": "{0} has {2} for {1}, of which it can have none like it: remove the statement.",
    "prp-fp": "{0} has both {2} and {3} for {1}, of which it can have one only: remove one value.",
    "eq-diff1": "{0} is said to differ from a node that is the same: remove one of the statements.",
    "eq-diff2": "{0} and {1} differ by the ontology, but data make them the same: correct them.",
}
_TERM_MERGED = (
    "{0} and {1} can't be the same, since one is a term of the ontology: remove the link."
)


def contradictions(store: Store, rules: Iterable[Rule], equalities: Equalities) -> Iterator[str]:
    """Yield a sentence for each contradiction that the checks among `rules` find in `store`."""
    tables: dict[Kind, list[Row]] = defaultdict(list)
    terms: set[str] = set()
    for rule in rules:
        terms.update(predicate.removeprefix("a ") for predicate in rule.body)
        if rule.kind in kinds.CHECKS:
            tables[rule.kind].append(rule.row)
    sayings: set[str] = set()
    same = {str(node): str(voice) for node, voice in equalities.merged().items()}
    for kind, rows in tables.items():
        if kind == kinds.DIFFERENT_PAIR:
            clashes = [row for row in rows if same.get(row[0], row[0]) == same.get(row[1], row[1])]
            sayings.update(_MESSAGES[kind.name].format(*row) for row in clashes)
            continue
        solutions = store.query(kind.select(rows))
        assert isinstance(solutions, QuerySolutions)  # noqa: S101
        sayings.update(_MESSAGES[kind.name].format(*map(str, solution)) for solution in solutions)
    yield from sorted(sayings)
    for pair in sorted(same.items()):
        if terms.intersection(pair):
            yield _TERM_MERGED.format(*pair)
