"""The release that is being served, and the change to a newer one without a pause."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from anugerah.errors import AnugerahError
from anugerah.release import Release, open_release
from anugerah.release.folder import CURRENT, MANIFEST
from anugerah.server.problems import ProblemError
from anugerah.server.service import Service

SECONDS_BETWEEN_LOOKS = 2.0

_LOG = logging.getLogger(__name__)
_GRACE = 10.0

OpenService = Callable[[Release], Service]


class Lease:
    """A service and the number of requests that it is answering."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._users = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @contextlib.contextmanager
    def use(self) -> Iterator[Service]:
        """Hold the service for one request."""
        self._users += 1
        self._idle.clear()
        try:
            yield self.service
        finally:
            self._users -= 1
            if not self._users:
                self._idle.set()

    async def end(self) -> None:
        """Close the service after its last request, or when that takes too long."""
        patience = self.service.settings.query_timeout + _GRACE
        try:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._idle.wait(), patience)
        finally:
            await self.service.engine.close()


class Current:
    """Holds the service of the current release, and follows the folder of releases.

    Args:
        release: the release to begin with.
        root: the folder of releases to follow, or None to stay with the release.
        opens: makes the service of a release.
    """

    def __init__(self, release: Release, root: Path | None, opens: OpenService) -> None:
        self._root = root
        self._opens = opens
        self._seen: tuple[str, int | None] | None = None
        self._ending: set[asyncio.Task[None]] = set()
        self._lease = Lease(opens(release))

    @property
    def service(self) -> Service:
        """The service that answers new requests."""
        return self._lease.service

    def use(self) -> contextlib.AbstractContextManager[Service]:
        """Hold the current service for one request; it stays open until that is answered."""
        return self._lease.use()

    async def follow(self) -> None:
        """Take over each release that becomes the current one; runs until it is cancelled."""
        while self._root is not None:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            await self.look()

    async def look(self) -> None:
        """Take the current release over if it is another one; keep the old if that fails."""
        if self._root is None or (now := _look(self._root)) == self._seen:
            return
        self._seen = now
        try:
            release = await asyncio.to_thread(open_release, self._root)
            if release.path == self.service.release.path:
                return
            service = self._opens(release)
        except (AnugerahError, OSError) as error:
            self._complain(str(error))
            return
        try:
            await service.engine.ask("ASK { }")
        except ProblemError as problem:
            await service.engine.close()
            self._complain(problem.detail)
            return
        old, self._lease = self._lease, Lease(service)
        _LOG.info("Release %s takes the place of %s.", release.id, old.service.release.id)
        task = asyncio.create_task(old.end())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    def _complain(self, reason: str) -> None:
        _LOG.error(
            "The new release in %s can't be served, so %s stays: %s",
            self._root,
            self.service.release.id,
            reason,
        )

    async def close(self) -> None:
        """Close every service."""
        for task in self._ending:
            task.cancel()
        await asyncio.gather(*self._ending, return_exceptions=True)
        await self.service.engine.close()


def _look(root: Path) -> tuple[str, int | None]:
    """Return where the link leads and when the release there was written, without reading it."""
    link = root / CURRENT
    try:
        written = (link / MANIFEST).stat().st_mtime_ns
    except OSError:
        written = None
    return os.path.realpath(link), written
