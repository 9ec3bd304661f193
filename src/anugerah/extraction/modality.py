"""Whether words assert, deny, or speak of what has not happened yet."""

from __future__ import annotations

import re
from typing import Literal

from anugerah.extraction.language_data import cue

Modality = Literal["asserted", "not_yet", "negative"]


_PRIZE = re.compile(
    r"\b(?:masing-masing|berhak)\s+(?:akan\s+)?(?:menerima|mendapat|mendapatkan)\s+"
    r"(?:piala|piagam|uang|hadiah|dana|trofi|bonus|insentif)\b",
    re.IGNORECASE,
)
"""What winners will be given does not put off that they have won."""
_CHOSEN_FROM = re.compile(r"\b(?:dari|di antara)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


_IF_BEFORE = re.compile(
    r"\b(?:jika|kalau|bila)\s+(?:sebelumnya|(?:pada\s+)?tahun\s+(?:lalu|kemarin|sebelumnya))\b",
    re.IGNORECASE,
)
"""What was before is compared with what is: no condition."""


def modality_of(text: str) -> Modality:
    """Return what `text` does with what it says: assert it, expect it, or deny it."""
    text = _IF_BEFORE.sub(" ", _PRIZE.sub(" ", text))
    for match in cue("not_yet").finditer(text):
        # "Jawa Barat dan Bali, dari 5 nominasi" tells of the winners.
        if not _CHOSEN_FROM.search(text, max(0, match.start() - 30), match.start()):
            return "not_yet"
    if cue("negative").search(text):
        return "negative"
    return "asserted"
