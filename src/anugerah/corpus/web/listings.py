"""Feeds (RSS, Atom) and sitemaps: the pages that a site tells of."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

import feedparser
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from anugerah.corpus.metadata import web_address
from anugerah.corpus.web.errors import FetchError

MAX_UNPACKED = 50_000_000
"""Bytes: the largest sitemap that sitemaps.org allows."""
MAX_FEED = 3_000_000
"""Bytes: feeds list the latest pages only; the parser forgives much, and so takes its time."""

_GZIP = b"\x1f\x8b"
_ROOT = re.compile(rb"<(?:[\w-]+:)?(rss|feed|RDF|urlset|sitemapindex)[\s>]")


@dataclass(frozen=True, slots=True)
class Link:
    """A page, or a further sitemap.

    Attributes:
        url: its address.
        changed: when it changed last, as the listing tells.
        is_listing: whether it is a sitemap.
    """

    url: str
    changed: datetime | None = None
    is_listing: bool = False


def unpacked(body: bytes) -> bytes:
    """Return `body`, decompressed where it is a gzip file (`sitemap.xml.gz`).

    Raises:
        FetchError: it is broken or too large.
    """
    if not body.startswith(_GZIP):
        return body
    try:
        with gzip.open(io.BytesIO(body)) as file:
            data = file.read(MAX_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise FetchError("it is a broken gzip file") from error
    if len(data) > MAX_UNPACKED:
        raise FetchError(f"it has more than {MAX_UNPACKED / 1e6:g} MB")
    return data


def is_listing(body: bytes) -> bool:
    """Tell whether `body`, unpacked, is a feed or a sitemap and not a page."""
    return _ROOT.search(_without_prologue(body[:20_000])[:500]) is not None


def read_listing(body: bytes, url: str) -> list[Link]:
    """Return what the feed or sitemap in `body` links to.

    Args:
        body: the listing, unpacked.
        url: its address, which relative links stand for.

    Raises:
        FetchError: it can't be read.
    """
    found = _ROOT.search(_without_prologue(body[:20_000]))
    if found is not None and found[1] in (b"urlset", b"sitemapindex"):
        return list(_sitemap(body, url))
    return list(_feed(body, url))


def _without_prologue(head: bytes) -> bytes:
    return re.sub(rb"<\?.*?\?>|<!--.*?-->", b"", head, flags=re.DOTALL)


def _sitemap(body: bytes, url: str) -> Iterator[Link]:
    try:
        root: Element = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        why = " ".join(str(error).split())[:100]
        raise FetchError(f"it is a sitemap that can't be read ({why})") from error
    for entry in root:
        fields = {child.tag.rpartition("}")[2]: (child.text or "") for child in entry}
        address = web_address(urljoin(url, fields.get("loc", "").strip()))
        if address and fields.get("loc"):
            yield Link(
                address,
                _moment(fields.get("lastmod", "").strip()),
                is_listing=entry.tag.rpartition("}")[2] == "sitemap",
            )


def _feed(body: bytes, url: str) -> Iterator[Link]:
    if len(body) > MAX_FEED:
        raise FetchError(f"it is a feed of more than {MAX_FEED / 1e6:g} MB")
    # Only addresses and times are used of it, so nothing in it needs to be made safe to show.
    feed = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    found = False
    for entry in feed.entries:
        address = web_address(urljoin(url, entry.get("link") or ""))
        if address and entry.get("link"):
            found = True
            yield Link(address, _changed(entry))
    if feed.bozo and not found:
        why = " ".join(str(feed.bozo_exception).split())[:100]
        raise FetchError(f"it is a feed that can't be read ({why})")


def _changed(entry: dict[str, Any]) -> datetime | None:
    name = next((n for n in ("updated_parsed", "published_parsed") if n in entry), None)
    told = entry[name] if name else None
    return datetime.fromtimestamp(timegm(told), UTC) if told else None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
