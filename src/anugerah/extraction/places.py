"""The place that an office is for: "Camat Rumbai", "Kepala Desa Sukamaju"."""

from __future__ import annotations

from collections.abc import Container

from anugerah.extraction.language_data import word_set
from anugerah.extraction.names import is_name_word, is_title
from anugerah.extraction.tokens import Sentence

MAX_WORDS = 5


def read_place(sentence: Sentence, first: int, marks: Container[int]) -> tuple[str, int] | None:
    """Read the name of a place at `sentence.tokens[first]`, and where it ends in the article.

    Where no comma parts the place from its head's name, the first word and a direction behind it
    are the place: "Camat Rumbai Timur Budi Utama". Two words alone are a name.
    """
    tokens = sentence.tokens
    run: list[int] = []
    at = first
    parted = False
    while at < len(tokens) and len(run) < MAX_WORDS + 3:
        token = tokens[at]
        gap = sentence.between(tokens[at - 1].end, token.start).strip() if at else ""
        if gap.startswith((",", "(")):
            parted = True
            break
        if token.start in marks:
            parted = not gap
            break
        if gap or is_title(token.text):
            parted = not gap
            break
        if not (is_name_word(token.text) or token.text.isdigit()):
            break
        run.append(at)
        at += 1
    if not run:
        return None
    length = len(run)
    if not parted:
        if length < 3:
            return None
        length = 1
        sides = word_set("units", "sides")
        while length < len(run) - 1 and (
            tokens[run[length]].norm in sides or tokens[run[length]].text.isdigit()
        ):
            length += 1
    if length > MAX_WORDS:
        return None
    start, end = tokens[run[0]].start, tokens[run[length - 1]].end
    return sentence.between(start, end), end
