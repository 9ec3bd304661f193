"""The ceremony that an article reports: day, venue, who conferred, presented and accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from anugerah.extraction.directory import NATIONAL, Directory, Holder, unit_of
from anugerah.extraction.facts import (
    Agency,
    Award,
    Body,
    Organisation,
    Party,
    Person,
    Support,
    Venue,
)
from anugerah.extraction.giving import hands_to
from anugerah.extraction.language_data import alternatives, cue, load
from anugerah.extraction.names import read_name
from anugerah.extraction.reading import Reading, ReadSentence
from anugerah.extraction.venues import find_venue


@dataclass(frozen=True, slots=True)
class Ceremony:
    """What the article's sentences say of the ceremony, each with its passage.

    Attributes:
        acceptors: who accepted, and for whom.
        of_some: the fields whose sentence says to whom the award was handed: they hold for those,
            and not for every winner that the article lists.
    """

    held_on: date | None
    venue: Venue | None
    conferred_by: Organisation | None
    conferred_through: Organisation | None
    presented_by: tuple[Person, ...]
    acceptors: tuple[tuple[Person, Body], ...]
    supports: tuple[Support, ...]
    of_some: frozenset[str] = frozenset()

    def fits(self, year: int | None) -> bool:
        """Tell whether the day can be meant for the edition `year`.

        A day long after is another event's. A day before is kept: the article contradicts itself,
        and the shapes shall say so.
        """
        return self.held_on is not None and (year is None or self.held_on.year - year <= 2)

    def accepted_for(self, recipient: Party) -> tuple[Person, ...]:
        """Return who accepted for `recipient`."""
        return tuple(
            person
            for person, body in self.acceptors
            if body == recipient or (isinstance(body, Agency) and body.government == recipient)
        )

    def supports_for(self, recipient: Party) -> tuple[Support, ...]:
        """Return the passages of the fields that `recipient`'s conferral gets."""
        accepted = bool(self.accepted_for(recipient))
        return tuple(s for s in self.supports if accepted or s.field != "accepted_by")


def find_ceremony(reading: Reading, directory: Directory, award: Award | None) -> Ceremony:
    """Collect the fields of the ceremony of `award`, each from the first sentence that states it.

    Where no sentence says who conferred, it is a usual giver of the award that the article names.
    """
    supports: list[Support] = []
    conferred_by: Organisation | None = None
    conferred_through: Organisation | None = None
    venue: Venue | None = None
    venue_rank = 9
    presented: tuple[Person, ...] = ()
    acceptors: list[tuple[Person, Body]] = []
    venue_support: Support | None = None
    for sentence in reading.sentences:
        if sentence.sentence.is_title or sentence.modality == "negative":
            continue
        told = cue("ceremony").search(sentence.text) or cue("hand_over").search(sentence.text)
        if not told and not sentence.awards:
            continue
        if conferred_by is None and (found := _conferrer(sentence, reading)):
            conferred_by, conferred_through = _of_unit(*found, reading)
            supports.append(sentence.support("ceremony/conferrer", 0.9, "conferred_by"))
            if conferred_through:
                supports.append(sentence.support("ceremony/through", 0.9, "conferred_through"))
        rank = _venue_rank(sentence)
        if rank is not None and rank < venue_rank and (place := _venue(sentence, reading)):
            venue, venue_rank = place, rank
            venue_support = sentence.support("ceremony/venue", 0.9, "venue")
        if not presented and (presenters := _presenters(sentence, directory)):
            presented = presenters
            supports.append(sentence.support("ceremony/presenter", 0.9, "presented_by"))
        if sentence.modality == "asserted":
            for pair in _acceptors(sentence, directory, reading):
                if all(body != pair[1] for _, body in acceptors):
                    acceptors.append(pair)
                    supports.append(sentence.support("ceremony/acceptor", 0.9, "accepted_by"))
    if conferred_by is None and award is not None:
        for sentence, organisation in _givers_named(reading, award, directory):
            conferred_by, conferred_through = _of_unit(organisation, None, reading)
            supports.append(sentence.support("ceremony/known-giver", 0.75, "conferred_by"))
            break
    if venue_support:
        supports.append(venue_support)
    if day := _date_support(reading):
        supports.append(day)
    return Ceremony(
        reading.held_on,
        venue,
        conferred_by,
        conferred_through,
        presented,
        tuple(acceptors),
        tuple(dict.fromkeys(supports)),
        _of_some(supports),
    )


