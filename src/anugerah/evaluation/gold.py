"""The gold set: what articles say, written down by hand, one JSON file an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from anugerah.corpus import Article, Paragraph, read_article
from anugerah.errors import AnugerahError
from anugerah.evaluation.floor import FILE as FLOOR_FILE
from anugerah.extraction.facts import Level

ENDINGS = (".txt", ".md", ".html", ".htm")
_NEEDED = {
    "conferrals": ("award", "recipient"),
    "officials": ("name", "role", "organisation"),
    "innovations": ("name",),
    "counts": ("what", "value"),
    "wins": ("award", "recipient", "value"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact that an article states; an optional one is neither right nor wrong to give."""

    fields: Mapping[str, Any]
    optional: bool = False

    def accepted(self, key: str) -> tuple[Any, ...]:
        """Return every right value of the field `key`; None among them means "not stated"."""
        return (self.fields.get(key), *self.fields.get(f"{key}_alternatives", ()))

    def labels(self, key: str) -> tuple[str, ...]:
        """Return every right label of the field `key`; none where the article states none."""
        return tuple(str(value) for value in self.accepted(key) if value is not None)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article of the gold set.

    Attributes:
        source: the name that its facts and its text share.
        trap: the reported event confers nothing.
        facts: the facts by section; a section that the file leaves out isn't judged.
        text_end: the words by which the text that was judged ends, where the page goes on.
        text: the document, or None where there is none.
    """

    source: str
    trap: bool
    facts: Mapping[str, tuple[Wanted, ...]]
    text_end: str | None
    text: Path | None

    def read(self) -> Article:
        """Return the article, cut where the judged text ends.

        Raises:
            AnugerahError: the document can't be read.
        """
        if self.text is None:
            raise AnugerahError(f"The gold article {self.source} has no text beside it.")
        article = read_article(self.text)
        at = article.text.find(self.text_end) if self.text_end else -1
        if at < 0:
            return article
        end = at + len(self.text_end or "")
        return replace(article, paragraphs=tuple(_cut(article, end)))


def _cut(article: Article, end: int) -> Iterator[Paragraph]:
    for paragraph in article.paragraphs:
        if paragraph.end <= end:
            yield paragraph
        elif paragraph.start < end:
            yield Paragraph(paragraph.start, end, article.text[paragraph.start : end])


def read_gold(folder: Path, texts: Path | None = None) -> list[GoldArticle]:
    """Return the gold articles of `folder`, in the order of their names.

    Args:
        folder: holds `<id>.json`, and the text beside it as `<id>.txt`, `.md` or `.html`, unless
            the file names it.
        texts: where the texts are, if not in `folder`.

    Raises:
        AnugerahError: a folder is missing, holds no gold file, or a file isn't what it should be.
    """
    for path in (folder, texts):
        if path is not None and not path.is_dir():
            raise AnugerahError(f"There is no folder {path}: check the path.")
    files = sorted(path for path in folder.glob("*.json") if path.name != FLOOR_FILE)
    if not files:
        raise AnugerahError(
            f"The folder {folder} holds no gold file: put <id>.json and <id>.txt there "
            "(data/gold/README.md shows the format)."
        )
    return [_read(path, texts or folder) for path in files]


def _read(path: Path, texts: Path) -> GoldArticle:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise AnugerahError(f"{path} is no readable JSON: {error}.") from error
    if not isinstance(data, dict):
        raise AnugerahError(f"{path} holds no JSON object: see data/gold/README.md for the format.")
    return GoldArticle(
        source=path.stem,
        trap=bool(data.get("trap", False)),
        facts={
            section: (
                *_wanted(data, section, path),
                *_wanted(data, f"{section}_optional", path, optional=True),
            )
            for section in _NEEDED
            if section in data or f"{section}_optional" in data
        },
        text_end=data.get("text_end"),
        text=_text(path, data.get("text"), texts),
    )


def _text(path: Path, named: str | None, texts: Path) -> Path | None:
    """Return the document: the one that the gold file names, or the one with its name."""
    if named is not None:
        return path.parent / named if (path.parent / named).is_file() else None
    documents = (texts / f"{path.stem}{ending}" for ending in ENDINGS)
    return next((document for document in documents if document.is_file()), None)


def _wanted(
    data: dict[str, Any], section: str, path: Path, *, optional: bool = False
) -> Iterator[Wanted]:
    for number, fields in enumerate(data.get(section, ()), 1):
        where = f"{path}, {section} {number}"
        for key in _NEEDED[section.removesuffix("_optional")]:
            if not isinstance(fields, dict) or key not in fields:
                raise AnugerahError(f"{where} has no “{key}”: add it.")
        recipient = fields.get("recipient", {"level": "other", "name": ""})
        if not isinstance(recipient, dict) or recipient.get("level") not in get_args(Level):
            raise AnugerahError(
                f"{where} has no recipient with a name and a level "
                f"({', '.join(get_args(Level))}): correct it."
            )
        yield Wanted(fields, optional)
