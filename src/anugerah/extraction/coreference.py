"""What words that are no full names refer to: "Budi", "ia", "orang nomor satu di …", "Bupati"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from anugerah.extraction.facts import Body, Government, Person
from anugerah.extraction.language_data import alternatives, word_set
from anugerah.extraction.names import name_words
from anugerah.extraction.people import OfficeMention
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.tokens import Token


@dataclass(frozen=True, slots=True)
class Holder:
    """An office mention with its person and body worked out."""

    mention: OfficeMention
    person: Person
    body: Body
    read_sentence: ReadSentence


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the text that means a person; the offsets are the article's.

    Attributes:
        body: the body for which the person acts there, if the words or the article tell it.
        mention: the office mention, where an office without a name means the person.
    """

    start: int
    end: int
    person: Person
    body: Body | None
    mention: OfficeMention | None = None


@cache
def _nicknames() -> re.Pattern[str]:
    before, behind = alternatives("titles", "nickname"), alternatives("titles", "nickname_behind")
    name = r"[\"“']?(?:(?i:pak|bu|gus|mas|kang|bang|mbak|bunda|ning|cak)\s+)?([A-Z][\w'’]+)"
    return re.compile(
        rf"(?:\b(?i:{before})\s*(?:dengan\s+)?{name})|(?:{name}[\"”']?,?\s+(?i:{behind})\b)"
    )


_NICKNAME_SIGNS = ("sapa", "panggil", "egitu ia", "egitu dia", "emikian ia", "lebih dikenal")
"""Pieces of the phrases that introduce nicknames: without one of them there is none."""

_EPITHET = re.compile(
    r"\b(?:orang|pria|wanita|perempuan|figur|pejabat)?\s*nomor\s+(?P<which>satu|wahid|dua)\b"
    r"(?:\s+(?:di|se)[\s-]+(?:(?:lingkungan|jajaran)\s+)?)?",
    re.IGNORECASE,
)
_HEADS = ("Gubernur", "Bupati", "Wali Kota")


def nicknames(sentences: Iterable[ReadSentence], holders: Sequence[Holder]) -> dict[str, Person]:
    """Return the short names that the article gives its persons: "yang akrab disapa Hendi"."""
    found: dict[str, Person] = {}
    ordered = sorted(holders, key=lambda holder: holder.mention.name_start)
    number = 0
    for sentence in sentences:
        text = sentence.text
        if sentence.sentence.is_title or not any(sign in text for sign in _NICKNAME_SIGNS):
            continue
        for match in _nicknames().finditer(text):
            at = sentence.start + match.start()
            while number < len(ordered) and ordered[number].mention.name_start < at:
                number += 1
            name = match.group(1) or match.group(2)
            if number and name.lower() not in word_set("titles", "never"):
                found.setdefault(name.lower(), ordered[number - 1].person)
    return found


def find_references(
    reading: Reading, holders: Sequence[Holder], offices: Offices, named: dict[str, Person]
) -> list[Reference]:
    """Find what stands for the holders of offices, in the order of the text.

    Args:
        offices: the same holders by office.
        named: nicknames in lower case, with their persons.
    """
    if not holders:
        return []
    resolver = _Resolver(reading, holders, offices, named)
    return [reference for s in reading.sentences for reference in resolver.sentence(s)]


