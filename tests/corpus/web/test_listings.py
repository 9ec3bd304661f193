from __future__ import annotations

import gzip
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from anugerah.corpus.web.errors import FetchError
from anugerah.corpus.web.listings import Link, is_listing, read_listing, unpacked
from tests.corpus.pages import PAGE

URL = "https://contoh.id/feed/"

RSS = b"""\n<?xml version="1.0" encoding="UTF-8"?><!-- dibuat otomatis -->
<rss version="2.0"><channel><title>Contoh &amp; Misal</title><link>https://contoh.id</link>
<item><title>Satu</title><link>https://contoh.id/1?a=b&amp;c=d</link>
<pubDate>Thu, 05 Dec 2024 16:06:00 +0700</pubDate></item>
<item><title>Dua &nbsp; & tiga</title><link>/2</link></item>
<item><title>Tanpa tautan</title></item>
<item><link>javascript:alert(1)</link></item>
</channel></rss>"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>
<entry><title>Satu</title><link rel="alternate" href="https://contoh.id/1"/>
<updated>2024-12-05T09:06:00Z</updated></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://contoh.id/1">
<title>Satu</title><link>https://contoh.id/1</link></item></rdf:RDF>"""
SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc> https://contoh.id/1 </loc><lastmod>2024-12-05T16:06:00+07:00</lastmod></url>
<url><loc>https://contoh.id/2</loc><lastmod>2024-12-06</lastmod></url>
<url><loc>https://contoh.id/3</loc><lastmod>kemarin</lastmod></url>
<url><priority>1</priority></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://contoh.id/sitemap-2024.xml.gz</loc></sitemap></sitemapindex>"""

MORNING = datetime(2024, 12, 5, 9, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "links"),
    [
        (RSS, [Link("https://contoh.id/1?a=b&c=d", MORNING), Link("https://contoh.id/2")]),
        (ATOM, [Link("https://contoh.id/1", MORNING)]),
        (RDF, [Link("https://contoh.id/1")]),
        (
            SITEMAP,
            [
                Link("https://contoh.id/1", MORNING),
                Link("https://contoh.id/2", datetime(2024, 12, 6, tzinfo=UTC)),
                Link("https://contoh.id/3"),
            ],
        ),
        (INDEX, [Link("https://contoh.id/sitemap-2024.xml.gz", is_listing=True)]),
    ],
)
def test_listings(body: bytes, links: list[Link]) -> None:
    assert is_listing(body)
    assert read_listing(body, URL) == links
    assert unpacked(gzip.compress(body)) == body


@pytest.mark.parametrize(
    "body", [PAGE.encode(), b"", b"<svg/>", b"teks saja", b"<html><p>&lt;rss &gt;</p></html>"]
)
def test_a_page_is_no_listing(body: bytes) -> None:
    assert not is_listing(body)


BOMB = (
    b"<!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]>"
)
OUTSIDE = b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE])
def test_entities_are_never_expanded(doctype: bytes) -> None:
    sitemap = doctype + SITEMAP.split(b"?>")[1].replace(b"contoh.id/1", b"contoh.id/&a;&a11;")
    with pytest.raises(FetchError, match="a sitemap that can't be read"):
        read_listing(sitemap, URL)
    feed = doctype + RSS.partition(b"-->")[2].replace(b"contoh.id/1", b"contoh.id/&a;&a11;")
    started = time.perf_counter()
    for link in read_listing(feed, URL):
        assert len(link.url) < 100
        assert "root" not in link.url
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<urlset><url>", "a sitemap that can't be read"),
        (b"<urlset>" + b"<url>" * 200_000, "a sitemap that can't be read"),
        (
            b"<?xml version='1.0' encoding='bukan'?><urlset></urlset>",
            "a sitemap that can't be read",
        ),
        (b"<rss><channel><item>", "a feed that can't be read"),
        (b"<rss><channel>" + b"<item>" * 600_000, "a feed of more than 3 MB"),
    ],
)
def test_broken_listings(body: bytes, said: str) -> None:
    started = time.perf_counter()
    with pytest.raises(FetchError, match=said):
        read_listing(body, URL)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (gzip.compress(b"0" * 60_000_000, 1), "more than 50 MB"),
        (gzip.compress(SITEMAP)[:-20], "a broken gzip file"),
        (b"\x1f\x8brusak", "a broken gzip file"),
    ],
)
def test_broken_packings(body: bytes, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        unpacked(body)


@pytest.mark.parametrize(
    "body",
    [
        b"<rss><channel>" + b"<item>" * 100_000,
        b"<rss><channel>" + b"<item><link>https://contoh.id/1</link></item>" * 20_000,
        b"<rss><channel><item><title>" + b"<b>" * 100_000,
        b"<rss><channel><item><description>" + b"&amp;lt;" * 100_000,
        b"<feed>" + b"<entry " + b"a='b' " * 50_000 + b"/></feed>",
        b"<rss>" + b"<" * 300_000,
        b"<rss>" + b"<![CDATA[" * 50_000,
        b"<rss " + b"xmlns:a%d='b' " * 1 + b">" + b"&" * 300_000,
    ],
)
def test_hostile_feeds_end_soon(body: bytes) -> None:
    started = time.perf_counter()
    with suppress(FetchError):
        read_listing(body, URL)
    assert time.perf_counter() - started < 10
