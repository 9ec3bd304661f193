"""What the validator must know beside an article's graph: descriptions of the nodes it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import Graph


class Context:
    """The statements of the reference and curated graphs, by subject."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._descriptions: dict[str, list[ox.Quad]] = defaultdict(list)
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode):
                self._descriptions[quad.subject.value].append(quad)

    def around(self, graph: Graph) -> Graph:
        """Return `graph` with descriptions of the nodes that it names, and of those they name."""
        waiting = {str(node) for triple in graph for node in (triple[0], triple[2])}
        reached: set[str] = set()
        lines: list[str] = []
        while waiting:
            node = waiting.pop()
            reached.add(node)
            for quad in self._descriptions.get(node, ()):
                lines.append(f"{quad.triple} .\n")
                if isinstance(quad.object, ox.NamedNode) and quad.object.value not in reached:
                    waiting.add(quad.object.value)
        extended = Graph()
        for triple in graph:
            extended.add(triple)
        return extended.parse(data="".join(lines), format="nt") if lines else extended
