"""`anugerah status`, `releases` and `rollback`: the care of releases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from anugerah.cli.console import RELEASES, ReleaseOption, output
from anugerah.release import Release, ReleaseError, Releases, open_release
from anugerah.release.folder import EVALUATION

_MOST_SHOWN = 500
"""Documents that `status` lists; of a larger release it lists those that were left out."""

OutOption = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder of releases.")]


def status(release: ReleaseOption = RELEASES) -> None:
    """Show a release: its size, its documents, and why any was left out.

    Example:

        anugerah status
    """
    opened = open_release(release)
    manifest = opened.manifest
    output.print(
        f"Release [bold]{opened.id}[/] of {manifest['created']} (anugerah {manifest['version']})",
        highlight=False,
    )
    for name, number in manifest["counts"].items():
        output.print(f"  {name:<12} {number:>9,}", highlight=False)
    _show_quality(opened)
    table = Table("document", "status", "facts", "why")
    ledger = opened.ledger()
    shown = ledger if len(ledger) <= _MOST_SHOWN else [e for e in ledger if e["reasons"]]
    for entry in shown:
        reasons = " ".join(entry["reasons"].get("en", ()))
        table.add_row(
            escape(entry["source"]), entry["status"], str(entry["facts"]), escape(reasons)
        )
    output.print(table)
    if len(shown) < len(ledger):
        output.print(f"{len(ledger) - len(shown):,} accepted documents are not shown.")


def _show_quality(release: Release) -> None:
    """Show how well this version of the extraction reads the gold set."""
    path = release.path / EVALUATION
    if path.is_file():
        measures = json.loads(path.read_text("utf-8"))["measures"]
        shares = ", ".join(f"{name} {share:.1%}" for name, share in measures.items())
        output.print(f"Extraction on the gold set: {shares}", highlight=False, soft_wrap=True)


def list_releases(out: OutOption = RELEASES) -> None:
    """List the releases, the newest first; the current one is marked.

    Example:

        anugerah releases
    """
    releases = Releases(out)
    current = releases.current()
    found = releases.all()
    if not found:
        raise ReleaseError(f"There is no release in {out}: run `anugerah build` first.")
    table = Table("", "release", "created", "articles", "triples")
    for release in found:
        counts = release.manifest["counts"]
        mark = "→" if current and current.id == release.id else ""
        table.add_row(
            mark,
            release.id,
            release.manifest["created"],
            str(counts["articles"]),
            str(counts["triples"]),
        )
    output.print(table)


def rollback(
    release: Annotated[
        str | None,
        typer.Argument(metavar="[RELEASE]", help="Beginning of its id; default: the one before."),
    ] = None,
    out: OutOption = RELEASES,
) -> None:
    """Make a former release the current one again; nothing is removed.

    Examples:

        anugerah rollback

        anugerah rollback 3f2a
    """
    releases = Releases(out)
    current = releases.current()
    if release is not None:
        target = releases.named(release)
    else:
        previous = current.manifest["previous"] if current else None
        if previous is None:
            raise ReleaseError(f"There is no release before the current one in {out}.")
        target = releases.named(previous)
    releases.point_to(target.id)
    output.print(f"The current release is now [bold]{target.id}[/].", highlight=False)
