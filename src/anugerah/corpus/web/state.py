"""What was fetched before: kept beside the pages, so that only what is new is asked for."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from anugerah.errors import AnugerahError

NAME = ".fetched"


@dataclass(frozen=True, slots=True)
class Visit:
    """One address and what is known of it.

    Attributes:
        url: the address that was asked for.
        at: when, in ISO 8601 with its time zone.
        etag: the `ETag` of the answer.
        modified: its `Last-Modified`.
        file: the name of the file that keeps the page; None for a feed or sitemap.
    """

    url: str
    at: str
    etag: str | None = None
    modified: str | None = None
    file: str | None = None

    @property
    def moment(self) -> datetime:
        """When it was asked for."""
        return datetime.fromisoformat(self.at)


class State:
    """The visits of a folder of pages, one a line; a later line for an address wins.

    Lines are only added, so that ending the program at any moment loses nothing.
    """

    def __init__(self, folder: Path) -> None:
        """Read the state of `folder`.

        Raises:
            AnugerahError: the state can't be read.
        """
        self._path = folder / NAME
        self._visits: dict[str, Visit] = {}
        try:
            data = self._path.read_bytes() if self._path.exists() else b""
        except OSError as error:
            raise AnugerahError(f"{self._path} can't be read ({error.strerror}).") from error
        lines = data.split(b"\n")
        for line in lines[:-1]:
            try:
                visit = Visit(**json.loads(line))
                visit.moment  # noqa: B018 - a line with a broken time is a broken line
            except (ValueError, TypeError) as error:
                raise AnugerahError(
                    f"{self._path} has a line that can't be read: remove the file to ask for all "
                    "pages again; the pages themselves stay."
                ) from error
            self._visits[visit.url] = visit
        # The last line has no end if the program was ended while writing it.
        self._torn = bool(lines[-1])

    def get(self, url: str) -> Visit | None:
        """Return the last visit to `url`."""
        return self._visits.get(url)

    def add(self, visit: Visit) -> None:
        """Remember `visit`."""
        line = json.dumps(asdict(visit)) + "\n"
        if self._torn:
            self._cut()
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line)
        self._visits[visit.url] = visit

    def _cut(self) -> None:
        data = self._path.read_bytes()
        os.truncate(self._path, data.rfind(b"\n") + 1)
        self._torn = False
