"""A saved web page: the article in it, and what its JSON-LD and OpenGraph say of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from anugerah.corpus.metadata import (
    MAX_PUBLISHER,
    MAX_TITLE,
    Metadata,
    read_date,
    web_address,
)
from anugerah.corpus.reader import DocumentError

# The library tells its trouble with a page in the log; here it is the error's sentence.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: a paragraph, list item or table row a line."""

    text: str
    metadata: Metadata


def read_page(html: str, place: str) -> Page:
    """Find the article in `html`; `place` says in messages where it stands.

    Raises:
        DocumentError: there is no article in it.
    """
    try:
        found = bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "outputformat": "%Y-%m-%dT%H:%M:%S%z",
            },
        )
    except (ValueError, RecursionError, etree.LxmlError) as error:
        raise DocumentError(_no_article(place)) from error
    lines = list(_lines(found.body)) if isinstance(found, Document) else []
    if not isinstance(found, Document) or not lines:
        raise DocumentError(_no_article(place))
    headings = [_flat(head) for head in found.body.iter("head")]
    publisher = _shorter(found.sitename, MAX_PUBLISHER)
    return Page(
        "\n\n".join(lines) + "\n",
        Metadata(
            title=_title(_shorter(found.title, MAX_TITLE), publisher, headings),
            publisher=publisher,
            published=read_date(found.date) if found.date else None,
            url=web_address(found.url) if found.url else None,
        ),
    )


def _no_article(place: str) -> str:
    return f"{place} holds no article that could be found: save the page's text as .txt."


def _shorter(line: str | None, longest: int) -> str | None:
    line = " ".join(line.split()) if line else None
    return line if line and len(line) <= longest else None


def _title(title: str | None, publisher: str | None, headings: list[str]) -> str | None:
    """Return the headline without the site's name behind it."""
    if title is None:
        return None
    for heading in headings:
        if len(heading.split()) >= 3 and title.startswith(heading):
            return heading
    named = rf"\s[|–—-]\s{re.escape(publisher)}$" if publisher else r"(?!)"
    return re.sub(named, "", title, flags=re.IGNORECASE)


_BREAKS = {"p", "head", "list", "item", "table", "row", "quote", "code", "lb", "div", "body"}


def _lines(body: etree._Element) -> Iterator[str]:
    """Yield what stands on a line of its own: a paragraph, heading, list item or table row."""
    parts: list[str] = []
    counts: list[int | None] = []
    mark = ""
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if node.tag in _BREAKS:
            if line := _line(parts):
                yield mark + line
                mark = ""
            parts = []
        if event == "start":
            if node.tag == "list":
                counts.append(0 if node.get("rend") == "ol" else None)
            elif node.tag == "item":
                mark = _mark(counts)
            parts.append(node.text or "")
        else:
            if node.tag == "list":
                counts.pop()
            elif node.tag == "item":
                mark = ""
            parts.append((" | " if node.tag == "cell" else "") + (node.tail or ""))
    if line := _line(parts):
        yield mark + line


def _mark(counts: list[int | None]) -> str:
    """Return what stands before a list item: its number or a hyphen."""
    if not counts or counts[-1] is None:
        return "- "
    counts[-1] += 1
    return f"{counts[-1]}. "


def _line(parts: list[str]) -> str:
    line = " ".join("".join(parts).split()).strip("| ")
    # A row that begins with its number reads like an item of a numbered list.
    return re.sub(r"^(\d{1,3}) \| ", r"\1. ", line)


def _flat(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())
