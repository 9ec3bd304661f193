"""SHACL's constraint components: each finds the values that break it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Protocol

import pyoxigraph as ox

from anugerah.validation.index import Index, Term, Terms
from anugerah.validation.values import Value, is_well_formed, value_of


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
            and is_well_formed(value)
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
class MinLength(EachValue):
    """The text of each value has at least so many characters."""

    length: int
    component: str = "MinLengthConstraintComponent"

    def holds(self, _data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        text = _text(value)
        return self.length == 0 or (text is not None and len(text) >= self.length)


@dataclass(frozen=True)
class LanguageIn(EachValue):
    """Each value is in one of some languages, as `langMatches` of SPARQL has it."""

    languages: tuple[str, ...]
    component: str = "LanguageInConstraintComponent"

    def holds(self, _data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        if not isinstance(value, ox.Literal) or not value.language:
            return False
        own = f"{value.language.lower()}-"
        return any(own.startswith(f"{language.lower()}-") for language in self.languages)


@dataclass(frozen=True)
class UniqueLanguage(Constraint):
    """No two values are in the same language."""

    component: str = "UniqueLangConstraintComponent"

    def faults(self, _data: Index, _focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return one fault where two are."""
        languages = [v.language for v in values if isinstance(v, ox.Literal) and v.language]
        return (None,) if len(set(languages)) < len(languages) else ()


@dataclass(frozen=True)
class HasValue(Constraint):
    """One of the values is a certain one."""

    asks_for_values: ClassVar[bool] = True
    value: Term
    component: str = "HasValueConstraintComponent"

    def faults(self, _data: Index, _focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return one fault where it is missing."""
        return () if self.value in values else (None,)


@dataclass(frozen=True)
class Equals(Constraint):
    """The values are those of another property."""

    asks_for_values: ClassVar[bool] = True
    other: ox.NamedNode
    component: str = "EqualsConstraintComponent"

    def faults(self, data: Index, focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return the values that only one of both has."""
        others = data.objects(focus, self.other)
        extra = [value for value in values if value not in others]
        return extra + [other for other in others if other not in values]


@dataclass(frozen=True)
class Disjoint(Constraint):
    """No value is one of another property."""

    other: ox.NamedNode
    component: str = "DisjointConstraintComponent"

    def faults(self, data: Index, focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return the values that are."""
        others = data.objects(focus, self.other)
        return [value for value in values if value in others]


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
class And(EachValue):
    """Each value conforms to all of some shapes: those of sh:and, or the one of sh:node."""

    shapes: tuple[Conformance, ...]
    component: str = "AndConstraintComponent"

    def holds(self, data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        return all(shape.accepts(data, value) for shape in self.shapes)


@dataclass(frozen=True)
class ExactlyOne(EachValue):
    """Each value conforms to exactly one of some shapes."""

    shapes: tuple[Conformance, ...]
    component: str = "XoneConstraintComponent"

    def holds(self, data: Index, value: Term) -> bool:
        """Return whether it holds of `value`."""
        return sum(shape.accepts(data, value) for shape in self.shapes) == 1


@dataclass(frozen=True)
class Qualified(Constraint):
    """So many values, at least or at most, conform to a shape."""

    asks_for_values: ClassVar[bool] = True
    shape: Conformance
    count: int
    at_most: bool
    component: str

    def faults(self, data: Index, _focus: Term, values: Terms) -> Iterable[Term | None]:
        """Return one fault where there are too few or too many."""
        found = sum(self.shape.accepts(data, value) for value in values)
        return (None,) if (found > self.count if self.at_most else found < self.count) else ()


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
