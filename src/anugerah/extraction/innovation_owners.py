"""Whose an innovation is: the government, and the agency that runs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from anugerah.extraction.facts import Agency, Government
from anugerah.extraction.governments import GovernmentMention
from anugerah.extraction.innovation_names import Name
from anugerah.extraction.language_data import alternatives, load, word_set
from anugerah.extraction.reading import Reading, ReadSentence

_WORD = r"[A-Z0-9](?:[\w&]|[.'’/-](?=\w)){0,40}"
_NEAR = 90
"""Characters that may stand between an agency and the innovation it won with."""


@cache
def _agency() -> re.Pattern[str]:
    heads = f"{alternatives('innovations', 'agencies')}|{alternatives('units', 'short')}"
    more = rf"(?:{_WORD}|&|[A-Z]\.(?=[ \t])|dan(?=[ \t]+[A-Z])|drg?\.?(?=[ \t]))"
    return re.compile(
        rf"(?<![\w-])(?:(?i:{heads})|Dis[a-z]{{4,20}})\b"
        rf"(?P<rest>(?:[ \t]+{more}){{0,9}})(?:\s*\(\w{{2,15}}\))?"
    )


@dataclass(frozen=True, slots=True)
class _Body:
    """An agency in the text: `name_end` is where its name ends, `end` what belongs to it."""

    start: int
    name_end: int
    end: int


@cache
def _by() -> re.Pattern[str]:
    """Match what joins a name with the body behind it: "yang digagas oleh"."""
    by = f"{alternatives('innovations', 'of')}|{alternatives('innovations', 'run_by')}"
    return re.compile(rf"\s*,?\s*(?:(?:yang|ini|tersebut|{by})\s+)+|\s+")


@cache
def _through(words: str) -> re.Pattern[str]:
    through = alternatives("innovations", words)
    return re.compile(rf"(?:[(:,–-]|\b(?:{through}))\s*[\"“'‘]?\s*$|^\s*$")


class Owners:
    """The bodies of one sentence, and which of them an innovation named there belongs to."""

    def __init__(self, sentence: ReadSentence, reading: Reading) -> None:
        self._text = sentence.text
        self._offset = sentence.start
        self._sentence = sentence
        self._main = reading.main
        self._found: list[_Body] | None = None

    @property
    def _agencies(self) -> list[_Body]:
        """The agencies that the sentence names; most sentences are never asked for them."""
        if self._found is None:
            self._found = []
            for match in _agency().finditer(self._text):
                if match.group()[0].isupper():
                    name_end = self._name_end(match)
                    end = match.end() if name_end == match.end("rest") else name_end
                    self._found.append(_Body(match.start(), name_end, end))
        return self._found

    def _name_end(self, match: re.Match[str]) -> int:
        """Return where the agency's name ends: before "dan", if no word of an agency follows."""
        for joint in _AND.finditer(self._text, match.start("rest"), match.end("rest")):
            if joint["next"].lower() not in word_set("units", "words"):
                return joint.start()
        return match.end("rest")

    def government(
        self, name: Name, passage: tuple[int, int], subject: tuple[int, int]
    ) -> Government | None:
        """Return the government of the innovation `name`, or None if it is another body's.

        Args:
            passage: where the passage about this innovation begins, behind the one before it, and
                where the words that introduce the name begin.
            subject: the last such passage that names a government, if not this one: who is named
                before the first innovation of a list has the others too.
        """
        begin, anchor = passage
        if _COPY.search(self._text, max(0, anchor - 20), anchor):
            return self._main
        behind = self._behind(name)
        mention = self._mention_at(behind)
        if mention and mention.government:
            return mention.government
        if self._other_body(name, behind, begin, anchor):
            return None
        before = self.governments(subject)
        if not before:
            return self._main
        last = before[-1]
        joined = self._text[last.end - self._offset : subject[1]]
        if len(joined) < _NEAR and _through("government_through").search(joined):
            return last.government
        return self._main if self._main in [m.government for m in before] else last.government

    def _at(self, mention: GovernmentMention) -> int:
        return mention.start - self._offset

    def governments(self, passage: tuple[int, int]) -> list[GovernmentMention]:
        """Return the governments that the passage names as such."""
        begin, end = passage
        return [
            mention
            for mention in self._sentence.governments
            if mention.government
            and (mention.cue != "bare" or _NUMBER.fullmatch(self._text, 0, self._at(mention)))
            and begin <= mention.end - self._offset <= end
        ]

    def agency(self, name: Name, begin: int, anchor: int, until: int) -> str | None:
        """Return the name of the agency that runs the innovation, as the sentence writes it.

        Args:
            begin: where the passage about this innovation begins, behind the one before it.
            anchor: where the words that introduce the name begin.
            until: where the passage about the next innovation begins.
        """
        joined = _by().match(self._text, name.end)
        behind = joined.end() if joined else name.end
        place = _AT.match(self._text, name.end)
        for body in self._agencies:
            if body.start in (behind, place.end() if place else behind) and behind < until:
                return self._agency_name(body)
        for body in reversed(self._agencies):
            if body.end > anchor or body.start < begin:
                continue
            gap = self._text[body.end : anchor]
            if len(gap) < _NEAR and _through("through").search(gap) and not self._is_headed(body):
                return self._agency_name(body)
            return None
        return None

    def run_by(self, end: int) -> str | None:
        """Return the agency of "NAME (…) digagas oleh Dinas Sosial", the name ending at `end`."""
        match = _run_by_words().match(self._text, end)
        for body in self._agencies if match else ():
            if match and body.start == match.end():
                return self._agency_name(body)
        return None

    def runner(self, name: Name) -> str | None:
        """Return the agency that runs the only innovation of the sentence: "dikembangkan oleh"."""
        if len(self._agencies) == 1 and self._agencies[0].start > name.end:
            body = self._agencies[0]
            if _FROM.search(self._text, name.end, body.start):
                return self._agency_name(body)
        for body in self._agencies:
            if _run_by().search(self._text, max(0, body.start - 45), body.start):
                return self._agency_name(body)
        return None

    @property
    def others(self) -> bool:
        """Whether the sentence names a ministry, a company or another body of its kind."""
        return bool(self._sentence.organisations)

    def begins_agency(self, at: int) -> bool:
        """Tell whether the name of an agency begins at the offset `at`."""
        return any(body.start == at for body in self._agencies)

    def names_agency(self, begin: int, end: int) -> bool:
        """Tell whether the text from `begin` to `end` names an agency."""
        return any(begin <= body.start < end for body in self._agencies)

    def has(self, name: Name) -> bool:
        """Tell whether the words behind the name say that it is a government's: "… dari Kota X"."""
        joined = _skipped().match(self._text, name.end)
        mention = self._mention_at(joined.end()) if joined else None
        return mention is not None and mention.cue == "government"

    def skip(self, at: int) -> int:
        """Return the offset behind the words that say whose the name before `at` is."""
        joined = _skipped().match(self._text, at)
        if joined is None:
            return at
        behind = joined.end()
        for body in self._agencies:
            if body.start == behind:
                return body.end
        run = _BODY.match(self._text, behind)
        return run.end() if run else at

    def _behind(self, name: Name) -> int:
        joined = _by().match(self._text, name.end)
        behind = joined.end() if joined else name.end
        for body in self._agencies:
            if body.start == behind:
                return body.end
        return behind

    def _mention_at(self, at: int) -> GovernmentMention | None:
        for mention in self._sentence.governments:
            start = mention.start - self._offset
            if start <= at + 2 and mention.end - self._offset > at - 1:
                gap = self._text[at:start]
                if mention.cue == "office" or gap.strip(" ,"):
                    return None
                return mention
        return None

    def _other_body(self, name: Name, behind: int, begin: int, anchor: int) -> bool:
        for mention in self._sentence.organisations:
            start, end = mention.start - self._offset, mention.end - self._offset
            if start == behind and behind > name.end:
                return True
            if begin <= start and end <= anchor:
                made = _made().search(self._text, end, anchor)
                if made and not any(
                    end < m.start - self._offset < anchor for m in self._sentence.governments
                ):
                    return True
        return _foreign().match(self._text, behind) is not None

    def _is_headed(self, body: _Body) -> bool:
        """Tell whether the agency only names an office: "Kepala Dinas Kesehatan"."""
        before = re.findall(r"\w+", self._text[max(0, body.start - 25) : body.start])
        return bool(before) and before[-1].lower() in word_set("innovations", "heads")

    def _agency_name(self, body: _Body) -> str | None:
        end = body.name_end
        for mention in self._sentence.governments:
            start = mention.start - self._offset
            if mention.cue != "bare" and body.start < start < end:
                end = start
        name = re.sub(r"\s+(?:dan|&)$", "", self._text[body.start : end].rstrip())
        generic = name.casefold() in load("innovations")["agencies"]
        return None if generic and name.casefold() not in word_set("units", "short") else name


