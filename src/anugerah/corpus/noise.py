"""Which lines of a page are its furniture and not the article's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import yaml


@dataclass(frozen=True, slots=True)
class Furniture:
    """Why a line is page furniture.

    Attributes:
        kind: the list of `noise.yaml` that drops it.
        line: the line that a rule of this list matches: the dropped one itself, the one above a
            link, or the one that ends the article.
    """

    kind: Literal["line", "link", "tail"]
    line: str

    @property
    def rule(self) -> str:
        """The regular expression of `noise.yaml` that matches `line`."""
        found = (
            rule for rule in _rules()[self.kind] if re.fullmatch(rule, self.line, re.IGNORECASE)
        )
        return next(found)


@cache
def _rules() -> dict[str, list[str]]:
    folder = resources.files("anugerah.corpus")
    rules: dict[str, list[str]] = yaml.safe_load(folder.joinpath("noise.yaml").read_text("utf-8"))
    return rules


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    line, tail, link = (
        re.compile("|".join(_rules()[key]), re.IGNORECASE) for key in ("line", "tail", "link")
    )
    return line, tail, link


MAX_LINE = 2_000
"""A line longer than this is an article's paragraph, never furniture."""


def is_noise(line: str) -> bool:
    """Tell whether `line` (stripped) is page furniture: a menu, caption, share bar or link."""
    return len(line) <= MAX_LINE and _patterns()[0].fullmatch(line) is not None


def ends_article(line: str) -> bool:
    """Tell whether the article ends before `line`: comment form, related posts."""
    return len(line) <= MAX_LINE and _patterns()[1].fullmatch(line) is not None


def announces_link(line: str) -> bool:
    """Tell whether `line` only announces a link whose headline stands on the next line."""
    return len(line) <= MAX_LINE and _patterns()[2].fullmatch(line) is not None
