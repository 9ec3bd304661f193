"""Who receives in a sentence: the subject of a verb, the object of a gift, or a list of winners."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from anugerah.corpus.marks import MarkedPattern, marked
from anugerah.extraction.categories import find_spelt_categories
from anugerah.extraction.chains import Chain, Member, find_chains, level_before
from anugerah.extraction.facts import Government, Level, Organisation, Party
from anugerah.extraction.giving import hands_to
from anugerah.extraction.language_data import alternatives, cue, marks, word_set
from anugerah.extraction.people import OfficeMention
from anugerah.extraction.reading import Reading, ReadSentence


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


@cache
def _before_first() -> re.Pattern[str]:
    words = alternatives("recipients", "before_first")
    return re.compile(
        rf"^[\s,:]*(?:\b(?:{words})\b[\s,:.()]*)*(?:\(?\d{{1,2}}[.)]\s*)?$", re.IGNORECASE
    )


_COMPARED = MarkedPattern(
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
_THANKED = MarkedPattern(
    r"\bterima\s?kasih\b(?:(?!\b(?:sehingga|karena|atas|sebab)\b)[^.]){0,160}$",
    ["kasih", "terimakasih"],
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:daerah|kabupaten|kota|provinsi|pemprov|pemkab|pemkot|pemda)\b[^,]{0,30}\byang\b",
    re.IGNORECASE,
)
"""Between a subject and its verb: "memiliki tiga daerah yang mendapat" tells of others."""


def usable(member: Member, sentence: ReadSentence) -> bool:
    """Tell whether a party can be a recipient and not merely a place or an onlooker."""
    at = member.start - sentence.start
    if _COMPARED.search(sentence.text, 0, at) or _THANKED.search(sentence.text, 0, at):
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
        _active(sentence, chains, reading),
    )
    for received in chain.from_iterable(readings):
        found.setdefault(received.party, received)
    return list(found.values())


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


def _active(
    sentence: ReadSentence, chains: Sequence[Chain], reading: Reading
) -> Iterator[Received]:
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
        if _COMPARED.search(opening) and not opening.lower().endswith("selain "):
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
