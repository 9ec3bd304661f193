"""Mentions of awards, each with the year of its edition where the text gives one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from anugerah import iris
from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.facts import Award
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.language_data import load, marks, word_set
from anugerah.extraction.tokens import Sentence, tokenise, words

YEAR = r"(?:19[6-9]\d|20\d\d)"
_YEAR_AFTER = re.compile(
    rf"[\s,\"”'’]*(?:\([^()]{{1,30}}\)[\s,]*)?(?:awards?\s+)?(?:ke-\w+\s+)?(?:(?:di\s+|pada\s+)?(?:tahun|thn|th\.?|edisi)\s+)?({YEAR})(?!\d|\.\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AwardMention:
    """A place in the text that names an award; `year` is that of the edition beside the name."""

    start: int
    end: int
    award: Award
    year: int | None


def find_awards(sentence: Sentence, knowledge: Knowledge) -> list[AwardMention]:
    """Find the awards of one sentence: known ones by any of their names, new ones by their form."""
    known = _joined(list(_known(sentence, knowledge)), sentence)
    new = list(_new(sentence, knowledge))
    # "Piala Adipura Kencana" is the known Adipura; "Inovation Award (IGA)" is one name with its
    # abbreviation, which the pattern for new names has read to its end.
    explained = [n for n in new if n.award.known]
    kept = [k for k in known if not any(_overlap(k, n) for n in explained)]
    fresh = [n for n in new if n in explained or not any(_overlap(n, k) for k in known)]
    return sorted([*kept, *fresh], key=lambda mention: mention.start)


def _overlap(one: AwardMention, other: AwardMention) -> bool:
    return one.start < other.end and other.start < one.end


def _joined(mentions: list[AwardMention], sentence: Sentence) -> list[AwardMention]:
    """Join a name and its abbreviation in brackets into one mention."""
    joined: list[AwardMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.award == mention.award
            and (
                mention.start < last.end
                or sentence.between(last.end, mention.start).strip() in ("(", "", "atau", "/")
            )
        ):
            joined[-1] = AwardMention(
                last.start, max(last.end, mention.end), last.award, last.year or mention.year
            )
        else:
            joined.append(mention)
    return joined


def _known(sentence: Sentence, knowledge: Knowledge) -> Iterator[AwardMention]:
    tokens = sentence.tokens
    after = 0
    for at in knowledge.awards.starts(sentence):
        found = knowledge.awards.match(tokens, at) if at >= after else None
        if found is None:
            continue
        length, values = found
        span = tokens[at : at + length]
        name = " ".join(token.norm for token in span)
        short = length == 1 and len(span[0].text) <= 6
        capital = span[0].text.isupper() if short else span[0].capitalised or length >= 3
        capital = capital or name in word_set("awards", "lower")
        if not capital or (name in word_set("awards", "ambiguous") and not span[0].text.isupper()):
            continue
        end = span[-1].end
        year = _YEAR_AFTER.match(sentence.after(end))
        yield AwardMention(
            span[0].start,
            end + (year.end() if year else 0),
            values[0],
            int(year.group(1)) if year else None,
        )
        after = at + length


@cache
def _new_patterns() -> tuple[MarkedPattern, ...]:
    heads, openings = ("|".join(load("awards")[key]) for key in ("heads", "openings"))
    name = r"(?:[A-Z][\w'’-]+|of|for|dan|the)"
    return (
        MarkedPattern(
            rf"(?P<name>(?:[A-Z][\w'’-]+\s+(?:{name}\s+){{0,4}})A[Ww][Aa][Rr][Dd][Ss]?)\b",
            ["award", "awards"],
        ),
        MarkedPattern(
            rf"\b(?P<name>(?:{openings})(?:\s+{name}){{2,6}})", marks("awards", "openings")
        ),
        MarkedPattern(
            rf"\b(?P<head>(?i:{heads}))\s+(?:(?:bergengsi|prestisius|nasional|tertinggi)\s+)*"
            rf"(?P<name>[A-Z][\w'’-]+(?:\s+{name}){{1,6}})",
            marks("awards", "heads"),
        ),
    )


def _is_no_name(name: str, head: str | None, knowledge: Knowledge) -> bool:
    norms = words(name)
    if len(norms) < 2:
        return True
    # "Anugerah Kota Ramah Lansia" is a name, "penghargaan Kota Batu" is not.
    named_after = head and head.lower().startswith("anug") and len(norms) > 3
    if named_after and norms[0] in ("kota", "kabupaten", "desa", "daerah"):
        return knowledge.governments.match_words(norms[1:]) is not None
    if " ".join(norms) in word_set("awards", "no_awards"):
        return True
    return norms[0] in word_set("awards", "not_names")


_STOP = re.compile(
    r"\s+(?:Tahun|Tingkat|Kategori|Kepada|Dari|Sebagai|Ke|Pada|Di|Untuk|Se)\b.*$", re.DOTALL
)
_LEVEL_AT_END = re.compile(r"\s+(?:Kota|Kabupaten|Provinsi|Pemerintah)$")
_LEVEL = re.compile(r"\s+(?:Kota|Kabupaten|Provinsi|Pemerintah)\s+")


def _without_government(name: str, knowledge: Knowledge) -> str:
    """Cut the government behind an award's name, but no "Layak Anak": "Pelopor Provinsi …"."""
    for match in _LEVEL.finditer(name):
        if knowledge.governments.match_words(words(name[match.end() :])) is not None:
            return name[: match.start()]
    return _LEVEL_AT_END.sub("", name)


_LOOSE_END = re.compile(r"(?:\s(?:dan|of|for|the))+$")


def _without_grade(name: str, head: str | None) -> str:
    """Cut the grade behind an award's name, which is its category: "Anugerah Aksara Madya"."""
    kept, _, last = name.rpartition(" ")
    named = " " in kept or (head is not None and head.lower().startswith("anug") and kept)
    return kept if named and last in load("categories")["grades"] else name


_ABBREVIATION = re.compile(r"\s*\(([A-Z]{2,8})\)")


def _new(sentence: Sentence, knowledge: Knowledge) -> Iterator[AwardMention]:
    if sentence.is_title:
        return
    for pattern in _new_patterns():
        for match in pattern.finditer(sentence.text):
            name = " ".join(match["name"].split())
            name = _without_government(_STOP.sub("", name), knowledge)
            name = _LOOSE_END.sub("", name)
            head = match.groupdict().get("head")
            if _is_no_name(name, head, knowledge):
                continue
            name = _without_grade(name, head)
            start = sentence.start + match.start()
            end = sentence.start + match.start("name") + len(name)
            if head and head.lower().startswith(("anug", "piala", "lencana")):
                name = f"{head.capitalize()} {name}"
            near = knowledge.awards.nearest(words(name))
            award = near[0] if near else Award(iris.slug(name), name, known=False)
            # "Inovation Government Award (IGA)": the abbreviation tells what the misspelling means.
            if abbreviation := _ABBREVIATION.match(sentence.after(end)):
                end += abbreviation.end()
                known = knowledge.awards.match(tokenise(abbreviation.group(1)), 0)
                award = known[1][0] if known else award
            year = _YEAR_AFTER.match(sentence.after(end))
            yield AwardMention(
                start,
                end + (year.end() if year else 0),
                award,
                int(year.group(1)) if year else None,
            )
            return
