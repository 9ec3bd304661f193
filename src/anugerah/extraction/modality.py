"""Whether words assert, deny, or speak of what has not happened yet."""

from __future__ import annotations

from typing import Literal

from anugerah.extraction.language_data import cue

Modality = Literal["asserted", "not_yet", "negative"]


def modality_of(text: str) -> Modality:
    """Return what `text` does with what it says: assert it, expect it, or deny it."""
    if cue("not_yet").search(text):
        return "not_yet"
    if cue("negative").search(text):
        return "negative"
    return "asserted"
