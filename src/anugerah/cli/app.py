"""The application and how it ends: 0 when all went well, 1 with one clear sentence otherwise."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from anugerah import __version__
from anugerah.cli import build, evaluate, extract, fetch, publish, query, releases, serve, validate
from anugerah.cli.console import errors
from anugerah.errors import AnugerahError

app = typer.Typer(
    name="anugerah",
    help="Turn Indonesian news about innovation awards into a checkable knowledge graph.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("fetch")(fetch.fetch)
app.command("build")(build.build)
app.command("publish")(publish.publish)
app.command("serve")(serve.serve)
app.command("extract")(extract.extract)
app.command("evaluate")(evaluate.evaluate)
app.command("query")(query.query)
app.command("validate")(validate.validate)
app.command("status")(releases.status)
app.command("releases")(releases.list_releases)
app.command("rollback")(releases.rollback)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"anugerah {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    del version


def main() -> None:
    """Run the command line."""
    try:
        app()
    except AnugerahError as error:
        errors.print(f"[bold red]Error:[/] {_escaped(str(error))}", soft_wrap=True)
        sys.exit(1)


def _escaped(text: str) -> str:
    return text.replace("[", r"\[")
