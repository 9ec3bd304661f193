"""sh:closed: a node has no other properties than those that its shape names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from anugerah.validation.index import Index, Term


@dataclass(frozen=True)
class Closed:
    """A condition on all that is said of a node.

    Attributes:
        allowed: the properties that it may have.
    """

    allowed: frozenset[ox.NamedNode]
    messages: dict[str, str] = field(default_factory=dict)
    component: str = "ClosedConstraintComponent"

    def faults(self, data: Index, focus: Term) -> Iterator[tuple[str | None, Term]]:
        """Yield the property and the value of each statement that isn't allowed."""
        for predicate, values in data.own(focus).items():
            if predicate not in self.allowed:
                yield from ((str(predicate), value) for value in values)
