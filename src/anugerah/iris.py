"""The IRIs of the graph: readable, stable across builds, a function of the named thing alone."""

from __future__ import annotations

import re
import unicodedata

from rdflib import URIRef

from anugerah.namespaces import BASE

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_PART = re.compile(r"[a-z0-9-]+")
_APOSTROPHE = re.compile("['’‘`]")


def slug(text: str) -> str:
    """Return `text` in lower-case ASCII letters, digits and single hyphens.

    >>> slug("Jum’at, Kota Bau-Bau")
    'jumat-kota-bau-bau'
    """
    ascii_text = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text))
    return _NOT_SLUG.sub("-", ascii_text.encode("ascii", "ignore").decode().lower()).strip("-")


def thing(kind: str, *parts: str) -> URIRef:
    """Return the IRI of a thing: `id/<kind>/<part>/…`.

    The parts are slugs already: an unsafe one is an error here and not in the graph.

    Raises:
        ValueError: a part is not a slug.
    """
    for part in parts:
        if not _PART.fullmatch(part):
            raise ValueError(f"{part!r} is not a slug, so it can't be part of an IRI of a {kind}.")
    return URIRef(f"{BASE}id/{kind}/{'/'.join(parts)}")


def article(digest: str) -> URIRef:
    """Return the IRI of the article whose text has the SHA-256 prefix `digest`."""
    return URIRef(f"{BASE}article/{digest}")


def graph(name: str) -> URIRef:
    """Return the IRI of the named graph `name`: an article's digest, or a file set's name."""
    return URIRef(f"{BASE}graph/{name}")
