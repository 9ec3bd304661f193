"""The names of the articles of a file that holds several."""

from __future__ import annotations

import re

MAX_PART = 100


class Names:
    """Gives each record of a file a source of its own, the same in every reading."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._taken: set[int] = set()

    def of(self, identifier: str | None, number: int) -> str:
        """Return the source of the record `number`, made of its identifier where it has one."""
        part = re.sub(r"[^\w.-]+", "-", identifier or "")[:MAX_PART].strip("-.") or str(number)
        # Hashes in place of the names themselves: a file may have millions of them.
        while hash(part) in self._taken:
            part = f"{part}-{number}"
        self._taken.add(hash(part))
        return f"{self._file}-{part}"
