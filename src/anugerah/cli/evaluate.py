"""`anugerah evaluate`: how well the extraction reads a gold set."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from anugerah.cli.console import errors, output, progress_bars
from anugerah.evaluation import Evaluation
from anugerah.evaluation import evaluate as run
from anugerah.evaluation.floor import above, below, raise_floor, read_floor
from anugerah.evaluation.problems import Problem
from anugerah.extraction import Extractor

_SHOWN = 4
"""How many problems of a group are shown."""


class Format(StrEnum):
    """How the report is written."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    gold_dir: Annotated[
        Path,
        typer.Argument(metavar="GOLD_DIR", help="Holds <id>.json, and <id>.txt, .md or .html."),
    ],
    texts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the texts are, if not in GOLD_DIR.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to write the report.")] = Format.TABLE,  # noqa: A002
    worst: Annotated[
        int,
        typer.Option(
            min=0, metavar="N", help="How many groups of misses to show, the worst first."
        ),
    ] = 20,
    raise_to: Annotated[
        bool, typer.Option("--raise-floor", help="Raise GOLD_DIR/floor.json to what is reached.")
    ] = False,
) -> None:
    """Score the extraction on a gold set: precision, recall, F1, and the worst misses.

    The format of a gold set is described in data/gold/README.md. Ends with 1 when a measure is
    below GOLD_DIR/floor.json.

    Examples:

        anugerah evaluate data/gold

        anugerah evaluate my-gold/ --texts my-texts/ --worst 50

        anugerah evaluate data/gold --format json > evaluation.json
    """
    with progress_bars() as tell:
        evaluation = run(
            gold_dir,
            Extractor.from_files(),
            texts,
            lambda done, total: tell("evaluate", done, total),
        )
    if format is Format.JSON:
        json.dump(evaluation.as_json(), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        _show(evaluation, worst)
    for sentence in evaluation.skipped:
        errors.print(f"[yellow]{escape(sentence)}[/]", soft_wrap=True, highlight=False)
    _judge(gold_dir, evaluation, raise_to=raise_to)


def _judge(gold_dir: Path, evaluation: Evaluation, *, raise_to: bool) -> None:
    floor, reached = read_floor(gold_dir), evaluation.measures()
    failures = below(floor, reached)
    for sentence in failures:
        errors.print(f"[bold red]Below the floor:[/] {escape(sentence)}", soft_wrap=True)
    if raise_to:
        raise_floor(gold_dir, reached)
    elif floor:
        for sentence in above(floor, reached):
            errors.print(
                f"[green]Above the floor:[/] {escape(sentence)} Raise it with --raise-floor.",
                soft_wrap=True,
            )
    if failures:
        raise typer.Exit(1)


def _show(evaluation: Evaluation, worst: int) -> None:
    output.print(f"[bold]{evaluation.articles} articles[/]", highlight=False)
    facts = Table("facts", "precision", "recall", "F1", "right", "false", "missed")
    for name, tally in evaluation.tallies.items():
        facts.add_row(
            name,
            *(_percent(share) for share in (tally.precision, tally.recall, tally.f1)),
            *(str(number) for number in (tally.right, tally.false, tally.missed)),
        )
    output.print(facts)
    attributes = Table(
        "attributes", "right", "wrong of all", "right", "wrong", "missing", "rightly absent"
    )
    named = {
        **evaluation.attributes,
        **{f"innovation {name}": t for name, t in evaluation.innovation_attributes.items()},
    }
    for name, attribute in named.items():
        numbers = (attribute.right, attribute.wrong, attribute.missing, attribute.absent)
        attributes.add_row(
            name.replace("_", " "),
            _percent(attribute.right_share),
            _percent(attribute.wrong_share),
            *(str(number) for number in numbers),
        )
    output.print(attributes)
    traps = evaluation.traps
    output.print(
        f"Traps: {traps.articles} articles in which nothing is conferred, "
        f"{traps.claimed_articles} of them claimed ({traps.false_conferrals} false conferrals)",
        highlight=False,
        soft_wrap=True,
    )
    if worst and evaluation.problems:
        _show_problems(evaluation.problems, worst)


def _show_problems(problems: list[Problem], worst: int) -> None:
    """Show the problems in groups, one a kind and article; many of one cause are one group."""
    groups: dict[tuple[int, str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.severity, problem.kind, problem.source), []).append(problem)
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1]), item[0]))
    output.print("\n[bold]The worst misses[/]")
    for (_, kind, source), group in ordered[:worst]:
        output.print(f"[bold]{escape(source)}[/]: {len(group)} × {kind.replace('_', ' ')}")
        for problem in group[:_SHOWN]:
            output.print(f"    {escape(_line(problem))}", highlight=False, soft_wrap=True)
        if len(group) > _SHOWN:
            output.print(f"    and {len(group) - _SHOWN} more")
    if len(ordered) > worst:
        output.print(
            f"{len(ordered) - worst} more groups: show them with --worst {len(ordered)}.",
            soft_wrap=True,
        )


def _line(problem: Problem) -> str:
    parts = [
        problem.wanted and f"wanted {problem.wanted}",
        problem.given and f"given {problem.given}",
        problem.quote and f"“{_shortened(problem.quote)}” ({problem.rule})",
    ]
    return "; ".join(part for part in parts if part)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _shortened(quote: str) -> str:
    return quote if len(quote) <= 160 else quote[:159] + "…"
