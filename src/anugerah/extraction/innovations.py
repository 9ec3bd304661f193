"""Innovations by name: "inovasi …, di antaranya A, B dan C", "inovasi A (B)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from anugerah.extraction.facts import Agency, Government, Innovation, Support
from anugerah.extraction.language_data import alternatives, load, phrases, word_set
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.tokens import words


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{alternatives('innovations', 'kinds')})\s+)(?=\S)", re.IGNORECASE)


@cache
def _long_form() -> re.Pattern[str]:
    word = r"[A-Z0-9][\w'’&+.-]*"
    name = rf"{word}(?:\s+(?:{word}|(?:{alternatives('innovations', 'inside')})\b))*"
    return re.compile(
        rf"\binovasi(?:nya)?(?:\s+[a-z]+){{0,4}}\s+[\"“'‘]?(?P<one>{name})[\"”'’]?"
        r"\s*\((?P<two>[A-Z][^()]{2,90})\)"
    )


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(
        rf"\b[Ii]novasi(?:nya)?\s+(?:(?:{alternatives('innovations', 'called')})\s+)?"
        r"[\"“'‘](?P<name>[^\"”'’\n]{2,60})[\"”'’]"
    )


@cache
def _list() -> re.Pattern[str]:
    return re.compile(
        r"\binovasi\b[^.;:]{0,160}?(?:,|\b)\s*"
        rf"(?:{alternatives('innovations', 'lists')})\s*:?\s+(?P<items>[A-Z\"“][^\n]*)",
        re.IGNORECASE,
    )


_PAIR = re.compile(
    r"(?:^|,\s*|\bdan\s+|\bserta\s+)(?P<one>[A-Z][^(),]{2,90}?)\s*\((?P<two>[^()]{2,90})\)"
)
"""A name with its other form in brackets, as an item of a list."""


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    expansion: str | None
    sentence: ReadSentence
    rule: str


def find_innovations(reading: Reading) -> list[Innovation]:
    """Find the innovations that the article names, each with its agency and target groups."""
    found: dict[str, Innovation] = {}
    for sentence in reading.sentences:
        if sentence.sentence.is_title:
            continue
        for named in (*_with_long_form(sentence), *_called(sentence), *_listed(sentence)):
            government = _government(sentence, reading)
            if government is None or named.name.casefold() in found or not _is_name(named.name):
                continue
            if _is_known(named, reading):
                continue
            found[named.name.casefold()] = Innovation(
                name=named.name,
                expansion=named.expansion,
                government=government,
                agency=_agency(sentence, government),
                target_groups=(),
                supports=(sentence.support(named.rule, 0.85),),
            )
    return [_with_target_groups(innovation, reading) for innovation in found.values()]


def _with_long_form(sentence: ReadSentence) -> Iterator[_Named]:
    """Yield "Pelayanan Keliling … (Pelangi Dimatamu)": the short form is the name."""
    for match in _long_form().finditer(sentence.text):
        short, long = sorted((match["one"], match["two"]), key=len)
        yield _Named(_tidy(short), long, sentence, "innovation/long-form")


def _called(sentence: ReadSentence) -> Iterator[_Named]:
    for match in _quoted().finditer(sentence.text):
        yield _Named(_tidy(match["name"]), None, sentence, "innovation/quoted")


def _listed(sentence: ReadSentence) -> Iterator[_Named]:
    match = _list().search(sentence.text)
    if match is None or (not match["items"][0].isupper() and match["items"][0] not in '"“'):
        return
    pairs = list(_PAIR.finditer(match["items"]))
    if pairs:
        for pair in pairs:
            short, long = sorted((pair["one"].strip(), pair["two"].strip()), key=len)
            yield _Named(_tidy(short), long, sentence, "innovation/list")
        return
    items = re.split(
        r"\s*,\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+(?=[A-Z\"“])",
        match["items"].rstrip(' .”"'),
    )
    if 2 * sum(map(_is_phrase, items)) > len(items):
        return
    for item in items:
        bare = _kind().sub("", item.strip(" \"“”'"))
        if not bare[:1].isupper() or len(bare.split()) > 8 or re.search(r"[.:;]", bare):
            return
        yield _Named(_tidy(bare), None, sentence, "innovation/list")


def _is_phrase(item: str) -> bool:
    """Tell whether an item is written as a phrase and not as a name: "Keterjangkauan harga"."""
    small = load("innovations")["inside"]
    return any(word.islower() and word not in small for word in item.split())


def _tidy(name: str) -> str:
    """Return the name with its words capitalised as a name's: "Motor kancil" → "Motor Kancil"."""
    words = re.sub(r"\s+", " ", _kind().sub("", name.strip(" ,.\"“”'"))).split(" ")
    small = load("innovations")["inside"]
    return " ".join(
        word if number and word in small else word[:1].upper() + word[1:]
        for number, word in enumerate(words)
    )


def _is_name(name: str) -> bool:
    lowered = name.casefold()
    first = lowered.split()[0]
    agency = lowered in word_set("units", "short") or first in word_set("units", "heads")
    return not agency and len(name) > 2 and first not in word_set("titles", "never")


def _is_known(named: _Named, reading: Reading) -> bool:
    """Tell whether the name is that of an award or a government ("… (KIPP)", "… (Pangkep)")."""
    known = reading.knowledge
    for name in (named.name, named.expansion or named.name):
        norms = words(name)
        for gazetteer in (known.awards, known.governments, known.organisations):
            found = gazetteer.match_words(norms)
            if found is not None and found[0] == len(norms):
                return True
    return False


def _government(sentence: ReadSentence, reading: Reading) -> Government | None:
    named = [m.government for m in sentence.governments if m.government and m.cue != "bare"]
    if reading.main in named or not named:
        return reading.main
    return named[0]


@cache
def _by_agency() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives('innovations', 'run_by')})\b[^.]{{0,25}}?\b(?:melalui|oleh|dari)?\s*"
        rf"(?P<name>(?i:{alternatives('innovations', 'agencies')})\b(?:\s+(?:[A-Z][\w.-]*|dan))*)"
    )


def _agency(sentence: ReadSentence, government: Government) -> Agency | None:
    match = _by_agency().search(sentence.text)
    if match is None:
        return None
    name = re.split(r"\s+(?:Kota|Kabupaten|Provinsi|Pemkot|Pemkab)\b", match["name"])[0]
    name = re.sub(r"\s+dan$", "", name)
    if name.endswith(f" {government.name}"):
        name = name.removesuffix(f" {government.name}")
    return Agency(name, government) if " " in name else None


def _with_target_groups(innovation: Innovation, reading: Reading) -> Innovation:
    """Add the groups named in sentences that speak of the innovation by its name."""
    labels: list[str] = []
    supports: list[Support] = list(innovation.supports)
    for sentence in reading.sentences:
        if innovation.name.casefold() not in sentence.text.casefold():
            continue
        found = [
            group["label"]
            for group in load("target-groups")
            if phrases(tuple(group["words"])).search(sentence.text)
        ]
        if found:
            labels += [label for label in found if label not in labels]
            supports.append(sentence.support("innovation/target-groups", 0.8, "target_groups"))
    if not labels:
        return innovation
    return replace(innovation, target_groups=tuple(labels), supports=tuple(supports))
