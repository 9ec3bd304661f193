"""`anugerah extract`: the facts of a document with their evidence."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Column, Table

from anugerah.cli.console import errors, output
from anugerah.cli.fetch import AllowPrivate, local
from anugerah.corpus import Article, DocumentError, find_documents, read_articles
from anugerah.extraction import Extraction, Extractor
from anugerah.extraction.facts import Fact, Support
from anugerah.extraction.rejections import Rejection

Explained = tuple[Extraction, list[Rejection] | None]
"""The facts of an article, and what was not taken, if that was asked for."""


class Format(StrEnum):
    """How the facts are written."""

    TABLE = "table"
    JSON = "json"


def extract(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="FILE|URL...", help="Articles, folders of them, or web addresses."),
    ],
    format: Annotated[Format, typer.Option(help="How to write the facts.")] = Format.TABLE,  # noqa: A002
    why: Annotated[
        bool,
        typer.Option("--why", help="Show what looks like an award and was not taken, and why."),
    ] = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Show the facts found in documents, each with its sentence, rule and confidence.

    Examples:

        anugerah extract data/articles/000_c8f2a5af650c29d9.txt

        anugerah extract --why data/articles/003_708da7edf87c27c2.txt

        anugerah extract https://example.id/2024/an-article

        anugerah extract my-articles/ --format json > facts.json
    """
    extractor = Extractor.from_files()
    with TemporaryDirectory() as folder:
        paths = find_documents(local(documents, Path(folder), allow_private=allow_private))
        outcomes = [outcome for path in paths for outcome in read_articles(path)]
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    _write([_explained(extractor, article, why) for article in articles], format)
    for outcome in outcomes:
        if isinstance(outcome, DocumentError):
            errors.print(escape(str(outcome)), soft_wrap=True)
    if len(articles) < len(outcomes):
        raise typer.Exit(1)


def _explained(extractor: Extractor, article: Article, why: bool) -> Explained:
    return extractor.explain(article) if why else (extractor.extract(article), None)


def _write(found: list[Explained], format: Format) -> None:  # noqa: A002
    if format is Format.JSON:
        json.dump(
            [_document(*explained) for explained in found],
            sys.stdout,
            ensure_ascii=False,
            indent=1,
            default=_plain,
        )
        sys.stdout.write("\n")
        return
    for extraction, rejections in found:
        _show(extraction)
        if rejections is not None:
            _show_rejections(rejections)
        output.print()


def _document(extraction: Extraction, rejections: list[Rejection] | None) -> dict[str, Any]:
    article = extraction.article
    document: dict[str, Any] = {
        "source": article.source,
        "article": article.digest,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "facts": [{"kind": type(fact).__name__, **asdict(fact)} for fact in extraction.facts],
    }
    if rejections is not None:
        document["rejected"] = [
            {**asdict(rejection), "explanation": rejection.explanation()}
            for rejection in rejections
        ]
    return document


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form.")


def _show(extraction: Extraction) -> None:
    article = extraction.article
    head = article.title or article.source
    publisher = f" ({article.publisher})" if article.publisher else ""
    output.print(f"[bold]{escape(head)}[/]{escape(publisher)}", highlight=False)
    if not extraction.facts:
        output.print("No facts found.")
        return
    table = Table("fact", "where it stands", show_lines=True)
    for fact in extraction.facts:
        head = f"[bold]{type(fact).__name__}[/]\n{escape(_summary(fact))}"
        table.add_row(head, "\n".join(_passages(fact.supports)))
    output.print(table)


def _passages(supports: Iterable[Support]) -> Iterator[str]:
    """Yield each passage once, and below it what it gives, by which rule, how surely."""
    by_place = defaultdict(list)
    for support in supports:
        by_place[support.start, support.end, support.quote].append(support)
    for (start, end, quote), here in by_place.items():
        yield escape(f"“{_shortened(quote, _LONGEST_SENTENCE)}” [{start}:{end}]")
        for support in here:
            field = (support.field or "the fact").replace("_", " ")
            yield f"  [dim]{escape(field)}: {escape(support.rule)}, {support.confidence:.2f}[/]"


def _show_rejections(rejections: list[Rejection]) -> None:
    if not rejections:
        output.print("Nothing that looks like an award was left out.")
        return
    table = Table("not taken", "why", Column("deciding word or rule", overflow="fold"))
    table.show_lines = True
    for rejection in rejections:
        place = f"[{rejection.start}:{rejection.end}]"
        table.add_row(
            escape(f"“{_shortened(rejection.quote, _LONGEST_QUOTE)}” {place}"),
            escape(rejection.explanation()["en"]),
            escape(rejection.cue or ""),
        )
    output.print(table)


def _summary(fact: Fact) -> str:
    lines = []
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name != "supports" and value not in (None, (), False):
            lines.append(f"{field.name.replace('_', ' ')}: {_text(value)}")
    return "\n".join(lines)


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    name = getattr(value, "name", None)
    place = getattr(value, "place", None)
    named = [part for part in (name, place) if part]
    if named and not isinstance(value, str):
        level = getattr(value, "level", "")
        return ", ".join(named) + (f" ({level})" if level and level != "other" else "")
    return str(value)


_LONGEST_SENTENCE = 400
_LONGEST_QUOTE = 160


def _shortened(quote: str, longest: int) -> str:
    return quote if len(quote) <= longest else quote[: longest - 1] + "…"
