"""`anugerah validate`: judge RDF files or documents by the shapes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pyoxigraph as ox
import typer
from rich.markup import escape

from anugerah.cli.console import RELEASES, output
from anugerah.corpus.reader import ENDINGS
from anugerah.errors import AnugerahError
from anugerah.namespaces import BASE
from anugerah.release import open_release, sources
from anugerah.release.reading import DocumentReader
from anugerah.validation import Report, Shapes


def validate(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...", help="RDF files or articles; default: the current release."
        ),
    ] = None,
) -> None:
    """Judge files by the SHACL shapes; ends with 1 when something breaks a shape.

    Examples:

        anugerah validate

        anugerah validate data/curated/iga.ttl my-article.txt
    """
    broken = _release() if not files else not all([_file(path) for path in files])  # noqa: C419 - judge every file
    if broken:
        raise typer.Exit(1)


def _release() -> bool:
    release = open_release(RELEASES)
    left_out = [entry for entry in release.ledger() if entry["status"] == "quarantined"]
    for entry in left_out:
        for reason in entry["reasons"].get("en", ()):
            output.print(f"[red]✗[/] {escape(entry['source'])}: {escape(reason)}", soft_wrap=True)
    if not left_out:
        output.print(f"[green]✓[/] release {release.id} conforms", highlight=False)
    return bool(left_out)


def _file(path: Path) -> bool:
    if not path.is_file():
        raise AnugerahError(f"There is no file {path}: check the path.")
    if path.suffix.lower() in ENDINGS:
        return _report(path, DocumentReader().read(path).report)
    syntax = ox.RdfFormat.from_extension(path.suffix[1:].lower()) or ox.RdfFormat.TURTLE
    try:
        quads = list(ox.parse(path=path, format=syntax, base_iri=BASE))
    except (OSError, SyntaxError) as error:
        raise AnugerahError(f"{path} can't be read as RDF: {error}") from error
    shapes = Shapes.load([*sources.reference(), *sources.curated()])
    return _report(path, shapes.validate(quads))


def _report(path: Path, report: Report) -> bool:
    for result in report.results:
        output.print(
            f"[red]{result.severity}[/] {escape(str(path))}: {escape(result.text())}",
            soft_wrap=True,
        )
    if report.conforms:
        output.print(f"[green]✓[/] {escape(str(path))} conforms", highlight=False)
    return report.conforms
