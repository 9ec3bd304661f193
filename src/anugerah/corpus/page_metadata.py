"""What a web page says of its article: JSON-LD first, then OpenGraph and other `meta` elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lxml import etree

from anugerah.corpus.metadata import MAX_PUBLISHER, MAX_TITLE, Metadata, read_date, web_address

MAX_LINKED_DATA = 200_000
MAX_NODES = 1_000

_ARTICLES = re.compile(r"(News|Reportage\w*|Analysis\w*|Report|Scholarly|Tech)?Article|BlogPosting")
_DATES = (
    "article:published_time",
    "datepublished",
    "content_publisheddate",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "date",
)


def page_metadata(tree: etree._Element) -> Metadata:
    """Return what the page says of its article; what can't be used is left out."""
    stated = _article_node(tree)
    meta = _meta(tree)
    publisher = _first_line(
        (meta.get("og:site_name"), _name(stated.get("publisher"))), MAX_PUBLISHER
    )
    titles = (stated.get("headline"), meta.get("og:title"), _own_title(tree))
    return Metadata(
        title=_without_site(_first_line(titles, MAX_TITLE), publisher, tree),
        publisher=publisher,
        published=_first_day(
            (stated.get("datePublished"), *(meta.get(name) for name in _DATES), *_times(tree))
        ),
        url=_first_address((_canonical(tree), meta.get("og:url"), stated.get("url"))),
    )


def _meta(tree: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = node.get("content")
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _article_node(tree: etree._Element) -> dict[str, Any]:
    """Return the JSON-LD object that describes the article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        text = script.text or ""
        if len(text) > MAX_LINKED_DATA:
            continue
        try:
            # Not strict: sites leave line ends in their strings.
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            if any(
                isinstance(kind, str) and _ARTICLES.fullmatch(kind)
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                return node
    return {}


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    waiting: list[Any] = [data]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value[:MAX_NODES])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in ("@graph", "mainEntity") if key in value)


def _name(value: object) -> object:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("name") if isinstance(value, dict) else value


def _first_line(values: Iterable[object], longest: int) -> str | None:
    for value in values:
        if isinstance(value, str):
            line = " ".join(html.unescape(value).split())
            if 0 < len(line) <= longest:
                return line
    return None


def _first_day(values: Iterable[object]) -> date | None:
    days = (read_date(value) for value in values if isinstance(value, str))
    return next((day for day in days if day), None)


def _first_address(values: Iterable[object]) -> str | None:
    addresses = (web_address(value) for value in values if isinstance(value, str))
    return next((address for address in addresses if address), None)


def _times(tree: etree._Element) -> Iterator[str]:
    """Yield the times that are marked as that of publication."""
    for node in tree.iter("time"):
        marks = f"{node.get('itemprop') or ''} {node.get('class') or ''}"
        if node.get("datetime") and re.search(r"datePublished|published|entry-date", marks):
            yield node.get("datetime")


def _canonical(tree: etree._Element) -> str | None:
    for node in tree.iter("link"):
        if "canonical" in (node.get("rel") or "").lower().split():
            return str(node.get("href") or "")
    return None


def _own_title(tree: etree._Element) -> str | None:
    """Return the `title` element, whose last part is the site's name more often than not."""
    title = tree.findtext(".//title")
    if title is None:
        return None
    head = re.sub(r"\s[|–—-]\s[^|–—]{1,60}$", "", title)
    return head if len(head.split()) >= 4 else title


def _without_site(title: str | None, publisher: str | None, tree: etree._Element) -> str | None:
    """Return the headline without the site's name behind it."""
    if title is None:
        return None
    for heading in tree.iter("h1"):
        line = " ".join("".join(heading.itertext()).split())
        if len(line.split()) >= 3 and title.casefold().startswith(line.casefold()):
            return line
    if publisher:
        return re.sub(rf"\s[|–—-]\s{re.escape(publisher)}$", "", title, flags=re.IGNORECASE)
    return title
