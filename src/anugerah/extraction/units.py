"""The unit that an office leads: "Dinas Kesehatan", "Bidang Riset … Bapperida", "RS Mandalika"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from anugerah.extraction.language_data import load, word_set
from anugerah.extraction.names import is_degree, is_name_word, is_title
from anugerah.extraction.tokens import Sentence, Token

MAX_WORDS = 24
"""No unit has a longer name."""

Stop = Literal["mention", "bracket", "comma", "title", "other"]
_LINKS = frozenset({"dan", "serta"})
_NOT_UNITS = frozenset({"ri", "pj", "plt", "plh", "pjs", "opd"})
_SPACES = re.compile(r"\.?\s+")
"""What parts words: "TP. PKK" is TP PKK."""
_TWICE = re.compile(r"\b(\w+) \1\b")
_ROMAN = re.compile(r"[IVX]{1,4}$")
_LOWER_TITLES = frozenset({"dr", "drg", "drh", "hj", "ir"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in the text.

    Attributes:
        name: the unit as written.
        spelt: the unit with its short words spelt out.
        inside: the agency that it is a part of, as written.
        body: the unit above it, where a comma stands between.
        end: the article offset where the words end.
    """

    name: str
    spelt: str
    inside: str | None
    body: str | None
    end: int


@dataclass(slots=True)
class _Run:
    """Words that may name a unit, with what ended them; `splits` are where another unit begins."""

    tokens: list[Token]
    commas: set[int]
    splits: set[int]
    sure: int
    stop: Stop


@cache
def _vocabulary() -> frozenset[str]:
    return word_set("units", "words") | word_set("units", "heads") | frozenset(_spelt_words())


@cache
def _spelt_words() -> dict[str, str]:
    data = load("units")
    return {**data["short"], **data["spelt_out"]}


@cache
def _agencies() -> frozenset[str]:
    return word_set("units", "agencies") | word_set("units", "short")


@cache
def _parents() -> frozenset[str]:
    return word_set("units", "heads") | word_set("units", "short")


def is_short_unit(word: str) -> bool:
    """Tell whether a word in lower case is a short name of an agency: "kominfo", "bpp"."""
    return word in _spelt_words()


def is_unit_word(token: Token) -> bool:
    """Tell whether `token` is a word of which names of agencies are made."""
    return token.norm in _vocabulary() and token.capitalised


