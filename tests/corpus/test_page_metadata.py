from __future__ import annotations

from datetime import date

import lxml.html
import pytest

from anugerah.corpus.metadata import Metadata
from anugerah.corpus.page_metadata import page_metadata

DAY = date(2024, 12, 5)


def linked_data(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("head", "metadata"),
    [
        ("<title>x</title>", Metadata("x")),
        ("<title>Kota Misal Raih Piala - Situs</title>", Metadata("Kota Misal Raih Piala")),
        ("<title>Piala - Kota Misal</title>", Metadata("Piala - Kota Misal")),
        ('<meta property="og:title" content="A &amp;amp; B">', Metadata("A & B")),
        ('<meta name="publishdate" content="2024/12/05 16:06:00">', Metadata(published=DAY)),
        ('<meta itemprop="datePublished" content="2024-12-05">', Metadata(published=DAY)),
        (
            '<meta name="date" content="2024-12-05"><meta name="pubdate" content="kemarin">',
            Metadata(published=DAY),
        ),
        ('<link rel="canonical" href="https://contoh.id/a">', Metadata(url="https://contoh.id/a")),
        (
            '<link rel="canonical" href="/a"><meta property="og:url" content="https://contoh.id/b">',
            Metadata(url="https://contoh.id/b"),
        ),
        (
            linked_data(
                '[{"@type": "WebSite", "name": "x"}, {"@graph": [{"@type": ["NewsArticle"], '
                '"headline": "Kota\nContoh", "publisher": [{"name": "Media"}], '
                '"datePublished": "2024-12-05T01:00:00+07:00"}]}]'
            ),
            Metadata("Kota Contoh", "Media", DAY),
        ),
        (
            linked_data('{"@type": "BlogPosting", "url": "https://contoh.id/a"}'),
            Metadata(url="https://contoh.id/a"),
        ),
        (
            linked_data('{"@type": "NewsArticle", "headline": 5, "publisher": "Media"}'),
            Metadata(None, "Media"),
        ),
        (linked_data('{"@type": "NewsArticle", "headline": ["a"], "publisher": []}'), Metadata()),
        (linked_data('{"@type": "Organization", "headline": "Bukan"}'), Metadata()),
        (
            linked_data("{rusak") + linked_data('{"@type": "Article", "headline": "A"}'),
            Metadata("A"),
        ),
        (linked_data('{"@graph": ' * 500 + "1" + "}" * 500), Metadata()),
        (f'<meta property="og:title" content="{"a" * 1000}">', Metadata()),
    ],
)
def test_what_a_page_says(head: str, metadata: Metadata) -> None:
    page = f"<html><head>{head}</head><body><p>Isi</p></body></html>"
    assert page_metadata(lxml.html.document_fromstring(page)) == metadata


def test_a_time_counts_where_it_is_marked_as_that_of_publication() -> None:
    page = (
        "<body><time datetime='2023-01-01'>lain</time>"
        "<time class='entry-date published' datetime='2024-12-05T16:06:00+07:00'>5/12</time>"
    )
    assert page_metadata(lxml.html.document_fromstring(page)).published == DAY
