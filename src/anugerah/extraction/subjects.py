"""Of whom a verb of receiving is said: the subject before it, or the article's own government."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anugerah.corpus.marks import marked
from anugerah.extraction.candidates import COMPARED, Received, usable
from anugerah.extraction.categories import find_spelt_categories
from anugerah.extraction.chains import Chain, Member
from anugerah.extraction.language_data import cue
from anugerah.extraction.reading import Reading, ReadSentence

_OF_OTHERS = re.compile(
    r"\b(?:daerah|kabupaten|kota|provinsi|pemprov|pemkab|pemkot|pemda)\b[^,]{0,30}\byang\b",
    re.IGNORECASE,
)
"""Between a subject and its verb: "memiliki tiga daerah yang mendapat" tells of others."""

_ACTIVE = (
    ("receive", "conferral/subject-receives"),
    ("name", "conferral/subject-named"),
    ("become", "conferral/subject-becomes"),
)


def _category_follows(text: str, at: int) -> bool:
    """Tell whether a category stands directly behind: "menjadi kabupaten terinovatif"."""
    if _BEST.match(text, at):
        return True
    named = [c for c in find_spelt_categories(text, "iga") if c.start >= at]
    between = text[at : named[0].start] if named else ""
    return bool(named) and len(between.split()) <= 4 and not re.search(r"\d", between)


_NEGATED = re.compile(
    r"\b(?:tidak|tak|belum|gagal|batal|urung|tanpa)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_PURPOSE = re.compile(
    r"\buntuk\s+(?:mendapat|mendapatkan|memperoleh|meraih|merebut)$", re.IGNORECASE
)
_BEST = re.compile(r"\s+(?:yang\s+)?(?:terbaik|juara)\b", re.IGNORECASE)
_SMALL_WORDS = re.compile(
    r"\s+(?:(?:sebagai|menjadi|jadi|salah\s+satu|dua|tiga|langsung|secara)\s+)*", re.IGNORECASE
)


def _comes_to_nothing(text: str, verb: re.Match[str]) -> bool:
    """Tell whether the verb is only wished for, or what it gets is no award."""
    if _NEGATED.search(text, max(0, verb.start() - 40), verb.start()):
        return True
    if _PURPOSE.search(text, max(0, verb.start() - 8), verb.end()):
        return True
    if cue("not_receive").match(text, verb.start()) or cue("hope").search(text, 0, verb.start()):
        return True
    gap = _SMALL_WORDS.match(text, verb.end())
    return gap is not None and cue("not_objects").match(text, gap.end()) is not None


def find_subjects(
    sentence: ReadSentence, chains: Sequence[Chain], reading: Reading
) -> Iterator[Received]:
    """Yield the parties of whom a verb says that they receive, are named or become something.

    Args:
        sentence: a sentence or clause that asserts.
        chains: its parties in a row.
        reading: the article, whose government is meant where the verb has no subject.
    """
    for kind, rule in _ACTIVE:
        for match in cue(kind).finditer(sentence.text):
            if _comes_to_nothing(sentence.text, match):
                continue
            if kind == "become" and not _category_follows(sentence.text, match.end()):
                continue
            position = sentence.start + match.start()
            subjects = _subjects(sentence, chains, position)
            for subject in subjects:
                yield Received(subject.party, subject.start, rule, 0.95)
            if subjects:
                break
            if (
                reading.main
                and kind == "receive"
                and sentence.awards
                and _elided(sentence, position)
            ):
                yield Received(reading.main, position, "conferral/subject-elided", 0.8)


def _subjects(sentence: ReadSentence, chains: Sequence[Chain], position: int) -> list[Member]:
    """Return the parties that a verb at `position` is said of: the last chain before it."""
    for candidate in reversed(chains):
        opening = sentence.text[: candidate.start - sentence.start]
        if candidate.start < position and len(candidate.members) < 3 and _GROUP.search(opening):
            return []
        if COMPARED.search(opening) and not opening.lower().endswith("selain "):
            continue
        members = [
            m
            for m in _parties(candidate, sentence)
            if m.start < position
            and not _far(m, sentence, position)
            and not _OF_OTHERS.search(sentence.sentence.between(min(m.end, position), position))
        ]
        if members:
            return members
    return []


_GROUP = marked(
    r"\b(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belasan|puluhan|sejumlah"
    r"|beberapa|seluruh|semua|para|seorang|sebuah)\s+(?:\w+\s+)?"
    r"{words}\b(?:\s+[a-z]+){{0,4}}\s+$",
    "sekolah|madrasah|tokoh|seniman|siswa|pelajar|mahasiswa|guru|desa|kelurahan|kampung|perusahaan"
    "|puskesmas|pegawai|petani|koperasi|kelompok|warga|atlet|daerah|kabupaten|kota",
)
"""Before a place: "17 sekolah di bawah binaan Kabupaten Sragen meraih" tells of the schools."""


def _far(member: Member, sentence: ReadSentence, position: int) -> bool:
    """Tell whether a word like "pemerintah daerah" is too far from the verb to be its subject."""
    between = sentence.sentence.between(min(member.end, position), position)
    return member.cue == "anaphora" and len(between.split()) > 4


def _parties(chain: Chain, sentence: ReadSentence) -> Iterator[Member]:
    """Yield the members of a chain that can receive; places go on until a level word ends them."""
    place = False
    for member in chain.members:
        if member.cue != "bare":
            place = False
        if place or not usable(member, sentence):
            place = member.cue == "bare"
            continue
        yield member


def _elided(sentence: ReadSentence, position: int) -> bool:
    """Tell whether the verb opens its sentence, so that the subject is the article's own."""
    before = sentence.text[: position - sentence.start]
    opening = re.split(r"\s[–—-]\s", before)[-1]
    begin = position - len(opening)
    named = any(begin <= m.start and m.end <= position for m in sentence.governments)
    return len(opening.split()) <= 3 and not named and _SUBJECT.search(opening) is None


_SUBJECT = re.compile(
    r"\b(?:sekolah|kabupaten|kota|daerah|desa|provinsi|pemda|instansi|perusahaan|siswa|warga|peserta"
    r"|keduanya|ketiganya|keempatnya|kelimanya|semuanya|mereka|kelurahan|puskesmas|menteri|presiden|ketua|tim)\b",
    re.IGNORECASE,
)
