"""An article: its text as it came, and what the text itself tells of title, publisher and date."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from anugerah.corpus import noise
from anugerah.corpus.dates import find_dates
from anugerah.corpus.reader import read_text

MAX_TITLE = 200


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article proper: `text` is `Article.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A document and what is known of it.

    Attributes:
        source: the file's name without its ending.
        text: the whole text; every offset in the project counts its characters.
        sha256: the SHA-256 of the text in UTF-8, in hexadecimal digits.
        title: the headline, where the text has one of its own.
        publisher: the news site, as its dateline names it.
        published: the day in the page's own header, where it stands.
        paragraphs: the article proper, without title and page noise.
        heading: the line of the title, so that facts in it can be quoted.
    """

    source: str
    text: str
    sha256: str
    title: str | None
    publisher: str | None
    published: date | None
    heading: Paragraph | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def digest(self) -> str:
        """The first 16 digits of `sha256`, which name the article in its IRI."""
        return self.sha256[:16]


def read_article(path: Path) -> Article:
    """Read the document at `path`.

    Raises:
        DocumentError: the file can't be read as text.
    """
    return parse_article(read_text(path), path.stem)


def parse_article(text: str, source: str) -> Article:
    """Split `text` into title, header and paragraphs; `source` names it in the graph."""
    lines = _content_lines(text)
    body_at = next((i for i, line in enumerate(lines) if _is_prose(line.text)), len(lines))
    header, body = lines[:body_at], lines[body_at:]
    heading = _heading(header)
    repeated = heading.text if heading else None
    paragraphs = tuple(p for p in body if p.text != repeated)
    return Article(
        source=source,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=heading.text if heading else None,
        publisher=_publisher(header, paragraphs),
        published=_published(header),
        heading=heading,
        paragraphs=paragraphs,
    )


def _content_lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        if noise.ends_article(stripped):
            break
        if noise.is_noise(stripped):
            continue
        start = match.start() + line.index(stripped)
        found.append(Paragraph(start, start + len(stripped), stripped))
    return found


def _is_prose(line: str) -> bool:
    return (
        _DATELINE.match(line) is not None
        or (len(line) > 60 and re.search(r"[.!?][\"”’')]*$", line) is not None)
        or len(line) > MAX_TITLE
    )


def _heading(header: list[Paragraph]) -> Paragraph | None:
    words = [line for line in header if len(line.text.split()) >= 4 and not find_dates(line.text)]
    return words[0] if words else None


_DATELINE = re.compile(
    r"(?:[^\n–—|:.]{2,60}?[, (]+)??(?:[\w-]+(?:\.[\w-]+)+|[A-Z]\w+)\)?"
    r"\s*(?:[–—|:]|-{1,2})(?=\s|$)"
)
_SITE = re.compile(
    r"[A-Za-z0-9-]+(?:\.(?:com|id|co|net|org|news|info|go|press|tv|web|my|or))+", re.I
)
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]\w+")
_AGENCY = re.compile(r"\((ANTARA|Antara|InfoPublik|Humas)\)|\b(InfoPublik|ANTARA)\b")


def _publisher(header: list[Paragraph], paragraphs: tuple[Paragraph, ...]) -> str | None:
    openings = [(line, False) for line in paragraphs[:1]] + [(line, True) for line in header]
    for line, whole in openings:
        opening = line.text[:90]
        dateline = re.split(r"\s[–—|-]{1,2}(?:\s|$)", opening, maxsplit=1)
        candidates = dateline[0] if len(dateline) > 1 or whole else ""
        for pattern in (_SITE, _CAMEL, _AGENCY):
            if found := pattern.search(candidates):
                return found.group().strip("()")
    return None


def _published(header: list[Paragraph]) -> date | None:
    for line in header:
        for found in find_dates(line.text):
            if found.day and found.month and found.year:
                return date(found.year, found.month, found.day)
    return None
