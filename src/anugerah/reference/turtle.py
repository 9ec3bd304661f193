"""Turtle that is the same bytes for the same graph, sorted so that differences read well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD
from rdflib.term import Node

from anugerah import iris
from anugerah.namespaces import ANUGERAH, BASE, PREFIXES

_LOCAL_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_PLAIN = {
    XSD.boolean: re.compile(r"true|false"),
    XSD.integer: re.compile(r"[+-]?\d+"),
    XSD.decimal: re.compile(r"[+-]?\d*\.\d+"),
}
_FIRST: list[Node] = [RDF.type, RDFS.label]


def about_graph(
    graph: Graph,
    name: str,
    *,
    labels: Mapping[str, str],
    title: str,
    sources: Iterable[str],
    licence: str,
) -> URIRef:
    """Say in `graph` what the named graph `name` holds, from which data sets, and its licence.

    Args:
        graph: where the statements are added.
        name: the last part of the named graph's IRI.
        labels: what the named graph is called, by language.
        title: what it holds, in English.
        sources: the data sets that it comes from.
        licence: the IRI of its licence.
    """
    subject = iris.graph(name)
    graph.add((subject, RDF.type, ANUGERAH.FactGraph))
    for language, label in labels.items():
        graph.add((subject, RDFS.label, Literal(label, lang=language)))
    graph.add((subject, DCTERMS.title, Literal(title, lang="en")))
    graph.add((subject, DCTERMS.license, URIRef(licence)))
    for source in sources:
        graph.add((subject, DCTERMS.source, Literal(source, lang="en")))
    return subject


def write_turtle(graph: Graph, path: Path, comment: str) -> None:
    """Write `graph`, which must have no blank node, to `path` under the lines of `comment`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_turtle(graph, comment), encoding="utf-8", newline="\n")


def to_turtle(graph: Graph, comment: str) -> str:
    """Return `graph`, which must have no blank node, as Turtle under the lines of `comment`."""
    used: set[str] = set()
    blocks = [_block(graph, subject, used) for subject in sorted(set(graph.subjects()), key=str)]
    header = [f"# {line}".rstrip() for line in comment.splitlines()]
    header.append(f"@base <{BASE}> .")
    header += [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in sorted(used)]
    return "\n".join(header) + "\n\n" + "\n".join(blocks)


def _block(graph: Graph, subject: Node, used: set[str]) -> str:
    lines = []
    for predicate in sorted(set(graph.predicates(subject)), key=_predicate_order):
        objects = sorted(_term(term, used) for term in graph.objects(subject, predicate))
        name = "a" if predicate == RDF.type else _term(predicate, used)
        lines.append(f"{name} {', '.join(objects)}")
    return f"{_term(subject, used)} " + " ;\n    ".join(lines) + " .\n"


def _predicate_order(predicate: Node) -> tuple[int, str]:
    return (_FIRST.index(predicate) if predicate in _FIRST else len(_FIRST), str(predicate))


def _term(term: Node, used: set[str]) -> str:
    if isinstance(term, Literal):
        return _literal(term, used)
    if not isinstance(term, URIRef):
        raise TypeError(f"{term!r} has no name, so its place in a sorted file is not stable.")
    for prefix, namespace in PREFIXES.items():
        if term.startswith(namespace) and _LOCAL_NAME.fullmatch(term[len(namespace) :]):
            used.add(prefix)
            return f"{prefix}:{term[len(namespace) :]}"
    return f"<{term.removeprefix(BASE)}>"


def _literal(literal: Literal, used: set[str]) -> str:
    plain = _PLAIN.get(literal.datatype) if literal.datatype else None
    if plain and plain.fullmatch(literal):
        return str(literal)
    if literal.datatype:
        text = Literal(str(literal)).n3()
        return f"{text}^^{_term(literal.datatype, used)}"
    return literal.n3()