def _of_some(supports: list[Support]) -> frozenset[str]:
    """Return the fields that stand in one sentence with who accepted."""
    handed = {(s.start, s.end) for s in supports if s.field == "accepted_by"}
    return frozenset(s.field for s in supports if s.field and (s.start, s.end) in handed)


def _date_support(reading: Reading) -> Support | None:
    day = reading.held_on
    if day is None:
        return None
    for sentence in reading.sentences:
        for found in sentence.dates:
            if (found.day, found.month) == (day.day, day.month):
                return sentence.support("ceremony/date", 0.9, "held_on")
    return None


@cache
def _giver_before() -> re.Pattern[str]:
    given = alternatives("ceremony", "given_by")
    origin, body = alternatives("ceremony", "from"), alternatives("ceremony", "before_body")
    return re.compile(
        rf"\b(?:(?:{given})(?:\s+langsung)?(?:\s+oleh)?|{origin})\s+(?:(?:{body})\s+)?$",
        re.IGNORECASE,
    )


@cache
def _giver_after() -> re.Pattern[str]:
    through, again = alternatives("ceremony", "through"), alternatives("ceremony", "again")
    return re.compile(
        rf"^\s*{_BRACKETS}(?:RI\s+|Republik Indonesia\s+)?"
        rf"(?:(?:{through})\s+[^,.]{{3,80}}?{_BRACKETS})?"
        rf"(?:(?:{again})\s+)*(?:{alternatives('ceremony', 'gives')})\b",
        re.IGNORECASE,
    )


_BRACKETS = r"(?:\([^)]{1,30}\)\s*)?"


@cache
def _through() -> re.Pattern[str]:
    return re.compile(
        rf"^\s*{_BRACKETS}(?:RI\s+)?(?:{alternatives('ceremony', 'through')})\s+"
        rf"(?P<unit>(?:{alternatives('ceremony', 'units')})\b(?: [A-Z][\w-]+| dan|, [A-Z][\w-]+)+)"
    )


def _conferrer(
    sentence: ReadSentence, reading: Reading
) -> tuple[Organisation, Organisation | None] | None:
    for mention in sentence.organisations:
        before = sentence.text[: mention.start - sentence.start]
        after = sentence.sentence.after(mention.end)
        if not (_giver_before().search(before) or _giver_after().match(after)):
            continue
        if mention.organisation.slug in load("ceremony")["no_conferrers"]:
            continue
        through = _through().match(after)
        unit = unit_of(reading, through["unit"]) if through else None
        known_unit = next(
            (
                o.organisation
                for o in sentence.organisations
                if through and o.start == mention.end + through.start("unit")
            ),
            None,
        )
        return mention.organisation, unit or known_unit
    return None


def _of_unit(
    organisation: Organisation, through: Organisation | None, reading: Reading
) -> tuple[Organisation, Organisation | None]:
    """Return the body to which a unit belongs that confers for it, and the unit."""
    slug = load("ceremony")["units_of"].get(organisation.slug)
    body = next((o for o in reading.knowledge.by_name.values() if o.slug == slug), None)
    return (body, through or organisation) if body else (organisation, through)


@cache
def _onlooker() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives('ceremony', 'onlookers')})\b[^.;]{{0,60}}$", re.IGNORECASE
    )


