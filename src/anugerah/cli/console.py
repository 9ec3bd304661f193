"""Where output goes: results to standard output, progress and errors to standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from anugerah.release.assembling import Progress as Told

output = Console()
errors = Console(stderr=True)

ARTICLES = Path("data/articles")
RELEASES = Path("var/releases")

ReleaseOption = Annotated[
    Path,
    typer.Option(
        "--release",
        metavar="DIR",
        help="A release, or a folder of releases (then its current one).",
    ),
]


@contextmanager
def progress_bars() -> Iterator[Told]:
    """Show a bar for each step of a build."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=errors, transient=True) as bars:
        tasks: dict[str, int] = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)  # type: ignore[arg-type]

        yield tell
