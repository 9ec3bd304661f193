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
        int, typer.Option(min=1, metavar="N", help="Processes that read articles.")
    ] = os.cpu_count() or 1,
) -> None:
    """Turn articles into a checked, inferred release and make it the current one.

    An article that can't be read, or whose facts break a shape, is left out with the reason.

    Examples:

        anugerah build

        anugerah build my-articles/ one-more.txt --out var/releases
    """
    report(run(local(documents or [str(ARTICLES)], FETCHED), out, workers))


def run(documents: list[Path], out: Path, workers: int) -> Release:
    """Build with progress bars."""
    with progress_bars() as progress:
        return build_release(
            documents, out, workers=workers, base=Settings.load().base, progress=progress
        )


def report(release: Release) -> None:
    """Say what was published and which documents were left out."""
    counts = release.manifest["counts"]
    for entry in release.ledger():
        for reason in entry["reasons"].get("en", ()):
            errors.print(
                f"[yellow]{entry['status']}[/] {escape(entry['source'])}: {escape(reason)}",
                soft_wrap=True,
            )
    output.print(
        f"Release [bold]{release.id}[/]: {counts['articles']} articles, "
        f"{counts['conferrals']} conferrals, {counts['triples']} triples in {release.path}",
        soft_wrap=True,
        highlight=False,
    )
