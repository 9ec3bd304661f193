"""The shapes, made ready once and used for many graphs."""

from __future__ import annotations

import pyshacl
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS
from rdflib.term import IdentifiedNode, Identifier, Node

from anugerah import resources
from anugerah.validation.report import SH, Report, Result


class Shapes:
    """SHACL shapes with the class hierarchy that they rest on."""

    def __init__(self, shapes: Graph, ontology: Graph | None = None) -> None:
        """Make ready `shapes`; `ontology` says which class is a subclass of which."""
        self._shapes = shapes
        self._hierarchy = [
            (narrow, RDFS.subClassOf, broad)
            for narrow, broad in (ontology or Graph()).subject_objects(RDFS.subClassOf)
            if isinstance(narrow, URIRef) and isinstance(broad, URIRef)
        ]

    @classmethod
    def load(cls) -> Shapes:
        """Return the shapes of the project over its ontology."""
        folder = resources.ontology()
        return cls(
            Graph().parse(folder / "shapes.ttl", format="turtle"),
            Graph().parse(folder / "anugerah.ttl", format="turtle"),
        )

    def validate(self, data: Graph) -> Report:
        """Judge `data` as it stands, without inference and without reaching out to the network.

        A graph that the validator can't get through (it holds something that makes it fail) is
        reported as a violation: what can't be checked isn't published.
        """
        graph = Graph()
        for triple in data:
            graph.add(triple)
        for triple in self._hierarchy:
            graph.add(triple)
        try:
            _, found, text = pyshacl.validate(
                graph, shacl_graph=self._shapes, inplace=True, allow_warnings=True
            )
        except Exception as problem:
            return Report((_unchecked(str(problem)),))
        if not isinstance(found, Graph):
            return Report((_unchecked(str(text)),))
        results = {self._result(found, node) for node in found.objects(None, SH.result)}
        return Report(tuple(sorted(results, key=Result.sort_key)))

    def _result(self, found: Graph, node: Node) -> Result:
        source = found.value(node, SH.sourceShape)
        constraint = found.value(node, SH.sourceConstraint)
        messages = self._messages(constraint) or self._messages(source)
        path = found.value(node, SH.resultPath)
        severity = str(found.value(node, SH.resultSeverity)).removeprefix(str(SH))
        component = str(found.value(node, SH.sourceConstraintComponent)).removeprefix(str(SH))
        value = found.value(node, SH.value)
        focus = found.value(node, SH.focusNode)
        return Result(
            focus=focus if isinstance(focus, Identifier) else BNode(),
            path=None if path is None else self._path(path),
            value=value if isinstance(value, Identifier) else None,
            severity=severity,
            messages=messages or {"": str(found.value(node, SH.resultMessage))},
            shape=self._named(source),
            component=component,
        )

    def _messages(self, node: Node | None) -> dict[str, str]:
        if node is None:
            return {}
        return {
            message.language or "": str(message)
            for message in self._shapes.objects(node, SH.message)
            if isinstance(message, Literal)
        }

    def _path(self, path: Node) -> str:
        if isinstance(path, URIRef):
            return f"<{path}>"
        inverse = self._shapes.value(path, SH.inversePath)
        if inverse is not None:
            return f"^{self._path(inverse)}"
        alternatives = self._shapes.value(path, SH.alternativePath)
        if alternatives is not None:
            return "|".join(self._path(step) for step in Collection(self._shapes, alternatives))
        if self._shapes.value(path, RDF.first) is not None:
            return "/".join(self._path(step) for step in Collection(self._shapes, path))
        return str(path)

    def _named(self, shape: Node | None) -> IdentifiedNode | None:
        while isinstance(shape, BNode):
            shape = next(self._shapes.subjects(SH.property, shape), None)
        return shape if isinstance(shape, IdentifiedNode) else None


def validate(data: Graph, shapes: Shapes | Graph) -> Report:
    """Judge `data` by `shapes`: those made ready, or a graph of shapes used once."""
    return (shapes if isinstance(shapes, Shapes) else Shapes(shapes)).validate(data)


def _unchecked(reason: str) -> Result:
    return Result(
        focus=BNode("graph"),
        path=None,
        value=None,
        severity="Violation",
        messages={
            "en": f"The graph can't be checked: {reason[:300]}. Correct the value that it names.",
            "id": f"Graf tidak dapat diperiksa: {reason[:300]}. Perbaiki nilai yang disebut.",
        },
        shape=None,
        component="Unchecked",
    )
