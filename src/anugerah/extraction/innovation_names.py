"""The name of an innovation, where one stands: quoted, in capitals, with its other form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from anugerah.extraction.acronyms import abbreviates, is_initials
from anugerah.extraction.language_data import alternatives, load, word_set
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.tokens import words

_WORD = r"(?:E[ ]?[–-][ ]?[A-Z]\w{1,30}|[A-Z0-9](?:[\w&+@]|[.'’/-](?=\w)){0,40}|[a-z]-\w{1,40})"
_LONGEST = 14
"""Words that the other form of a name may have."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name read at a place; offsets are the sentence's own.

    Attributes:
        start, end: the passage, with quotation marks, brackets and the other form.
        text: the name, the shorter form if there are two.
        expansion: the longer form.
        quoted: whether it stands in quotation marks.
    """

    start: int
    end: int
    text: str
    expansion: str | None
    quoted: bool

    @property
    def marked(self) -> bool:
        """Tell whether the text itself shows that this is a name, whatever stands before it."""
        return self.quoted or self.expansion is not None

    @property
    def in_capitals(self) -> bool:
        """Tell whether the name is written in capitals only: "CETAR TB"."""
        return self.text.isupper() and len(self.text) > 2


@cache
def _run() -> re.Pattern[str]:
    inside = alternatives("innovations", "inside")
    run = rf"{_WORD}(?:[ \t]+(?:{_WORD}|(?:{inside})(?=[ \t]+{_WORD})|&(?=[ \t]))){{0,11}}"
    return re.compile(run)


@cache
def _long_run() -> re.Pattern[str]:
    """Match a long form that goes over commas and "dan", up to the bracket after it."""
    one = _run().pattern
    return re.compile(rf"{one}(?:(?:,?[ \t]+(?:dan|serta)|,)[ \t]+{one}){{1,4}}(?=\s*\()")


@cache
def _mixed_run() -> re.Pattern[str]:
    """Match a long form with words in small letters inside, up to the bracket after it."""
    after = alternatives("innovations", "after")
    small = rf"(?!(?:{after}|(?:me|ber|di|ter)[a-z]{{3,20}})\b)[a-z]{{2,20}}(?=[ \t]+{_WORD})"
    return re.compile(
        rf"{_WORD}(?:[ \t]+(?:{_WORD}|{small})){{1,11}}(?=\s*\([A-Z][\w-]*[ \t]+[A-Z])"
    )


_PHRASED = re.compile(r"[A-Z][\w-]+(?:[ \t]+[\w-]+){1,12}(?=\s*\()")
"""A long form in small letters, up to the bracket after it."""


_QUOTED = re.compile(
    r"[\"“”„«]\s*(?P<double>[^\"“”„«»\n]{2,120}?)\s*[\"“”»]"
    r"|[‘’'`](?P<single>[^‘’'`\"“”\n]{2,120}?)[‘’'`](?!\w)"
)
_MARKS = " \"“”'‘’"
_MARK = re.compile(r"[\"“”„«‘’'`*]{0,3}")
_BRACKET = re.compile(r"\s*[–-]?\s*\(\s*(?P<inner>[^()\n]{2,160})\)")
_PHRASE = re.compile(r"[^,.;:()\n]{3,160}")
_EXPLAINED = re.compile(r"[^.;:()\n]{3,200}")


@cache
def _also() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{alternatives('innovations', 'also')})\s+")


@cache
def _kind() -> re.Pattern[str]:
    kinds = alternatives("innovations", "kinds")
    return re.compile(rf"(?:(?:{kinds})\s+)+(?=\S)", re.IGNORECASE)


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<=\s)(?:{alternatives('innovations', 'agencies')})\b", re.IGNORECASE)


_COMMA_LONG = re.compile(r",\s+(?P<long>[A-Z][^,.;:()\n]{10,160})")


def is_made_up(short: str, long: str) -> bool:
    """Tell whether `short` is made up of `long`, and of more than its initials: "Si Perut"."""
    first = words(long)[0]
    return (
        len(short) > 3
        and len(words(long)) > 1
        and abbreviates(short, long)
        and not is_initials(short, long)
        and short[0].lower() == first[0]
    )


class NameReader:
    """Reads names in one sentence."""

    def __init__(self, sentence: ReadSentence) -> None:
        self._text = sentence.text
        self._stops = [
            mention.start - sentence.start
            for mention in sentence.governments
            if mention.cue != "bare"
        ]

    def read(self, at: int) -> Name | None:
        """Return the name at the offset `at`, with what follows it of another form."""
        quoted = _QUOTED.match(self._text, at)
        if quoted:
            return self._quoted(quoted)
        mark = _MARK.match(self._text, at)
        begin = mark.end() if mark else at
        long = self._long(at, begin)
        if long:
            return long
        run = _run().match(self._text, begin)
        if run is None:
            return self._small(begin)
        whole = self._with_other(at, run.end(), run.group(), quoted=False)
        if whole.expansion and abbreviates(whole.text, whole.expansion):
            return whole if run.start() not in self._stops else None
        end = self._cut(run)
        if end <= begin:
            return None
        if end == run.end():
            return whole
        return self._with_other(at, end, self._text[begin:end], quoted=False)

    def _long(self, at: int, begin: int) -> Name | None:
        """Return the name whose long form begins at `begin` and goes over more than capitals."""
        for pattern in (_long_run(), _PHRASED):
            match = pattern.match(self._text, begin)
            bracket = _BRACKET.match(self._text, match.end()) if match else None
            if match and bracket:
                inner = bracket["inner"].strip(_MARKS)
                if len(inner) > 3 and (
                    _goes_over(inner, match.group()) or _sounds_like(inner, match.group())
                ):
                    return _named(at, bracket.end(), inner, match.group())
        mixed = _mixed_run().match(self._text, begin)
        bracket = _BRACKET.match(self._text, mixed.end()) if mixed else None
        if mixed is None or bracket is None or self._cut(mixed) < mixed.end():
            return None
        return _named(at, bracket.end(), *_forms(mixed.group(), bracket["inner"]))

    def _cut(self, run: re.Match[str]) -> int:
        """Return where the name ends: before a government or an agency that follows it."""
        ends = [stop for stop in self._stops if run.start() <= stop < run.end()]
        agency = _agency().search(self._text, run.start() + 1, run.end())
        if agency:
            ends.append(agency.start())
        end = min(ends, default=run.end())
        return run.start() + len(self._text[run.start() : end].rstrip(" ,–-"))

    def _quoted(self, match: re.Match[str]) -> Name | None:
        inner = match["double"] or match["single"]
        if inner[-1] in ",.?!" or len(inner.split()) > _LONGEST:
            return None
        bracket = re.search(r"\(([^()]{2,160})\)", inner)
        if bracket:
            outside = inner[: bracket.start()].strip()
            if outside:
                forms = _forms(outside, bracket.group(1))
                return _named(match.start(), match.end(), *forms, quoted=True)
        return self._with_other(match.start(), match.end(), inner, quoted=True)

    def _with_other(self, start: int, end: int, text: str, *, quoted: bool) -> Name:
        text = _without_kind(text)
        bracket = _BRACKET.match(self._text, end)
        if bracket:
            forms = _forms(text, bracket["inner"])
            return _named(start, bracket.end(), *forms, quoted=quoted)
        also = _also().match(self._text, end)
        comma = None if also or quoted else _COMMA_LONG.match(self._text, end)
        if comma:
            other = _other_form(text, comma["long"])
            if other and is_made_up(text, other):
                return _named(start, comma.start("long") + len(other), text, other)
        explained = also is not None and " dari" in also.group()
        pattern = _EXPLAINED if explained else _PHRASE
        phrase = pattern.match(self._text, also.end()) if also else None
        if phrase:
            other = _other_form(text, phrase.group())
            if other:
                long, short = sorted((text, other), key=len, reverse=True)
                return _named(start, phrase.start() + len(other), short, long, quoted=quoted)
        return _named(start, end, text, None, quoted=quoted)

    def _small(self, at: int) -> Name | None:
        """Return a name in small letters, which only its other form shows to be one."""
        match = _SMALL.match(self._text, at)
        if match is None:
            return None
        name = self._with_other(at, match.end(), match.group(), quoted=False)
        return name if name.expansion and abbreviates(name.text, name.expansion) else None


_SMALL = re.compile(r"[a-z][\w-]{1,20}(?:\s[a-z][\w-]{1,20}){0,3}?(?=\s*\(|\s+(?:atau|alias)\s)")


def _goes_over(short: str, long: str) -> bool:
    """Tell whether `short` stands for all of `long` and not just for what follows a comma."""
    later = [long[match.end() :] for match in _COMMA.finditer(long)]
    return abbreviates(short, long) and not any(
        abbreviates(short, piece) or short[:2].lower() == piece[:2].lower() for piece in later
    )


def _sounds_like(short: str, long: str) -> bool:
    """Tell whether `short` may stand for `long` though not by its letters: both begin alike."""
    first, *later = _COMMA.split(long)
    capitals = sum(part[:1].isupper() for part in short.split())
    return (
        1 < capitals < len(long.split()) / 2
        and len(first.split()) >= _LONG_WORDS
        and len(short) < len(long) / 2
        and all(short[0] == first[0] != piece[0] for piece in later)
    )


_LONG_WORDS = 5
"""Words that no innovation's short name has, but its long form may."""
_COMMA = re.compile(r",\s*(?:dan\s+|serta\s+)?|\s(?:dan|serta)\s")


