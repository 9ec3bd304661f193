"""The ledger: every document that a build was given, and what became of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Status = Literal["accepted", "quarantined", "rejected", "duplicate"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One document.

    Attributes:
        source: the file's name without its ending.
        status: accepted; quarantined (its graph breaks a shape); rejected (it can't be read);
            duplicate (the same text came in another document).
        reasons: why, in both languages, where the document was not accepted.
        unchanged: whether the former release held the same text, read by the same version.
        read_at: when this version of the extractor first read it (ISO 8601).
    """

    source: str
    status: Status
    article: str | None = None
    graph: str | None = None
    sha256: str | None = None
    facts: int = 0
    unchanged: bool = False
    read_at: str | None = None
    reasons: dict[str, list[str]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the entry for `ledger.json`."""
        return asdict(self)
