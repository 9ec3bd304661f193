"""The language data: words in YAML files that a non-programmer can edit, beside the engine."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

from anugerah.corpus.marks import MarkedPattern, alternation, mark_of
from anugerah.extraction.tokens import words


@cache
def load(name: str) -> Any:  # noqa: ANN401
    """Return the content of `language/<name>.yaml`."""
    folder = resources.files("anugerah.extraction").joinpath("language")
    return yaml.safe_load(folder.joinpath(f"{name}.yaml").read_text("utf-8"))


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """Return the list `key` of the file `name` as a set of normalised phrases."""
    return frozenset(" ".join(words(phrase)) for phrase in load(name)[key])


@cache
def cue(key: str) -> MarkedPattern:
    """Return a pattern that finds any phrase of the list `key` in `cues.yaml`, whole words only.

    A phrase's words may be any white space apart; one that ends in `*` matches any ending.
    """
    return phrases(tuple(load("cues")[key]))


@cache
def any_cue(*keys: str) -> MarkedPattern:
    """Return a pattern that finds any phrase of the lists `keys` in `cues.yaml`."""
    return phrases(tuple(phrase for key in keys for phrase in load("cues")[key]))


@cache
def alternatives(name: str, key: str) -> str:
    """Return the list `key` of the file `name` as the inside of a regular expression's group."""
    return alternation(load(name)[key])


def marks(name: str, *keys: str) -> list[str | None]:
    """Return the marks of the texts in which a phrase of the lists `keys` can stand."""
    return [mark_of(phrase.lower()) for key in keys for phrase in load(name)[key]]


def phrases(choices: tuple[str, ...]) -> MarkedPattern:
    """Return a pattern that finds any of `choices` as whole words, the longest first."""
    found = [mark_of(phrase.lower()) for phrase in choices]
    return MarkedPattern(rf"(?<!\w)(?:{alternation(choices)})(?!\w)", found, re.IGNORECASE)
