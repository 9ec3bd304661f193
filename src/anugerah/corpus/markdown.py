"""Markdown: front matter (YAML between two lines of `---`) above a text with marks in it."""

from __future__ import annotations

import re

import yaml

from anugerah.corpus.metadata import FieldError, Metadata, read_metadata
from anugerah.corpus.reader import DocumentError

MAX_FRONT_MATTER = 20_000

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def split_front_matter(text: str, place: str) -> tuple[Metadata, str]:
    """Return what the front matter of `text` says, and the text below it.

    A text without front matter is returned as it is.

    Raises:
        DocumentError: the front matter is no YAML, has no fields, or one can't be used.
    """
    if not re.match(r"---[ \t]*\n", text):
        return Metadata(), text
    match = _FRONT_MATTER.match(text, 0, MAX_FRONT_MATTER)
    if match is None:
        raise DocumentError(
            f"{place} opens a front matter with --- that has no end within {MAX_FRONT_MATTER} "
            "characters: close it with a line of ---, or remove the first line."
        )
    return _read(match[1] or "", place), text[match.end() :]


def _read(front_matter: str, place: str) -> Metadata:
    try:
        fields = yaml.safe_load(front_matter)
    except ValueError as error:
        raise DocumentError(
            f"{place} has a front matter with a date or number that is none ({error}): correct it."
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 2})" if mark else ""
        raise DocumentError(
            f"{place} has a front matter that is no YAML{line}: write one `field: value` a line, "
            "with quotes around a value that holds a colon."
        ) from error
    if fields is None:
        return Metadata()
    if not isinstance(fields, dict):
        raise DocumentError(
            f"{place} has a front matter without fields: write one `field: value` a line."
        )
    try:
        return read_metadata(fields)
    except FieldError as error:
        raise DocumentError(f"{place}: {error}.") from error


_MARKS = (
    (re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}(?:[ ]\"[^\"\n]{0,300}\")?\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{1,2000}(?:[ ]\"[^\"\n]{0,300}\")?\)"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+", re.MULTILINE), ""),
    (re.compile(r"^>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"\*\*(?=[^\s*])([^*\n]{1,1000})\*\*"), r"\1"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000})\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)__(?=[^\s_])([^_\n]{1,1000})__(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]{1,1000})_(?!\w)"), r"\1"),
)


def plain(markdown: str) -> str:
    """Return the text without the marks of headings, quotes, emphasis, links and images.

    Lists stay as they are, for their numbers and hyphens read as such.

    >>> plain("# Kota Contoh\\n\\n**CONTOH** - [Wali Kota](https://contoh.id) hadir.")
    'Kota Contoh\\n\\nCONTOH - Wali Kota hadir.'
    """
    for pattern, replacement in _MARKS:
        markdown = pattern.sub(replacement, markdown)
    return markdown
