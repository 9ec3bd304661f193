"""Winner lists with lines of their own, under a heading that names the award or category."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from anugerah.extraction.categories import find_spelt_categories
from anugerah.extraction.chains import Chain, Member, find_chains, level_before
from anugerah.extraction.facts import Government, Level
from anugerah.extraction.language_data import alternatives, any_cue, cue
from anugerah.extraction.reading import Reading, ReadSentence


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A winner on a line of a list, and the line that says what was won.

    `above` is the line before the heading, where the page broke the heading in two.
    """

    member: Member
    item: ReadSentence
    heading: ReadSentence
    above: ReadSentence | None = None


_NUMBER = r"\(?\d{1,3}\s?[.)]|\(?[a-z][.)]|[•*·▪●○\-–]"
_LOOSE = re.compile(
    rf"[\s:,;]*(?:(?:{_NUMBER})\s*)*(?:(?:pemerintah|pemkab|pemkot|pemprov|daerah|juara|terbaik|peringkat|ke-?\s?\d+|I{{1,3}}|IV|V|\d{{1,2}})[\s:.)–-]*)*(?:Kota(?:\s+\w+){{1,3}}\s*\(?\s*)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"^\s*(?:{_NUMBER})")
_LONGEST_TAIL = 30
"""Behind the name of an item stands at most a province or a score; a sentence is longer."""


def find_enumerated(reading: Reading) -> Iterator[Enumerated]:
    """Find the items of winner lists.

    An item is a line of parties and nothing else; the nearest line before the list that is no item
    is its heading, which must speak of an award that was given.
    """
    heading: ReadSentence | None = None
    above: ReadSentence | None = None
    told = announced = False
    last: tuple[ReadSentence, Member] | None = None
    for sentence in reading.sentences:
        if sentence.sentence.is_title:
            continue
        chain = _item(sentence, heading, last is not None)
        if chain is not None:
            if last is not None and _is_province_of(chain, *last):
                continue
            last = sentence, chain.members[-1]
            if heading is not None and told:
                for member in chain.members:
                    yield Enumerated(member, sentence, heading, above)
            continue
        if _is_rest_of_item(sentence) or (last is not None and _is_broken(sentence)):
            continue
        last = None
        asserted = sentence.modality == "asserted"
        was_told = told
        # A heading such as "Kategori Kabupaten Terinovatif:" stands under the line that tells.
        tells = asserted and _tells(sentence)
        announced = announced or tells
        told = tells or (asserted and announced and _is_heading(sentence))
        above = heading if was_told or (heading is not None and _is_heading(heading)) else None
        heading = sentence


def _tells(sentence: ReadSentence) -> bool:
    text = sentence.text
    gives = any_cue("receive", "receive_passive", "hand_over", "winners").search(text) is not None
    return gives and (bool(sentence.awards) or cue("ceremony").search(text) is not None)


@cache
def _category() -> re.Pattern[str]:
    heads = alternatives("categories", "heads")
    return re.compile(
        rf"[\s\d.)(•*\-–A-Z]{{0,6}}(?:{heads}|tingkat|pemerintah|juara|predikat|penghargaan)\b",
        re.IGNORECASE,
    )


def _is_heading(sentence: ReadSentence) -> bool:
    """Tell whether a line names a category: "Kategori Kota Besar", "B. Tingkat Kabupaten:"."""
    if len(sentence.text) > 120:
        return False
    spelt = bool(find_spelt_categories(sentence.text, "iga"))
    opens = re.search(r"[:,]\s*$", sentence.text) is not None
    return spelt or opens or bool(_category().match(sentence.text))


def _item(sentence: ReadSentence, heading: ReadSentence | None, in_list: bool) -> Chain | None:
    if not sentence.parties or len(sentence.text) > 700:
        return None
    chains = find_chains(sentence, _level(heading) if heading else None)
    if len(chains) != 1:
        return None
    (chain,) = chains
    before = sentence.text[: chain.start - sentence.start]
    after = sentence.sentence.after(chain.end)
    if not _LOOSE.fullmatch(before):
        return None
    plain = re.fullmatch(r"[\s.,;:)]*(?:dan|serta)?[\s.,;]*", after) is not None
    numbered = in_list and _TAIL.fullmatch(after) is not None
    numbered = numbered and cue("receive").search(after) is None
    numbered = numbered or (
        _NUMBERED.match(sentence.text) is not None and len(after) < _LONGEST_TAIL
    )
    return chain if plain or numbered else None


def _is_province_of(chain: Chain, item: ReadSentence, last: Member) -> bool:
    """Tell whether a line is only the province of the item before, which ends with a comma."""
    (first, *more) = chain.members
    party, before = first.party, last.party
    return (
        not more
        and item.text.rstrip().endswith(",")
        and isinstance(party, Government)
        and isinstance(before, Government)
        and party.level == "province"
        and party.home == before.home
    )


def _is_broken(sentence: ReadSentence) -> bool:
    """Tell whether a line is part of an item that the page broke in two."""
    text = sentence.text
    return len(text) < 45 and not re.search(r":\s*$", text) and not _category().match(text)


_TAIL = re.compile(r"[\s),.;]*(?:[A-Z]\w+[\s;.,]*){1,3}")
"""Behind a name: the province, which the page may have cut."""
_REST = re.compile(r"\s*(?:\(?\d{1,3}[.)]|[A-Z][\w ]{2,25}[;.,]|Tengah;|Timur;|\W+)\s*")


def _is_rest_of_item(sentence: ReadSentence) -> bool:
    """Tell whether a line is the number of the next item, or the province of the last one."""
    return len(sentence.text) < 28 and _REST.fullmatch(sentence.text) is not None


def _level(heading: ReadSentence) -> Level | None:
    named = [c.level for c in find_spelt_categories(heading.text, "iga") if c.level]
    return named[-1] if named else level_before(heading.text)
