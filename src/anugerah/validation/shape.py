"""A shape made ready: which values it looks at, and what must hold of them."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib.term import IdentifiedNode

from anugerah.validation.closed import Closed
from anugerah.validation.constraints import Constraint
from anugerah.validation.index import Index, Term
from anugerah.validation.paths import Path
from anugerah.validation.queries import Query
from anugerah.validation.report import Result
from anugerah.validation.terms import to_rdflib


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape, or a property shape, which has a path.

    Attributes:
        name: its IRI, or that of the shape that holds it.
        path: from the judged node to its values; None where the node itself is the value.
        constraints: what must hold of the values.
        without_values: those of them that may be broken where there is no value.
        properties: the shapes that each value must conform to, as a node of its own.
        of_node: what must hold of the node as a whole: queries, and sh:closed.
        messages: what is wrong and what to do, by language.
        severity: "Violation", "Warning" or "Info".
    """

    name: IdentifiedNode | None
    path: Path | None
    constraints: tuple[Constraint, ...]
    without_values: tuple[Constraint, ...]
    properties: tuple[Shape, ...]
    of_node: tuple[Query | Closed, ...]
    messages: dict[str, str]
    severity: str

    def judge(self, data: Index, focus: Term, found: list[Fault]) -> None:
        """Add to `found` what is wrong with `focus`."""
        values = (focus,) if self.path is None else self.path.values(data, focus)
        for constraint in self.constraints if values else self.without_values:
            faults = constraint.faults(data, focus, values)
            found += [Fault(self, focus, constraint, self._path(), value) for value in faults]
        for condition in self.of_node:
            said = condition.faults(data, focus)
            found += [Fault(self, focus, condition, path, value) for path, value in said]
        for shape in self.properties:
            for value in values:
                shape.judge(data, value, found)

    def _path(self) -> str | None:
        return None if self.path is None else str(self.path)

    def accepts(self, data: Index, node: Term) -> bool:
        """Return whether nothing is wrong with `node`."""
        found: list[Fault] = []
        self.judge(data, node, found)
        return not found


@dataclass(frozen=True, slots=True)
class Fault:
    """What a constraint or a query of a shape found; see `Result` for the attributes."""

    shape: Shape
    focus: Term
    source: Constraint | Query | Closed
    path: str | None
    value: Term | None

    def result(self) -> Result:
        """Return it in the terms of the report."""
        messages = self.source.messages if isinstance(self.source, Query | Closed) else {}
        component = self.source.component
        return Result(
            focus=to_rdflib(self.focus),
            path=self.path,
            value=None if self.value is None else to_rdflib(self.value),
            severity=self.shape.severity,
            messages=messages or self.shape.messages or {"": f"{component} is not met."},
            shape=self.shape.name,
            component=component,
        )
