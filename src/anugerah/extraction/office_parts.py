"""What an office consists of: the unit, the government and the body that its words name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from anugerah.extraction.facts import Organisation
from anugerah.extraction.governments import GovernmentMention
from anugerah.extraction.language_data import load, word_set
from anugerah.extraction.office_heads import Head, Opening
from anugerah.extraction.organisations import OrganisationMention
from anugerah.extraction.places import read_place
from anugerah.extraction.roles import plain_name, role_of
from anugerah.extraction.tokens import Sentence
from anugerah.extraction.units import Unit, is_short_unit, read_unit

_ABBREVIATION = re.compile(
    r"\s*\([A-Za-z][^()\n]{1,24}\)(?:\s+(?:RI|Republi?k Indonesia)\b)?"
    r"|\s+(?:RI|Republi?k Indonesia|Pusat)\b"
)
_BRANCH = re.compile(
    r"\s+(?:RI\s+)?(?:[Pp]erwakilan|(?:[Kk]antor )?[Cc]abang)\b(?:\s+[Pp]rovinsi\b(?=\s+[a-z]))?"
)
COMMITTEE = "committee"
"""The chair of a committee: its words take a name, and are no office."""
_BEFORE_PLACE = frozenset({"", "daerah", "pada", "pemerintah", "untuk", "se", "se-"})
_DIRECTIONS = frozenset({"barat", "selatan", "tengah", "utara"})
_TERM = re.compile(
    r",?\s*(?:periode\s+|masa jabatan\s+)?(?:19|20)\d\d\s*[-–]\s*(?:(?:19|20)\d\d|sekarang)\b"
)
"""The years of a term: "Bupati Sumedang 2018-2023 …"."""
_LOCAL = frozenset({"Kepala Dinas", "Kepala Bagian"})
"""Heads of what only local governments have: the name of a body behind is their unit's."""
_JOINED = re.compile(r"\s*/\s*Kepala\s+(?=[A-Z])")
_SHORT_FOR = re.compile(r"\s*\([A-Z][a-z]{2,12}\)(?=\s+[A-Z])")
"""Behind a head, its short form: "Kepala Dinas (Kadis) Kesehatan"."""
_WITHIN = re.compile(
    r"(?:,?\s+(?:[Kk]ecamatan|[Kk]ec\.|[Dd]istrik|[Kk]apanewon|[Kk]emantren)"
    r"(?:\s+[A-Z]\w+){1,3})?,?\s+"
)
"""Between a village and its regency."""
_IN_TOWN = re.compile(r"\s+di\s+[A-Z]\w+")


@dataclass(frozen=True, slots=True)
class Parts:
    """What an office consists of, with the offset in the sentence's text where it ends."""

    government: GovernmentMention | None
    organisation: OrganisationMention | None
    unit: Unit | None
    inside: str | None
    of: str | None
    role: str
    end: int
    national: str | Organisation | None = None


