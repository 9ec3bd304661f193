"""Where a ceremony was held: "di Grand Ballroom, Hotel Sultan, Jakarta"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from anugerah.extraction.facts import Government, Venue
from anugerah.extraction.gazetteer import Gazetteer
from anugerah.extraction.language_data import alternatives, word_set
from anugerah.extraction.tokens import tokenise


@cache
def _has_noun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('venues', 'nouns')})\b", re.IGNORECASE)


@cache
def _venue() -> re.Pattern[str]:
    nouns = alternatives("venues", "nouns")
    word = rf"(?:[A-Z][\w'’.&-]*|\d+|(?i:{nouns}|{alternatives('venues', 'inside')})\b)"
    # "Grand Ballroom, Hotel Sultan": the part after the comma names a building too.
    more = rf"\s*,\s*(?=[^,]{{0,40}}\b(?i:{nouns})\b){word}(?:\s+{word})*"
    return re.compile(
        rf"\b[Dd]i\s+(?:salah satu hotel di )?(?P<venue>{word}(?:\s+{word})*(?:{more})*)"
        rf"(?P<rest>\s*,\s*[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}})?"
    )


_PLACE = re.compile(
    r"\b[Dd]i\s+(?:[Ii]bu\s?[Kk]ota\s+)?(?:Kota\s+|Kabupaten\s+)?"
    r"(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})"
)


@cache
def _date_words() -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s*\b(?:{alternatives('venues', 'date')})\b.*$", re.IGNORECASE)


def find_venue(
    text: str, names: Gazetteer[Government], taken: Sequence[tuple[int, int]] = ()
) -> Venue | None:
    """Return the first venue or place of `text`; a town at the end of a hotel's name is the place.

    Args:
        text: a sentence.
        names: the governments, whose names tell towns.
        taken: spans of `text` that are no places: "Kepala Perwakilan Maluku di Jakarta".

    A government is never a place here: "di Kabupaten Bangka" alone says nothing of a ceremony.
    """
    for match in _venue().finditer(text):
        if _elsewhere(text, match.start(), taken):
            continue
        venue = _date_words().sub("", match["venue"]).strip(" ,.")
        if not _has_noun().search(venue):
            continue
        rest = _date_words().sub("", match["rest"] or "").strip(" ,.")
        name, place = _split_place(re.sub(r"\s*,\s*", " ", venue), names)
        place = place or _town(rest, names) or _town_after(text[match.end("venue") :], names)
        return Venue(name, place or _town_inside(name, names))
    for match in _NAMED_HALL.finditer(text):
        town = _town(match["town"], names)
        hall = match["hall"]
        if town and not _elsewhere(text, match.start(), taken) and not _is_government(hall, names):
            return Venue(hall, town)
    for match in _PLACE.finditer(text):
        if _elsewhere(text, match.start(), taken):
            continue
        before = text[match.start() : match.start("place")]
        place = _town(match["place"], names)
        if place and "Kabupaten" not in before:
            return Venue(None, place)
    return None


_NAMED_HALL = re.compile(
    r"\b[Dd]i\s+(?P<hall>[A-Z][\w'’.&-]*(?:\s+[A-Z][\w'’.&-]*){1,5}),\s+"
    r"(?P<town>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})"
)
"""A building whose name has no word for one: "di SKA Co Ex, Pekanbaru"."""


def _is_government(text: str, names: Gazetteer[Government]) -> bool:
    tokens = tokenise(text)
    first = tokens[0].norm if tokens else ""
    return first in word_set("venues", "no_halls") or names.match(tokens, 0) is not None


@cache
def _interview() -> re.Pattern[str]:
    told = alternatives("venues", "told")
    return re.compile(rf"\b(?:{told})\b[^.;]{{0,50}}$", re.IGNORECASE)


def _elsewhere(text: str, at: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether "di …" at `at` belongs to an office, or says where somebody was told it."""
    if any(start < at < end for start, end in taken):
        return True
    return _interview().search(text[max(0, at - 80) : at]) is not None


_NEXT = re.compile(r"(?:,|\bdi)\s+(?=[A-Z])")


def _town_after(text: str, names: Gazetteer[Government]) -> str | None:
    """Return the town soon after a venue: "…, Kementerian Agama, Jakarta", "… di Jakarta"."""
    near = text[:80]
    towns = (_town(near[match.end() :], names) for match in _NEXT.finditer(near))
    return next((town for town in towns if town), None)


def _is_town(text: str, names: Gazetteer[Government]) -> bool:
    tokens = tokenise(text)
    if not tokens:
        return False
    found = names.match(tokens, 0)
    return found is not None and any(
        g.level == "city" or g.slug == "provinsi-dki-jakarta" for g in found[1]
    )


def _town(text: str, names: Gazetteer[Government]) -> str | None:
    """Return the town with which `text` begins, with its side: "Jakarta Pusat"."""
    words = text.split()
    for count in range(min(3, len(words)), 0, -1):
        town = re.sub(r"[^\w]+$", "", " ".join(words[:count]))
        if _is_town(town, names) and _whole(town, names):
            return town
    return None


def _split_place(venue: str, names: Gazetteer[Government]) -> tuple[str, str | None]:
    words = venue.split()
    if len(words) < 3:
        return venue, None
    for count in (2, 1):
        tail = " ".join(words[-count:])
        if words[-count - 1].lower() in word_set("venues", "of_a_town"):
            continue
        if len(words) - count >= 2 and _is_town(tail, names) and _whole(tail, names):
            return " ".join(words[:-count]), tail
    return venue, None


def _town_inside(venue: str, names: Gazetteer[Government]) -> str | None:
    """Return the town in the middle of a hotel's name: "Hotel Mercure Surabaya Grand Mirama"."""
    words = venue.split()
    if "Hotel" not in words:
        return None
    return next((w for w in words[1:-1] if _is_town(w, names) and _whole(w, names)), None)


def _whole(text: str, names: Gazetteer[Government]) -> bool:
    tokens = tokenise(text)
    found = names.match(tokens, 0)
    return found is not None and found[0] == len(tokens)
