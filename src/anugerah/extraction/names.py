"""Names of people: where they begin and end, without titles and degrees."""

from __future__ import annotations

import re
from functools import cache

from anugerah.extraction.language_data import load

MAX_WORDS = 6
_WORD = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z](?![^\W\d_]))?"
    r"|[A-Z][^\W\d_’'`-]*+(?:[’'`-][^\W\d_]+)*(?:\.|(?![\w-]))"
    r"|(?:bin|binti|al)\b"
)
_SHORT_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,4}(?:\.\s?[A-Za-z]{1,5})+\.?")
_GAP = re.compile(r"[ \t]*\n?[ \t]*(?=\S)")
_DEGREES = re.compile(r"\s*[,.]?\s*(?P<degree>[A-Za-z]+(?:\.\s?[A-Za-z]+)*\.?)(?=[\s,.)\"”’:;]|$)")
_RETIRED = re.compile(r"\((?:[Pp]urn|PURN|HC|H\.C|Hc|Cand)\.?\)\s*")
_OPENING = re.compile(r"[\s,:]*(?:\([^()]{1,20}\)\s*)?,?\s*(?:(?:drg?|drh|hj?|ir)\.?\s+(?=[A-Z]))*")
_LOWER_TITLE = re.compile(r"(?:drg?|drh|hj?|apt)\.?\s+(?=[A-Z])")
_ELISION = re.compile(r"[’`]")
_NOT_WORDS = re.compile(r"[.’'`‘]")
_PARTICLES = frozenset({"bin", "binti", "al"})


def _plain(word: str) -> str:
    return word.replace(".", "").replace(" ", "").lower()


@cache
def _titles() -> frozenset[str]:
    return frozenset(_plain(title) for title in load("titles")["before"])


@cache
def _degrees() -> frozenset[str]:
    return frozenset(_plain(degree) for degree in load("titles")["degrees"])


@cache
def _never() -> frozenset[str]:
    return frozenset(load("titles")["never"])


def is_title(word: str) -> bool:
    """Tell whether `word` is a title or rank before a name ("Dr.", "H.", "Letjen")."""
    return _plain(word) in _titles()


def is_degree(word: str) -> bool:
    """Tell whether `word` is an academic degree after a name ("S.E.", "MM")."""
    return _plain(word) in _degrees()


def is_name_word(word: str) -> bool:
    """Tell whether `word` may stand in a person's name: a capital, and no word of another kind."""
    return word[:1].isupper() and word.lower() not in _never()


def read_name(text: str, at: int) -> tuple[str, int, int] | None:
    """Read a person's name at `text[at:]`.

    Titles before it and degrees after it are passed over: "H. Mahyeldi Ansharullah, SP" gives
    "Mahyeldi Ansharullah".

    Returns:
        The name, where it begins and where name and degrees end; None if there is none.
    """
    opening = _OPENING.match(text, at)
    position = opening.end() if opening else at
    words: list[tuple[str, int, int]] = []
    while len(words) < MAX_WORDS and (match := _WORD.match(text, position)):
        degree = _SHORT_DEGREE.match(text, position)
        if words and degree and is_degree(degree.group()):
            break
        word = match.group()
        bare = word.rstrip(".")
        titled = is_title(word) and (not words or word.endswith(".") or bare.isupper())
        if titled and len(words) >= 2:
            break
        if not titled:
            if bare.lower() in _never() or _is_abbreviation(bare, word, text, match.end()):
                break
            words.append((word, match.start(), match.end()))
        if word.endswith(".") and not titled and len(bare) > 2 and not _is_short(word):
            break
        position = match.end()
        gap = _GAP.match(text, position)
        if gap:
            position = gap.end()
        elif not (word.endswith(".") and position < len(text) and text[position].isupper()):
            break
        if retired := _RETIRED.match(text, position):
            position = retired.end()
        if titled and (lower := _LOWER_TITLE.match(text, position)):
            position = lower.end()
    while words and (words[-1][0] in _PARTICLES or _ends_in_degree(words)):
        words.pop()
    if not words:
        return None
    end = words[-1][2]
    name = _ELISION.sub("’", " ".join(word for word, _, _ in words))
    trimmed = name.rstrip(".") if len(words[-1][0].rstrip(".")) > 1 else name
    stop = _skip_degrees(text, end - (name != trimmed))
    return trimmed.removesuffix("’s"), words[0][1], stop


_SHORT = frozenset(
    {
        "muh.",
        "moh.",
        "moch.",
        "mokh.",
        "mhd.",
        "dt.",
        "tgk.",
        "abd.",
        "muhd.",
        "mohd.",
        "ahm.",
        "sy.",
        "hasb.",
        "zulf.",
    }
)


def _is_short(word: str) -> bool:
    """Tell whether the dot belongs to a name cut short: "Muh. Saleh"."""
    return word.lower() in _SHORT


def _ends_in_degree(words: list[tuple[str, int, int]]) -> bool:
    word = words[-1][0]
    # "Mars" may be a name; "MARS" and "M.Si" are degrees.
    return is_degree(word) and (not word.istitle() or "." in word) and len(words) > 1


def _is_abbreviation(bare: str, word: str, text: str, end: int) -> bool:
    return (
        bare.isupper() and len(bare) > 3 and not word.endswith(".") and text[end : end + 1] == ")"
    )


def _skip_degrees(text: str, end: int) -> int:
    while (match := _DEGREES.match(text, end)) and is_degree(match["degree"]):
        end = match.end()
    return end


def name_words(name: str) -> list[str]:
    """Return the words of a name in lower case, without apostrophes and dots."""
    return _NOT_WORDS.sub("", name).lower().split()


def same_person(short: str, full: str) -> bool:
    """Tell whether the words of `short` stand in `full` in their order: "Helmi", "Helmi Hasan"."""
    remaining = iter(name_words(full))
    return all(word in remaining for word in name_words(short))
