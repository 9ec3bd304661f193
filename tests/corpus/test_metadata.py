from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anugerah.corpus.metadata import FieldError, Metadata, read_date, read_metadata, web_address


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-12-05", date(2024, 12, 5)),
        ("2024-12-05T16:06:00+07:00", date(2024, 12, 5)),
        ("2024-12-05T23:30:00+08:00", date(2024, 12, 5)),
        ("2024-12-05T17:00:00Z", date(2024, 12, 6)),
        ("2024-12-05T16:59:59Z", date(2024, 12, 5)),
        ("2024-12-05 16:06", date(2024, 12, 5)),
        ("Thu, 05 Dec 2024 18:30:00 +0000", date(2024, 12, 6)),
        ("Kamis, 5 Desember 2024 | 16:06 WIB", date(2024, 12, 5)),
        ("2024/12/05 16:06:00", date(2024, 12, 5)),
        ("5/12/2024", date(2024, 12, 5)),
        ("2024-13-05", None),
        ("Thu, 99 Dec 2024 18:30:00 +0000", None),
        ("9999-12-31T23:00:00Z", None),
        ("5 Desember", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://contoh.id/a", "https://contoh.id/a"),
        (" https://contoh.id:8443/a?b=c&d=e#f ", "https://contoh.id:8443/a?b=c&d=e"),
        ("https://contoh.id/anugerah–desa", "https://contoh.id/anugerah%E2%80%93desa"),
        ("https://contoh.id/100%", "https://contoh.id/100%25"),
        ("https://contoh.id/a%20b", "https://contoh.id/a%20b"),
        ("https://contoh.id/<b>{}|^`\\", "https://contoh.id/%3Cb%3E%7B%7D%7C%5E%60%5C"),
        ("http://[2001:db8::1]/a", "http://[2001:db8::1]/a"),
        ("https://nama:sandi@contoh.id/", None),
        ("https://contoh.id/a b", None),
        ("https:///a", None),
        ("https://contoh.id:99999/", None),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("contoh.id/a", None),
        ("https://contoh.id/" + "a" * 3000, None),
    ],
)
def test_addresses(text: str, address: str | None) -> None:
    assert web_address(text) == address


@given(
    st.text(max_size=60), st.sampled_from(["", "http://", "https://contoh.id/", "https://[::1]"])
)
def test_an_address_is_always_an_iri(text: str, start: str) -> None:
    address = web_address(start + text)
    assert address is None or ox.NamedNode(address).value == address


@pytest.mark.parametrize(
    ("fields", "metadata"),
    [
        ({}, Metadata()),
        (
            {"headline": " Judul\n baru ", "date": "2024-12-05"},
            Metadata("Judul baru", None, date(2024, 12, 5)),
        ),
        ({"title": 2024, "published": date(2024, 1, 2)}, Metadata("2024", None, date(2024, 1, 2))),
        ({"date": datetime(2024, 12, 5, 20, tzinfo=UTC)}, Metadata(published=date(2024, 12, 6))),
        ({"title": None, "headline": "Judul", "publisher": ""}, Metadata("Judul")),
    ],
)
def test_fields(fields: dict[str, Any], metadata: Metadata) -> None:
    assert read_metadata(fields) == metadata


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": ["a"]}, "'title' is no text"),
        ({"title": "a" * 501}, "'title' has 501 characters"),
        ({"published": 5}, "'published' is 5, which is no date"),
        ({"date": "x" * 500}, "…, which is no date"),
        ({"link": "ftp://contoh.id"}, "'link' is 'ftp://contoh.id', which is no http"),
        ({"url": {}}, "'url' is no text, which is no http"),
        ({"title": "Kota \ud800"}, "'title' has characters that are no text"),
    ],
)
def test_a_field_that_does_not_fit_is_told(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(FieldError) as caught:
        read_metadata(fields)
    assert said in str(caught.value)
