"""Who receives in a sentence: the subject of a verb, the object of a gift, or a list of winners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from anugerah.corpus.marks import MarkedPattern, marked
from anugerah.extraction.candidates import Received, usable
from anugerah.extraction.categories import find_spelt_categories
from anugerah.extraction.chains import Chain, Member, find_chains, level_before
from anugerah.extraction.facts import Government, Level, Party
from anugerah.extraction.giving import hands_to
from anugerah.extraction.language_data import alternatives, cue, marks
from anugerah.extraction.people import OfficeMention
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.subjects import find_subjects


@cache
def _before_first() -> re.Pattern[str]:
    words = alternatives("recipients", "before_first")
    return re.compile(
        rf"^[\s,:]*(?:\b(?:{words})\b[\s,:.()]*)*(?:\(?\d{{1,2}}[.)]\s*)?$", re.IGNORECASE
    )


def find_received(
    sentence: ReadSentence, reading: Reading, level: Level | None = None
) -> list[Received]:
    """Find the recipients that a sentence states, each once, the surest reading first.

    Args:
        sentence: a sentence or clause that asserts.
        reading: the article.
        level: the level that a heading gives to bare names.
    """
    if not sentence.parties and not sentence.offices and not sentence.awards:
        return []
    chains = find_chains(sentence, level)
    found: dict[Party, Received] = {}
    readings = (
        _accepting(sentence),
        _passive(sentence, chains),
        _given_to(sentence, chains),
        _listed(sentence),
        _labelled(sentence, chains),
        _for_whom(sentence, chains),
        _object_named(sentence, chains),
        _together(sentence, chains),
        find_subjects(sentence, chains, reading),
    )
    for received in chain.from_iterable(readings):
        found.setdefault(received.party, received)
    return list(found.values())


def _passive(sentence: ReadSentence, chains: Sequence[Chain]) -> Iterator[Received]:
    for match in cue("receive_passive").finditer(sentence.text) if chains else ():
        yield from _followers(sentence, chains, match.end(), "conferral/received-by")


def _accepting(sentence: ReadSentence) -> Iterator[Received]:
    """Yield the governments whose heads accept, one after another, names between them."""
    last: OfficeMention | None = None
    for office in sentence.offices:
        before = sentence.text[: office.start - sentence.start]
        joined = last is not None and re.fullmatch(
            r"\s*(?:\([^()]{0,40}\)\s*)?(?:,|,?\s*dan|,?\s*serta)\s*",
            sentence.sentence.between(last.end, office.start),
        )
        if not joined and not hands_to(before) and not _WINNERS_ARE.search(before):
            last = None
            continue
        last = office
        mention = office.government
        # "Direktur PDAM Intan Banjar" leads a company and not the regency.
        own = mention is not None and (office.level is not None or mention.cue != "bare")
        if own and mention is not None and mention.government is not None:
            yield Received(mention.government, mention.start, "conferral/head-accepts", 0.9)


_WINNERS_ARE = re.compile(
    r"\b(?:menerima|meraih|penerima|peraih|mendapatkan|mendapat|memperoleh)\b[^.;]{0,80}\b(?:yang\s+sama|tersebut|itu|ini)"
    r"\s*,?\s*(?:adalah|ialah|yakni|yaitu|antara\s+lain|di\s?antaranya)\s*$",
    re.IGNORECASE,
)
"""Before heads of governments: "yang menerima penghargaan yang sama adalah …"."""


def _given_to(sentence: ReadSentence, chains: Sequence[Chain]) -> Iterator[Received]:
    given = cue("hand_over").search(sentence.text) if chains else None
    if given is None:
        return
    to = alternatives("recipients", "to")
    for match in re.finditer(rf"\b(?:{to})\b", sentence.text[given.start() :]):
        before = sentence.text[: given.start() + match.end()]
        if before.lower().endswith("kepada") and not hands_to(before):
            continue
        yield from _followers(sentence, chains, given.start() + match.end(), "conferral/given-to")


def _listed(sentence: ReadSentence) -> Iterator[Received]:
    """Yield the winners after "…, yakni": a list of governments behind a category or an award."""
    for match in cue("list").finditer(sentence.text) if sentence.parties else ():
        before = sentence.text[: match.start()]
        named = find_spelt_categories(before, "iga")
        level = named[-1].level if named else level_before(before)
        told = named or cue("receive").search(before) or cue("receive_passive").search(before)
        told = told or cue("winners").search(before) or cue("name").search(before)
        if not told and not cue("hand_over").search(before):
            continue
        if _elsewhere().search(before):
            continue
        found = list(_following(sentence, find_chains(sentence, level), match.end()))
        if len(found) > 1:
            for member in found:
                yield Received(
                    member.party, member.start, "conferral/listed", 0.9, member.score, member.label
                )


@cache
def _label_behind() -> re.Pattern[str]:
    heads = alternatives("categories", "heads")
    return re.compile(
        rf"\s*[,:–-]?\s*(?:(?:untuk|dalam|dengan|pada|meraih|memperoleh|mendapat|di)\s+)?"
        rf"(?:{heads}|juara|peringkat|predikat)\b",
        re.IGNORECASE,
    )


@cache
def _label_before() -> MarkedPattern:
    heads = alternatives("categories", "heads")
    return MarkedPattern(
        rf"\b(?:{heads}|juara)\b[^.;,]{{2,90}}?"
        r"(?::|\b(?:adalah|yakni|yaitu|ialah|jatuh kepada|kepada|untuk|diraih|diraih oleh|oleh)\b"
        r"|,|\s[–-]|\()"
        r"\s*$",
        [*marks("categories", "heads"), "juara"],
        re.IGNORECASE,
    )


@cache
def _with() -> MarkedPattern:
    return MarkedPattern(
        rf"\b(?:{alternatives('recipients', 'together')})\s+$",
        marks("recipients", "together"),
        re.IGNORECASE,
    )


def _together(sentence: ReadSentence, chains: Sequence[Chain]) -> Iterator[Received]:
    """Yield those who won, too: "… menjadi daerah terinovatif bersama Kabupaten Belu"."""
    if not chains or not _with().may_match(sentence.text):
        return
    verbs = [m for key in ("receive", "name", "become") for m in cue(key).finditer(sentence.text)]
    for candidate in chains:
        at = candidate.start - sentence.start
        told = any(verb.end() < at for verb in verbs)
        if told and _with().search(sentence.text, 0, at):
            for member in candidate.members:
                if isinstance(member.party, Government) and member.cue != "office":
                    yield Received(
                        member.party, member.start, "conferral/together", 0.85, rank=member.rank
                    )


_NAMES = marked(r"\b{words}\s+$", "menobatkan|menetapkan|memilih|menempatkan|nobatkan|tetapkan")
_AS = re.compile(r"\s*(?:sebagai|menjadi|jadi|masuk|di\s+peringkat)\b", re.IGNORECASE)


def _object_named(sentence: ReadSentence, chains: Sequence[Chain]) -> Iterator[Received]:
    """Yield the parties of "juri menobatkan Pemkab Raja Ampat menjadi terbaik pertama"."""
    for candidate in chains:
        at = candidate.start - sentence.start
        named = _NAMES.search(sentence.text, 0, at)
        if named and _AS.match(sentence.sentence.after(candidate.end)):
            for member in candidate.members:
                yield Received(member.party, member.start, "conferral/object-named", 0.9)


@cache
def _for() -> re.Pattern[str]:
    return re.compile(
        rf"^\W*(?:\w+,?\s+)?(?:{alternatives('recipients', 'for')})\s+(?:pemerintah\s+)?$",
        re.IGNORECASE,
    )


def _for_whom(sentence: ReadSentence, chains: Sequence[Chain]) -> Iterator[Received]:
    """Yield the parties of "Bagi Buleleng dan Badung, ini opini WTP ketiga"."""
    for candidate in chains[:1]:
        before = sentence.text[: candidate.start - sentence.start]
        after = sentence.sentence.after(candidate.end)
        if _for().match(before) and _THIS.match(after):
            for member in candidate.members:
                yield Received(member.party, member.start, "conferral/for-party", 0.85)


_THIS = re.compile(
    r"(?:\s+sendiri)?,?\s*(?:(?:opini|predikat|penghargaan|raihan|capaian|prestasi|apresiasi|anugerah)\b[^,.]{0,30}\s)?"
    r"(?:ini|tersebut)\b|,?\s*(?:mereka|ia|penghargaan)\b",
    re.IGNORECASE,
)


_RANKED = marked(
    r"\b{words}\s+(?:ke-?\s?)?"
    r"(?:\d{{1,2}}|I{{1,3}}|IV|V|pertama|kedua|ketiga|keempat|kelima|keenam|hingga|dan|\s)+"
    r"\s*(?:(?:ialah|adalah|yakni|yaitu|diraih|oleh|ditempati|direbut|dipegang|diisi"
    r"|jatuh kepada)\s+"
    r"|[:,]\s*)*$",
    "peringkat|terbaik|juara|posisi|urutan|tempat",
)


def _labelled(sentence: ReadSentence, chains: Sequence[Chain]) -> Iterator[Received]:
    """Yield the parties beside a category where the verb stands only once, or in another sentence.

    "… Kota Batam untuk kategori A, dan Kota Bontang untuk kategori B."
    """
    for candidate in chains:
        at = candidate.start - sentence.start
        after = sentence.sentence.after(candidate.end)
        behind = _label_behind().match(after) or _RANKED.search(sentence.text, 0, at)
        if behind is None and _label_before().search(sentence.text, 0, at) is None:
            continue
        if cue("hope").search(sentence.text, 0, at):
            continue
        for member in candidate.members:
            if member.cue != "office" and usable(member, sentence):
                yield Received(
                    member.party,
                    member.start,
                    "conferral/labelled",
                    0.85,
                    member.score,
                    rank=member.rank,
                )


@cache
def _elsewhere() -> re.Pattern[str]:
    words = alternatives("recipients", "not_winners")
    return re.compile(rf"\b(?:{words})\b[^.]{{0,25}}$", re.IGNORECASE)


def _followers(
    sentence: ReadSentence, chains: Sequence[Chain], at: int, rule: str
) -> Iterator[Received]:
    """Yield the parties that follow the sentence offset `at` as one or as a list."""
    for member in _following(sentence, chains, at):
        yield Received(
            member.party, member.start, rule, 0.9, member.score, member.label, member.rank
        )


def _following(sentence: ReadSentence, chains: Sequence[Chain], at: int) -> Iterator[Member]:
    begin = sentence.start + at
    following = next((c for c in chains if c.end > begin), None)
    if following is None:
        return
    members = [m for m in following.members if m.start >= begin]
    if members and _before_first().match(sentence.sentence.between(begin, members[0].start)):
        yield from members
