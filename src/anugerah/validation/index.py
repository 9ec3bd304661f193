"""The statements that are judged, by subject and predicate, over what is known beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pyoxigraph as ox

from anugerah.validation.hierarchy import Hierarchy
from anugerah.vocabulary import RDF, RDFS

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Terms = Collection[Term]
About = dict[ox.NamedNode, dict[Term, None]]
"""What is said of a node: the values of each predicate, each once."""


class Index:
    """Statements for looking up.

    What is known of a node counts as if the judged statements said it. Against the direction of a
    property only the judged statements count: others don't speak for a graph.
    """

    def __init__(
        self, quads: Iterable[ox.Quad], hierarchy: Hierarchy, known: Index | None = None
    ) -> None:
        """Take `quads`, whatever graph they stand in.

        Args:
            quads: the statements that are judged.
            hierarchy: says what is a subclass of what; `quads` may say more.
            known: describes nodes that `quads` may name.
        """
        self._own: dict[Term, About] = {}
        for quad in quads:
            about = self._own.setdefault(quad.subject, {})
            about.setdefault(quad.predicate, {})[quad.object] = None
        self._known = known
        self._about = self._own if known is None else self._merged(known)
        self._hierarchy = hierarchy.extended(
            (narrow, broad)
            for narrow, about in self._own.items()
            for broad in about.get(RDFS.subClassOf, ())
        )
        self._classes: dict[Term, frozenset[Term]] = {}
        self._sources: dict[ox.NamedNode, dict[Term, list[Term]]] = {}

    def _merged(self, known: Index) -> dict[Term, About]:
        merged = dict(self._own)
        for node, about in self._own.items():
            if node in known._about:
                merged[node] = {
                    predicate: {**about.get(predicate, {}), **values}
                    for predicate, values in {**about, **known._about[node]}.items()
                }
        return merged

    def subjects(self) -> Iterable[Term]:
        """Return the nodes that the judged statements describe."""
        return self._own.keys()

    def objects(self, subject: Term, predicate: ox.NamedNode) -> Terms:
        """Return the values of `predicate` at `subject`, each once."""
        about = self._about.get(subject)
        if about is not None:
            return about.get(predicate, ())
        return () if self._known is None else self._known.objects(subject, predicate)

    def sources(self, predicate: ox.NamedNode, value: Term) -> Terms:
        """Return the nodes that the judged statements give `value` for `predicate`."""
        sources = self._sources.get(predicate)
        if sources is None:
            sources = self._sources[predicate] = {}
            for subject, about in self._own.items():
                for each in about.get(predicate, ()):
                    sources.setdefault(each, []).append(subject)
        return sources.get(value, ())

    def own(self, node: Term) -> About:
        """Return what the judged statements alone say of `node`."""
        return self._own.get(node, {})

    def classes(self, node: Term) -> frozenset[Term]:
        """Return the classes that `node` is an instance of, through subclasses too."""
        classes = self._classes.get(node)
        if classes is None:
            classes = self._hierarchy.above(tuple(self.objects(node, RDF.type)))
            self._classes[node] = classes
        return classes
