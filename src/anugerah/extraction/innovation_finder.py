"""The ways in which a sentence names innovations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from anugerah.extraction.acronyms import abbreviates, is_initials
from anugerah.extraction.innovation_contexts import ANCHOR, Context
from anugerah.extraction.innovation_lists import Found, ListReader, ends_well
from anugerah.extraction.innovation_names import (
    Name,
    NameReader,
    is_common,
    is_innovation_name,
    is_made_up,
)
from anugerah.extraction.innovation_owners import Owners
from anugerah.extraction.language_data import alternatives, load, word_set
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.tokens import words

_ANCHORS = 16
"""Times that a sentence says "inovasi"; no real one says it more often."""
_TO_LIST = 220
"""Characters between "inovasi" and the word that begins a list."""


@cache
def _before() -> re.Pattern[str]:
    """Match the words between "inovasi" and its name."""
    before = alternatives("innovations", "before")
    return re.compile(rf"(?:[\s,:-]+(?:{before})(?![\w-]))*\s*:?\s*,?\s*")


_LOOSE = re.compile(r"(?:\s+[a-z][\w-]*){1,9}\s+(?=[\"“”„‘'A-Z])")


@cache
def _not_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives('innovations', 'not_before')})[\s\"“‘'-]+$", re.IGNORECASE
    )


@cache
def _lists() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:{alternatives('innovations', 'lists')})\b[\s,]*){{1,3}}:?\s*|:\s*", re.IGNORECASE
    )


_ANNOUNCED = re.compile(r"\s+(?:unggulan|utama|andalan)(?:nya)?\W*")


class Finder:
    """Finds names of innovations in one sentence."""

    def __init__(self, sentence: ReadSentence, owners: Owners, reading: Reading) -> None:
        self._reading = reading
        self._text = sentence.text
        end = sentence.sentence.end
        self._ends_article = not reading.article.text[end : end + 40].strip()
        self._owners = owners
        self._list = ListReader(sentence.text, NameReader(sentence), owners, reading)

    def find(self, context: Context) -> list[Found]:
        """Return the names in the sentence, in order."""
        found: list[Found] = []
        categories = _CATEGORIES.search(self._text)
        until = categories.start() if categories else len(self._text)
        anchors = [
            anchor
            for anchor in islice(ANCHOR.finditer(self._text, 0, until), _ANCHORS)
            if not self._is_other(anchor)
        ]
        end = 0
        for anchor in anchors:
            if anchor.start() < end:
                continue
            named = self._direct(anchor) or self._loose(anchor) or self._listed(anchor)
            found += named
            end = named[-1].name.end if named else end
        if anchors:
            found += self._called_one()
            found += self._digital()
        if "rogram" in self._text and (context.speaks or context.spoken or context.listed):
            found += self._programmes()
        found += self._applications(spoken=bool(anchors) or context.spoken)
        if (anchors or context.spoken) and "(" in self._text:
            found += self._pairs()
        if context.spoken or anchors:
            found += self._continued()
        if context.listed:
            found += self._line(plain=context.names)
        if context.this:
            found += self._thing()
        return [one for one in _without_overlap(found) if not self._is_cut_off(one.name)]

    def _is_cut_off(self, name: Name) -> bool:
        """Tell whether the article's text breaks off in the name, or right behind it."""
        if name.marked or name.end < len(self._text) or not self._text[-1].isalnum():
            return False
        return self._ends_article

    def _is_other(self, anchor: re.Match[str]) -> bool:
        """Tell whether the word is part of another name: "Kompetisi Inovasi", "Top 45 Inovasi"."""
        before = self._text[max(0, anchor.start() - 30) : anchor.start()]
        if _not_before().search(before):
            return True
        last = re.search(r"([\w-]+)\s+$", before)
        if last is None or not anchor.group()[0].isupper():
            return False
        word = last.group(1)
        if word.isdigit():
            return re.search(r"\btop\b[^.,]{0,20}$", before, re.IGNORECASE) is not None
        kind = word.lower() in load("innovations")["before"]
        return word[0].isupper() and not kind and len(before) > len(last.group())

    def _ok(self, name: Name) -> bool:
        return is_innovation_name(name, self._reading)

    def _direct(self, anchor: re.Match[str]) -> list[Found]:
        """Find "inovasi [pelayanan publik bernama] NAME", and the names joined to it."""
        skipped = _before().match(self._text, anchor.end())
        at = skipped.end() if skipped else anchor.end()
        if at == anchor.end():
            return []
        name = self._list.read(at)
        introduced = anchor.start()
        if name is None:
            name = self._from_body(anchor)
            introduced = name.start if name else introduced
        if name is None:
            return []
        single = " " not in name.text and not name.marked and not name.in_capitals
        award = _AWARD.search(self._text, max(0, anchor.start() - 14), anchor.start())
        if (award and not name.quoted) or _OF_AWARD.match(self._text, name.end):
            return []
        if anchor.group()[:3].lower() == "ber" and not name.quoted:
            return []
        if single and not ends_well(self._text, name.end):
            return []
        if self._list.introduces_one(at):
            name = self._list.one_name(name)
        first = Found(name, introduced, "innovation/named", 0.9)
        return [first, *self._joined(name, anchor.start())]

    def _from_body(self, anchor: re.Match[str]) -> Name | None:
        """Return the name of "inovasi dari Puskesmas Sisir dengan NAME"."""
        joint = _FROM.match(self._text, anchor.end())
        return self._list.behind_body(joint.end()) if joint else None

    def _joined(self, name: Name, anchor: int) -> list[Found]:
        items = [*self._list.items(name.end, anchor, "innovation/named", first=False)]
        if items and not self._closed(items):
            items = [item for item in items if item.name.marked or item.sure]
        return items

    def _closed(self, items: list[Found]) -> bool:
        """Tell whether "dan" stands before the last of `items`."""
        last = items[-1].name.start
        return re.search(r"\b(?:dan|serta)\s+(?:\w+\s+){0,2}$", self._text[:last]) is not None

    def _loose(self, anchor: re.Match[str]) -> list[Found]:
        """Find a name in quotation marks or with its other form some words behind "inovasi"."""
        gap = _LOOSE.match(self._text, anchor.end())
        if gap is None:
            return []
        name = self._list.read(gap.end())
        if name is None or not name.marked:
            return []
        if name.expansion and not _are_forms(name) and not name.quoted:
            return []
        first = Found(name, anchor.start(), "innovation/marked", 0.85)
        return [first, *self._joined(name, anchor.start())]

    def _listed(self, anchor: re.Match[str]) -> list[Found]:
        end = min(len(self._text), anchor.end() + _TO_LIST)
        word = _lists().search(self._text, anchor.end(), end)
        between = self._text[anchor.end() : word.start()] if word else ""
        if word is None or re.search(r";|\.\s", between[:-2]) or ANCHOR.search(between):
            return []
        others = _small_words(_FIELD.sub("", between))
        strict = not word_set("innovations", "not_listed").isdisjoint(others)
        announced = _ANNOUNCED.fullmatch(between) is not None
        items = [
            *self._list.items(
                word.end(), anchor.start(), "innovation/list", first=True, announced=announced
            )
        ]
        return [item for item in items if item.name.marked or not strict]

    def _called_one(self) -> Iterator[Found]:
        """Yield "NAME merupakan inovasi …", "NAME (…), inovasi Dinas …"."""
        if not _CALLS.search(self._text):
            return
        for clause in _CLAUSE.finditer(self._text):
            name = self._list.read(clause.end())
            if name is None:
                continue
            copula = _IS_ONE.match(self._text, name.end)
            if copula and copula["tail"] and not name.marked:
                text = f"{name.text} {copula['tail'].capitalize()}"
                name = replace(name, end=copula.end("tail"), text=text)
            if copula is None and name.marked:
                copula = _BECAME.match(self._text, name.end)
            if copula or (name.marked and _APPOSED.match(self._text, name.end)):
                yield Found(name, name.start, "innovation/is-one", 0.95)

    def _digital(self) -> Iterator[Found]:
        """Yield "digital adalah NAME", where one innovation of each kind is told."""
        for match in _DIGITAL.finditer(self._text):
            name = self._list.item(match.end(), plain=True)
            if name is not None and self._ok(name):
                yield Found(name, match.start(), "innovation/digital", 0.85)

    def _continued(self) -> list[Found]:
        """Return the names of "Kemudian ada NAME, NAME …", which goes on with a list."""
        match = _GOES_ON.match(self._text)
        if match is None:
            return []
        items = [*self._list.items(match.end(), match.start(), "innovation/list", first=True)]
        return items if any(i.name.marked or i.name.in_capitals for i in items) else []

    def _applications(self, *, spoken: bool) -> Iterator[Found]:
        """Yield "aplikasi NAME", "layanan … bernama NAME", if no other body has to do with it."""
        for match in _NAMED_THING.finditer(self._text) if "nama" in self._text else ():
            name = self._list.read(match.end())
            if name is not None and not self._owners.others:
                yield Found(name, match.start(), "innovation/called", 0.75)
        for match in _APPLICATIONS.finditer(self._text) if "plikasi" in self._text else ():
            if not self._owners.others or spoken:
                yield from self._list.items(
                    match.end(), match.start(), "innovation/application", first=True
                )
        for match in _APPLICATION.finditer(self._text) if "plikasi" in self._text else ():
            name = self._list.read(match.end())
            if name is None:
                continue
            explained = name.expansion is not None and abbreviates(name.text, name.expansion)
            plain = name.in_capitals or name.text.count(" ") in (1, 2)
            known = spoken and (name.marked or name.in_capitals)
            explained = explained and (name.quoted or _are_forms(name))
            if known or explained or (plain and not self._owners.others):
                yield Found(name, match.start(), "innovation/application", 0.75)

    def _programmes(self) -> Iterator[Found]:
        """Yield "program NAME (LONG FORM)" or "program “NAME”" beside innovations."""
        for match in islice(_PROGRAMME.finditer(self._text), _ANCHORS):
            name = self._list.read(match.end())
            if name is None or not name.marked:
                continue
            if name.quoted or not is_initials(name.text, name.expansion or ""):
                yield Found(name, match.start(), "innovation/programme", 0.75)

    def _pairs(self) -> Iterator[Found]:
        """Yield a made-up word and its long form, wherever innovations are spoken of."""
        for match in _PAIR.finditer(self._text):
            parts = match["outside"].split()
            names = []
            for begin in range(len(parts)):
                outside = " ".join(parts[begin:])
                short, long = sorted((outside, match["inner"]), key=len)
                name = Name(match.end("outside") - len(outside), match.end(), short, long, False)
                if _are_forms(name) or (abbreviates(short, long) and self._owners.has(name)):
                    names.append(name)
            if names and all(map(self._is_forms, names)):
                name = self._whole(names[0], match)
                yield Found(name, name.start, "innovation/forms", 0.75)

    def _whole(self, name: Name, match: re.Match[str]) -> Name:
        """Return the name with the capitals before it: "Gerpu Genting", not just "Genting"."""
        before = _CAPITALS.search(self._text, match.start(), name.start)
        if name.expansion != match["inner"] or before is None:
            return name
        whole = self._list.read(before.start())
        return whole if whole is not None and whole.end == name.end else name

    def _is_forms(self, name: Name) -> bool:
        first = words(name.expansion or name.text)[0]
        body = first in word_set("units", "heads") or first in word_set(
            "innovations", "never_first"
        )
        contest = ANCHOR.search(name.expansion or "") is not None
        return not (body or contest or is_common(name.expansion or "")) and self._ok(name)

    def _line(self, *, plain: bool) -> Iterator[Found]:
        """Yield the name that the line of a list begins with, or that stands at its end.

        Args:
            plain: whether the list was announced as one of innovations by name.
        """
        begin = _BULLET.match(self._text)
        at = begin.end() if begin else 0
        name = self._list.item(at, plain=False)
        if name is not None and self._ok(name):
            if name.marked or (plain and _LINE_GOES_ON.match(self._text, name.end)):
                yield Found(name, name.start, "innovation/line", 0.8)
            return
        bracket = _BODY_BRACKET.match(self._text, at)
        if bracket and self._owners.names_agency(at, bracket.end()):
            name = self._list.read(bracket.end())
            if name is not None and name.expansion and abbreviates(name.text, name.expansion):
                yield Found(name, name.start, "innovation/line", 0.8)
                return
        name = self._list.behind_body(at)
        if name is not None and (name.marked or _LINE_END.match(self._text, name.end)):
            yield Found(name, name.start, "innovation/line", 0.8)

    def _thing(self) -> Iterator[Found]:
        """Yield "Program NAME …" that the next sentence calls "inovasi ini"."""
        match = _THING.search(self._text, 0, 80)
        name = self._list.read(match.end()) if match else None
        if match is not None and name is not None:
            yield Found(name, match.start(), "innovation/this", 0.8)