def with_government(name: str, government: Government) -> Agency:
    """Return the agency `name` of `government`, whose own name is left out of the agency's."""
    bare = name.removesuffix(f" {government.name}")
    return Agency(bare if " " in bare else name, government)


_NUMBER = re.compile(r"\s*\(?\d{1,3}[.)]\s*(?:(?:Provinsi|Pemprov)\s+)?")
"""What stands before the government at the head of a numbered line."""
_FROM = re.compile(r"\b(?:dari|milik)\s+$")
_AND = re.compile(r"\s+(?:dan|&)\s+(?P<next>[\w-]+)")
_AT = re.compile(r"\s+(?:yang\s+\w+\s+)?di\s+")
_COPY = re.compile(r"replikasi\s+$", re.IGNORECASE)
"""Who copies an innovation is named behind it as its owner elsewhere is."""
_BODY = re.compile(rf"{_WORD}(?:[ \t]+{_WORD}){{0,9}}(?:\s*\([^()\n]{{2,40}}\))?")


@cache
def _skipped() -> re.Pattern[str]:
    by = f"{alternatives('innovations', 'of')}|{alternatives('innovations', 'run_by')}"
    return re.compile(rf"\s*,?\s*(?:(?:yang|ini|di|{by})\s+)+")


@cache
def _run_by() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('innovations', 'run_by')}|milik|besutan)\b")


@cache
def _run_by_words() -> re.Pattern[str]:
    """Match "(LONG FORM) yang digagas oleh"."""
    run_by = alternatives("innovations", "run_by")
    return re.compile(
        r"[\"”’']?\s*(?:\([^()\n]{2,120}\))?,?\s+(?:(?:yang|ini|itu|tersebut)\s+)?"
        rf"(?:(?:{run_by})(?:\s+(?:oleh|dari|di))?|milik|besutan|dari)\s+"
    )


@cache
def _made() -> re.Pattern[str]:
    return re.compile(r"\b(?:membuat|mengembangkan|meluncurkan|menciptakan|memiliki|merilis)\b")


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(
        r"(?:Kementerian|Kementrian|Badan Nasional|Universitas|PT|Polda|Polres|Polri)\b"
    )