def _forms(outside: str, inner: str) -> tuple[str, str | None]:
    """Return the short and the long form of a name and what stands in brackets behind it."""
    inner = inner.strip(_MARKS)
    if abbreviates(outside, inner):
        return outside, inner
    if abbreviates(inner, outside):
        return inner, outside
    parts = inner.split()
    many = len(parts) > 2 or (len(parts) == 2 and parts[1][0].isupper())
    if many and inner[0].isupper():
        short, long = sorted((outside, inner), key=len)
        return short, long
    return outside, None


def _other_form(text: str, phrase: str) -> str | None:
    """Return the words of `phrase`, from its beginning, that are the other form of `text`."""
    parts: list[str] = re.findall(r"\S+\s*", phrase)[:_LONGEST]
    reached = ""
    for number, part in enumerate(parts):
        reached += part
        other = reached.strip(_MARKS)
        following = parts[number + 1 :]
        ends = not following or not following[0][0].isupper()
        if ends and text.count(" ") > 1 and abbreviates(other, text):
            return other
        if abbreviates(text, other):
            for more, nearby in pairwise([*following, ""]):
                joins = more.strip() in ("dan", "&") and nearby[:1].isupper()
                if not more[0].isupper() and not joins:
                    break
                reached += more
            return reached.strip(_MARKS)
    return None


