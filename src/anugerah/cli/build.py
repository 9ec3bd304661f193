"""`anugerah build`: articles to a release."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from anugerah.cli.console import ARTICLES, RELEASES, errors, output, progress_bars
from anugerah.cli.fetch import FETCHED, local
from anugerah.release import Release
from anugerah.release.build import build_release
from anugerah.settings import Settings

_MOST_TOLD = 50
"""Reasons for leaving a document out that are shown at the end of a build."""


def build(
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOCUMENT|DIR|URL]...",
            help=f"Articles, folders of them, or web addresses; default: {ARTICLES}.",
        ),
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of releases.")] = RELEASES,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes of this machine.")
    ] = os.cpu_count() or 1,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Scheduler of a Dask cluster that reads the articles instead."
        ),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Former releases to keep; default: all of them."),
    ] = None,
) -> None:
    """Turn articles into a checked, inferred release and make it the current one.

    An article that can't be read, or whose facts break a shape, is left out with the reason. A
    build that was ended goes on where it was, and an article that was read before is not read
    again: what is read is kept in the folder of releases, below .articles.

    Examples:

        anugerah build

        anugerah build my-articles/ one-more.txt crawl.warc.gz --out var/releases

        anugerah build my-articles/ --dask tcp://127.0.0.1:8786 --keep 3
    """
    report(run(local(documents or [str(ARTICLES)], FETCHED), out, workers, dask, keep))


def run(
    documents: list[Path],
    out: Path,
    workers: int,
    dask: str | None = None,
    keep: int | None = None,
) -> Release:
    """Build with progress bars."""
    with progress_bars() as progress:
        return build_release(
            documents,
            out,
            workers=workers,
            dask=dask,
            base=Settings.load().base,
            keep=keep,
            progress=progress,
        )


def report(release: Release) -> None:
    """Say what was published and which documents were left out."""
    counts = release.manifest["counts"]
    told = 0
    for entry in release.ledger():
        for reason in entry["reasons"].get("en", ()):
            told += 1
            if told <= _MOST_TOLD:
                errors.print(
                    f"[yellow]{entry['status']}[/] {escape(entry['source'])}: {escape(reason)}",
                    soft_wrap=True,
                )
    if told > _MOST_TOLD:
        errors.print(f"[yellow]and {told - _MOST_TOLD:,} more[/]: see `anugerah status`.")
    output.print(
        f"Release [bold]{release.id}[/]: {counts['articles']} articles, "
        f"{counts['conferrals']} conferrals, {counts['triples']} triples in {release.path}",
        soft_wrap=True,
        highlight=False,
    )
