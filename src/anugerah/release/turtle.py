"""Turtle and TriG in pieces that can be put together, with one head for all."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from anugerah.namespaces import BASE, PREFIXES


def head(base: str) -> bytes:
    """Return the prefixes, for IRIs that begin with `base`."""
    return "".join(
        f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(_prefixes(base).items())
    ).encode()


def body(triples: Iterable[ox.Triple], base: str) -> bytes:
    """Return sorted `triples` in Turtle without the prefixes."""
    return _headless(ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=_prefixes(base)))


def block(quads: Iterable[ox.Quad], base: str = BASE) -> bytes:
    """Return the quads of one named graph in TriG, sorted, without the prefixes."""
    ordered = sorted(quads, key=str)
    return _headless(ox.serialize(ordered, format=ox.RdfFormat.TRIG, prefixes=_prefixes(base)))


def _prefixes(base: str) -> dict[str, str]:
    return {prefix: iri.replace(BASE, base) for prefix, iri in PREFIXES.items()}


def _headless(text: bytes | None) -> bytes:
    # The serializer writes all prefixes, a line each, in an order of its own.
    for _ in PREFIXES:
        _, _, text = (text or b"").partition(b"\n")
    return text or b""
