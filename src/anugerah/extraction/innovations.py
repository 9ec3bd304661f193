"""Innovations by name: "inovasi A (B)", "inovasi …, di antaranya A, B dan C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from anugerah.extraction.facts import Innovation
from anugerah.extraction.innovation_contexts import contexts
from anugerah.extraction.innovation_finder import Finder
from anugerah.extraction.innovation_lists import Found
from anugerah.extraction.innovation_names import Name
from anugerah.extraction.innovation_owners import Owners, with_government
from anugerah.extraction.innovation_register import Register
from anugerah.extraction.reading import Reading, ReadSentence


def find_innovations(reading: Reading) -> list[Innovation]:
    """Find the innovations that the article names, each with its agency and target groups."""
    register = Register()
    before: list[Innovation] = []
    for sentence, context in zip(reading.sentences, contexts(reading), strict=True):
        if not context.worth_reading:
            continue
        owners = Owners(sentence, reading)
        names = Finder(sentence, owners, reading).find(context)
        found = [*_owned(names, owners, sentence)]
        match = _THIS.match(sentence.text)
        if match and len(before) == 1 and not names:
            found = [*_run_by(before[0], match.end(), owners, sentence)]
        for innovation in found:
            register.add(innovation)
        if found or context.speaks:
            before = found
    return register.with_later_sentences(reading)


_THIS = re.compile(r"\W*(?:Inovasi|Program|Aplikasi|Layanan)\s+(?:ini|tersebut|itu)\b")
"""How a sentence begins that goes on about the innovation of the one before."""


def _run_by(
    innovation: Innovation, end: int, owners: Owners, sentence: ReadSentence
) -> Iterator[Innovation]:
    """Yield `innovation` with the agency of "Inovasi ini digagas oleh Dinas Kesehatan"."""
    this = Name(0, end, innovation.name, None, quoted=False)
    agency = owners.agency(this, 0, 0, len(sentence.text)) or owners.runner(this)
    if agency is None or innovation.agency is not None:
        yield innovation
        return
    support = sentence.support("innovation/run-by", 0.8, "agency")
    yield replace(
        innovation,
        agency=with_government(agency, innovation.government),
        supports=(*innovation.supports, support),
    )


def _owned(found: list[Found], owners: Owners, sentence: ReadSentence) -> Iterator[Innovation]:
    agencies: list[str | None] = []
    begins = [0, *(owners.skip(one.name.end) for one in found)]
    ends = [*(one.name.start for one in found[1:]), len(sentence.text)]
    for one, begin, until in zip(found, begins, ends, strict=False):
        agencies.append(owners.agency(one.name, begin, max(begin, one.anchor), until))
    if len(found) == 1 and agencies[0] is None:
        agencies = [owners.runner(found[0].name)]
    subject = (0, 0)
    for number, (one, begin) in enumerate(zip(found, begins, strict=False)):
        passage = (begin, max(begin, one.anchor))
        subject = passage if owners.governments(passage) else subject
        government = owners.government(one.name, passage, subject)
        if government is None:
            continue
        agency = agencies[number]
        if agency is None and number + 1 < len(found):
            agency = agencies[number + 1] if _joined(one, found[number + 1], sentence) else None
        if agency is None and number and _joined(found[number - 1], one, sentence):
            agency = agencies[number - 1]
        yield Innovation(
            name=one.name.text,
            expansion=one.name.expansion,
            government=government,
            agency=with_government(agency, government) if agency else None,
            target_groups=(),
            supports=(sentence.support(one.rule, one.confidence),),
        )


def _joined(one: Found, other: Found, sentence: ReadSentence) -> bool:
    """Tell whether nothing but "dan" stands between two names."""
    return sentence.text[one.name.end : other.name.start].strip() in ("dan", "serta", "&")
