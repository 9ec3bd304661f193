"""The graphs that every release starts from: ontology, reference graph, curated facts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from anugerah import iris, resources
from anugerah.errors import AnugerahError
from anugerah.namespaces import BASE


def ontology() -> list[ox.Quad]:
    """Return the ontology's statements; blank nodes get canonical labels (RDFC-1.0)."""
    dataset = ox.Dataset(_read([resources.ontology() / "anugerah.ttl"], "ontology"))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(dataset, key=str)


def reference() -> list[ox.Quad]:
    """Return the statements about governments, organisations and awards."""
    return _read(sorted(resources.reference().glob("*.ttl")), "reference")


def curated() -> list[ox.Quad]:
    """Return the curated facts with their citations."""
    return _read(sorted(resources.curated().glob("*.ttl")), "curated")


def _read(files: Iterable[Path], name: str) -> list[ox.Quad]:
    graph = ox.NamedNode(iris.graph(name))
    quads: list[ox.Quad] = []
    for file in files:
        try:
            parsed = list(ox.parse(path=file, format=ox.RdfFormat.TURTLE, base_iri=BASE))
        except (OSError, SyntaxError) as error:
            raise AnugerahError(f"{file} can't be read as Turtle: {error}") from error
        quads += [ox.Quad(q.subject, q.predicate, q.object, graph) for q in parsed]
    return quads
