"""Winner lists with a line for each winner, under a heading that names the award or category."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anugerah.extraction.categories import find_spelt_categories
from anugerah.extraction.facts import Government, Level
from anugerah.extraction.language_data import cue
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.recipients import level_of_heading


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A winner on a line of its own, and the line that says what was won."""

    government: Government
    item: ReadSentence
    heading: ReadSentence


_LOOSE = re.compile(
    r"[\s\d.)(•*·:,;-]*(?:pemerintah\s+|pemkab\s+|pemkot\s+|pemprov\s+)?", re.IGNORECASE
)
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,3}\s?[.)]|[•*·-])")


def find_enumerated(reading: Reading) -> Iterator[Enumerated]:
    """Find the items of winner lists.

    An item is a line with one government and nothing else; the nearest line before the list that is
    no item is its heading, which must speak of an award that was given.
    """
    heading: ReadSentence | None = None
    told = False
    for sentence in reading.sentences:
        if sentence.sentence.is_title:
            continue
        if _is_item(sentence):
            government = _government(sentence, heading)
            if heading is not None and told and government is not None:
                yield Enumerated(government, sentence, heading)
            continue
        asserted = sentence.modality == "asserted"
        category = bool(find_spelt_categories(sentence.text, "iga"))
        # A heading such as "Kategori Kabupaten Terinovatif:" stands under the line that tells.
        told = asserted and (_tells(sentence) or (told and category))
        heading = sentence


def _tells(sentence: ReadSentence) -> bool:
    text = sentence.text
    gives = any(cue(key).search(text) for key in ("receive", "receive_passive", "hand_over"))
    return gives and (bool(sentence.awards) or cue("ceremony").search(text) is not None)


def _is_item(sentence: ReadSentence) -> bool:
    mentions = sentence.governments
    if len(mentions) != 1 or len(sentence.text) > 80:
        return False
    mention = mentions[0]
    before = sentence.text[: mention.start - sentence.start]
    after = sentence.sentence.after(mention.end)
    if not _LOOSE.fullmatch(before):
        return False
    plain = re.fullmatch(r"[\s.,;]*(?:dan|serta)?\s*", after) is not None
    return plain or (_NUMBERED.match(sentence.text) is not None and len(after) < 30)


def _government(sentence: ReadSentence, heading: ReadSentence | None) -> Government | None:
    mention = sentence.governments[0]
    return mention.at_level(_level(heading) if heading else None).government


def _level(heading: ReadSentence) -> Level | None:
    named = [c.level for c in find_spelt_categories(heading.text, "iga") if c.level]
    return named[-1] if named else level_of_heading(heading.text)
