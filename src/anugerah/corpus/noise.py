"""Which lines of a page are its furniture and not the article's."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = yaml.safe_load(
        resources.files("anugerah.corpus").joinpath("noise.yaml").read_text("utf-8")
    )
    line, tail, link = (
        re.compile("|".join(data[key]), re.IGNORECASE) for key in ("line", "tail", "link")
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
