"""Short forms of names and what they stand for: "Pasti" of "Pasukan Tinja"."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[^\W_]+")


def abbreviates(short: str, long: str) -> bool:
    """Tell whether `short` may be made of the letters of `long`, in their order.

    The first letter is from the first word, and the long form has at least two words.
    """
    if len(short) >= len(long) or short[:1].lower() not in long.lower().split(" ", 1)[0]:
        return False
    few, many = _letters(short), _letters(long)
    if len(few) < 2 or len(many) < len(few) * 1.4:
        return False
    long_words = _LETTERS.findall(long.lower())
    if len(long_words) < 2 or few[0] not in long_words[0]:
        return False
    rest = iter(many)
    return all(letter in rest for letter in few)


def is_initials(short: str, long: str) -> bool:
    """Tell whether `short` only strings the first letters of the words of `long`: "KIPP"."""
    few = _letters(short)
    firsts = "".join(word[0] for word in _LETTERS.findall(long.lower()))
    if len(few) > len(firsts) + 1:
        return False
    rest = iter(firsts)
    return all(letter in rest for letter in few)


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text.lower()))
