"""From addresses to a folder of pages: articles, feeds and sitemaps with all that they link to."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from anugerah import iris
from anugerah.corpus.markup import decode_page
from anugerah.corpus.metadata import web_address
from anugerah.corpus.page import read_page
from anugerah.corpus.reader import DocumentError
from anugerah.corpus.web.client import Answer
from anugerah.corpus.web.errors import FetchError
from anugerah.corpus.web.listings import is_listing, read_listing, unpacked
from anugerah.corpus.web.state import State, Visit
from anugerah.corpus.web.visitor import Visitor
from anugerah.errors import AnugerahError

MAX_LISTINGS = 200
"""Feeds and sitemaps in one run: a sitemap may link to itself under ever new addresses."""

_PAGES = ("text/html", "application/xhtml+xml", "")

Status = Literal["stored", "unchanged", "known", "failed", "listing"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one address.

    Attributes:
        url: the address.
        status: stored (new or changed); unchanged (the server says so); known (stored before, and
            not told to have changed, so it was not asked for); failed; listing (a feed or sitemap).
        path: the file of the page, where there is one.
        reason: why it failed.
    """

    url: str
    status: Status
    path: Path | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class _Task:
    url: str
    changed: datetime | None = None
    is_page: bool = False
    parents: tuple[str, ...] = ()


class Fetcher:
    """Fetches pages into a folder.

    A page is written only when an article was found in it, and as a whole; what was stored before
    stays when a page fails.

    Args:
        visitor: asks for the pages.
        folder: where they are kept; made if it does not exist.
        limit: the number of pages to ask for at most.
        whole: whether feeds and sitemaps are read although they did not change, so that the
            outcomes name all of their pages.
    """

    def __init__(
        self, visitor: Visitor, folder: Path, *, limit: int = 1_000, whole: bool = False
    ) -> None:
        """Open the folder.

        Raises:
            AnugerahError: the folder can't be written, or its state can't be read.
        """
        self._visitor = visitor
        self._folder = folder
        self._limit = limit
        self._whole = whole
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise AnugerahError(f"{folder} can't be made ({error.strerror}).") from error
        self._state = State(folder)
        self._waiting: deque[_Task] = deque()
        self._asked = 0
        self._incomplete: set[str] = set()
        self.left_out = 0
        """Pages that were not asked for because of the limit."""

    @property
    def waiting(self) -> int:
        """The number of addresses that are known and not yet done."""
        return len(self._waiting)

    def fetch(self, urls: Iterable[str]) -> Iterator[Outcome]:
        """Fetch `urls`, and what the feeds and sitemaps among them link to.

        Yields:
            The outcome of each address, in the order in which they are done.
        """
        self._waiting.extend(_Task(url) for url in urls)
        seen: set[str] = set()
        listings: list[tuple[str, Answer]] = []
        while self._waiting:
            task = self._waiting.popleft()
            if task.url in seen:
                continue
            seen.add(task.url)
            if self._is_known(task):
                yield Outcome(task.url, "known", self._file(task.url))
                continue
            if self._asked >= self._limit + len(listings):
                self.left_out += 1
                self._incomplete.update(task.parents)
                continue
            self._asked += 1
            try:
                outcome = self._one(task, listings)
            except (FetchError, DocumentError) as error:
                self._incomplete.update((*task.parents, task.url))
                outcome = Outcome(task.url, "failed", reason=str(error))
            yield outcome
        for url, answer in listings:
            # A listing some pages of which are missing must be read again next time.
            if url not in self._incomplete:
                self._state.add(_visit(url, answer))

    def _is_known(self, task: _Task) -> bool:
        """Tell whether a linked page is stored already and not told to have changed since."""
        before = self._state.get(task.url)
        if not task.is_page or before is None or self._file(task.url) is None:
            return False
        return task.changed is None or task.changed <= before.moment

    def _file(self, url: str) -> Path | None:
        """Return the file that keeps the page of `url`, if it is still there."""
        before = self._state.get(url)
        if before is None or before.file is None:
            return None
        path = self._folder / Path(before.file).name
        return path if path.is_file() else None

    def _one(self, task: _Task, listings: list[tuple[str, Answer]]) -> Outcome:
        url = web_address(task.url)
        if url is None:
            raise FetchError("it is no http or https address")
        answer = self._visitor.get(url, self._condition(task.url))
        if answer.status == 304:
            return Outcome(task.url, "unchanged", self._file(task.url))
        if answer.status != 200:
            raise FetchError(f"the server answers with status {answer.status}")
        body = unpacked(answer.body)
        if is_listing(body):
            if len(listings) >= MAX_LISTINGS:
                raise FetchError(f"it is one of more than {MAX_LISTINGS} feeds and sitemaps")
            parents = (*task.parents, task.url)
            listings.append((task.url, answer))
            self._waiting.extend(
                _Task(link.url, link.changed, not link.is_listing, parents)
                for link in read_listing(body, answer.url)
            )
            return Outcome(task.url, "listing")
        return self._store(task.url, answer)

    def _condition(self, url: str) -> dict[str, str]:
        before = self._state.get(url)
        if before is None or (before.file is not None and self._file(url) is None):
            return {}
        if before.file is None and self._whole:
            return {}
        fields = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
        return {name: value for name, value in fields.items() if value}

    def _store(self, url: str, answer: Answer) -> Outcome:
        if answer.kind not in _PAGES:
            raise FetchError(f"it is {answer.kind[:60]}, no page, feed or sitemap")
        html = decode_page(answer.body, "the answer", answer.charset)
        read_page(html, "the answer")
        path = self._folder / f"{_name(url)}.html"
        part = path.with_suffix(".part")
        # The mark that browsers leave in a page that they save.
        mark = f"<!-- saved from url=({len(answer.url):04}){answer.url} -->\n"
        try:
            part.write_text(mark + html, encoding="utf-8-sig")
            part.replace(path)
            self._state.add(_visit(url, answer, path.name))
        except OSError as error:
            raise AnugerahError(
                f"{path} can't be written ({error.strerror}): make room or choose another folder."
            ) from error
        return Outcome(url, "stored", path)


def _visit(url: str, answer: Answer, file: str | None = None) -> Visit:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    headers = answer.headers
    return Visit(url, at, headers.get("etag"), headers.get("last-modified"), file)


def _name(url: str) -> str:
    """Return a file name for `url` that is its own, and tells where the page comes from."""
    parts = urlsplit(url)
    readable = iris.slug(f"{parts.hostname} {re.sub(r'[.]html?$', '', parts.path)}")[:80].strip("-")
    return f"{readable}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
