"""What pySHACL finds in a graph: the oracle for the project's own validator."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
import pyshacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from anugerah.validation import Result
from anugerah.validation.report import SH

Finding = tuple[str, str | None, str | None, str, str, str]
"""Focus node, path, value, constraint component, severity, named shape."""


def finding(result: Result) -> Finding:
    """Return what is compared of a result of the project's own validator."""
    value = None if result.value is None else _shown(result.value)
    focus, shape = _shown(result.focus), str(result.shape)
    return focus, result.path, value, result.component, result.severity, shape


def _shown(node: Node | None) -> str:
    """Return the text of `node`; blank nodes have no names to compare."""
    return "_:" if isinstance(node, BNode) else str(node)


def pyshacl_findings(
    quads: Iterable[ox.Quad], shapes: Graph, ontology: Graph
) -> set[Finding] | None:
    """Return what pySHACL finds in `quads`, taken as one graph; None where it doesn't get through.

    It fails where numbers are compared or counted with and something else stands there.
    """
    text = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    graph = Graph().parse(data=text or b"", format="nt")
    for narrow, broad in ontology.subject_objects(RDFS.subClassOf):
        if isinstance(narrow, URIRef) and isinstance(broad, URIRef):
            graph.add((narrow, RDFS.subClassOf, broad))
    try:
        _, found, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True, allow_warnings=True)
    except (ReportableRuntimeError, TypeError):
        return None
    if not isinstance(found, Graph):
        return None
    return {_finding(found, shapes, node) for node in found.objects(None, SH.result)}


def _finding(found: Graph, shapes: Graph, node: Node) -> Finding:
    def name(predicate: URIRef) -> str:
        return str(found.value(node, predicate)).removeprefix(str(SH))

    path = found.value(node, SH.resultPath)
    value = found.value(node, SH.value)
    source = found.value(node, SH.sourceShape)
    while isinstance(source, BNode):
        source = next(shapes.subjects(SH.property, source), None)
    return (
        _shown(found.value(node, SH.focusNode)),
        None if path is None else _path(shapes, path),
        None if value is None else _shown(value),
        name(SH.sourceConstraintComponent),
        name(SH.resultSeverity),
        str(source),
    )


def _path(shapes: Graph, path: Node) -> str:
    if isinstance(path, URIRef):
        return f"<{path}>"
    inverse = shapes.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_path(shapes, inverse)}"
    for kind, sign in ((SH.zeroOrMorePath, "*"), (SH.oneOrMorePath, "+"), (SH.zeroOrOnePath, "?")):
        repeated = shapes.value(path, kind)
        if repeated is not None:
            return f"({_path(shapes, repeated)}){sign}"
    alternatives = shapes.value(path, SH.alternativePath)
    if alternatives is not None:
        return "|".join(_path(shapes, step) for step in Collection(shapes, alternatives))
    assert shapes.value(path, RDF.first) is not None
    return "/".join(_path(shapes, step) for step in Collection(shapes, path))
