"""A saved web page: the article in it, and what the page says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from dataclasses import dataclass
from functools import cache

import lxml.html
from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document, use_config

from anugerah.corpus.metadata import Metadata, web_address
from anugerah.corpus.page_metadata import page_metadata
from anugerah.corpus.reader import DocumentError

MAX_ELEMENTS = 50_000
"""Finding the article takes the square of their number; a news page has some thousands."""
MAX_TAG = 4_000
"""Characters of a tag without its quoted values; the parser takes the square of them."""

SHORTEST_PROSE = 80
LONGEST_NAME = 60
"""Characters of a list item that may be a name; a headline is longer."""

# The library tells its trouble with a page in the log; here it is the error's sentence.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: a paragraph, list item or table row a line."""

    text: str
    metadata: Metadata


def read_page(html: str, place: str) -> Page:
    """Find the article in `html`; `place` says in messages where it stands.

    Raises:
        DocumentError: there is no article in it, or it is no page that could be read in time.
    """
    tree = _parse(html, place)
    metadata = page_metadata(tree)
    try:
        found = bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            config=_config(),
        )
    except (ValueError, RecursionError, etree.LxmlError) as error:
        raise DocumentError(_no_article(place)) from error
    lines = list(_lines(found.body)) if isinstance(found, Document) else []
    if not lines:
        raise DocumentError(_no_article(place))
    return Page("\n\n".join(lines) + "\n", Metadata(url=_saved_from(html)).or_else(metadata))


_SAVED_FROM = re.compile(
    r"<!--\s+saved from url=\(\d{4,}\)(\S+)\s+-->|Page saved with SingleFile\s+url:\s+(\S+)"
)


def _saved_from(html: str) -> str | None:
    """Return the address that a browser noted when it saved the page."""
    found = _SAVED_FROM.search(html, 0, 5_000)
    return web_address(found[1] or found[2]) if found else None


@cache
def _config() -> ConfigParser:
    """Return the library's settings for articles that are shorter than it expects.

    Below its own limit it takes all text of the page, menus too, as one paragraph.
    """
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORTEST_PROSE))
    return config


def _parse(html: str, place: str) -> etree._Element:
    for tag in re.finditer(rf"<[a-zA-Z][^<>]{{{MAX_TAG},}}", html):
        if len(re.sub(r"\"[^\"]*\"|'[^']*'", "", tag.group())) > MAX_TAG:
            raise DocumentError(f"{place} has a tag with too many attributes: no page to read.")
    html = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", html)
    # As bytes, for a declaration of another encoding would else be an error.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (ValueError, etree.LxmlError) as error:
        raise DocumentError(_no_article(place)) from error
    elements = sum(1 for _ in tree.iter())
    if elements > MAX_ELEMENTS:
        raise DocumentError(
            f"{place} has {elements} elements, more than the {MAX_ELEMENTS} that a page with an "
            "article may have: save the article's text as .txt."
        )
    _keep_lists(tree)
    return tree


def _no_article(place: str) -> str:
    return f"{place} holds no article that could be found: save the page's text as .txt."


def _keep_lists(tree: etree._Element) -> None:
    """Take the links out of lists that stand between paragraphs.

    A list of nothing but links counts as a menu; between paragraphs it is one of winners whose
    names lead to their pages. Headlines of other articles are longer than names.
    """
    prose: dict[etree._Element, bool] = {}
    for items in [*tree.iter("ul", "ol")]:
        parent = items.getparent()
        if parent is None:
            continue
        if parent not in prose:
            prose[parent] = any(_length(p) >= SHORTEST_PROSE for p in parent.iterchildren("p"))
        if prose[parent]:
            for item in items.iterchildren("li"):
                if _length(item) <= LONGEST_NAME:
                    etree.strip_tags(item, "a")


def _length(node: etree._Element) -> int:
    return sum(map(len, node.itertext()))


_BREAKS = {"p", "head", "list", "item", "table", "row", "quote", "code", "lb", "div", "body"}

_SPACES = {"cell": " | ", **dict.fromkeys(_BREAKS, " ")}


def _lines(body: etree._Element) -> Iterator[str]:
    """Yield what stands on a line of its own: a paragraph, heading, list item or table row."""
    parts: list[str] = []
    counts: list[int | None] = []
    mark = ""
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if node.tag in _BREAKS and not _in_small_cell(node):
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
            parts.append(_SPACES.get(node.tag, "") + (node.tail or ""))
    if line := _line(parts):
        yield mark + line


def _in_small_cell(node: etree._Element) -> bool:
    """Tell whether `node` is all that a table cell holds, so that the row stays one line."""
    parent = node.getparent()
    return (
        parent is not None
        and parent.tag == "cell"
        and len(parent) == 1
        and node.tag in ("p", "div")
        and len(node) == 0
    )


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
