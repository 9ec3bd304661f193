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
        listed: whether it begins a line of a list that was announced as one of innovations.
        this: whether the next sentence calls what it tells of "inovasi ini".
    """

    speaks: bool
    spoken: bool
    listed: bool
    this: bool

    @property
    def worth_reading(self) -> bool:
        """Tell whether the sentence can name an innovation at all."""
        return self.speaks or self.spoken or self.listed or self.this


def contexts(reading: Reading) -> list[Context]:
    """Return the context of each sentence of the article."""
    found = []
    last_spoke: tuple[int, int] | None = None
    announced = False
    sentences = reading.sentences
    for number, sentence in enumerate(sentences):
        paragraph = sentence.sentence.paragraph
        begins = number == 0 or sentences[number - 1].sentence.paragraph != paragraph
        if begins and announced:
            announced = _LINE.match(sentence.text) is not None
        near = last_spoke is not None and (
            number - last_spoke[0] == 1 or last_spoke[1] == paragraph
        )
        if sentence.sentence.is_title:
            found.append(Context(False, False, False, False))
            continue
        lowered = sentence.text.lower()
        speaks = "inovas" in lowered or "inivas" in lowered
        following = sentences[number + 1].text if number + 1 < len(sentences) else ""
        this = not speaks and _THIS.match(following) is not None
        named = "aplikasi " in lowered or "nama" in lowered
        app = named and _THING.search(sentence.text) is not None
        found.append(Context(speaks or app, near, begins and announced, this))
        if speaks:
            last_spoke = (number, paragraph)
        if (speaks or near) and _ANNOUNCES.search(sentence.text):
            announced = True
    return found


_ANNOUNCES = re.compile(r"(?::|;|\bberikut(?: ini)?\W?|\bsbb\W?)\s*$")
_LINE = re.compile(r"\s*(?:\(?\d{1,3}[.)]|[•●▪*–-]|[a-z][.)]|[\"“‘']|[A-Z][\w -]{1,60}\()")
_THING = re.compile(r"\b(?:[Aa]plikasi\s+[\"“‘'A-Z]|(?:bernama|dinamai|dinamakan|diberi nama)\s)")
_THIS = re.compile(r"(?:Melalui\s+|Lewat\s+|Dengan\s+)?[Ii]novasi\s+(?:ini|tersebut)\b")
