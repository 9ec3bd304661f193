"""Words that hand an award to the one who follows: "diterima oleh …", "diserahkan … kepada …"."""

from __future__ import annotations

import re
from functools import cache

from anugerah.extraction.language_data import alternatives, cue

_TO = re.compile(r"\b(?:kepada|ke)\s*$", re.IGNORECASE)


@cache
def _accepted() -> re.Pattern[str]:
    accepted, manner = alternatives("ceremony", "accepted_by"), alternatives("ceremony", "manner")
    return re.compile(rf"\b(?:{accepted})(?:\s+(?:{manner}))*(?:\s+oleh)?\s*$", re.IGNORECASE)


@cache
def _only_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('ceremony', 'only_words')})\b", re.IGNORECASE)


def hands_to(before: str) -> bool:
    """Tell whether who follows `before` gets what the sentence speaks of.

    "kepada" alone is not enough: thanks and reports go to people, too.
    """
    if _accepted().search(before):
        return True
    given = list(cue("hand_over").finditer(before))
    if not given or not _TO.search(before):
        return False
    return _only_words().search(before, given[-1].end()) is None
