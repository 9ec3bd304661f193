"""Which class is a subclass of which."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Hierarchy:
    """The subclass statements of an ontology, followed upwards."""

    def __init__(self, pairs: Iterable[tuple[Term, Term]]) -> None:
        """Take the pairs of a class and one that it is a subclass of."""
        self._pairs = frozenset(pairs)
        self._broader: dict[Term, list[Term]] = {}
        for narrow, broad in self._pairs:
            self._broader.setdefault(narrow, []).append(broad)
        self._above: dict[tuple[Term, ...], frozenset[Term]] = {}

    def extended(self, pairs: Iterable[tuple[Term, Term]]) -> Hierarchy:
        """Return the hierarchy that holds `pairs` too: this one, where it has them all."""
        more = [pair for pair in pairs if pair not in self._pairs]
        return Hierarchy(self._pairs.union(more)) if more else self

    def above(self, classes: tuple[Term, ...]) -> frozenset[Term]:
        """Return `classes` and all classes that they are subclasses of."""
        found = self._above.get(classes)
        if found is None:
            reached = set(classes)
            waiting = list(classes)
            while waiting:
                broader = set(self._broader.get(waiting.pop(), ())) - reached
                reached |= broader
                waiting += broader
            found = self._above[classes] = frozenset(reached)
        return found
