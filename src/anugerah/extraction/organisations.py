"""Mentions of bodies that are no local governments: ministries, institutes, companies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anugerah import iris
from anugerah.extraction.facts import Organisation
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.tokens import Sentence

_ACRONYM = 6
_LOWER = frozenset({"badan", "bank", "kementerian", "kementrian", "komisi", "lembaga"})
"""Words that begin a body's name even where it is written in lower case."""


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """A place in the text that names an organisation."""

    start: int
    end: int
    organisation: Organisation


def find_organisations(sentence: Sentence, knowledge: Knowledge) -> Iterator[OrganisationMention]:
    """Find the organisations that the reference graph knows, in order, without overlap.

    Short names count only in capitals, so that "BI" is the bank and "bi" is nothing.
    """
    tokens = sentence.tokens
    after = 0
    for at in knowledge.organisations.starts(sentence):
        token = tokens[at]
        if at < after or (token.text[0].islower() and token.norm not in _LOWER):
            continue
        found = knowledge.organisations.match(tokens, at)
        if found is None or not _is_name(sentence, at, found[0]):
            continue
        length, values = found
        start = _start(sentence, at)
        yield OrganisationMention(start, tokens[at + length - 1].end, values[0])
        after = at + length


_KINDS = frozenset({"kementerian", "kementrian"})


def _start(sentence: Sentence, at: int) -> int:
    """Return where the mention begins: "Kementerian" belongs to "Kementerian PANRB"."""
    tokens = sentence.tokens
    if not at or tokens[at - 1].norm not in _KINDS or not tokens[at - 1].capitalised:
        return tokens[at].start
    parted = sentence.between(tokens[at - 1].end, tokens[at].start).strip()
    return tokens[at].start if parted else tokens[at - 1].start


def _is_name(sentence: Sentence, at: int, length: int) -> bool:
    first = sentence.tokens[at]
    if length == 1 and len(first.text) <= _ACRONYM:
        return first.text.isupper()
    # "… (BSKDN) Kemendagri": the bracket parts two bodies.
    spanned = sentence.between(first.start, sentence.tokens[at + length - 1].end)
    if ")" in spanned and "(" not in spanned:
        return False
    return first.capitalised or length >= 3


_ABBREVIATED = re.compile(
    r"((?:[A-Z][\w-]+ )(?:(?:[A-Z][\w-]+|for|of|the|dan|untuk) ){0,6})\(([A-Z]{2,8})\)"
)


def find_abbreviated(sentence: Sentence, knowledge: Knowledge) -> Iterator[OrganisationMention]:
    """Find names that a known abbreviation in brackets explains, however the name is spelt.

    "Indonesian Institute Publik Governance (IIPG)" is the institute whose abbreviation is IIPG.
    """
    if "(" not in sentence.text:
        return
    for match in _ABBREVIATED.finditer(sentence.text):
        at = next(
            (
                i
                for i, t in enumerate(sentence.tokens)
                if t.start == sentence.start + match.start(2)
            ),
            None,
        )
        known = knowledge.organisations.match(sentence.tokens, at) if at is not None else None
        if known is None:
            continue
        words = match.group(1).split()
        initials = match.group(2)
        begin = _begin(words, initials)
        if begin is None:
            continue
        start = sentence.start + match.start(1) + len(" ".join(words[:begin])) + (begin > 0)
        yield OrganisationMention(start, sentence.start + match.end(), known[1][0])


_SMALL = frozenset({"for", "of", "the", "dan", "untuk"})


def _begin(words: list[str], initials: str) -> int | None:
    """Return the word from which the capitals spell the abbreviation."""
    for begin in range(len(words) - 1, -1, -1):
        capitals = "".join(
            w[0] for w in words[begin:] if w[0].isupper() and w.lower() not in _SMALL
        )
        if capitals == initials:
            return begin
    return None


def unknown(name: str) -> Organisation:
    """Return an organisation that the reference graph doesn't know, by the name in the text."""
    return Organisation(iris.slug(name), name, known=False)
