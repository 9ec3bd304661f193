"""The pool of killable processes that parse and run every query."""

from __future__ import annotations

import asyncio
import contextlib
import json
import multiprocessing
from collections.abc import Callable, Mapping
from pathlib import Path

from pebble import ProcessExpired, ProcessFuture, ProcessPool
from pebble.common.types import CONSTS

from anugerah.server import problems, worker
from anugerah.server.formats import offered
from anugerah.server.worker import Answer, Query, Refusal
from anugerah.settings import Settings

Binding = Mapping[str, Mapping[str, str]]

_UNSUPPORTED = "is not supported"
_GRACE = 5.0
_PRELOAD = ["anugerah.server.worker"]
_FORMS = {
    "select": "The rows of a SELECT query",
    "ask": "The answer to an ASK query",
    "graph": "The graph of a CONSTRUCT or DESCRIBE query",
}


class _StuckError(Exception):
    """A pool that neither answers nor ends its query in time."""


class Engine:
    """Answers queries from a release's store, each in a process that can be ended.

    Args:
        store_path: folder of the store.
        settings: the number of processes and the limits.
    """

    def __init__(self, store_path: Path, settings: Settings) -> None:
        self._store_path = store_path
        self._settings = settings
        self._waiting = 0
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPool:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_PRELOAD)
        return ProcessPool(
            max_workers=self._settings.query_processes,
            initializer=worker.start,
            initargs=(str(self._store_path),),
            context=context,
        )

    async def close(self) -> None:
        """End every process."""
        _stop(self._pool)
        await asyncio.to_thread(self._pool.join)

    async def answer(self, query: Query, timeout: float | None = None) -> Answer:
        """Run a query.

        Args:
            query: the query, its dataset and the acceptable formats.
            timeout: seconds it may run; by default, and at most, the limit of the settings.

        Raises:
            ProblemError: there is no answer.
        """
        limit = min(timeout or self._settings.query_timeout, self._settings.query_timeout)
        if self._waiting >= self._settings.query_queue:
            raise problems.busy()
        self._waiting += 1
        try:
            outcome = await self._run(query, limit)
        except TimeoutError:
            raise problems.timed_out(limit) from None
        except ProcessExpired:
            raise problems.crashed() from None
        finally:
            self._waiting -= 1
        if isinstance(outcome, Refusal):
            raise self._problem(outcome)
        return outcome

    async def _run(self, query: Query, limit: float) -> Answer | Refusal:
        for _ in range(2):
            pool = self._pool
            try:
                scheduled = pool.schedule(
                    worker.answer, (query, self._settings.max_result_bytes), timeout=limit
                )
                return await self._wait(pool, scheduled, limit + _GRACE)
            except _StuckError:
                await self._replace(pool)
            except RuntimeError:
                if pool.active:
                    raise
                await self._replace(pool)
        raise problems.engine_down()

    async def _wait(
        self, pool: ProcessPool, scheduled: ProcessFuture[Answer | Refusal], patience: float
    ) -> Answer | Refusal:
        future = asyncio.wrap_future(scheduled)
        try:
            while not future.done():
                was_running = scheduled.running()
                await asyncio.wait({future}, timeout=patience)
                if not future.done() and (was_running or pool is not self._pool):
                    raise _StuckError
        except BaseException:
            future.cancel()
            raise
        if future.cancelled():
            raise _StuckError
        return future.result()

    async def _replace(self, broken: ProcessPool) -> None:
        if self._pool is not broken:
            return
        self._pool = self._new_pool()
        _stop(broken)
        with contextlib.suppress(RuntimeError, OSError):
            await asyncio.to_thread(broken.join)

    def _problem(self, refusal: Refusal) -> problems.ProblemError:
        if refusal.reason == "malformed":
            return problems.malformed_query(
                refusal.detail, refusal.line, refusal.column, refusal.hint
            )
        if refusal.reason == "update":
            return problems.read_only()
        if refusal.reason == "service":
            return problems.service_refused()
        if refusal.reason == "too-large":
            return problems.result_too_large(self._settings.max_result_bytes)
        if refusal.form is not None:
            types = (fmt.media_type for fmt in offered(refusal.form))
            return problems.not_acceptable(_FORMS[refusal.form], types)
        if _UNSUPPORTED in refusal.detail:
            return problems.unsupported(refusal.detail)
        return problems.ProblemError(
            500, "query-failed", f"The query could not be run: {refusal.detail.rstrip('.')}."
        )

    async def select(self, text: str) -> list[Binding]:
        """Run a SELECT query of our own and return its rows as in SPARQL JSON results."""
        found = await self.answer(Query(text, ("json",), base=self._settings.base))
        rows: list[Binding] = json.loads(found.body)["results"]["bindings"]
        return rows

    async def ask(self, text: str, timeout: float | None = None) -> bool:
        """Run an ASK query of our own."""
        found = await self.answer(Query(text, ("json",), base=self._settings.base), timeout)
        return bool(json.loads(found.body)["boolean"])


def _stop(pool: ProcessPool) -> None:
    stop: Callable[[], None] = pool.stop
    stop()


def shorten_pebble_waits() -> None:
    """Make pools notice time-outs, deaths and cancelled queries within hundredths of a second."""
    CONSTS.sleep_unit = 0.02
    CONSTS.term_timeout = 0.2
