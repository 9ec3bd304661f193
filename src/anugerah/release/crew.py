"""Who does the work of a build: processes of this machine, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from anugerah.errors import AnugerahError

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 2
"""Tasks for each worker that are handed out at once, so that none waits for the next."""


class Crew(Protocol):
    """Workers to whom tasks are handed out."""

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield the result of each task, as they are done; few tasks are made ahead."""

    def __enter__(self) -> Self:
        """Return itself."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the workers go."""


class Processes:
    """Processes of this machine; a single task is done without one."""

    def __init__(self, count: int) -> None:
        """Work with `count` processes, which start with the second task at once."""
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield the result of each task, as they are done; few tasks are made ahead."""
        tasks = iter(tasks)
        first = list(islice(tasks, 2))
        if self._count == 1 or len(first) < 2:
            for task in (*first, *tasks):
                yield function(task)
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._count, get_context("spawn"))
        pool = self._pool
        tasks = chain(first, tasks)
        waiting: set[Future[Result]] = set()
        while True:
            for task in islice(tasks, self._count * _AHEAD - len(waiting)):
                waiting.add(pool.submit(function, task))
            if not waiting:
                return
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                try:
                    result = future.result()
                except BrokenProcessPool as error:
                    raise AnugerahError(
                        "A process of the build was ended from outside, perhaps for want of "
                        "memory: build again with fewer --workers; it goes on where it was."
                    ) from error
                yield result

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the processes end."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


class Cluster:
    """The workers of a Dask cluster; each must have this version of Anugerah installed."""

    def __init__(self, address: str) -> None:
        """Connect to the scheduler at `address`, such as "tcp://127.0.0.1:8786".

        Raises:
            AnugerahError: Dask is not installed, or no scheduler answers.
        """
        try:
            import distributed
        except ImportError as error:
            raise AnugerahError(
                'Dask is not installed: run `pip install "anugerah[dask]"`.'
            ) from error
        try:
            self._dask: Any = distributed
            self._client = self._dask.Client(address, timeout=10)
        except (OSError, ValueError) as error:
            raise AnugerahError(
                f"No Dask scheduler answers at {address}: start one with `dask scheduler`, and "
                "workers with `dask worker ADDRESS`."
            ) from error

    def run(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield the result of each task, as they are done; few tasks are made ahead."""

        tasks = iter(tasks)
        workers = max(1, sum(self._client.nthreads().values()))
        first = [self._submit(function, task) for task in islice(tasks, workers * _AHEAD)]
        waiting = self._dask.as_completed(first)
        for future in waiting:
            yield future.result()
            future.release()
            for task in islice(tasks, 1):
                waiting.add(self._submit(function, task))

    def _submit(self, function: Callable[[Task], Result], task: Task) -> Any:  # noqa: ANN401 - Dask has no types
        return self._client.submit(function, task, pure=False)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the cluster as it is, and disconnect."""
        self._client.close()