def _givers_named(
    reading: Reading, award: Award, directory: Directory
) -> Iterator[tuple[ReadSentence, Organisation]]:
    """Yield the usual givers of `award` that the article names, itself or by their head."""
    givers = reading.knowledge.givers.get(award.slug, frozenset())
    for sentence in reading.sentences:
        if not sentence.awards and cue("ceremony").search(sentence.text) is None:
            continue
        for mention in sentence.organisations:
            stood_by = _onlooker().search(sentence.text, 0, mention.start - sentence.start)
            if mention.organisation.slug in givers and not stood_by:
                yield sentence, mention.organisation
        for office in sentence.offices:
            if _onlooker().search(sentence.text, 0, office.start - sentence.start):
                continue
            holder = directory.at(office)
            body = holder.body if holder else office.national
            if isinstance(body, str):
                body = reading.knowledge.by_name.get(body)
            if isinstance(body, Organisation) and body.slug in givers:
                yield sentence, body


def _venue_rank(sentence: ReadSentence) -> int | None:
    text = sentence.text
    if cue("speech").search(text) and not cue("hand_over").search(text):
        return None
    if cue("hand_over").search(text) or cue("receive_passive").search(text):
        return 1
    return 2


def _venue(sentence: ReadSentence, reading: Reading) -> Venue | None:
    taken = [(o.start - sentence.start, o.end - sentence.start) for o in sentence.offices]
    return find_venue(sentence.text, reading.knowledge.governments, taken)


@cache
def _proxy_after() -> re.Pattern[str]:
    represented = alternatives("ceremony", "represented")
    return re.compile(
        rf"^[\s,]*(?:(?:dan\s+)?yang\s+(?:\w+\s+){{0,4}})?(?:{represented})(?:\s+(?:langsung\s+)?oleh)?\b",
        re.IGNORECASE,
    )


@cache
def _handed_by() -> re.Pattern[str]:
    manner = alternatives("ceremony", "manner")
    return re.compile(
        rf"\b(?:{alternatives('ceremony', 'handed_by')})\b(?:\s+(?:{manner}))*(?:\s+oleh)?\s*$",
        re.IGNORECASE,
    )


@cache
def _hands() -> re.Pattern[str]:
    return re.compile(
        rf"^[\s,]*(?:[^.]{{0,40}}?\b)?(?:{alternatives('ceremony', 'hands')})\b", re.IGNORECASE
    )


_BY = re.compile(r"\boleh\s*$", re.IGNORECASE)


def _handed_over_by(before: str) -> bool:
    """Tell whether "oleh" at the end of `before` belongs to a handing over earlier in it."""
    if _BY.search(before) is None or _not_handed().search(before):
        return False
    return cue("hand_over").search(before) is not None


@cache
def _not_handed() -> re.Pattern[str]:
    verbs = alternatives("ceremony", "not_handed")
    return re.compile(rf"\b(?:{verbs})\b[^.]{{0,30}}\boleh\s*$", re.IGNORECASE)


_FROM = re.compile(r"\bdari(?:\s+tangan)?\s*$", re.IGNORECASE)


def _presenters(sentence: ReadSentence, directory: Directory) -> tuple[Person, ...]:
    found: list[Person] = []
    for number, mention in enumerate(sentence.offices):
        before = sentence.text[: mention.start - sentence.start]
        after = sentence.sentence.after(mention.end)
        handed = (
            _handed_by().search(before)
            or _hands().match(after)
            or _FROM.search(before)
            or _handed_over_by(before)
        )
        joined = bool(found) and _follows(sentence, number)
        if not (handed or joined):
            continue
        holder = _proxy(sentence, number, directory) or directory.at(mention)
        if holder:
            found.append(holder.person)
    return tuple(found) or _bare_presenter(sentence, directory)


