"""The rules, made ready for inference triple by triple.

Most rules read one triple alone. All that follows by them depends on its predicate (or, for a type,
on its class) only, so it is worked out once for each and kept as a pattern. What is left are the
rules that join triples; `anugerah.inference.stepwise` runs them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from anugerah.errors import AnugerahError
from anugerah.inference import rule as kinds
from anugerah.inference.rule import Rule

Triple = tuple[str, str, str]
"""Subject, predicate and object as N-Triples writes them."""

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
SAME_AS = "<http://www.w3.org/2002/07/owl#sameAs>"

SUBJECT, OBJECT, _LITERAL = "?s", "?o", '"?o"'
_LOCAL_CHECKS = (
    kinds.IRREFLEXIVE,
    kinds.DISJOINT_PROPERTIES,
    kinds.DISJOINT_CLASSES,
    kinds.EMPTY_CLASS,
    kinds.AT_MOST_NONE,
    kinds.ONE_LITERAL,
    kinds.DIFFERENT,
)


Pattern = tuple[str, str, str, bool]
"""What follows from a triple, `?s` and `?o` for its ends, and whether a rule joins the outcome."""


class Program:
    """The rules by what they read.

    Attributes:
        chains: by predicate, the chains that it stands in: steps, its place, the head.
        some, all: by predicate, the classes of the fillers and of the owners.
        some_of, all_of: the same by the class that they read.
        both: by class, the intersections that it is part of: all parts, the head.
        single: predicates of which a node has one value; `inverse_single`: each value one node.
        single_in: by predicate, the classes of which a member has one value (of a class or any).
        value_in: by predicate and value, the classes of whatever has that value.
        apart: pairs of nodes that differ.
        terms: the terms of the ontology, which nothing may be the same as.
        checks: the checks that see one subject at a time.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Sort `rules`.

        Raises:
            AnugerahError: a rule is of a kind that can't be run so.
        """
        self._one: dict[str, list[tuple[str, Rule]]] = defaultdict(list)
        self._patterns: dict[tuple[str, str], tuple[Pattern, ...]] = {}
        self.chains: dict[str, list[tuple[tuple[str, ...], int, str]]] = defaultdict(list)
        self.some: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.some_of: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.all: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.all_of: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.both: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self.single: set[str] = set()
        self.inverse_single: set[str] = set()
        self.single_in: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        self.value_in: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.apart: list[tuple[str, str]] = []
        self.terms = {name.removeprefix("a ") for rule in rules for name in rule.body}
        self.checks = [rule for rule in rules if rule.kind in _LOCAL_CHECKS]
        for rule in rules:
            self._sort(rule)
        self._joining = {
            *self.chains, *self.some, *self.all, *self.single, *self.inverse_single,
            *self.single_in, *(predicate for predicate, _ in self.value_in), SAME_AS,
        }  # fmt: skip
        self._sides = {name: self._joined_sides(name) for name in self._joining}
        limited = {name for places in self.single_in.values() for pair in places for name in pair}
        self._joining_classes = {*self.some_of, *self.all_of, *self.both, *limited}

    def joins_beyond(self, triple: Triple, private: str) -> bool:
        """Tell whether a rule may join `triple` at a node whose name does not hold `private`."""
        subject, predicate, value = triple
        at_subject, at_object = self._sides.get(predicate, (True, False))
        return (at_subject and private not in subject) or (at_object and private not in value)

    def joins(self, triple: Triple) -> bool:
        """Tell whether a rule joins `triple` with another."""
        if triple[1] == TYPE:
            return triple[2] in self._joining_classes
        return triple[1] in self._joining

    def follows(self, triple: Triple) -> tuple[Pattern, ...]:
        """Return what follows from `triple` alone."""
        _, predicate, value = triple
        if predicate == TYPE:
            key = predicate, value
        else:
            key = predicate, _LITERAL if value[0] == '"' else OBJECT
        pattern = self._patterns.get(key)
        if pattern is None:
            pattern = self._patterns[key] = tuple(self._closure(*key))
        return pattern

    def _closure(self, predicate: str, value: str) -> Iterator[Pattern]:
        start = (SUBJECT, predicate, value)
        seen, waiting = {start}, [start]
        while waiting:
            for triple in self._step(waiting.pop()):
                if triple not in seen:
                    seen.add(triple)
                    waiting.append(triple)
                    subject, name, end = triple
                    yield subject, name, OBJECT if end == _LITERAL else end, self.joins(triple)

    def _joined_sides(self, predicate: str) -> tuple[bool, bool]:
        """Return whether rules join triples of `predicate` at the subject, and at the object."""
        places = [(place, len(steps)) for steps, place, _ in self.chains.get(predicate, ())]
        at_subject = (
            any(place > 0 for place, _ in places)
            or predicate in self.single
            or predicate in self.single_in
            or predicate in self.all
        )
        at_object = (
            any(place < length - 1 for place, length in places)
            or predicate in self.inverse_single
            or predicate in self.single_in
            or predicate in self.some
        )
        return (at_subject, at_object) if predicate != SAME_AS else (True, True)

    def _step(self, triple: Triple) -> Iterator[Triple]:
        subject, predicate, value = triple
        node = not value.startswith('"')
        for name, rule in self._one[f"a {value}" if predicate == TYPE else predicate]:
            row = rule.row
            if name == kinds.SUBPROPERTY.name:
                yield subject, row[1], value
            elif name == kinds.INVERSE.name and node:
                yield value, row[1], subject
            elif name in (kinds.DOMAIN.name, kinds.SUBCLASS.name):
                yield subject, TYPE, row[1]
            elif name == kinds.RANGE.name and node:
                yield value, TYPE, row[1]
            elif name == kinds.HAS_VALUE_OUT.name:
                yield subject, row[1], row[2]

    def _sort(self, rule: Rule) -> None:
        kind, row = rule.kind, rule.row
        if kind in (kinds.SUBPROPERTY, kinds.INVERSE, kinds.DOMAIN, kinds.RANGE):
            self._one[row[0]].append((kind.name, rule))
        elif kind in (kinds.SUBCLASS, kinds.HAS_VALUE_OUT):
            self._one[f"a {row[0]}"].append((kind.name, rule))
        elif kind == kinds.HAS_VALUE_IN:
            self.value_in[row[0], row[1]].append(row[2])
        elif kind == kinds.TRANSITIVE:
            self._chain((row[0], row[0]), row[0])
        elif kind.name == "prp-spo2":
            self._chain(row[:-1], row[-1])
        elif kind == kinds.SOME_VALUES:
            self.some[row[0]].append((row[1], row[2]))
            self.some_of[row[1]].append((row[0], row[2]))
        elif kind == kinds.ALL_VALUES:
            self.all[row[1]].append((row[0], row[2]))
            self.all_of[row[0]].append((row[1], row[2]))
        elif kind.name == "cls-int1":
            for part in row[:-1]:
                self.both[part].append((row[:-1], row[-1]))
        elif kind == kinds.FUNCTIONAL:
            self.single.add(row[0])
        elif kind == kinds.INVERSE_FUNCTIONAL:
            self.inverse_single.add(row[0])
        elif kind in (kinds.AT_MOST_ONE, kinds.AT_MOST_ONE_IN):
            self.single_in[row[1]].append((row[0], row[2] if len(row) > 2 else None))
        elif kind == kinds.DIFFERENT_PAIR:
            self.apart.append((row[0], row[1]))
        elif kind != kinds.FACT and kind not in _LOCAL_CHECKS:
            raise AnugerahError(
                f"The ontology has an axiom of the kind {kind.name} about {', '.join(row)}, which "
                "can't be followed article by article: state it as a SHACL shape."
            )

    def _chain(self, steps: tuple[str, ...], head: str) -> None:
        for place, step in enumerate(steps):
            entry = (steps, place, head)
            if entry not in self.chains[step]:
                self.chains[step].append(entry)


def rebased(rules: Iterable[Rule], old: str, new: str) -> list[Rule]:
    """Return `rules` with IRIs that start with `old` starting with `new`."""

    def renamed(text: str) -> str:
        return text.replace(f"<{old}", f"<{new}")

    return [
        Rule(
            rule.kind,
            tuple(map(renamed, rule.row)),
            frozenset(map(renamed, rule.body)),
            None if rule.head is None else renamed(rule.head),
        )
        for rule in rules
    ]
