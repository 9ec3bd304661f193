"""The shapes, made ready once and used for many graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from rdflib import Graph

from anugerah import resources
from anugerah.validation.compiler import Compiler
from anugerah.validation.hierarchy import Hierarchy
from anugerah.validation.index import Index, Term
from anugerah.validation.report import Report, Result
from anugerah.validation.shape import Fault, Shape
from anugerah.vocabulary import RDFS


class Shapes:
    """SHACL shapes with the class hierarchy that they rest on, and what is known of nodes."""

    def __init__(
        self,
        shapes: Graph,
        ontology: Iterable[ox.Quad] = (),
        known: Iterable[ox.Quad] = (),
    ) -> None:
        """Make ready `shapes`.

        Args:
            shapes: the graph of shapes.
            ontology: says which class is a subclass of which.
            known: describes nodes that the judged graphs may name.

        Raises:
            AnugerahError: the shapes hold something that the validator doesn't know.
        """
        compiled = Compiler(shapes)
        self._by_class = compiled.by_class
        self._by_node = compiled.by_node
        self._by_subject = compiled.by_subject
        self._by_object = compiled.by_object
        self._by_classes: dict[frozenset[Term], list[Shape]] = {}
        self._hierarchy = Hierarchy(
            (quad.subject, quad.object) for quad in ontology if quad.predicate == RDFS.subClassOf
        )
        self._known = Index(known, self._hierarchy)

    @classmethod
    def load(cls, known: Iterable[ox.Quad] = ()) -> Shapes:
        """Return the shapes of the project over its ontology; see `__init__` for `known`."""
        folder = resources.ontology()
        ontology = list(ox.parse(path=folder / "anugerah.ttl", format=ox.RdfFormat.TURTLE))
        shapes = Graph().parse(folder / "shapes.ttl", format="turtle")
        return cls(shapes, ontology, [*ontology, *known])

    def validate(self, quads: Iterable[ox.Quad]) -> Report:
        """Judge `quads` as one graph, without inference and without reaching out to the network.

        What is known of the nodes that they name counts, but only nodes that `quads` describe are
        judged: what is wrong with others is not their fault.
        """
        data = Index(quads, self._hierarchy, self._known)
        found: list[Fault] = []
        for node in data.subjects():
            for shape in self._shapes_of(data.classes(node)):
                shape.judge(data, node, found)
        for node, shapes in self._other_targets(data):
            for shape in shapes:
                shape.judge(data, node, found)
        results = {fault.result() for fault in found}
        return Report(tuple(sorted(results, key=Result.sort_key)))

    def _other_targets(self, data: Index) -> Iterator[tuple[Term, list[Shape]]]:
        yield from self._by_node.items()
        if not self._by_subject and not self._by_object:
            return
        for node in data.subjects():
            for predicate, values in data.own(node).items():
                yield node, self._by_subject.get(predicate, [])
                for value in values if predicate in self._by_object else ():
                    yield value, self._by_object[predicate]

    def _shapes_of(self, classes: frozenset[Term]) -> list[Shape]:
        shapes = self._by_classes.get(classes)
        if shapes is None:
            shapes = [shape for kind in classes for shape in self._by_class.get(kind, ())]
            self._by_classes[classes] = shapes
        return shapes
