"""One sentence, read as part of an article of its own."""

from __future__ import annotations

from anugerah.corpus.article import parse_article
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.reading import Reading, ReadSentence, read

LEAD = "CONTOH, CONTOH.ID – "


def read_text(text: str, knowledge: Knowledge) -> Reading:
    return read(parse_article(LEAD + text, "contoh"), knowledge)


def last_sentence(text: str, knowledge: Knowledge) -> ReadSentence:
    return read_text(text, knowledge).sentences[-1]
