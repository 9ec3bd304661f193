"""Names of people: where they begin and end, without titles and degrees."""

from __future__ import annotations

import re

from anugerah.extraction.language_data import load, word_set

MAX_WORDS = 6
_WORD = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z](?![^\W\d_]))?"
    r"|[A-Z][^\W\d_’'`-]*(?:[’'`-][^\W\d_]+)*(?:\.|(?![\w-]))"
    r"|(?:bin|binti|al)\b"
)
_SHORT_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,4}(?:\.\s?[A-Za-z]{1,5})+\.?")
_GAP = re.compile(r"[ \t]*\n?[ \t]*(?=\S)")
_DEGREES = re.compile(r"\s*,\s*(?P<degree>[A-Za-z]+(?:\.\s?[A-Za-z]+)*\.?)(?=[\s,.)\"”’:;]|$)")
_OPENING = re.compile(r"[\s,:]*(?:\([^()]{1,20}\)\s*)?,?\s*(?:(?:drg?|drh|hj?)\.?\s+(?=[A-Z]))*")


def _plain(word: str) -> str:
    return re.sub(r"[.\s]", "", word).lower()


def is_title(word: str) -> bool:
    """Tell whether `word` is a title or rank before a name ("Dr.", "H.", "Letjen")."""
    return _plain(word) in {_plain(title) for title in load("titles")["before"]}


def is_degree(word: str) -> bool:
    """Tell whether `word` is an academic degree after a name ("S.E.", "MM")."""
    return _plain(word) in word_set("titles", "degrees")


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
        if titled and words and len(words) >= 2:
            break
        if not titled:
            if _stops(bare, word, text, match.end()):
                break
            words.append((word, match.start(), match.end()))
        end = match.end()
        if word.endswith(".") and not titled and len(bare) > 2:
            break
        position = end
        gap = _GAP.match(text, position)
        if gap:
            position = gap.end()
        elif not (word.endswith(".") and position < len(text) and text[position].isupper()):
            break
        if text.startswith("(Purn)", position) or text.startswith("(Purn.)", position):
            position = text.index(")", position) + 1
            position = _GAP.match(text, position).end() if _GAP.match(text, position) else position  # type: ignore[union-attr]
    while words and (words[-1][0] in ("bin", "binti", "al") or is_degree(words[-1][0])):
        words.pop()
    if not words:
        return None
    end = words[-1][2]
    name = " ".join(re.sub(r"[’`]", "’", word) for word, _, _ in words)
    trimmed = name.rstrip(".") if len(words[-1][0].rstrip(".")) > 1 else name
    return re.sub(r"’s$", "", trimmed), words[0][1], _skip_degrees(text, end - (name != trimmed))


def _stops(bare: str, word: str, text: str, end: int) -> bool:
    lowered = bare.lower()
    if lowered in word_set("titles", "never"):
        return True
    return (
        bare.isupper() and len(bare) > 3 and not word.endswith(".") and text[end : end + 1] == ")"
    )


def _skip_degrees(text: str, end: int) -> int:
    while (match := _DEGREES.match(text, end)) and is_degree(match["degree"]):
        end = match.end()
    return end


def same_person(short: str, full: str) -> bool:
    """Tell whether the words of `short` stand in `full` in their order: "Helmi", "Helmi Hasan"."""
    remaining = iter(full.lower().split())
    return all(word in remaining for word in short.lower().split())
