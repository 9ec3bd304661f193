"""How governments are named: the usual spelling, the label with its level word, the slug."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from anugerah import iris

LEVEL_WORDS: dict[str, str] = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}


@cache
def usual_names() -> dict[str, str]:
    """Return the usual spellings by Kemendagri code, where they differ from the decree's."""
    text = resources.files(__package__).joinpath("usual_names.yaml").read_text(encoding="utf-8")
    return {str(code): str(name) for code, name in yaml.safe_load(text).items()}


def usual_name(code: str, name: str) -> str:
    """Return how the press writes the name of the government with the Kemendagri `code`.

    >>> usual_name("19.71", "Pangkal Pinang")
    'Pangkalpinang'
    """
    return usual_names().get(code, name)


def government_label(level: str, name: str) -> str:
    """Return the label of a government: its usual name after the word for its level.

    >>> government_label("city", "Pangkalpinang")
    'Kota Pangkalpinang'
    """
    return f"{LEVEL_WORDS[level]} {name}"


def government_slug(level: str, name: str) -> str:
    """Return the last part of the IRI of the government at `level` with the usual `name`.

    >>> government_slug("city", "Pangkalpinang")
    'kota-pangkalpinang'
    """
    return iris.slug(government_label(level, name))