def _bare_presenter(sentence: ReadSentence, directory: Directory) -> tuple[Person, ...]:
    """Find "diserahkan langsung oleh R. Siti Zuhro", a person without an office before the name."""
    for match in _handed_to_name().finditer(sentence.text):
        named = read_name(sentence.text, match.end())
        if named is None or named[1] != match.end():
            continue
        known = directory.named(named[0])
        if known is not None:
            return (known,)
        at = sentence.start + named[1]
        bodies = [(m.start, m.end) for m in sentence.organisations]
        bodies += [(m.start, m.end) for m in sentence.offices]
        body = any(start <= at < end for start, end in bodies)
        if " " in named[0] and not body:
            return (Person(named[0], NATIONAL),)
    return ()


@cache
def _handed_to_name() -> re.Pattern[str]:
    handed, manner = alternatives("ceremony", "handed_by"), alternatives("ceremony", "manner")
    return re.compile(rf"\b(?:{handed})\b(?:\s+(?:{manner}))*\s+oleh\s+(?=[A-Z])", re.IGNORECASE)


def _follows(sentence: ReadSentence, number: int) -> bool:
    """Tell whether an office stands next to the one before it in a list of offices."""
    one, other = sentence.offices[number - 1], sentence.offices[number]
    return (
        re.fullmatch(
            r"\s*(?:,|,?\s*dan|,?\s*serta)\s*", sentence.sentence.between(one.end, other.start)
        )
        is not None
    )


def _proxy(sentence: ReadSentence, number: int, directory: Directory) -> Holder | None:
    """Return who stood in for the office mention: "Bupati … yang diwakili Asisten …"."""
    mention = sentence.offices[number]
    if _proxy_after().match(sentence.sentence.after(mention.end)) and number + 1 < len(
        sentence.offices
    ):
        return directory.at(sentence.offices[number + 1])
    return None


@cache
def _accepts() -> re.Pattern[str]:
    return re.compile(
        rf"^[\s,]*(?:[^.]{{0,60}}?\b)?(?:{alternatives('ceremony', 'accepts')})\b(?!\s*kasih)",
        re.IGNORECASE,
    )


def _acceptors(
    sentence: ReadSentence, directory: Directory, reading: Reading
) -> list[tuple[Person, Body]]:
    found: list[tuple[Person, Body]] = []
    for number, mention in enumerate(sentence.offices):
        before = sentence.text[: mention.start - sentence.start]
        after = sentence.sentence.after(mention.end)
        accepts = _accepts().match(after)
        # The verb belongs to the office nearest before it.
        nearer = accepts and any(
            other.start < mention.end + accepts.end() for other in sentence.offices[number + 1 :]
        )
        joined = bool(found) and _follows(sentence, number)
        if not hands_to(before) and (nearer or not accepts) and not joined:
            continue
        holder = _proxy(sentence, number, directory) or directory.at(mention)
        office = directory.at(mention)
        body = office.body if office else (holder.body if holder else None)
        if holder and body:
            found.append((holder.person, body))
    return found or _bare_acceptor(sentence, directory, reading)


_BARE = re.compile(r"\bditerima(?:\s+(?:secara|langsung))*(?:\s+oleh)?\s+(?=[A-Z])", re.IGNORECASE)
_RECEIVES = re.compile(
    r"(?P<name>[A-Z]\w+(?:\s[A-Z]\w+)*)\s+(?:\w+\s+)?menerima\s+(?:\w+\s+)?"
    r"(?:penghargaan|piala|trofi|piagam|anugerah)\b"
)


def _bare_acceptor(
    sentence: ReadSentence, directory: Directory, reading: Reading
) -> list[tuple[Person, Body]]:
    """Find "diterima oleh Budi", "Budi menerima piala": Budi is known from the article."""
    behind = (read_name(sentence.text, match.end()) for match in _BARE.finditer(sentence.text))
    names = [named[0] for named in behind if named]
    names += [match["name"] for match in _RECEIVES.finditer(sentence.text)]
    people = [person for name in names if (person := directory.named(name))]
    return [(people[0], reading.main)] if people and reading.main else []
