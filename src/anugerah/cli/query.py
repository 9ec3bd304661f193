"""`anugerah query`: a canned query or a file, without a server."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pyoxigraph as ox
import typer
from rich.markup import escape
from rich.table import Table

from anugerah import resources
from anugerah.canned import find_query, load_queries
from anugerah.cli.console import RELEASES, ReleaseOption, errors, output
from anugerah.errors import AnugerahError
from anugerah.namespaces import PREFIXES
from anugerah.release import open_release
from anugerah.server.syntax_errors import explain


class Format(StrEnum):
    """How the answer is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    TTL = "ttl"


_RESULTS = {
    Format.CSV: ox.QueryResultsFormat.CSV,
    Format.TSV: ox.QueryResultsFormat.TSV,
    Format.JSON: ox.QueryResultsFormat.JSON,
}


def query(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME|FILE.rq]", help="A canned query, or a file with SPARQL; none lists them."
        ),
    ] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option("-p", "--parameter", metavar="KEY=VALUE", help="A parameter; repeatable."),
    ] = None,
    format: Annotated[Format, typer.Option(help="How to write the answer.")] = Format.TABLE,  # noqa: A002
    release: ReleaseOption = RELEASES,
) -> None:
    """Ask a release, without a server; without a name, list the canned queries.

    Examples:

        anugerah query

        anugerah query award-winners -p award=iga -p year=2024

        anugerah query conferrals --format csv > conferrals.csv

        anugerah query my-question.rq --format json
    """
    if name is None:
        _list()
        return
    opened = open_release(release)
    text = _text(name, parameters or [], opened.manifest["base"])
    store = ox.Store.read_only(str(opened.store_path))
    try:
        result = store.query(text)
    except SyntaxError as error:
        raise AnugerahError(f"{name}: {explain(text, str(error)).detail}") from error
    _write(result, format)


def _list() -> None:
    table = Table("name", "question", "parameters")
    for canned in load_queries(resources.queries()).values():
        parameters = ", ".join(parameter.name for parameter in canned.parameters)
        table.add_row(canned.name, escape(canned.title["en"]), parameters)
    output.print(table)


def _text(name: str, parameters: list[str], base: str) -> str:
    values: dict[str, str] = {}
    for parameter in parameters:
        key, separator, value = parameter.partition("=")
        if not separator or not key:
            raise AnugerahError(f"{parameter!r} is no parameter: write it as -p key=value.")
        values[key] = value
    if name.endswith(".rq"):
        path = Path(name)
        if not path.is_file():
            raise AnugerahError(f"There is no query file {path}: check the path.")
        if values:
            raise AnugerahError(f"{path} is a file: only canned queries take parameters.")
        try:
            return path.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise AnugerahError(f"{path} is not UTF-8: save it as UTF-8.") from error
    queries = load_queries(resources.queries(), base)
    return find_query(queries, name).bind(values)


def _write(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, wanted: Format) -> None:
    if isinstance(result, ox.QueryTriples):
        if wanted not in (Format.TTL, Format.TABLE):
            raise AnugerahError(f"A CONSTRUCT query gives a graph, not {wanted}: use --format ttl.")
        _bytes(ox.serialize(result, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES))
    elif wanted is Format.TTL:
        raise AnugerahError("Only CONSTRUCT and DESCRIBE give Turtle: use --format json or csv.")
    elif isinstance(result, ox.QueryBoolean):
        if wanted in (Format.CSV, Format.TSV):
            raise AnugerahError(f"ASK has no answer in {wanted}: use --format json.")
        if wanted is Format.JSON:
            _bytes(result.serialize(format=ox.QueryResultsFormat.JSON))
        else:
            output.print("yes" if bool(result) else "no")
    elif wanted is Format.TABLE:
        _table(result)
    else:
        _bytes(result.serialize(format=_RESULTS[wanted]))


def _bytes(data: bytes | None) -> None:
    sys.stdout.buffer.write(data or b"")
    if data and not data.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")
    sys.stdout.flush()


def _table(solutions: ox.QuerySolutions) -> None:
    names = [variable.value for variable in solutions.variables]
    rows = [[_cell(solution[name]) for name in names] for solution in solutions]
    if len(names) * NARROWEST > output.width:
        _records(names, rows)
    else:
        table = Table(*names)
        for row in rows:
            table.add_row(*map(escape, row))
        output.print(table)
    errors.print(f"{len(rows)} rows", highlight=False)


NARROWEST = 16
"""Columns narrower than this are unreadable: then each row is printed as lines of its own."""


def _records(names: list[str], rows: list[list[str]]) -> None:
    for row in rows:
        grid = Table.grid(padding=(0, 2))
        for name, cell in zip(names, row, strict=True):
            if cell:
                grid.add_row(f"[bold]{name}[/]", escape(cell))
        output.print(grid)
        output.print()


def _cell(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None) -> str:
    if term is None:
        return ""
    text = str(term) if isinstance(term, ox.Triple) else term.value
    return text.removeprefix(PREFIXES["anugerah"].removesuffix("ontology#"))
