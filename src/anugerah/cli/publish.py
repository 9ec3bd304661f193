"""`anugerah publish`: RDF files to a release."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from anugerah.cli.console import RELEASES, output, progress_bars
from anugerah.errors import AnugerahError
from anugerah.release.publishing import Judging, publish_rdf
from anugerah.settings import Settings


def publish(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="RDF_FILE...", help="Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD; .gz."
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of releases.")] = RELEASES,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Title of the data set; default: the files.")
    ] = None,
    infer: Annotated[
        bool,
        typer.Option(
            "--infer", help="Let the default graph hold all, with what OWL 2 RL infers of it."
        ),
    ] = False,
    shapes: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="SHACL shapes that the statements must keep to."),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes of this machine.")
    ] = os.cpu_count() or 1,
) -> None:
    """Make a release of any RDF as it stands, named graphs kept, and make it the current one.

    Nothing is inferred and no shape is asked for unless you say so; both take all statements into
    memory. The server and all other commands take such a release like any other.

    Examples:

        anugerah publish my-graph.ttl --out var/mine

        anugerah publish facts.trig ontology.ttl --infer --shapes shapes.ttl --out var/mine

        anugerah serve --release var/mine
    """
    for path in (*files, *(shapes or ())):
        if not path.is_file():
            raise AnugerahError(f"There is no file {path}: check the path.")
    with progress_bars() as progress:
        release = publish_rdf(
            files,
            out,
            title=title,
            judging=Judging(infer, tuple(shapes or ())),
            workers=workers,
            base=Settings.load().base,
            progress=progress,
        )
    counts = release.manifest["counts"]
    output.print(
        f"Release [bold]{release.id}[/]: {counts['quads']:,} statements, {counts['triples']:,} of "
        f"them in the default graph, in {release.path}",
        soft_wrap=True,
        highlight=False,
    )
