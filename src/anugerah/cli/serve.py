"""`anugerah serve`: a release over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from anugerah.cli.build import report, run
from anugerah.cli.console import ARTICLES, RELEASES, ReleaseOption, output
from anugerah.release import Releases, open_release
from anugerah.server.serve import serve as serve_release
from anugerah.settings import Settings


def serve(
    release: ReleaseOption = RELEASES,
    host: Annotated[
        str | None, typer.Option(help="Address to listen on; default: 127.0.0.1.")
    ] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; default: 8000, 0 takes a free one.")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="HTTP processes; default: 1.")] = None,
) -> None:
    """Serve a release: SPARQL, canned queries, linked data, dumps and pages.

    Builds a release from data/articles first when there is none yet in var/releases.

    Examples:

        anugerah serve

        anugerah serve --release var/releases --port 8080
    """
    if release == RELEASES and Releases(RELEASES).current() is None and ARTICLES.is_dir():
        output.print("There is no release yet: building one.")
        report(run([ARTICLES], RELEASES, 1))
    chosen = {"host": host, "port": port, "workers": workers}
    open_release(release)
    serve_release(Settings.load(**chosen), release)
