"""Ministers by the names of their ministries: "Menteri Koordinator Bidang Perekonomian"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from anugerah.extraction.facts import Organisation
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.language_data import load, phrases
from anugerah.extraction.tokens import Sentence, tokenise, words


@dataclass(frozen=True, slots=True)
class MinisterMention:
    """The office of a minister; offsets are the article's."""

    start: int
    end: int
    role: str
    ministry: Organisation


@cache
def _titles() -> tuple[re.Pattern[str], dict[str, tuple[str, tuple[str, ...]]]]:
    table: dict[str, tuple[str, tuple[str, ...]]] = {}
    for entry in load("offices")["ministers"]:
        for word in entry["words"]:
            prefixes = tuple(" ".join(words(prefix)) for prefix in entry["ministry"])
            table[" ".join(words(word))] = (entry["role"], prefixes)
    return phrases(tuple(w for e in load("offices")["ministers"] for w in e["words"])), table


def find_ministers(sentence: Sentence, knowledge: Knowledge) -> Iterator[MinisterMention]:
    """Find the ministers of one sentence whose ministry the reference graph knows."""
    pattern, table = _titles()
    for match in pattern.finditer(sentence.text):
        role, prefixes = table[" ".join(words(match.group()))]
        following = tokenise(sentence.text[match.end() : match.end() + 160], match.end())
        for prefix in prefixes:
            before = prefix.split()
            found = knowledge.organisations.match_words(
                [*before, *(token.norm for token in following)]
            )
            if found is None or found[0] <= len(before):
                continue
            ministry = found[1][0]
            last = following[found[0] - len(before) - 1]
            yield MinisterMention(
                sentence.start + match.start(),
                sentence.start + last.end,
                f"{role} {_field(ministry.name)}",
                ministry,
            )
            break


def _field(ministry: str) -> str:
    """Return what a ministry is for: its name without the first word, nor a body joined to it."""
    return ministry.split("/")[0].removeprefix("Kementerian ")
