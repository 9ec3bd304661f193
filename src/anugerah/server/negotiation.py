"""Which of the offered formats a client prefers (RFC 9110, sections 12.4 and 12.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from anugerah.server.formats import BY_NAME, FORMATS, HTML, HTML_TYPES, SYNONYMS

_MAX_RANGES = 100
_EXACT = 3


@dataclass(frozen=True)
class MediaRange:
    """One entry of an Accept header."""

    type: str
    subtype: str
    quality: float

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read an entry such as `text/*;q=0.5`; return None for one that is no media range."""
        essence, *parameters = (part.strip().lower() for part in text.split(";"))
        kind, slash, subtype = essence.partition("/")
        if essence == "*":
            kind, slash, subtype = "*", "/", "*"
        if not (kind and slash and subtype) or (kind == "*" and subtype != "*"):
            return None
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                quality = _quality(value.strip())
        return cls(kind, subtype, quality)

    def specificity(self, media_type: str) -> int:
        """Return how exactly this range names the media type: 0 not at all, 3 in full."""
        kind, _, subtype = media_type.partition("/")
        if (self.type, self.subtype) == (kind, subtype):
            return _EXACT
        if self.subtype == "*" and self.type == kind:
            return 2
        return int(self.type == "*")


def _quality(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if 0.0 <= value <= 1.0 else 0.0


def parse_accept(header: str) -> tuple[MediaRange, ...]:
    """Read an Accept header; an empty one accepts everything."""
    entries = header.split(",")[:_MAX_RANGES]
    ranges = tuple(found for entry in entries if (found := MediaRange.parse(entry)))
    return ranges if header.strip() else (MediaRange("*", "*", 1.0),)


def _weigh(ranges: tuple[MediaRange, ...], media_type: str) -> tuple[float, int]:
    specificity, quality = max(
        ((r.specificity(media_type), r.quality) for r in ranges), default=(0, 0.0)
    )
    return (quality, specificity) if specificity else (0.0, 0)


def _weigh_all(ranges: tuple[MediaRange, ...], media_types: Iterable[str]) -> tuple[float, int]:
    own, *others = media_types
    weight = _weigh(ranges, own)
    if weight[1] == _EXACT:
        return weight
    named = (found for t in others if (found := _weigh(ranges, t))[1] == _EXACT)
    return max((weight, *named))


def rank(header: str, offers: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the names of the acceptable offers, the most welcome first.

    Args:
        header: the Accept header.
        offers: the media types of each name, in the order that decides between equals. The first is
            its own; under the others it is found only if they are asked for in full.
    """
    ranges = parse_accept(header)
    weights = {name: _weigh_all(ranges, types) for name, types in offers.items()}
    welcome = (name for name, (quality, _) in weights.items() if quality > 0)
    return tuple(sorted(welcome, key=lambda name: weights[name], reverse=True))


def media_types(name: str) -> tuple[str, ...]:
    """Return the media types under which clients may ask for the format."""
    if name == HTML:
        return HTML_TYPES
    return (BY_NAME[name].media_type, *BY_NAME[name].accepts)


def rank_formats(header: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the named formats that the Accept header admits, the most welcome first."""
    return rank(header, {name: media_types(name) for name in names})


def rank_query_formats(header: str, asked: str | None) -> tuple[str, ...]:
    """Return the acceptable formats for the answer to a query whose form is not known yet.

    Args:
        header: the Accept header.
        asked: the value of `?format=`, which outranks the header: media types, or a short name;
            `json` and `xml` mean for a graph JSON-LD and RDF/XML.
    """
    names = (*(fmt.name for fmt in FORMATS), HTML)
    if asked and "/" in asked:
        return rank_formats(asked, names)
    if asked:
        wanted = SYNONYMS.get(asked.lower(), (asked.lower(),))
        return tuple(name for name in wanted if name in names)
    return rank_formats(header, names)


def prefers_html(header: str) -> bool:
    """Tell whether the client is a browser: it wants HTML more than any data."""
    offers = {"data": ("application/json",), HTML: HTML_TYPES}
    return rank(header, offers)[:1] == (HTML,)
