"""SHACL's constraint components: each finds the values that break it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Protocol

import pyoxigraph as ox

from anugerah.validation.index import Index, Term, Terms
from anugerah.validation.values import WELL_FORMED, Value, value_of


class Conformance(Protocol):
    """A shape, as far as a constraint on shapes needs it."""

    def accepts(self, data: Index, node: Term) -> bool:
        """Return whether nothing is wrong with `node`."""
        ...


class Constraint(ABC):
    """A condition on the values of a node.

    Attributes:
        component: its name in SHACL.
        asks_for_values: whether it may be broken where there is no value.
    """

    component: str
    asks_for_values: ClassVar[bool] = False

    @abstractmethod
    def faults(self, data: Index, focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return the `values` of `focus` that break it; None where no single one is at fault."""


class EachValue(Constraint):
    """A condition on each value by itself."""

    def faults(self, data: Index, _focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return the values of which it doesn't hold."""
        return [value for value in values if not self.holds(data, value)]

    @abstractmethod
    def holds(self, data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""


@dataclass(frozen=True)
class MinCount(Constraint):
    """There are at least so many values."""

    asks_for_values: ClassVar[bool] = True
    count: int
    component: str = "MinCountConstraintComponent"

    def faults(self, _data: Index, _focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return one fault where there are too few."""
        return (None,) if len(values) < self.count else ()


@dataclass(frozen=True)
class MaxCount(Constraint):
    """There are at most so many values."""

    count: int
    component: str = "MaxCountConstraintComponent"

    def faults(self, _data: Index, _focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return one fault where there are too many."""
        return (None,) if len(values) > self.count else ()


@dataclass(frozen=True)
class Class(EachValue):
    """Each value is an instance of a class."""

    kind: ox.NamedNode
    component: str = "ClassConstraintComponent"

    def holds(self, data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        return self.kind in data.classes(value)


@dataclass(frozen=True)
class Datatype(EachValue):
    """Each value is a well-formed literal of a datatype."""

    datatype: ox.NamedNode
    component: str = "DatatypeConstraintComponent"

    def holds(self, _data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        return (
            isinstance(value, ox.Literal)
            and value.datatype == self.datatype
            and WELL_FORMED[self.datatype](value.value)
        )


@dataclass(frozen=True)
class NodeKind(EachValue):
    """Each value is an IRI, a blank node or a literal, as it is asked."""

    kinds: tuple[type, ...]
    component: str = "NodeKindConstraintComponent"

    def holds(self, _data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        return isinstance(value, self.kinds)


@dataclass(frozen=True)
class Bound(EachValue):
    """Each value lies on one side of a bound."""

    component: str
    bound: Value
    upper: bool
    inclusive: bool

    def holds(self, _data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        found = value_of(value)
        if found is None:
            return False
        low, high = (found, self.bound) if self.upper else (self.bound, found)
        return low.is_below(high, or_equal=self.inclusive)


@dataclass(frozen=True)
class LessThan(Constraint):
    """Each value lies below all values of another property."""

    component: str
    other: ox.NamedNode
    inclusive: bool

    def faults(self, data: Index, focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return the values that don't."""
        others = [value_of(other) for other in data.objects(focus, self.other)]
        return [value for value in values if not self._is_below(value_of(value), others)]

    def _is_below(self, value: Value | None, others: list[Value | None]) -> bool:
        return all(
            value is not None and value.is_below(other, or_equal=self.inclusive) for other in others
        )


@dataclass(frozen=True)
class Pattern(EachValue):
    """The text of each value holds a match of a regular expression."""

    pattern: re.Pattern[str]
    component: str = "PatternConstraintComponent"

    def holds(self, _data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        text = _text(value)
        return text is not None and self.pattern.search(text) is not None


@dataclass(frozen=True)
class MaxLength(EachValue):
    """The text of each value has at most so many characters."""

    length: int
    component: str = "MaxLengthConstraintComponent"

    def holds(self, _data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        text = _text(value)
        return text is not None and len(text) <= self.length


@dataclass(frozen=True)
class In(EachValue):
    """Each value is one of some."""

    members: frozenset[Term]
    component: str = "InConstraintComponent"

    def holds(self, _data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        return value in self.members


@dataclass(frozen=True)
class Or(EachValue):
    """Each value conforms to at least one of some shapes."""

    shapes: tuple[Conformance, ...]
    component: str = "OrConstraintComponent"

    def holds(self, data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        return any(shape.accepts(data, value) for shape in self.shapes)


@dataclass(frozen=True)
class Not(EachValue):
    """No value conforms to a shape."""

    shape: Conformance
    component: str = "NotConstraintComponent"

    def holds(self, data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        return not self.shape.accepts(data, value)


def _text(term: Term) -> str | None:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else None
