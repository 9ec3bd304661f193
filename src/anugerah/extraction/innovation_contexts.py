"""What the sentences around one say of innovations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anugerah.extraction.reading import Reading

ANCHOR = re.compile(r"\b(?:ber)?(?:inovas|inivas)i?(?:nya|-inovasi)?\b", re.IGNORECASE)
"""The word itself, with its commonest misspelling."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence and those around it say.

    Attributes:
        speaks: whether it speaks of innovations itself, or of an app or the like by name.
        spoken: whether one just before it speaks of innovations.
        listed: whether it begins a line of a list that was announced beside "inovasi".
        names: whether it begins a line of a list of nothing but innovations.
        this: whether the next sentence calls what it tells of "inovasi ini".
    """

    speaks: bool
    spoken: bool
    listed: bool
    names: bool
    this: bool

    @property
    def worth_reading(self) -> bool:
        """Tell whether the sentence can name an innovation at all."""
        return self.speaks or self.spoken or self.listed or self.this


def contexts(reading: Reading) -> list[Context]:
    """Return the context of each sentence of the article."""
    found = []
    last_spoke: tuple[int, int] | None = None
    announced, names, gap = False, False, 0
    sentences = reading.sentences
    for number, sentence in enumerate(sentences):
        paragraph = sentence.sentence.paragraph
        begins = number == 0 or sentences[number - 1].sentence.paragraph != paragraph
        line = begins and announced and _LINE.match(sentence.text) is not None
        if begins and announced:
            gap = 0 if line else gap + 1
            announced = gap <= _LONGEST_GAP
        near = last_spoke is not None and (
            number - last_spoke[0] == 1 or last_spoke[1] == paragraph
        )
        if sentence.sentence.is_title:
            found.append(Context(False, False, False, False, False))
            continue
        lowered = sentence.text.lower()
        speaks = "inovas" in lowered or "inivas" in lowered
        following = sentences[number + 1].text if number + 1 < len(sentences) else ""
        this = not speaks and _THIS.match(following) is not None
        named = "aplikasi " in lowered or "nama" in lowered
        app = named and _THING.search(sentence.text) is not None
        found.append(Context(speaks or app, near, line, line and names, this))
        if speaks:
            last_spoke = (number, paragraph)
        if (speaks or near) and _ANNOUNCES.search(sentence.text):
            announced, gap = True, 0
            names = _OF_NAMES.search(sentence.text) is not None
    return found


_LONGEST_GAP = 1
"""Paragraphs that may stand between two lines of a list, to explain the first."""
_OF_NAMES = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d{1,2})\s+"
    r"inovasi\b(?![^.]*\b(?:pemenang|juara|kategori|penerima|peraih|tahapan|aspek|daerah)\b)[^.]*$",
    re.IGNORECASE,
)


_ANNOUNCES = re.compile(
    r"(?::|;|\bberikut(?: ini)?\W?|\bsbb\W?|\badalah\W?|\byakni\W?|\byaitu\W?)\s*$"
)
_LINE = re.compile(r"\s*(?:\(?\d{1,3}[.)]|[•●▪*–-]|[a-z][.)]|[\"“‘']|[A-Z][\w -]{1,60}\()")
_THING = re.compile(r"\b(?:[Aa]plikasi\s+[\"“‘'A-Z]|(?:bernama|dinamai|dinamakan|diberi nama)\s)")
_THIS = re.compile(r"(?:Melalui\s+|Lewat\s+|Dengan\s+)?[Ii]novasi\s+(?:ini|tersebut)\b")
