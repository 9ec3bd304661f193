"""What a document says about itself beside its text: title, publisher, day and address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from anugerah.corpus.dates import find_dates
from anugerah.errors import AnugerahError

MAX_TITLE = 500
MAX_PUBLISHER = 200
MAX_URL = 2_000
FIRST_YEAR, LAST_YEAR = 1945, 2100
"""Articles about awards of the republic's governments are of these years."""

JAKARTA = timezone(timedelta(hours=7))

_FIELDS = {
    "title": ("title", "headline", "judul"),
    "publisher": ("publisher", "site", "media", "penerbit"),
    "published": ("published", "date", "datePublished", "published_at", "tanggal"),
    "url": ("url", "link", "canonical_url"),
}


class FieldError(AnugerahError):
    """A field that can't be used; the message names it and says what it should hold."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of an article, in place of what its text lets one guess.

    Attributes:
        title: the headline.
        publisher: the news site.
        published: the day of publication, in Western Indonesian time.
        url: the page's address, `http` or `https`.
    """

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """Return this metadata, with what it lacks taken from `other`."""
        return Metadata(
            self.title or other.title,
            self.publisher or other.publisher,
            self.published or other.published,
            self.url or other.url,
        )


def read_metadata(fields: dict[str, Any]) -> Metadata:
    """Return the metadata in the fields of a front matter or a JSON record.

    Raises:
        FieldError: a field is of another kind than it should be, or too long.
    """
    return Metadata(
        _line(fields, "title", MAX_TITLE),
        _line(fields, "publisher", MAX_PUBLISHER),
        _published(fields),
        _address(fields),
    )


def read_date(text: str) -> date | None:
    """Return the day that `text` gives as ISO 8601, RFC 5322 or in Indonesian words, or None.

    A time in UTC is told in Western Indonesian time; any other time keeps its own day.

    >>> read_date("2024-12-05T18:30:00Z")
    datetime.date(2024, 12, 6)
    >>> read_date("Kamis, 5 Desember 2024")
    datetime.date(2024, 12, 5)
    """
    text = re.sub(r"^(\d{4})/(\d\d)/(\d\d)\b", r"\1-\2-\3", text.strip()[:100])
    moment: datetime | None = None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        if re.match(r"[A-Za-z]{3}, \d", text):
            try:
                moment = parsedate_to_datetime(text)
            except ValueError:
                moment = None
    if moment is not None:
        return _local_day(moment)
    for found in find_dates(text):
        if found.year and (day := found.resolve(None)):
            return day
    return None


def web_address(text: str) -> str | None:
    """Return `text` as an address that is an IRI too, or None if it is no http(s) address.

    The fragment is dropped, for it names no other page.

    >>> web_address("https://contoh.id/berita utama")
    >>> web_address("https://contoh.id/anugerah[1]?a=b#c")
    'https://contoh.id/anugerah%5B1%5D?a=b'
    """
    text = text.strip()
    if len(text) > MAX_URL or re.search(r"[\x00-\x20]", text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    host = re.fullmatch(r"[\w.-]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?", parts.netloc)
    if parts.scheme not in ("http", "https") or not host or port == 0:
        return None
    path, query = (
        quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part), safe="!$%&'()*+,/:;=?@~")
        for part in (parts.path, parts.query)
    )
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def is_text(text: str) -> bool:
    """Tell whether `text` can be written in UTF-8 and has no zero bytes."""
    return "\0" not in text and not re.search(r"[\ud800-\udfff]", text)


def _value(fields: dict[str, Any], name: str) -> tuple[str, Any]:
    for spelling in _FIELDS[name]:
        if fields.get(spelling) not in (None, ""):
            return spelling, fields[spelling]
    return name, None


def _line(fields: dict[str, Any], name: str, longest: int) -> str | None:
    spelling, value = _value(fields, name)
    if value is None:
        return None
    if not isinstance(value, str | int | float):
        raise FieldError(f"the field {spelling!r} is no text")
    line = " ".join(str(value).split())
    if not is_text(line):
        raise FieldError(f"the field {spelling!r} has characters that are no text")
    if len(line) > longest:
        raise FieldError(f"the field {spelling!r} has {len(line)} characters, more than {longest}")
    return line or None


def _published(fields: dict[str, Any]) -> date | None:
    spelling, value = _value(fields, "published")
    if value is None:
        return None
    day: date | None = None
    if isinstance(value, datetime):
        day = _local_day(value)
    elif isinstance(value, date):
        day = _plausible(value)
    elif isinstance(value, str):
        day = read_date(value)
    if day is None:
        raise FieldError(
            f"the field {spelling!r} is {_shown(value)}, which is no date: write it as 2024-12-31"
        )
    return day


def _address(fields: dict[str, Any]) -> str | None:
    spelling, value = _value(fields, "url")
    if value is None:
        return None
    address = web_address(value) if isinstance(value, str) else None
    if address is None:
        raise FieldError(
            f"the field {spelling!r} is {_shown(value)}, which is no http or https address"
        )
    return address


def _plausible(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _local_day(moment: datetime) -> date | None:
    if _plausible(moment) is None:
        return None
    if moment.tzinfo is not None and moment.utcoffset() == timedelta(0):
        moment = moment.astimezone(JAKARTA)
    return moment.date()


def _shown(value: object) -> str:
    if not isinstance(value, str | int | float):
        return "a list" if isinstance(value, list) else "no text"
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
