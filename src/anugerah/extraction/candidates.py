"""Which parties of a sentence can receive: no places, datelines, onlookers or parts of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.chains import Member
from anugerah.extraction.facts import Organisation, Party
from anugerah.extraction.language_data import alternatives, cue, word_set
from anugerah.extraction.reading import ReadSentence


@dataclass(frozen=True, slots=True)
class Received:
    """One recipient in a sentence.

    Attributes:
        party: who it is.
        position: the article offset that it was read at.
        rule: the name of the rule that read it.
        confidence: from 0 to 1.
        score: the number behind the name in a list.
        label: the category in brackets behind the name.
        rank: the place behind the name.
    """

    party: Party
    position: int
    rule: str
    confidence: float
    score: float | None = None
    label: str | None = None
    rank: int | None = None


@cache
def _place_before() -> re.Pattern[str]:
    words = alternatives("recipients", "place_before")
    return re.compile(
        rf"(?:\b(?:{words})\s+(?:\w+\s+)?|\bse-|/"
        r"|\b(?:zona|wilayah|regional|region)\s+(?:\w+[\s,]+){0,4})$",
        re.IGNORECASE,
    )


COMPARED = MarkedPattern(
    r"\b(?:terdiri\s+dari|terdiri\s+atas|di atas|di bawah|selain|mengungguli|mengalahkan"
    r"|menyingkirkan|menyisihkan|disusul"
    r"|bukan)\s+$",
    [
        "terdiri",
        "atas",
        "bawah",
        "selain",
        "mengungguli",
        "mengalahkan",
        "menyingkirkan",
        "menyisihkan",
        "disusul",
        "bukan",
    ],
    re.IGNORECASE,
)
"""Before a party that is only compared with the one that receives."""
_THANKED = MarkedPattern(
    r"\bterima\s?kasih\b(?:(?!\b(?:sehingga|karena|atas|sebab)\b)[^.]){0,160}$",
    ["kasih", "terimakasih"],
    re.IGNORECASE,
)


def usable(member: Member, sentence: ReadSentence) -> bool:
    """Tell whether a party can be a recipient and not merely a place or an onlooker."""
    at = member.start - sentence.start
    if COMPARED.search(sentence.text, 0, at) or _THANKED.search(sentence.text, 0, at):
        return False
    before = sentence.text[:at]
    if member.cue == "bare" and _is_dateline(before, sentence.sentence.after(member.end)):
        return False
    if isinstance(member.party, Organisation):
        direct = cue("receive").search(sentence.sentence.after(member.end)[:25]) is not None
        return bool(sentence.awards) and direct and _source_before().search(before) is None
    if member.cue == "bare":
        after = sentence.sentence.after(member.end)
        if not sentence.sentence.is_title and _LONGER.match(after):
            return False
        return _place_before().search(before) is None and not _is_in_name(before)
    if _OF_BODY.search(before):
        return False
    if _GIVEN_BY.search(before):
        return False
    return member.cue == "office" or re.search(r"\b(?:[Dd]i|se)\s*-?$", before) is None


_GIVEN_BY = re.compile(
    r"\b(?:diserahkan|disematkan|dianugerahkan)(?:\s+(?:secara|langsung|simbolis|oleh))*\s+$"
    r"|\b(?:diberikan|diselenggarakan|digelar|dihelat|digagas)\s+(?:\w+\s+)?oleh\s+$",
    re.IGNORECASE,
)
_LONGER = re.compile(r"\s+(?!Raih|Sabet|Terima|Boyong|Kembali|Juara|Borong)[A-Z][a-z]{2,}")
"""A name that goes on: "Yogya Presisi Tehnikatama" is a company."""
_DASH = re.compile(r"[^–—~\n]{0,40}?(?:\s?[–—~]|-{1,2})\s")


def _is_dateline(before: str, after: str) -> bool:
    """Tell whether a name opens the article: "TELISIK | MEDAN – …"."""
    return len(before) < 40 and before.upper() == before and _DASH.match(after) is not None


_NUMBERED_SCHOOL = re.compile(
    r"\b(?i:TK|SDN?|SMPN?|SMAN?|SMKN?|MIN?|MTsN?|MAN?|SLBN?|Negeri)\)?\s+(?:Negeri\s+)?\d{1,3}\s+$"
)
_WORD_BEFORE = re.compile(r"[^\s,.:;(\"“]\s+(?P<word>[A-Z][a-z'’]+)\s+$")


def _is_in_name(before: str) -> bool:
    """Tell whether a place name ends somebody's: "Abdul Somad Batubara"."""
    if _NUMBERED_SCHOOL.search(before):
        return True
    match = _WORD_BEFORE.search(before)
    return match is not None and match["word"].lower() not in word_set("recipients", "before_bare")


_OF_BODY = re.compile(
    r"\b(?:BPK|BPKP|RI|Perwakilan|Kanwil|Polda|Kejati|Kejari|Polres|DPRD|KPU|KPID|Bawaslu|BPS|BKKBN"
    r"|Ombudsman|Informasi|Informasi\s\(KI\)|Pengadilan|Kodam|Kodim|Baznas|PKK|lingkungan|lingkup|jajaran|milik|warga"
    r"|masyarakat)\s+$"
    r"|\b(?:Kecamatan|Kec\.|Desa|Kelurahan|Nagari)\s+[A-Z]\w+(?:\s[A-Z]\w+)?[,\s(]*$"
)
"""Before a government's name: a body or village in its area, which is not the government itself."""


@cache
def _source_before() -> re.Pattern[str]:
    words = alternatives("recipients", "source_before")
    return re.compile(rf"\b(?:{words})\s+$", re.IGNORECASE)