def _is_short(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word in capitals is an abbreviation: BUDI SANTOSO is a name."""
    text = tokens[at].text
    if not (text.isupper() and 2 <= len(text) <= 12) or tokens[at].norm in _NOT_UNITS:
        return False
    if _ROMAN.match(text) or is_title(text) or is_degree(text):
        return False
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return not (following.isupper() and len(following) > 3 and len(text) > 3)


def _is_number(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Tell whether a Roman number belongs to the unit: the I in "I Made" is a name."""
    text = tokens[at].text
    if not _ROMAN.match(text):
        return False
    return text != "I" or at == first or tokens[at - 1].norm in ("wilayah", "komisi", "bidang")


def read_unit(
    sentence: Sentence,
    first: int,
    marks: Container[int],
    *,
    part: bool = False,
    body: bool = False,
) -> Unit | None:
    """Read the unit at `sentence.tokens[first]`.

    Args:
        marks: the article offsets at which other mentions begin; no unit reaches beyond one.
        part: the words before name a part of an agency already: "Kepala Bidang".
        body: what is led may be a company, hospital, forum: "Direktur RS Mandalika".
    """
    run = _collect(sentence, first, marks, word_set("units", "bodies") if body else frozenset())
    taken = run.tokens[: _length(run, sentence)]
    while taken and taken[-1].norm in _LINKS:
        taken.pop()
    if not taken:
        return None
    cut = _inner(run, taken, part=part or taken[0].norm in word_set("units", "parts"))
    above = _parent(run, taken)
    own = taken[: min(c for c in (cut, above, len(taken)) if c is not None)]
    return Unit(
        name=_written(sentence, own),
        spelt=_spelt(sentence, own),
        inside=_written(sentence, taken[cut:]) if cut is not None else None,
        body=_written(sentence, taken[above:]) if above is not None and cut is None else None,
        end=taken[-1].end,
    )


def _collect(sentence: Sentence, first: int, marks: Container[int], bodies: frozenset[str]) -> _Run:
    tokens = sentence.tokens
    run = _Run([], set(), set(), 0, "other")
    at = first
    end = tokens[first - 1].end if first else sentence.start
    while at < len(tokens) and len(run.tokens) < MAX_WORDS:
        token = tokens[at]
        gap = sentence.between(end, token.start).strip()
        if token.start in marks:
            run.stop = "mention" if gap in ("", ".") else "other"
            break
        if gap.startswith("("):
            behind = _behind_bracket(sentence, at)
            if not (run.tokens and behind and tokens[behind].norm in _agencies()):
                run.stop = "bracket" if _abbreviates(token) else "other"
                break
            at, token = behind, tokens[behind]
            if token.start in marks:
                run.stop = "bracket"
                break
            run.splits.add(len(run.tokens))
        elif gap == ",":
            if token.norm not in _LINKS:
                if not (_continues(tokens, at) and _in_list(tokens, at)):
                    run.stop = "comma"
                    break
                run.commas.add(len(run.tokens))
        elif gap not in ("", "/", "-", "&", ".") and not (gap == ")" and at == first):
            break
        if token.norm in ("pada", "di") and at + 1 < len(tokens):
            following = tokens[at + 1]
            if following.norm not in _agencies() or following.start in marks or not run.tokens:
                # "Kepala Pusat … pada Badan …": the words before are the unit.
                known = token.norm == "pada" and following.start in marks
                run.stop = "mention" if known else "other"
                break
            run.splits.add(len(run.tokens))
            at, end = at + 1, token.end
            continue
        if not _take(run, sentence, at, first, marks, bodies):
            break
        at, end = at + 1, token.end
    return run


def _take(
    run: _Run,
    sentence: Sentence,
    at: int,
    first: int,
    marks: Container[int],
    bodies: frozenset[str],
) -> bool:
    """Add the word at `at` to the run, unless the unit ends before it."""
    tokens = sentence.tokens
    token = tokens[at]
    if token.norm in _LINKS:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is None or following.start in marks:
            return False
        if not (_goes_on(tokens, at + 1) or _ends_unit(sentence, at + 1)):
            return False
        if run.sure == len(run.tokens):
            run.sure += 1
        run.tokens.append(token)
        return True
    # After a name, capitals are initials: "Keluarga Eko Ariyanti RD".
    abbreviated = run.sure == len(run.tokens) and _is_short(tokens, at)
    sure = is_unit_word(token) or abbreviated or _is_number(tokens, at, first)
    sure = sure or (token.norm in bodies and token.capitalised)
    if not sure:
        if token.norm in _vocabulary() and run.sure == len(run.tokens):
            # "Kepala dinas lingkungan hidup"
            sure = True
        elif not token.capitalised:
            run.stop = "title" if token.norm in _LOWER_TITLES else "other"
            return False
        elif is_title(token.text):
            begins = not is_degree(token.text) and (len(token.text) > 1 or not run.sure)
            run.stop = "title" if begins else "other"
            return False
        elif not is_name_word(token.text) and not token.text.isdigit():
            return False
    run.tokens.append(token)
    if sure:
        run.sure = len(run.tokens)
    return True


def _ends_unit(sentence: Sentence, at: int) -> bool:
    """Tell whether an unknown word before a comma ends a unit: "Humas dan Protol, Heru …"."""
    tokens = sentence.tokens
    if at + 1 >= len(tokens) or not is_name_word(tokens[at].text):
        return False
    return sentence.between(tokens[at].end, tokens[at + 1].start).lstrip().startswith(",")


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].norm in _vocabulary() or _is_short(tokens, at)


