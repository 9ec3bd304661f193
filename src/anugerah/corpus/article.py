"""An article: its text as it came, and what the text itself tells of title, publisher and date."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from anugerah.corpus import noise
from anugerah.corpus.dates import find_dates

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
        digest: 16 digits that name the article in its IRI. They are the first ones of `sha256`;
            where the address is known it is hashed with the text, for a reprint on another site
            is another article.
        title: the headline, where the text has one of its own.
        publisher: the news site, as its dateline names it.
        published: the day in the page's own header, where it stands.
        url: the address of its page.
        paragraphs: the article proper, without title and page noise.
        heading: the line of the title, so that facts in it can be quoted.
    """

    source: str
    text: str
    sha256: str
    digest: str
    title: str | None
    publisher: str | None
    published: date | None
    url: str | None
    heading: Paragraph | None
    paragraphs: tuple[Paragraph, ...]


def parse_article(
    text: str,
    source: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
    url: str | None = None,
) -> Article:
    """Split `text` into title, header and paragraphs.

    What is known of the article wins over what the text lets one guess.

    Args:
        text: the document's text.
        source: what names the article in the graph.
        title: its headline; where it does not stand above the article, it is put there, so that
            what it says can be quoted.
        publisher: the news site.
        published: the day of publication.
        url: the address of its page.
    """
    lines = _content_lines(text)
    header, body = _parted(lines)
    heading = _heading(header)
    if title:
        heading = next((line for line in header if _same(line.text, title)), None)
        if heading is None:
            text = f"{title}\n\n{text}"
            heading = Paragraph(0, len(title), title)
            header, body = _parted(_content_lines(text, len(title)))
    repeated = heading.text if heading else None
    paragraphs = tuple(p for p in body if p.text != repeated)
    top = text[: paragraphs[0].start] if paragraphs else text
    sha256 = _sha256(text)
    return Article(
        source=source,
        text=text,
        sha256=sha256,
        digest=(_sha256(f"{url}\n{text}") if url else sha256)[:16],
        title=heading.text if heading else None,
        publisher=publisher or _publisher(header, paragraphs),
        published=published or _published(top),
        url=url,
        heading=heading,
        paragraphs=paragraphs,
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _parted(lines: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the lines above the first one that is prose, and the rest."""
    body_at = next((i for i, line in enumerate(lines) if _is_prose(line.text)), len(lines))
    return lines[:body_at], lines[body_at:]


def _same(line: str, title: str) -> bool:
    return line.casefold().split() == title.casefold().split()


def _content_lines(text: str, start: int = 0) -> list[Paragraph]:
    return _unwrapped(
        [line for line, dropped in judged_lines(text, start) if dropped is None], text
    )


def judged_lines(text: str, start: int = 0) -> Iterator[tuple[Paragraph, noise.Furniture | None]]:
    """Yield the lines of `text` from the offset `start`, each with why it is page noise, if it is.

    Args:
        text: a document's text.
        start: where to begin; a title that was put above the text is none of its lines.
    """
    prose = False
    link: noise.Furniture | None = None
    tail: noise.Furniture | None = None
    for match in re.compile(r"[^\n]+").finditer(text, start):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        at = match.start() + line.index(stripped)
        paragraph = Paragraph(at, at + len(stripped), stripped)
        # A list of other articles may stand above this one, too.
        if prose and tail is None and noise.ends_article(stripped):
            tail = noise.Furniture("tail", stripped)
        if tail is not None:
            yield paragraph, tail
            continue
        linked, link = link, None
        if noise.announces_link(stripped):
            link = noise.Furniture("link", stripped)
        if link is not None or noise.is_noise(stripped):
            yield paragraph, link or noise.Furniture("line", stripped)
        elif linked is not None and not _ends_sentence(stripped):
            yield paragraph, linked
        else:
            prose = prose or _is_prose(stripped)
            yield paragraph, None


def _unwrapped(lines: list[Paragraph], text: str) -> list[Paragraph]:
    """Join lines that the page broke in mid-sentence: the next one goes on in lower case."""
    # Each run of lines is cut from the text only once, for it may be long.
    runs: list[tuple[Paragraph, Paragraph]] = []
    wrapped = False
    for line in lines:
        if runs:
            first, last = runs[-1]
            adjacent = text.count("\n", last.end, line.start) == 1
            open_end = not last.text.endswith(_CLOSED)
            lower = line.text[0].islower() and not _LETTERED.match(line.text)
            goes_on = _goes_on(last.text) and not _ITEM.match(line.text)
            broken = wrapped or lower or goes_on or _is_bracket_open(last.text)
            if adjacent and open_end and broken:
                runs[-1] = (first, line)
                wrapped = True
                continue
        runs.append((line, line))
        wrapped = False
    return [
        first if first is last else Paragraph(first.start, last.end, text[first.start : last.end])
        for first, last in runs
    ]


_CLOSED = (".", "!", "?", ":", ";", '"', "”")
_GOES_ON = re.compile(r"(?:,|\b(?:dan|serta|yang|di|ke|dari|dengan|untuk|pada|oleh|atau))$")
_ITEM = re.compile(r"\W*(?:\d{1,3}|[a-zA-Z])[.)]")
_LETTERED = re.compile(r"[a-z][.)]\s")
"""An item of a list: "a. Kota Banjarmasin"."""


def _goes_on(line: str) -> bool:
    """Tell whether a line that is long enough ends within a phrase."""
    return _GOES_ON.search(line, max(35, len(line) - 8)) is not None


def _is_bracket_open(line: str) -> bool:
    return line.count("(") > line.count(")") and len(line) < MAX_TITLE


def _ends_sentence(line: str) -> bool:
    return re.search(r"[.!?][\"”’')]*$", line) is not None


def _is_prose(line: str) -> bool:
    return (
        _DATELINE.match(line) is not None
        or (len(line) > 60 and _ends_sentence(line))
        or len(line) > MAX_TITLE
    )


def _heading(header: list[Paragraph]) -> Paragraph | None:
    words = [line for line in header if len(line.text.split()) >= 4 and not find_dates(line.text)]
    return words[0] if words else None


_DATELINE = re.compile(
    r"(?:[^\n–—|:.]{2,60}?[, (]{1,4})??(?:[\w-]+(?:\.[\w-]+)+|[A-Z]\w+)\)?"
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


_ADDRESS = re.compile(r"/(20\d\d)/(\d{1,2})/(\d{1,2})/")


def _published(top: str) -> date | None:
    """Return the first full date above the article, or the one in an address there."""
    for line in top.splitlines()[:40]:
        for found in find_dates(line[:200]):
            if found.year and (day := found.resolve(None)):
                return day
    if address := _ADDRESS.search(top):
        year, month, day_number = map(int, address.groups())
        with suppress(ValueError):
            return date(year, month, day_number)
    return None
