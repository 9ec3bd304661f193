"""When two labels name the same: whatever their case, punctuation, small slips and extra words."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from importlib import resources

import yaml

_WORD = re.compile(r"[^\W_]+")
_CLOSE_WORD = 0.8
_CLOSE_LABEL = 0.8


def words(label: str) -> tuple[str, ...]:
    """Return the words of `label` in lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", label.replace("’", "").replace("'", ""))
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return tuple(_WORD.findall(bare.casefold()))


def same(one: str, other: str) -> bool:
    """Tell whether two labels are equal but for case, spaces and punctuation."""
    return "".join(words(one)) == "".join(words(other))


def similar(one: str, other: str) -> bool:
    """Tell whether two labels name the same thing: contained in one another, or close.

    Numbers in both must agree ("Top 45", "Top 99"), and so must words that tell labels apart
    ("Inovatif", "Sangat Inovatif").
    """
    return _similar(words(one), words(other))


def same_award(one: str, other: str) -> bool:
    """Tell whether two labels name the same award; "Penghargaan" and the like don't count."""
    return _similar(_without(words(one), "filler"), _without(words(other), "filler"))


def same_person(one: str, other: str) -> bool:
    """Tell whether two names are of one person: the one may leave out parts of the other."""
    return same(one, other) or _similar(words(one), words(other))


def same_role(one: str, other: str) -> bool:
    """Tell whether two labels name the same office: they must begin with the same word."""
    first, second = words(one), words(other)
    if not first or not second:
        return False
    return same(one, other) or (_close(first[0], second[0]) and _similar(first, second))


def same_innovation(one: str, other: str) -> bool:
    """Tell whether two labels name the same innovation; its kind ("aplikasi") doesn't count."""
    return _similar(_without(words(one), "kinds"), _without(words(other), "kinds"))


def same_organisation(one: str, other: str) -> bool:
    """Tell whether two labels name the same body; local governments must agree in full."""
    first, second = words(one), words(other)
    if {*first[:1], *second[:1]} & _listed("levels"):
        return same(one, other)
    return _similar(first, second)


def _similar(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return False
    joined, other_joined = "".join(one), "".join(other)
    if joined == other_joined:
        return True
    telling = _listed("telling")
    if set(one) & telling != set(other) & telling or not _numbers_agree(one, other):
        return False
    shorter, longer = sorted((one, other), key=len)
    left = list(longer)
    shared = 0
    for word in shorter:
        partner = next((other_word for other_word in left if _close(word, other_word)), None)
        if partner is not None:
            left.remove(partner)
            shared += 1
    contained = shared == len(shorter)
    close = 2 * shared / (len(one) + len(other)) >= _CLOSE_LABEL
    return contained or close or (_ratio(joined, other_joined) > 0.9 and len(one) != len(other))


def _numbers_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    first = {word for word in one if word.isdecimal()}
    second = {word for word in other if word.isdecimal()}
    return not first or not second or first == second


def _close(one: str, other: str) -> bool:
    """A slip seldom changes the first letter, and "terinovatif" is no slip of "inovatif"."""
    if one == other:
        return True
    long_enough = min(len(one), len(other)) >= 4 and one[0] == other[0]
    return long_enough and _ratio(one, other) >= _CLOSE_WORD


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _without(label: tuple[str, ...], listed: str) -> tuple[str, ...]:
    kept = tuple(word for word in label if word not in _listed(listed))
    return kept or label


@cache
def _listed(name: str) -> frozenset[str]:
    file = resources.files("anugerah.evaluation").joinpath("words.yaml")
    return frozenset(yaml.safe_load(file.read_text("utf-8"))[name])
