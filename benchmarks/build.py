"""Time whole builds of generated articles: python -m benchmarks.build 1000 10000.

Each size is built from nothing in a folder of its own; then one article is added to the last. Shown
are articles a second, the time against that of the first size, the most memory that all processes
had together, and how the time divides into steps.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from benchmarks.articles import Newsroom, write_files, write_jsonl
from rich.console import Console
from rich.table import Table

from anugerah.release.build import build_release

ADDED = 7_000_000
"""The number of the article that is added: one that no size has."""


@dataclass
class Run:
    """One build.

    Attributes:
        seconds: how long it took.
        peak: the most bytes of memory that all processes had together.
        steps: when each step began and ended, in seconds.
        counts: the numbers of the release.
    """

    seconds: float = 0.0
    peak: int = 0
    steps: dict[str, tuple[float, float]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def build(documents: list[Path], out: Path, workers: int) -> Run:
    run = Run()
    started = time.perf_counter()

    def tell(step: str, _done: int, _total: int) -> None:
        now = time.perf_counter() - started
        run.steps[step] = (run.steps.get(step, (now, now))[0], now)

    with watched(run):
        release = build_release(documents, out, workers=workers, progress=tell)
    run.seconds = time.perf_counter() - started
    run.counts = release.manifest["counts"]
    return run


@contextmanager
def watched(run: Run) -> Iterator[None]:
    """Note in `run` the most memory that this process and its children have together."""
    done = threading.Event()

    def watch() -> None:
        own = psutil.Process()
        while not done.wait(0.1):
            total = 0
            for process in (own, *own.children(recursive=True)):
                try:
                    total += process.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            run.peak = max(run.peak, total)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", type=int, nargs="+", metavar="N", help="articles, rising")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where to build")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="anugerah-", dir=options.folder))
    console = Console(width=150)
    runs: list[Run] = []

    def show(name: str, run: Run, compared: Run) -> None:
        steps = ", ".join(f"{step} {b - a:.1f}" for step, (a, b) in run.steps.items())
        table = Table("articles", "seconds", "articles/s", "of the first", "GB", "steps", "quads")
        table.add_row(
            name,
            f"{run.seconds:.1f}",
            f"{run.counts['articles'] / run.seconds:.0f}",
            f"{run.seconds / compared.seconds:.3f}",
            f"{run.peak / 1e9:.2f}",
            steps,
            f"{run.counts['quads']:,}",
        )
        console.print(table)

    try:
        for size in options.sizes:
            shutil.rmtree(folder / "releases", ignore_errors=True)
            documents = folder / f"{size}.jsonl"
            write_jsonl(Newsroom().articles(size), documents)
            runs.append(build([documents], folder / "releases", options.workers))
            show(f"{size:,}", runs[-1], runs[0])
        write_files(Newsroom(ADDED).articles(1), folder / "added")
        added = build([documents, folder / "added"], folder / "releases", options.workers)
        show("and one", added, runs[-1])
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