def _abbreviates(token: Token) -> bool:
    """Tell whether the word in a bracket is a short name: "(Dinkes)", "(BSKDN)", not "(kiri)"."""
    capitals = sum(letter.isupper() for letter in token.text)
    return capitals > 1 or token.norm in _vocabulary()


def _behind_bracket(sentence: Sentence, at: int) -> int | None:
    """Return the token behind the bracket that `tokens[at]` stands in, if it follows directly."""
    close = sentence.text.find(")", sentence.tokens[at].start - sentence.start)
    if close < 0:
        return None
    close += sentence.start + 1
    behind = at
    while behind < len(sentence.tokens) and sentence.tokens[behind].start < close:
        behind += 1
    if behind == len(sentence.tokens) or behind - at > MAX_WORDS:
        return None
    direct = not sentence.between(close, sentence.tokens[behind].start).strip()
    return behind if direct else None


def _continues(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a comma inside a unit's name goes on: "Perencanaan, Penelitian, dan …"."""
    return tokens[at].norm in _parents() or any(
        token.norm == "dan" for token in tokens[at : at + 5]
    )


def _in_list(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word behind a comma is of the unit: known, or before "dan" and a known one."""
    if is_unit_word(tokens[at]):
        return True
    following = tokens[at + 1 : at + 3]
    return (
        tokens[at].capitalised
        and len(following) == 2
        and following[0].norm in _LINKS
        and is_unit_word(following[1])
    )


def _length(run: _Run, sentence: Sentence) -> int:
    """Return how many words of the run are the unit; the rest is its head's name."""
    if run.stop in ("mention", "bracket", "title"):
        return len(run.tokens)
    if run.stop == "comma" and len(run.tokens) - run.sure <= 2 and _name_follows(run, sentence):
        return len(run.tokens)
    return run.sure


def _name_follows(run: _Run, sentence: Sentence) -> bool:
    """Tell whether a person's name stands behind the comma that ended the run."""
    if not run.tokens:
        return False
    rest = sentence.after(run.tokens[-1].end).lstrip(" ,")
    word = rest.split(maxsplit=1)[0].rstrip(',.:;)"”') if rest else ""
    if len(word) < 2 or is_degree(word) or ("." in word and not is_title(word)):
        return False
    return is_title(word) or is_name_word(word)


def _inner(run: _Run, taken: Sequence[Token], *, part: bool) -> int | None:
    """Return where the agency begins that a part belongs to."""
    begin = 2 if taken[0].norm in word_set("units", "parts") else 1
    for number in range(1, len(taken)):
        if number in run.splits:
            return number
        linked = taken[number - 1].norm in _LINKS
        if part and number >= begin and not linked and taken[number].norm in _agencies():
            return number
    return None


def _parent(run: _Run, taken: Sequence[Token]) -> int | None:
    """Return where the unit above begins: "Kepala Pusat Litbang …, Badan Penelitian …"."""
    commas = (n for n in sorted(run.commas) if n < len(taken))
    return next((n for n in commas if taken[n].norm in _parents()), None)


def _written(sentence: Sentence, tokens: Sequence[Token]) -> str:
    return _SPACES.sub(" ", sentence.between(tokens[0].start, tokens[-1].end))


def _capital(token: Token) -> str:
    return (
        token.text.capitalize()
        if token.norm in _vocabulary() and not token.capitalised
        else token.text
    )


def _spelt(sentence: Sentence, tokens: Sequence[Token]) -> str:
    table = _spelt_words()
    pieces: list[str] = []
    at = 0
    while at < len(tokens):
        if at:
            pieces.append(sentence.between(tokens[at - 1].end, tokens[at].start))
        pair = " ".join(token.norm for token in tokens[at : at + 2])
        if len(tokens) > at + 1 and (full := table.get(pair)):
            at += 2
        else:
            full = table.get(tokens[at].norm) or _capital(tokens[at])
            at += 1
        pieces.append(full)
    # "Bina Bangda" would give the first word twice.
    return _TWICE.sub(r"\1", _SPACES.sub(" ", "".join(pieces)))