class _Resolver:
    """Goes through the sentences and remembers who was spoken of last."""

    def __init__(
        self,
        reading: Reading,
        holders: Sequence[Holder],
        offices: Offices,
        named: dict[str, Person],
    ) -> None:
        self._reading = reading
        self._offices = offices
        self._bodies: dict[Person, Body] = {}
        for holder in holders:
            self._bodies.setdefault(holder.person, holder.body)
        self._words = _name_words(self._bodies)
        self._words.update(named)
        self._last: Person | None = None

    def sentence(self, sentence: ReadSentence) -> list[Reference]:
        """Return the references of one sentence; a person named in it is one as well."""
        found: list[Reference] = []
        taken: list[tuple[int, int]] = [(m.start, m.end) for m in sentence.organisations]
        for mention in sentence.offices:
            taken.append((mention.start, mention.end))
            if reference := self._office(mention):
                found.append(reference)
        taken += [(m.start, m.end) for m in sentence.governments if m.cue != "bare"]
        tokens = sentence.sentence.tokens
        for at, token in enumerate(tokens):
            if token.norm not in self._words and token.norm not in _PRONOUNS:
                continue
            if any(start <= token.start < end for start, end in taken):
                continue
            person = self._person(token, found)
            if person is None:
                continue
            begins = self._continues(tokens, at, person, found)
            if not begins:
                found.append(Reference(token.start, token.end, person, self._bodies[person]))
        found += self._epithets(sentence)
        found.sort(key=lambda reference: reference.start)
        self._last = _subject(sentence, found) or self._last
        return found

    def _office(self, mention: OfficeMention) -> Reference | None:
        holder = self._offices.named(mention)
        if holder is not None:
            return Reference(mention.start, mention.end, holder.person, holder.body, mention)
        if mention.name is not None or mention.kind not in ("heads", "local", "national"):
            return None
        known = self._offices.holder(mention)
        if known is None:
            return None
        return Reference(mention.start, mention.end, known.person, known.body, mention)

    def _person(self, token: Token, found: Sequence[Reference]) -> Person | None:
        if token.norm in _PRONOUNS:
            before = [reference for reference in found if reference.end <= token.start]
            return before[0].person if before else self._last
        return self._words.get(token.norm) if token.capitalised else None

    def _continues(
        self, tokens: Sequence[Token], at: int, person: Person, found: list[Reference]
    ) -> bool:
        """Join the words of one name: "Helmi Hasan" is one reference."""
        if not found or at == 0 or found[-1].person != person or found[-1].mention is not None:
            return False
        if found[-1].end != tokens[at - 1].end or tokens[at].norm in _PRONOUNS:
            return False
        last = found[-1]
        found[-1] = Reference(last.start, tokens[at].end, person, last.body)
        return True

    def _epithets(self, sentence: ReadSentence) -> list[Reference]:
        if "omor" not in sentence.text:
            return []
        found: list[Reference] = []
        for match in _EPITHET.finditer(sentence.text):
            government = self._government(sentence, sentence.start + match.end())
            deputy = match["which"].lower() == "dua"
            person = self._offices.leader(government, deputy=deputy) if government else None
            if person is not None:
                start, end = sentence.start + match.start(), sentence.start + match.end()
                found.append(Reference(start, end, person, government))
        return found

    def _government(self, sentence: ReadSentence, position: int) -> Government | None:
        for mention in sentence.governments:
            if 0 <= mention.start - position <= 2:
                return mention.government
        return self._reading.main


_PRONOUNS = frozenset({"ia", "dia", "beliau", "dirinya"})
_SPEECH_ENDING = re.compile(
    r"(?:kata|ujar|ungkap|jelas|tutur|tegas|ucap|terang|papar|imbuh|tambah|sebut|pungkas|harap|tukas)\s+$",
    re.IGNORECASE,
)


def _subject(sentence: ReadSentence, found: Sequence[Reference]) -> Person | None:
    """Return who a pronoun in the next sentence means: the speaker, or who was named first."""
    for reference in reversed(found):
        before = sentence.text[max(0, reference.start - sentence.start - 12) :][:12]
        if _SPEECH_ENDING.search(before[: reference.start - sentence.start]):
            return reference.person
    return found[0].person if found else None


def _name_words(people: Iterable[Person]) -> dict[str, Person]:
    """Return the words of names that fit one person of the article alone."""
    words: dict[str, Person] = {}
    shared: set[str] = set()
    for person in people:
        for word in name_words(person.name):
            if len(word) < 3 or word in word_set("titles", "never"):
                continue
            if words.setdefault(word, person) != person:
                shared.add(word)
    return {word: person for word, person in words.items() if word not in shared}


_MOST_HOLDERS = 5
"""Of more holders of one office nobody is meant by the office alone."""


class Offices:
    """The holders of an article's offices, found by role and body."""

    def __init__(self, holders: Iterable[Holder], main: Government | None) -> None:
        self._main = main
        self._by_role: dict[str, dict[Body, dict[Person, Holder]]] = {}
        self._by_mention: dict[int, Holder] = {}
        for holder in holders:
            self._by_mention[id(holder.mention)] = holder
            same = self._by_role.setdefault(holder.mention.role, {}).setdefault(holder.body, {})
            same.setdefault(holder.person, holder)

    def named(self, mention: OfficeMention) -> Holder | None:
        """Return the holder whose name stands with `mention`."""
        return self._by_mention.get(id(mention))

    def holder(self, mention: OfficeMention) -> Holder | None:
        """Return who holds the office that `mention` names without its holder, if it's told."""
        bodies = self._by_role.get(mention.role, {})
        if mention.government is not None:
            groups = [bodies.get(body, {}) for body in mention.government.candidates]
        elif len(bodies) > 1:
            groups = [bodies.get(self._main, {})] if self._main else []
        else:
            groups = list(bodies.values())
        groups = [group for group in groups if group]
        if len(groups) != 1 or len(groups[0]) > _MOST_HOLDERS:
            return None
        same = list(groups[0].values())
        if mention.acting:
            same = [h for h in same if h.mention.acting] or same
        return same[0] if len(same) == 1 else None

    def leader(self, government: Government, *, deputy: bool) -> Person | None:
        """Return the head of `government`, or the deputy, if the article names one."""
        for head in _HEADS:
            role = f"Wakil {head}" if deputy else head
            for person in self._by_role.get(role, {}).get(government, ()):
                return person
        return None
