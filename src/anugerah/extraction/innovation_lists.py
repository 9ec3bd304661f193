"""Lists of innovations: "A (Aaa), Aplikasi B dan C dari Dinas D"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from anugerah.extraction.innovation_names import (
    Name,
    NameReader,
    is_common,
    is_innovation_name,
)
from anugerah.extraction.innovation_owners import Owners
from anugerah.extraction.language_data import alternatives, load
from anugerah.extraction.reading import Reading
from anugerah.extraction.tokens import words

_LONGEST = 40
"""Items that a list may have."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name and where the words that introduce it begin.

    `sure` tells that an agency stands before it that won with it.
    """

    name: Name
    anchor: int
    rule: str
    confidence: float
    sure: bool = False


@cache
def _kinds() -> re.Pattern[str]:
    kinds = alternatives("innovations", "kinds")
    return re.compile(rf"(?:(?:{kinds})\s+)*", re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    after = alternatives("innovations", "after")
    return re.compile(
        rf"\s*(?:$|[,.;:()\"”“’'?!\n–-]|(?:{after})\b|(?:me|ber|di|ter)[a-z]{{3,}}\b)"
    )


_SEPARATOR = re.compile(
    r"\s*(?P<comma>[,;])?\s*(?P<and>(?:dan|serta|lalu|kemudian|hingga|maupun|juga|sampai)\b)?\s*"
)
_FAR_SEPARATOR = re.compile(
    r"[^.;]{0,140};\s*(?:dan\s+|serta\s+)?|[^.,;]{0,80},\s*(?:dan\s+|serta\s+)?"
)
_SMALL_TAIL = re.compile(r"\s+(?P<tail>[a-z]{2,}(?:\s+[a-z]{2,}){0,2})(?=\s*(?:[,.]|\bdan\b|$))")
_BODY_WITH = re.compile(
    r"[A-Z][^,;.()\n]{2,70}?\s(?:dengan|menampilkan|melalui|lewat|mengusung|membawa)\s+(?=[\"“‘'A-Z])"
)
_FOR = re.compile(r"(?:[a-z]+\s+){1,4}(?=[A-Z\"“‘'])")
_MORE = re.compile(r"(?:,\s+[A-Z0-9]\w*(?:\s+[A-Z0-9]\w*){0,3}){1,3}(?=\s*(?:\.|$))")


def ends_well(text: str, at: int) -> bool:
    """Tell whether a name may end at the offset `at`: before a mark, a verb, a word like "dari"."""
    return _ending().match(text, at) is not None


class ListReader:
    """Reads names one after another in one sentence."""

    def __init__(self, text: str, reader: NameReader, owners: Owners, reading: Reading) -> None:
        self._text = text
        self._reader = reader
        self._owners = owners
        self._reading = reading

    def read(self, at: int) -> Name | None:
        """Return the name at the offset `at`, if it can be an innovation's."""
        name = self._reader.read(at)
        return name if name is not None and self._ok(name) else None

    def _ok(self, name: Name) -> bool:
        return is_innovation_name(name, self._reading)

    def introduces_one(self, at: int) -> bool:
        """Tell whether the word before the offset `at` introduces one name: "bertajuk"."""
        before = words(self._text[max(0, at - 20) : at])
        return bool(before) and before[-1] in load("innovations")["one_name"]

    def one_name(self, name: Name) -> Name:
        """Return the name with the commas in it: "bertajuk One Data, One Map"."""
        match = None if name.marked else _MORE.match(self._text, name.end)
        if match is None:
            return name
        return replace(name, end=match.end(), text=f"{name.text}{match.group()}")

    def items(
        self, at: int, anchor: int, rule: str, *, first: bool, announced: bool = False
    ) -> Iterator[Found]:
        """Yield the names of a list that begins at `at`, up to what is no name.

        Args:
            at: the offset behind the word that begins the list, or behind its first name.
            anchor: where "inovasi" stands.
            rule: the name of the rule.
            first: whether the first name is yet to come.
            announced: whether the text says that names follow: "dua inovasi unggulan, yakni".
        """
        one = first and self.introduces_one(at)
        for number in range(_LONGEST):
            loose = False
            if number or not first:
                separator = _SEPARATOR.match(self._text, self._owners.skip(at))
                if separator is None or not (separator["comma"] or separator["and"]):
                    separator = _FAR_SEPARATOR.match(self._text, at)
                    loose = True
                if separator is None:
                    return
                at = separator.end()
            item = self.item(at, plain=bool(number) or announced)
            if item is not None and number and is_common(item.text):
                at = item.end
                continue
            sure = False
            name = item if item is not None and self._ok(item) else None
            if name is None:
                name = self.behind_body(at)
                sure = self._owners.begins_agency(at)
            if name is None or (loose and not (name.marked or sure)):
                return
            if one:
                name = self.one_name(name)
            introduced = anchor if first and not number and not sure else name.start
            yield Found(name, introduced, rule, 0.85, sure)
            if one:
                return
            at = name.end

    def item(self, at: int, *, plain: bool) -> Name | None:
        """Return the name of an item: "Aplikasi Motor kancil".

        Args:
            at: where the item begins.
            plain: whether it may end in small letters without a word like "aplikasi" before it.
        """
        kinds = _kinds().match(self._text, at)
        begin = kinds.end() if kinds else at
        name = self._reader.read(begin)
        if name is None and begin > at:
            gap = _FOR.match(self._text, begin)
            name = self._reader.read(gap.end()) if gap else None
            return name if name and name.marked else None
        if name is None or name.marked or ends_well(self._text, name.end):
            return name
        tail = _SMALL_TAIL.match(self._text, name.end) if plain or begin > at else None
        if tail is None:
            return None
        text = name.text + "".join(f" {word.capitalize()}" for word in tail["tail"].split())
        return replace(name, end=tail.end(), text=text)

    def behind_body(self, at: int) -> Name | None:
        """Return the name behind the body that won with it: "Dinas Kesehatan menampilkan HCC"."""
        body = _BODY_WITH.match(self._text, at)
        name = self.read(body.end()) if body else None
        if name is None or name.marked or name.in_capitals:
            return name
        sure = self._owners.begins_agency(at) and ends_well(self._text, name.end)
        return name if sure else None
