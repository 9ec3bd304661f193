"""Mentions of local governments: "Pemkab Bangka", "Wali Kota Batu", "Pangkalpinang", "Pemkot"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from anugerah.extraction.facts import Government, Level
from anugerah.extraction.gazetteer import Gazetteer
from anugerah.extraction.language_data import load, word_set
from anugerah.extraction.tokens import Sentence, Token

Cue = Literal["government", "office", "bare", "anaphora"]
_LEVELS: tuple[Level, ...] = ("province", "regency", "city")


@dataclass(frozen=True, slots=True)
class GovernmentMention:
    """A place in the text that means a local government.

    Attributes:
        start, end: article offsets, the level word included.
        name_start: where the name itself begins.
        candidates: the governments that the words allow.
        cue: what showed it: a level word, the head's office, nothing, or a word like "Pemkot".
        level: of a word like "Pemkot", the level it asks for ("any" for "Pemda").
        options: of a bare name, every government that bears it, whatever the article says.
    """

    start: int
    end: int
    name_start: int
    candidates: tuple[Government, ...]
    cue: Cue
    level: str | None = None
    options: tuple[Government, ...] = ()

    def at_level(self, level: Level | None) -> GovernmentMention:
        """Return the mention as one of a list whose heading gives bare names `level`."""
        fitting = tuple(g for g in self.options if g.level == level)
        return replace(self, candidates=fitting) if len(fitting) == 1 else self

    @property
    def government(self) -> Government | None:
        """The government, if only one is possible."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@cache
def _cues() -> Gazetteer[tuple[Level, Cue]]:
    data = load("governments")
    deputies = ("wakil ", "wk ")
    named: list[tuple[str, tuple[Level, Cue]]] = []
    for level in _LEVELS:
        named += [(word, (level, "government")) for word in data[level]["government"]]
        for word in data[level]["office"]:
            named += [(f"{deputy}{word}", (level, "office")) for deputy in ("", *deputies)]
    named += [("wagub", ("province", "office")), ("wabup", ("regency", "office")),
              ("wawali", ("city", "office"))]  # fmt: skip
    return Gazetteer(named)


@cache
def _anaphora() -> Gazetteer[str]:
    return Gazetteer(
        (word, level)
        for level, listed in load("governments")["anaphora"].items()
        for word in listed
    )


def find_governments(sentence: Sentence, names: Gazetteer[Government]) -> list[GovernmentMention]:
    """Find the mentions of one sentence, in order, without overlap.

    A level word decides between a city, a regency and a province of one name; a name without it
    keeps all its candidates for `resolve`.
    """
    tokens = sentence.tokens
    found: list[GovernmentMention] = []
    after = 0
    after = 0
    for at in _places(sentence, names):
        if at < after:
            continue
        read = (
            _first_of_both(tokens, at, names)
            or _with_cue(sentence, at, names)
            or _bare(tokens, at, names)
        )
        if read is None:
            continue
        mention, after = read
        if found and _names_province_of(found[-1], mention, sentence):
            # "Kota Kendari, Sulawesi Tenggara (Sultra)": the short name belongs to it too.
            found[-1] = replace(found[-1], end=mention.end)
            continue
        found.append(mention)
    return found


def _places(sentence: Sentence, names: Gazetteer[Government]) -> list[int]:
    """Return where a mention may begin, in order."""
    bare = [at for at in names.starts(sentence) if sentence.tokens[at].capitalised]
    return sorted({*_cues().starts(sentence), *_anaphora().starts(sentence), *bare})


def _names_province_of(
    one: GovernmentMention, other: GovernmentMention, sentence: Sentence
) -> bool:
    """Tell whether `other` only says where `one` is: "Kota Sukabumi, Jawa Barat, …"."""
    if one.government is None or one.government.level == "province":
        return False
    if sentence.between(one.end, other.start).strip() not in ("", ",", "(", "),", ") ,"):
        return False
    homes = {g.home for g in other.candidates if g.level == "province"}
    return one.government.home in homes


def _first_of_both(
    tokens: Sequence[Token], at: int, names: Gazetteer[Government]
) -> tuple[GovernmentMention, int] | None:
    """Read the first word of "Kabupaten dan Kota Semarang", which are two governments."""
    cue = _cues().match(tokens, at) if tokens[at].capitalised else None
    if cue is None or cue[1][0][1] != "government":
        return None
    joint, level = at + cue[0], cue[1][0][0]
    if joint + 2 >= len(tokens) or tokens[joint].norm not in ("dan", "maupun", "serta"):
        return None
    second = _cues().match(tokens, joint + 1)
    if second is None or second[1][0][1] != "government" or second[1][0][0] == level:
        return None
    named = names.match(tokens, joint + 1 + second[0])
    fitting = tuple(g for g in named[1] if g.level == level) if named else ()
    if not fitting:
        return None
    start, end = tokens[at].start, tokens[joint - 1].end
    return GovernmentMention(start, end, start, fitting, "government"), joint


