"""Where offices begin: the words that name them, from `offices.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from anugerah.extraction.facts import Level, Organisation
from anugerah.extraction.gazetteer import Gazetteer
from anugerah.extraction.language_data import load
from anugerah.extraction.ministers import MinisterMention
from anugerah.extraction.tokens import Sentence, Token, words

GROUPS = ("none", "heads", "local", "units", "national")


@dataclass(frozen=True, slots=True)
class Head:
    """The words that begin an office.

    Attributes:
        role: the office spelt out, as far as these words say it.
        kind: the group of `offices.yaml`.
        level: of a head of government, the level of the government.
        organisation: the body that the office leads, or its name.
        of: what an office with a unit belongs to: "agency", "ministry", "body", "branch", ….
        place: of a village head and the like, what is led: "Kecamatan".
        unit: the unit that the words name already: "Kadinkes".
    """

    role: str
    kind: str
    level: Level | None = None
    organisation: str | Organisation | None = None
    of: str | None = None
    place: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A head in a sentence: the token that it begins at, and the one after it."""

    first: int
    after: int
    head: Head


@cache
def _heads() -> tuple[Gazetteer[Head], frozenset[str]]:
    data: dict[str, list[dict[str, Any]]] = load("offices")
    named: list[tuple[str, Head]] = []
    for kind in GROUPS:
        for entry in data[kind]:
            head = Head(
                entry.get("role", ""),
                kind,
                entry.get("level"),
                entry.get("organisation"),
                entry.get("of"),
                entry.get("kind"),
            )
            named += [(word, head) for word in entry["words"]]
            named += [(word, _deputy(head)) for word in _deputies(entry["words"], kind)]
    for short, full in load("units")["short"].items():
        if " " not in short:
            head = Head(
                "Kepala",
                "units",
                unit=full or (short.upper() if len(short) < 5 else short.capitalize()),
            )
            named.append((f"ka{short}", head))
    return Gazetteer(named), frozenset(words(word)[0] for word, _ in named)


def _deputies(listed: Iterable[str], kind: str) -> Iterator[str]:
    """Return the deputies' short names: "wamendagri" beside "mendagri"."""
    if kind == "national":
        for word in listed:
            if word.startswith("men"):
                yield f"wa{word}"
                yield f"wakil {word}"


def _deputy(head: Head) -> Head:
    return Head(f"Wakil {head.role}", head.kind, head.level, head.organisation)


@cache
def _phrases(key: str) -> tuple[frozenset[tuple[str, ...]], int]:
    found = frozenset(tuple(words(phrase)) for phrase in load("offices")[key])
    return found, max(len(phrase) for phrase in found)


def ends_with(tokens: Sequence[Token], at: int, key: str) -> int:
    """Return how many words before `tokens[at]` are a phrase of the list `key`; 0 if none are."""
    listed, longest = _phrases(key)
    for length in range(min(longest, at), 0, -1):
        if tuple(token.norm for token in tokens[at - length : at]) in listed:
            return length
    return 0


def begins_with(tokens: Sequence[Token], at: int, key: str) -> int:
    """Return how many words at `tokens[at]` are a phrase of the list `key`; 0 if none are."""
    listed, longest = _phrases(key)
    for length in range(min(longest, len(tokens) - at), 0, -1):
        if tuple(token.norm for token in tokens[at : at + length]) in listed:
            return length
    return 0


def find_openings(sentence: Sentence, ministers: Sequence[MinisterMention]) -> list[Opening]:
    """Return where offices begin, in order, without overlap, the longest words first."""
    gazetteer, firsts = _heads()
    tokens = sentence.tokens
    by_minister = {minister.start: minister for minister in ministers}
    found: list[Opening] = []
    after = 0
    for at, token in enumerate(tokens):
        if at < after or (token.norm not in firsts and token.start not in by_minister):
            continue
        matched = gazetteer.match(tokens, at) if token.norm in firsts else None
        length, head = (matched[0], matched[1][0]) if matched else (0, None)
        minister = by_minister.get(token.start)
        if minister is not None:
            spanned = _length(tokens, at, minister.end)
            if spanned > length:
                length = spanned
                head = Head(minister.role, "national", None, minister.ministry)
        if head is None:
            continue
        after = at + length
        found.append(Opening(at, after, head))
    return found


def _length(tokens: Sequence[Token], at: int, end: int) -> int:
    length = 0
    while at + length < len(tokens) and tokens[at + length].end <= end:
        length += 1
    return length
