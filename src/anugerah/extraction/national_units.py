"""Units that an article says belong to a ministry: "Kemendagri melalui Badan …"."""

from __future__ import annotations

import re

from anugerah.extraction.facts import Organisation
from anugerah.extraction.organisations import unknown
from anugerah.extraction.reading import Reading

_THROUGH = re.compile(r"\s*(?:\([^)]{1,30}\)\s*)?(?:melalui|lewat)\s+")
_UNIT = re.compile(
    r"((?:Badan|Direktorat|Pusat|Deputi)\b(?: [A-Z][\w-]+| dan| serta|, [A-Z][\w-]+)+)"
)


def national_units(reading: Reading) -> dict[str, Organisation]:
    """Return the units that the article says belong to a ministry: "… melalui Badan …"."""
    units: dict[str, Organisation] = {}
    for read_sentence in reading.sentences:
        for mention in read_sentence.organisations:
            through = _THROUGH.match(read_sentence.sentence.after(mention.end))
            if not through:
                continue
            named = _UNIT.match(read_sentence.sentence.after(mention.end + through.end()))
            if not named:
                continue
            unit = named.group(1)
            name = f"{unit} {mention.organisation.name}"
            known = reading.knowledge.by_name.get(name)
            units[unit] = known or reading.knowledge.by_name.get(unit) or unknown(name)
    return units


def unit_of(reading: Reading, unit: str) -> Organisation | None:
    """Return the ministry's unit called `unit` in this article, if the article names one."""
    return national_units(reading).get(unit)