def _with_cue(
    sentence: Sentence, at: int, names: Gazetteer[Government]
) -> tuple[GovernmentMention, int] | None:
    tokens = sentence.tokens
    cue = _cues().match(tokens, at)
    if cue is None:
        return _meant_again(sentence, at)
    length, values = cue
    level, kind = values[0]
    begin = at + length
    # "Pemerintah Kota (Pemkot) Bengkulu", "Pemerintah Provinsi (Pemprov) Jawa Timur"
    if begin < len(tokens) and (repeated := _cues().match(tokens, begin)):
        gap = sentence.between(tokens[begin - 1].end, tokens[begin].start)
        if "(" in gap or repeated[1][0][0] == level:
            begin += repeated[0]
    if begin < len(tokens) and _close(sentence, begin) and tokens[begin].capitalised:
        matched = names.match(tokens, begin) or names.match_nearly(tokens, begin)
        if matched:
            fitting = tuple(g for g in matched[1] if g.level == level)
            # "Kota Sidoarjo": the town whose regency is the only government of that name.
            if not fitting and level == "city" and len(matched[1]) == 1:
                fitting = tuple(g for g in matched[1] if g.level == "regency")
            if fitting:
                end = begin + matched[0]
                return (
                    GovernmentMention(
                        tokens[at].start, tokens[end - 1].end, tokens[begin].start, fitting, kind
                    ),
                    end,
                )
    return _meant_again(sentence, at) if kind == "government" else None


def _meant_again(sentence: Sentence, at: int) -> tuple[GovernmentMention, int] | None:
    """Read a word like "Pemkot" or "daerah itu", unless it only names a class: "kategori …"."""
    tokens = sentence.tokens
    word = _anaphora().match(tokens, at)
    if word is None or (at and tokens[at - 1].norm in word_set("governments", "class_before")):
        return None
    end = at + word[0]
    # "Pemda yang meraih …" means any of them.
    if end < len(tokens) and tokens[end].norm in word_set("governments", "class_behind"):
        return None
    start, stop = tokens[at].start, tokens[end - 1].end
    return GovernmentMention(start, stop, start, (), "anaphora", word[1][0]), end


def _close(sentence: Sentence, begin: int) -> bool:
    gap = sentence.between(sentence.tokens[begin - 1].end, sentence.tokens[begin].start)
    return gap.strip(" .):") == ""


def _bare(
    tokens: Sequence[Token], at: int, names: Gazetteer[Government]
) -> tuple[GovernmentMention, int] | None:
    if not tokens[at].capitalised:
        return None
    matched = names.match(tokens, at)
    if matched is None:
        return None
    length, candidates = matched
    span = tokens[at : at + length]
    if not all(token.capitalised or token.norm == "dan" for token in span):
        return None
    options = tuple(candidates)
    start, end = span[0].start, span[-1].end
    # A name that is a place first means the government only in a list of governments.
    place = " ".join(token.norm for token in span) in word_set("governments", "never_alone")
    open_to = () if place else options
    return GovernmentMention(start, end, start, open_to, "bare", options=options), at + length


def main_government(mentions: Sequence[GovernmentMention], title_end: int) -> Government | None:
    """Return the government that the article is about: the one most often named with its level.

    A mention in the title (before the offset `title_end`) counts three times.
    """
    votes: Counter[Government] = Counter()
    for mention in mentions:
        if mention.government and mention.cue != "bare":
            votes[mention.government] += 3 if mention.start < title_end else 1
    if not votes:
        for mention in mentions:
            if mention.government:
                votes[mention.government] += 1
    ranked = votes.most_common()
    return ranked[0][0] if ranked else None


def resolve(
    mentions: Sequence[GovernmentMention], main: Government | None
) -> list[GovernmentMention]:
    """Decide mentions that the sentence leaves open by what the article says elsewhere.

    A bare name is the government that the article names with its level; "Pemkot" is the article's
    main government if that is a city.
    """
    named = {m.government for m in mentions if m.government and m.cue != "bare"}
    resolved = []
    for mention in mentions:
        candidates = mention.candidates
        if mention.cue == "anaphora":
            fits = main is not None and mention.level in ("any", main.level)
            candidates = (main,) if main and fits else ()
        elif len(candidates) > 1:
            known = tuple(c for c in candidates if c in named)
            candidates = known if len(known) == 1 else candidates
        changed = candidates is not mention.candidates
        resolved.append(replace(mention, candidates=candidates) if changed else mention)
    return resolved
