"""Ministers by the names of their ministries: "Menteri Koordinator Bidang Perekonomian"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from anugerah.extraction.facts import Organisation
from anugerah.extraction.gazetteer import Gazetteer
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.language_data import load
from anugerah.extraction.organisations import unknown
from anugerah.extraction.tokens import Sentence, words
from anugerah.extraction.units import read_unit

_ALIKE = 0.7
"""A ministry's name that shares this part of its words with a known one is that one."""


@dataclass(frozen=True, slots=True)
class MinisterMention:
    """The office of a minister; offsets are the article's."""

    start: int
    end: int
    role: str
    ministry: Organisation


@cache
def _titles() -> tuple[Gazetteer[tuple[str, tuple[str, ...]]], frozenset[str]]:
    named: list[tuple[str, tuple[str, tuple[str, ...]]]] = []
    for entry in load("offices")["ministers"]:
        prefixes = tuple(" ".join(words(prefix)) for prefix in entry["ministry"])
        named += [(word, (entry["role"], prefixes)) for word in entry["words"]]
    return Gazetteer(named), frozenset(words(word)[0] for word, _ in named)


def find_ministers(sentence: Sentence, knowledge: Knowledge) -> Iterator[MinisterMention]:
    """Find the ministers of one sentence, each with the ministry that the title names."""
    titles, firsts = _titles()
    tokens = sentence.tokens
    after = 0
    for at, token in enumerate(tokens):
        if at < after or token.norm not in firsts:
            continue
        title = titles.match(tokens, at)
        if title is None:
            continue
        after = at + title[0]
        role, prefixes = title[1][0]
        found = _known(sentence, after, prefixes, knowledge) or _other(
            sentence, after, prefixes, knowledge
        )
        if found is None:
            continue
        ministry, end = found
        yield MinisterMention(token.start, end, f"{role} {_field(ministry.name)}", ministry)


def _known(
    sentence: Sentence, at: int, prefixes: tuple[str, ...], knowledge: Knowledge
) -> tuple[Organisation, int] | None:
    following = sentence.tokens[at : at + _LONGEST]
    norms = [token.norm for token in following]
    for prefix in prefixes:
        before = prefix.split()
        found = knowledge.organisations.match_words([*before, *norms])
        if found is not None and found[0] > len(before):
            return found[1][0], following[found[0] - len(before) - 1].end
    return None


_LONGEST = 16


def _other(
    sentence: Sentence, at: int, prefixes: tuple[str, ...], knowledge: Knowledge
) -> tuple[Organisation, int] | None:
    """Read a ministry that the reference graph lacks, or spells in another way."""
    unit = read_unit(sentence, at, frozenset()) if at < len(sentence.tokens) else None
    if unit is None or not unit.name[0].isupper():
        return None
    words_before = " ".join(word.capitalize() for word in prefixes[0].split())
    field = unit.name.removeprefix("Bidang ") if words_before.endswith("Bidang") else unit.name
    name = f"{words_before} {field}"
    listed = [n for n in knowledge.by_name if n.startswith(words_before)]
    closest = max(listed, key=lambda other: _shared(name, other), default=name)
    known = knowledge.by_name.get(closest) if _shared(name, closest) >= _ALIKE else None
    return known or unknown(name), unit.end


def _shared(name: str, other: str) -> float:
    one, two = set(words(name)), set(words(other))
    return len(one & two) / len(one | two)


def _field(ministry: str) -> str:
    """Return what a ministry is for: its name without the first word, nor a body joined to it."""
    return ministry.split("/")[0].removeprefix("Kementerian ")