_FIELD = re.compile(
    r"\b(?:di|dalam|pada)\s+(?:bidang|sektor|tingkat)\b(?:\s+(?:kecamatan|desa|kota))?"
)
"""In "inovasi di bidang kesehatan, seperti …" it is the innovations that are listed."""
_AWARD = re.compile(r"\bpenghargaan\s+$", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:dari|oleh|milik)\s+")
_OF_AWARD = re.compile(r"\s*(?:Awards?|Innovation|Inovasi)\b")
_CATEGORIES = re.compile(
    r"\bkategori inovasi\b[^.;]{0,120}\b(?:yakni|yaitu|antara lain|meliputi)\b"
)
_CLAUSE = re.compile(r"^|(?<=[,;])\s+|(?<=\bdan)\s+")
_IS_ONE = re.compile(
    r"(?:\s+(?P<tail>(?!ini\b|itu\b)[a-z]+))?,?\s+(?:yaitu|yakni|adalah|merupakan|ialah)\s+"
    r"(?:(?:sebuah|suatu|salah|satu|dari|program|produk|aplikasi)\s+){0,3}inovasi\b"
)
_CALLS = re.compile(
    r"\b(?:yaitu|yakni|adalah|merupakan|ialah|menjadi|sebagai)\s+(?:\w+\s+){0,3}inovasi\b"
    r"|[)\"”’'],?\s+(?:yang merupakan\s+)?inovasi\s"
)
"""What every sentence has in which a name stands before "inovasi": looked for first, being fast."""
_BECAME = re.compile(r"\s+(?:menjadi|dinilai sebagai|sebagai)\s+(?:salah satu\s+)?inovasi\b")
_DIGITAL = re.compile(
    r"\b(?:[Dd]igital|non[ -]?digital)(?:nya)?,?\s+(?:adalah|yaitu|yakni|ialah)\s+"
)
_NAMED_THING = re.compile(
    r"\b(?:[Ll]ayanan|[Pp]rogram|[Aa]plikasi|[Gg]erakan|[Ss]istem|[Pp]ortal|[Tt]erobosan)\s+"
    r"(?:[a-z-]+\s+){0,5}?(?:bernama|diberi nama|dinamai|dinamakan)\s+(?=[\"“‘'A-Z])"
)
_GOES_ON = re.compile(
    r"(?:(?:Kemudian|Selanjutnya|Lalu|Selain itu|Berikutnya),?\s+)?"
    r"(?:[Aa]da|[Tt]erdapat)\s+(?:(?:juga|pula)\s+)?"
    r"|(?:Dua|Tiga|Empat|Lima|Salah satu\w*|Keduanya|Ketiganya)\b[^.;:]{0,60}?"
    r"\s(?:ialah|adalah|yakni|yaitu)\s+"
)
_APPOSED = re.compile(r",?\s+(?:yang merupakan\s+)?inovasi\s+(?:dari\s+|milik\s+)?[A-Z]")
_APPLICATION = re.compile(r"\baplikasi\s+(?=[\"“‘'A-Z]|e-)", re.IGNORECASE)
_PAIR = re.compile(
    r"(?P<outside>[A-Z][\w'’-]*(?:[ \t]+[\w'’&-]+){0,9})\s*\((?P<inner>[A-Z][^()\n]{4,120})\)"
)
_BULLET = re.compile(r"\s*(?:\(?\d{1,3}[.)]|[•●▪*–-]|[a-z][.)])?\s*")
_APPLICATIONS = re.compile(
    r"\b[Aa]plikasi(?:-aplikasi)?(?:\s+[a-z]+){0,3},?\s+"
    r"(?:seperti|antara lain|di antaranya|diantaranya|yakni|yaitu)\s+(?=[\"“‘'A-Z])"
)
_PROGRAMME = re.compile(r"\b[Pp]rogram\s+(?:[a-z]+\s+){0,2}(?=[\"“‘'A-Z])")
_BODY_BRACKET = re.compile(r"[A-Z][^()\n]{2,90}\(\s*(?=[\"“‘'A-Z])")
_CAPITALS = re.compile(r"(?:[A-Z][\w-]{1,20}\s+){1,4}$")
_LINE_GOES_ON = re.compile(r"\s*(?:[–:-]\s|\s(?:dari|milik|oleh)\s|[;.]?\s*$)")
_LINE_END = re.compile(r"\W*$")
_THING = re.compile(r"\b(?:[Pp]rogram|[Aa]plikasi|[Ll]ayanan)\s+(?=[\"“‘'A-Z])")


def _are_forms(name: Name) -> bool:
    """Tell whether the short form is made up of the long one."""
    return name.expansion is not None and is_made_up(name.text, name.expansion)


def _small_words(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", text))


def _without_overlap(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-f.confidence, f.name.start)):
        if not any(
            one.name.start < other.name.end and other.name.start < one.name.end for other in kept
        ):
            kept.append(one)
    return sorted(kept, key=lambda f: f.name.start)
