"""What the shapes found in a graph, as typed results and as an RDF report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF
from rdflib.term import IdentifiedNode, Identifier

from anugerah.namespaces import bind_prefixes

SH = Namespace("http://www.w3.org/ns/shacl#")

_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')


@dataclass(frozen=True)
class Result:
    """One finding of a shape about one node.

    Attributes:
        focus: The node that was judged.
        path: The property path in SPARQL's notation, or None where the node itself is at fault.
        value: The value at fault, where there is one.
        severity: "Violation", "Warning" or "Info".
        messages: What is wrong and what to do, by language ("en", "id").
        shape: The named shape that found it.
        component: The name of SHACL's constraint component, such as "MinCountConstraintComponent".
    """

    focus: Identifier
    path: str | None
    value: Identifier | None
    severity: str
    messages: dict[str, str] = field(hash=False)
    shape: IdentifiedNode | None
    component: str

    def text(self, language: str = "en") -> str:
        """Return the finding as one line in `language`."""
        message = self.messages.get(language) or next(iter(self.messages.values()), self.component)
        return f"{_shown(self.focus)}: {message}"

    def sort_key(self) -> tuple[str, str, str, str, str]:
        """Return a key that puts results in the same order in every run."""
        return (
            str(self.focus),
            self.path or "",
            self.component,
            "" if self.value is None else _shown(self.value),
            str(self.shape),
        )


@dataclass(frozen=True)
class Report:
    """The outcome of one validation; it conforms when nothing in it is a violation."""

    results: tuple[Result, ...] = ()

    @property
    def violations(self) -> tuple[Result, ...]:
        """The results that keep a graph out."""
        return tuple(result for result in self.results if result.severity == "Violation")

    @property
    def conforms(self) -> bool:
        """Whether the graph may be published."""
        return not self.violations

    def graph(self) -> Graph:
        """Return the report in the terms of SHACL, the same for the same results.

        An anonymous property shape is reported by the named shape that holds it.
        """
        graph = bind_prefixes(Graph())
        graph.bind("sh", SH)
        report = BNode("report")
        graph.add((report, RDF.type, SH.ValidationReport))
        graph.add((report, SH.conforms, Literal(self.conforms)))
        for number, result in enumerate(self.results, start=1):
            node = BNode(f"result{number}")
            graph.add((report, SH.result, node))
            _describe(graph, node, result)
        return graph


def _shown(term: Identifier) -> str:
    return f"<{term}>" if isinstance(term, URIRef) else str(term)


def _writable(term: Identifier) -> Identifier:
    """Return `term`, or its text where no RDF syntax can hold the term itself."""
    text = str(term).encode("utf-8", "backslashreplace").decode()
    if text != str(term) or (isinstance(term, URIRef) and _NOT_IN_IRI.search(text)):
        return Literal(text)
    return term


def _describe(graph: Graph, node: BNode, result: Result) -> None:
    graph.add((node, RDF.type, SH.ValidationResult))
    graph.add((node, SH.focusNode, _writable(result.focus)))
    graph.add((node, SH.resultSeverity, SH[result.severity]))
    graph.add((node, SH.sourceConstraintComponent, SH[result.component]))
    if result.value is not None:
        graph.add((node, SH.value, _writable(result.value)))
    if result.shape is not None:
        graph.add((node, SH.sourceShape, result.shape))
    if result.path is not None and result.path.startswith("^<"):
        inverse = BNode(f"{node}path")
        graph.add((node, SH.resultPath, inverse))
        graph.add((inverse, SH.inversePath, URIRef(result.path[2:-1])))
    elif result.path is not None and result.path.count("<") == 1:
        graph.add((node, SH.resultPath, URIRef(result.path[1:-1])))
    for language, message in result.messages.items():
        graph.add((node, SH.resultMessage, Literal(message, lang=language or None)))
