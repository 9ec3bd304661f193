"""What the validator must know beside an article's graph: descriptions of the nodes it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.term import Identifier

from anugerah.validation import Report, Shapes


def _is_foreign(focus: Identifier, own: set[str]) -> bool:
    return isinstance(focus, URIRef) and str(focus) not in own


class Context:
    """The statements of the reference and curated graphs, by subject."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._descriptions: dict[str, list[ox.Quad]] = defaultdict(list)
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode):
                self._descriptions[quad.subject.value].append(quad)

    def judge(self, quads: Sequence[ox.Quad], shapes: Shapes) -> Report:
        """Judge the graph of `quads` with what is known of the nodes that it names.

        What is wrong with a node that only those descriptions speak of is not its fault.
        """
        report = shapes.validate(self.around(quads))
        own = {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
        return Report(tuple(r for r in report.results if not _is_foreign(r.focus, own)))

    def around(self, quads: Sequence[ox.Quad]) -> Graph:
        """Return `quads` with descriptions of the nodes that they name, and of those they name."""
        waiting = {node.value for quad in quads for node in (quad.subject, quad.object)}
        reached: set[str] = set()
        found = list(quads)
        while waiting:
            node = waiting.pop()
            reached.add(node)
            for quad in self._descriptions.get(node, ()):
                found.append(quad)
                if isinstance(quad.object, ox.NamedNode) and quad.object.value not in reached:
                    waiting.add(quad.object.value)
        return Graph().parse(data="".join(f"{quad.triple} .\n" for quad in found), format="nt")
