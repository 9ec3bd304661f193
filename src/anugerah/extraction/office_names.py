"""A name that stands before its office: "Ipuk (Bupati …)", "David Yama selaku Kepala …"."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from anugerah.extraction.names import is_degree, is_name_word, is_title, read_name
from anugerah.extraction.office_heads import ends_with
from anugerah.extraction.tokens import Sentence, Token
from anugerah.extraction.units import is_unit_word


def name_before(
    sentence: Sentence,
    begin: int,
    position: int,
    is_person: Callable[[str, int], bool],
    after_heads: Container[int],
) -> tuple[str, int] | None:
    """Return the name before the office at `sentence.tokens[begin]`, and where it begins.

    Args:
        position: the article offset where the office before it ends; its holder's name is taken.
        after_heads: the tokens behind words that begin an office: a name there is its holder's.
        is_person: tells whether words at an offset in the sentence's text may be a name.
    """
    tokens = sentence.tokens
    linked = ends_with(tokens, begin, "behind_name")
    last = begin - linked - 1
    if last < 0:
        return None
    gap = sentence.between(tokens[last].end, tokens[begin - linked].start).strip(" \n")
    between = sentence.between(tokens[begin - 1].end, tokens[begin].start).strip()
    if gap not in ("", ",", "(", ".,", ".") or (linked and between):
        return None
    begins = _name_begins(tokens, last, sentence)
    sure = linked > 0 or gap == "("
    if begins is None or (begins in after_heads and not sure):
        return None
    if tokens[begins].start < position and not sure:
        return None
    named = read_name(sentence.text, tokens[begins].start - sentence.start)
    if named is None or named[1] >= tokens[begin].start - sentence.start:
        return None
    if named[2] + sentence.start < tokens[last].end or not is_person(named[0], named[1]):
        return None
    said = ends_with(tokens, begins, "says") > 0 or (begins == 0 and gap == ",")
    said = said or is_title(tokens[begins].text)
    if not sure and not said and (" " not in named[0] or not gap):
        return None
    return named[0], named[1]


def _name_begins(tokens: Sequence[Token], last: int, sentence: Sentence) -> int | None:
    """Return the token at which the run of name words begins that ends at `tokens[last]`."""
    at = last
    begins: int | None = None
    while at >= 0 and last - at < 12:
        token = tokens[at]
        degree = is_degree(token.text) or len(token.text) == 1
        # "S.hut" is read as two words.
        degree = degree or (at > 0 and is_degree(tokens[at - 1].text + token.text))
        if not (is_name_word(token.text) or degree or is_title(token.text)):
            break
        if not (token.capitalised or degree) or (is_unit_word(token) and not degree):
            break
        gap = sentence.between(token.end, tokens[at + 1].start) if at < last else ""
        if gap.strip(" .\n") and not (gap.strip() in (",", ".,") and _behind_comma(tokens, at + 1)):
            break
        if not degree or is_title(token.text):
            begins = at
        at -= 1
    return begins


def _behind_comma(tokens: Sequence[Token], at: int) -> bool:
    return (
        is_degree(tokens[at].text)
        or len(tokens[at].text) == 1
        or is_degree("".join(token.text for token in tokens[at : at + 2]))
    )
