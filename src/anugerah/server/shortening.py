"""IRIs as people can bear to read them."""

from __future__ import annotations

from anugerah.namespaces import PREFIXES


def shorten(base: str, iri: str) -> str:
    """Return an IRI with its prefix (`skos:note`), or as a path if it is one of the graph's own."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and "/" not in iri.removeprefix(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri.removeprefix(base)
