"""The folders that travel with the package: the ontology, the queries, the reference data."""

from __future__ import annotations

from pathlib import Path

_INSTALLED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2]


def _folder(name: str) -> Path:
    installed = _INSTALLED / name
    return installed if installed.is_dir() else _CHECKOUT / name


def ontology() -> Path:
    """Return the folder of `anugerah.ttl`, `shapes.ttl` and `context.jsonld`."""
    return _folder("ontology")


def queries() -> Path:
    """Return the folder of the canned queries (`*.rq`)."""
    return _folder("queries")


def reference() -> Path:
    """Return the folder of the reference graph (`*.ttl`)."""
    return _folder("data/reference")


def curated() -> Path:
    """Return the folder of the curated facts (`*.ttl`)."""
    return _folder("data/curated")


def gold() -> Path:
    """Return the folder of the project's own gold set."""
    return _folder("data/gold")
