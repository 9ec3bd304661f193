"""Aspirations: an award that a government aims at or is nominated for, and has not received."""

from __future__ import annotations

import re

from anugerah.extraction.facts import Aspiration
from anugerah.extraction.language_data import phrases
from anugerah.extraction.reading import Reading, ReadSentence

_TARGET = phrases(
    ("menargetkan", "ditargetkan", "target", "targetkan", "optimis", "optimistis", "berpeluang",
     "peluang", "semoga", "berharap meraih", "guna meraih", "ingin meraih", "bersaing")
)  # fmt: skip
_NOMINATION = phrases(
    ("masuk nominasi", "masuk dalam nominasi", "masuk ke dalam nominasi", "masuk sebagai nominasi",
     "masuk sebagai nominator", "menjadi nominator", "jadi nominator", "nominator", "finalis",
     "dinominasikan", "menjadi finalis", "masuk finalis")
)  # fmt: skip
_RANK = re.compile(
    r"\b(?:(?P<before>\d{1,3})\s+(?:besar|terbaik|teratas)|(?:top|peringkat)\s+(?P<after>\d{1,3}))\b",
    re.IGNORECASE,
)


def find_aspirations(reading: Reading) -> list[Aspiration]:
    """Find the article's targets and nominations, one for each kind with all its passages."""
    if reading.main is None or reading.award is None or reading.year is None:
        return []
    found: dict[str, Aspiration] = {}
    for sentence in reading.sentences:
        kind = _kind(sentence)
        if kind is None or not _about_award(sentence, reading):
            continue
        rank = _rank(sentence.text)
        support = sentence.support(f"aspiration/{kind}", 0.85)
        known = found.get(kind)
        found[kind] = Aspiration(
            kind="target" if kind == "target" else "nomination",
            aspirant=reading.main,
            award=reading.award,
            year=reading.year,
            target_rank=known.target_rank if known and known.target_rank else rank,
            supports=(*known.supports, support) if known else (support,),
        )
    return list(found.values())


def _kind(sentence: ReadSentence) -> str | None:
    if sentence.modality != "not_yet":
        return None
    if _TARGET.search(sentence.text):
        return "target"
    return "nomination" if _NOMINATION.search(sentence.text) else None


def _about_award(sentence: ReadSentence, reading: Reading) -> bool:
    if sentence.awards:
        return any(mention.award == reading.award for mention in sentence.awards)
    return (
        re.search(r"\b(?:nominasi|penghargaan|besar)\b", sentence.text, re.IGNORECASE) is not None
    )


def _rank(text: str) -> int | None:
    match = _RANK.search(text)
    return int(match["before"] or match["after"]) if match else None
