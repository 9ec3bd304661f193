"""What the validator must know beside an article's graph: descriptions of the nodes it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.term import Identifier

from anugerah.validation import Report, Shapes


def _is_foreign(focus: Identifier, graph: Graph) -> bool:
    return isinstance(focus, URIRef) and (focus, None, None) not in graph


class Context:
    """The statements of the reference and curated graphs, by subject."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._descriptions: dict[str, list[ox.Quad]] = defaultdict(list)
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode):
                self._descriptions[quad.subject.value].append(quad)

    def judge(self, graph: Graph, shapes: Shapes) -> Report:
        """Judge `graph` with what is known of the nodes that it names.

        What is wrong with a node that only those descriptions speak of is not its fault.
        """
        report = shapes.validate(self.around(graph))
        return Report(tuple(r for r in report.results if not _is_foreign(r.focus, graph)))

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