def _named(start: int, end: int, text: str, expansion: str | None, *, quoted: bool = False) -> Name:
    return Name(start, end, tidy(text), expansion and _spaced(expansion), quoted)


def tidy(name: str) -> str:
    """Return the name with its words capitalised as a name's: "Motor kancil" → "Motor Kancil"."""
    parts = _without_kind(_spaced(name)).split(" ")
    small = load("innovations")["inside"]
    return " ".join(
        part if (number and part in small) or part[1:2] == "-" else part[:1].upper() + part[1:]
        for number, part in enumerate(parts)
    )


def _without_kind(text: str) -> str:
    """Return `text` without a leading "Aplikasi", "Program inovasi"."""
    kind = _kind().match(text)
    return text[kind.end() :] if kind else text


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip(" ,.;:–-\"“”'‘’"))


_OFFICE = re.compile(r"(?:Dis|Din|Bap)[a-z]{4,}\b")
"""A short name of an agency: "Dispendukcapil"."""


_DASH = re.compile(r"\s[–-]\s")
"""What stands between a government and its agency or head."""


def is_innovation_name(name: Name, reading: Reading) -> bool:
    """Tell whether `name` can be an innovation's, and is no award, office, agency or plain word."""
    norms = words(name.text)
    if not norms or len(name.text) < 3 or (norms[0].isdigit() and len(norms) == 1):
        return False
    if word_set("innovations", "never").intersection(norms):
        return False
    if not name.quoted and norms[:2] == ["pelayanan", "publik"]:
        return False
    if name.expansion and _never_long().intersection(words(name.expansion)):
        return False
    firsts = {norms[0], *(words(name.expansion)[:1] if name.expansion else ())}
    if firsts & (word_set("innovations", "events") | word_set("innovations", "never")):
        return False
    if _is_of_others(norms):
        return False
    if _is_known(name, reading):
        return False
    if name.expansion and not name.quoted and is_common(name.expansion):
        return False
    if name.marked and len(norms) > 1:
        return True
    first = norms[0]
    if first in word_set("innovations", "never_first") or first in word_set("titles", "degrees"):
        return False
    if first in word_set("units", "short") or (_OFFICE.match(name.text) and not name.marked):
        return False
    if name.marked:
        return first not in word_set("innovations", "common")
    if _agency().match(f" {name.text}", 1):
        return False
    return not is_common(name.text)


def _is_of_others(norms: list[str]) -> bool:
    """Tell whether an app or programme of a ministry or company is in the name."""
    others = word_set("innovations", "of_others")
    ends = range(2, len(norms) + 1)
    runs = (" ".join(norms[begin:end]) for end in ends for begin in range(end - 1))
    return " ".join(norms) in others or any(run in others for run in runs)


@cache
def _never_long() -> frozenset[str]:
    return word_set("innovations", "never") - word_set("innovations", "only_short")


def is_common(text: str) -> bool:
    """Tell whether `text` is made of words only that name no certain innovation."""
    plain = word_set("innovations", "common") | word_set("units", "words")
    return all(norm in plain or norm.isdigit() for norm in words(text))


def _is_known(name: Name, reading: Reading) -> bool:
    """Tell whether the name is that of an award or a government ("… (KIPP)", "… (Pangkep)")."""
    known = reading.knowledge
    for text in (name.text, _DASH.split(name.expansion or name.text, maxsplit=1)[0]):
        norms = words(text)
        for gazetteer in (known.awards, known.governments, known.organisations):
            found = gazetteer.match_words(norms)
            if found is not None and found[0] == len(norms):
                return True
    return False
