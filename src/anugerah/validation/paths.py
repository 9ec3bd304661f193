"""Property paths: which values a node has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import pyoxigraph as ox

from anugerah.validation.index import Index, Term, Terms


class Path(Protocol):
    """A way from a node to values; its text is SPARQL's notation."""

    def values(self, data: Index, node: Term) -> Terms:
        """Return the values at `node`, each once."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """The values of a property."""

    predicate: ox.NamedNode

    def values(self, data: Index, node: Term) -> Terms:
        """Return the values at `node`."""
        return data.objects(node, self.predicate)

    def __str__(self) -> str:
        """Return the path in SPARQL's notation."""
        return str(self.predicate)


@dataclass(frozen=True, slots=True)
class Inverse:
    """The nodes that have the node as a value of a property."""

    predicate: ox.NamedNode

    def values(self, data: Index, node: Term) -> Terms:
        """Return the values at `node`."""
        return data.sources(self.predicate, node)

    def __str__(self) -> str:
        """Return the path in SPARQL's notation."""
        return f"^{self.predicate}"


@dataclass(frozen=True, slots=True)
class Repeated:
    """The values of a path gone once or more often; `optional` counts the node itself, too."""

    path: Path
    optional: bool
    again: bool = True

    def values(self, data: Index, node: Term) -> Terms:
        """Return the values at `node`."""
        found: dict[Term, None] = {node: None} if self.optional else {}
        waiting = [node]
        while waiting:
            new = [v for v in self.path.values(data, waiting.pop()) if v not in found]
            found.update(dict.fromkeys(new))
            waiting += new if self.again else []
        return found

    def __str__(self) -> str:
        """Return the path in SPARQL's notation."""
        sign = ("*" if self.again else "?") if self.optional else "+"
        return f"({self.path}){sign}"


@dataclass(frozen=True, slots=True)
class Sequence:
    """One path after the other."""

    steps: tuple[Path, ...]

    def values(self, data: Index, node: Term) -> Terms:
        """Return the values at `node`."""
        reached: Terms = (node,)
        for step in self.steps:
            reached = dict.fromkeys(v for each in reached for v in step.values(data, each))
        return reached

    def __str__(self) -> str:
        """Return the path in SPARQL's notation."""
        return "/".join(map(str, self.steps))


@dataclass(frozen=True, slots=True)
class Alternative:
    """The values of several paths."""

    branches: tuple[Path, ...]

    def values(self, data: Index, node: Term) -> Terms:
        """Return the values at `node`."""
        return dict.fromkeys(v for each in self.branches for v in each.values(data, node))

    def __str__(self) -> str:
        """Return the path in SPARQL's notation."""
        return "|".join(map(str, self.branches))