class PartReader:
    """Reads the parts of the offices of one sentence, between its other mentions."""

    def __init__(
        self,
        sentence: Sentence,
        governments: Sequence[GovernmentMention],
        organisations: Sequence[OrganisationMention],
        openings: Sequence[Opening],
    ) -> None:
        self._sentence = sentence
        self._text, self._base = sentence.text, sentence.start
        self._governments = [g for g in governments if g.cue != "anaphora"]
        # After "Kepala Dinas", "Kominfo" is the agency and not the ministry.
        self._organisations = [
            o for o in organisations if not is_short_unit(sentence.between(o.start, o.end).lower())
        ]
        tokens = sentence.tokens
        self._openings = {tokens[opening.first].start: opening for opening in openings}
        self.after_heads = frozenset(opening.after for opening in openings)
        # "Bagian Protokol dan Komunikasi Pimpinan": a word of the unit, and no other office.
        offices = [at for at, o in self._openings.items() if o.head.role != "Pimpinan"]
        self._local_marks = frozenset([g.start for g in self._governments] + offices)
        self._marks = self._local_marks.union(o.start for o in self._organisations)

    def token_at(self, end: int) -> int:
        """Return the number of the first token at or behind the text offset `end`."""
        tokens, offset = self._sentence.tokens, self._base + end
        low, high = 0, len(tokens)
        while low < high:
            middle = (low + high) // 2
            if tokens[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def read(self, opening: Opening) -> Parts | None:
        """Read the parts of the office that begins at `opening`; None if it names too little."""
        head, tokens = opening.head, self._sentence.tokens
        start, end = tokens[opening.first].start - self._base, tokens[opening.after - 1].end
        end -= self._base
        unit: Unit | None = None
        inside: str | None = None
        national: str | Organisation | None = None
        if head.of in ("place", "office"):
            end = _abbreviation(self._text, end)
            place = read_place(self._sentence, self.token_at(end), self._marks)
            inside, end = (place[0], place[1] - self._base) if place else (None, end)
            within = _WITHIN.match(self._text, end)
            if within and any(g.start == self._base + within.end() for g in self._governments):
                end = within.end()
        elif head.unit is not None:
            inside = None
        elif head.kind == "units" and not self._names_body(start, end):
            unit, owner = self._unit(opening)
            end = unit.end - self._base if unit else end
            national = owner.organisation if owner else None
        elif isinstance(head.organisation, Organisation):
            end = self._joined_body(end)
        government, end = self._government(start, end)
        end = _abbreviation(self._text, end)
        if government is None:
            government, end = self._government(start, end)
        organisation: OrganisationMention | None = None
        of = head.of
        if head.kind == "heads" and (term := _TERM.match(self._text, end)):
            end = term.end()
        if head.kind == "units" and head.role not in _LOCAL:
            organisation, end = self._organisation(start, end)
            if organisation is not None and (branch := _BRANCH.match(self._text, end)):
                end, of = branch.end(), "branch"
            elif organisation is not None:
                _, end = self._organisation(start, _abbreviation(self._text, end))
            elif head.of == "council":
                organisation = self._organisation_before(start)
        if government is None:
            government, end = self._government(start, end)
        end = _abbreviation(self._text, end)
        if government is None:
            government, end = self._government(start, end)
        if organisation is not None and government is not None:
            of = _kind_of_branch(organisation) or of
        away = of == "branch" or (unit is not None and unit.name == "Penghubung")
        if away and organisation is None and (town := _IN_TOWN.match(self._text, end)):
            end = town.end()
        inside = inside or (unit.inside if unit else None)
        if head.of == "member" and organisation is None:
            return None
        named = unit or inside or head.unit or organisation or government
        if head.kind == "units" and not named and head.of not in ("office", "ministry"):
            return None
        if unit is not None and _is_branch(unit) and (organisation or government):
            of, unit = "branch", None
        if unit is not None and inside is None and organisation is None:
            words = unit.name.lower().split()
            begins = {words[0], " ".join(words[:2])}
            if of in ("body", "council") and begins & word_set("units", "bodies"):
                inside = unit.name
            elif (of == "body" and begins & word_set("units", "no_offices")) or (
                head.role == "Sekretaris" and begins & word_set("units", "committees")
            ):
                of = COMMITTEE
        role = role_of(head, unit, inside, organisation, of)
        if organisation is not None and unit is None and of != "branch":
            role = self._role_in(head, start, organisation) or role
        return Parts(government, organisation, unit, inside, of, role, end, national)

    def _role_in(self, head: Head, start: int, organisation: OrganisationMention) -> str | None:
        """Return the role where a body's name begins within the head: "Kepala" + "Badan …"."""
        before = self._text[start : organisation.start - self._base].split()
        usual = head.role.split()
        if not before or len(before) >= len(usual) or before[0].lower() != usual[0].lower():
            return None
        return f"{' '.join(usual[: len(before)])} {plain_name(organisation.organisation)}"

    def _joined_body(self, end: int) -> int:
        """Pass over the body that a minister leads as well: "Menteri Investasi/Kepala BKPM"."""
        joint = _JOINED.match(self._text, end)
        if joint is None:
            return end
        at = self._base + joint.end()
        led = next((o for o in self._organisations if o.start <= at < o.end), None)
        return led.end - self._base if led else end

    def _names_body(self, start: int, end: int) -> bool:
        """Tell whether a body's name begins within the head: "Kepala Badan Informasi …"."""
        return any(
            self._base + start < o.start < self._base + end < o.end for o in self._organisations
        )

    def _unit(self, opening: Opening) -> tuple[Unit | None, Head | None]:
        """Return the unit behind a head, and the office of another that stands inside."""
        tokens, head, at = self._sentence.tokens, opening.head, opening.after
        if bracket := _SHORT_FOR.match(self._text, tokens[at - 1].end - self._base):
            at = self.token_at(bracket.end())
        owner: Opening | None = None
        if head.of == "adviser" and at < len(tokens):
            # "Staf Ahli Bupati Bidang Ekonomi": whose adviser it is, and not another office.
            owner = self._openings.get(tokens[at].start)
            if owner is not None and owner.head.kind in ("heads", "local", "national"):
                at = owner.after
        unit = read_unit(
            self._sentence,
            at,
            self._local_marks if head.role in _LOCAL else self._marks,
            part=head.of in ("agency", "adviser"),
            body=head.of in ("body", "council"),
        )
        if unit is None or head.of not in ("adviser", "agency"):
            return unit, owner.head if owner else None
        # "Asisten Pemerintahan dan Kesra Sekda Kota …": under whom it is, and not another office.
        following = self.token_at(unit.end - self._base)
        if following < len(tokens):
            under = self._openings.get(tokens[following].start)
            if under is not None and under.head.role == "Sekretaris Daerah":
                unit = replace(unit, end=tokens[under.after - 1].end)
        return unit, owner.head if owner else None

    def _government(self, start: int, end: int) -> tuple[GovernmentMention | None, int]:
        text, base = self._text, self._base
        for mention in self._governments:
            if mention.end <= base + end:
                continue
            inside = base + start <= mention.start < base + end
            gap = text[end : mention.start - base].strip() if mention.start >= base + end else "-"
            # "di Jakarta" says where something happened, "di Kota Batu" whose office it is.
            within = gap in ("di", ",") and mention.cue == "government"
            if inside or within or gap.lower() in _BEFORE_PLACE:
                end = mention.end - base
                bracket = "(" in text[mention.start - base : end] and text.startswith(")", end)
                return mention, end + bracket
        return None, end

    def _organisation(self, start: int, end: int) -> tuple[OrganisationMention | None, int]:
        chosen: OrganisationMention | None = None
        for mention in self._organisations:
            if (
                self._base + start < mention.start <= self._base + end + 6
                and mention.end > self._base + end
                and self._text[end : max(end, mention.start - self._base)].strip(" ,\n")
                in ("", "pada", "di", "dari", "/")
            ):
                # "Kepala BSKDN Kemendagri": the second says whose the first is.
                chosen = chosen or mention
                end = mention.end - self._base
        return chosen, end

    def _organisation_before(self, start: int) -> OrganisationMention | None:
        """Return the body named before in the sentence: "… IIPG, diserahkan Dewan Pembina …"."""
        before = [o for o in self._organisations if o.end <= self._base + start]
        return before[-1] if before else None

    def is_person(self, name: str, start: int) -> bool:
        """Tell whether what looks like a name is not a place or a body."""
        if len(name) < 3 or name.endswith("nya") or is_short_unit(name.lower()):
            return False
        offset = self._base + start
        end = offset + len(name)
        if any(o.start < end and offset < o.end for o in self._organisations):
            return False
        for mention in self._governments:
            if mention.start <= offset < mention.end:
                return mention.cue == "bare" and mention.end < end
            if mention.name_start == offset and " " not in name:
                return False
        # "Gubernur Kalimantam Selatan": a misspelt place.
        if name.rpartition(" ")[2].lower() in _DIRECTIONS:
            return False
        return name.lower() not in word_set("governments", "never_alone")


def _kind_of_branch(organisation: OrganisationMention) -> str | None:
    """Tell what the body is called in a government's area: "BPK … Provinsi Bali"."""
    slug = organisation.organisation.slug
    if slug in load("units")["branches"]:
        return "branch"
    return "chapter" if slug in load("units")["chapters"] else None


def _is_branch(unit: Unit) -> bool:
    return unit.name.lower() in word_set("units", "branch_words")


def _abbreviation(text: str, end: int) -> int:
    while match := _ABBREVIATION.match(text, end):
        end = match.end()
    return end
