"""Which subjects may contradict the ontology: told fast, and never too few.

The contradictions that joins across subjects would show are told where those are followed. All
others stand in what is said of one subject, and most subjects are beyond suspicion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from anugerah.inference import rule as kinds
from anugerah.inference.program import TYPE
from anugerah.inference.rule import Rule
from anugerah.release.lines import subject

_TYPE = TYPE.encode()


class Suspicion:
    """What the checks among the rules look at."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Prepare the checks that see one subject at a time."""
        self._apart: dict[bytes, set[bytes]] = defaultdict(set)
        self._watched: set[bytes] = set()
        self._single: set[bytes] = set()
        for rule in rules:
            row = [term.encode() for term in rule.row]
            if rule.kind == kinds.DISJOINT_CLASSES:
                self._apart[row[0]].add(row[1])
            elif rule.kind == kinds.EMPTY_CLASS:
                self._apart[row[0]].add(row[0])
            elif rule.kind == kinds.ONE_LITERAL:
                self._single.add(row[0])
            elif rule.kind in (kinds.IRREFLEXIVE, kinds.DIFFERENT):
                self._watched.add(row[0])
            elif rule.kind in (kinds.DISJOINT_PROPERTIES, kinds.AT_MOST_NONE):
                self._watched.add(row[1])

    def suspects(self, lines: Sequence[bytes]) -> Iterator[list[bytes]]:
        """Yield the lines of each suspect among the subjects of sorted triples."""
        for _, described in groupby(lines, subject):
            said = list(described)
            if self._is_suspect(said):
                yield said

    def _is_suspect(self, lines: list[bytes]) -> bool:
        classes: set[bytes] = set()
        seen: set[bytes] = set()
        for line in lines:
            _, predicate, rest = line.split(b" ", 2)
            if predicate == _TYPE:
                classes.add(rest[:-3])
            elif predicate in self._watched or (predicate in self._single and predicate in seen):
                return True
            else:
                seen.add(predicate)
        return any(not classes.isdisjoint(self._apart.get(name, ())) for name in classes)
