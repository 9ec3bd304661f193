"""`anugerah extract`: the facts of a document with their evidence."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from anugerah.cli.console import errors, output
from anugerah.cli.fetch import AllowPrivate, local
from anugerah.corpus import Article, DocumentError, find_documents, read_articles
from anugerah.extraction import Extraction, Extractor
from anugerah.extraction.facts import Fact


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
    allow_private: AllowPrivate = False,
) -> None:
    """Show the facts found in documents, each with its sentence, rule and confidence.

    Examples:

        anugerah extract data/articles/000_c8f2a5af650c29d9.txt

        anugerah extract https://example.id/2024/an-article

        anugerah extract my-articles/ --format json > facts.json
    """
    extractor = Extractor.from_files()
    with TemporaryDirectory() as folder:
        paths = find_documents(local(documents, Path(folder), allow_private=allow_private))
        outcomes = [outcome for path in paths for outcome in read_articles(path)]
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    extractions = [extractor.extract(article) for article in articles]
    _write(extractions, format)
    for outcome in outcomes:
        if isinstance(outcome, DocumentError):
            errors.print(escape(str(outcome)), soft_wrap=True)
    if len(articles) < len(outcomes):
        raise typer.Exit(1)


def _write(extractions: list[Extraction], format: Format) -> None:  # noqa: A002
    if format is Format.JSON:
        json.dump(
            [_document(extraction) for extraction in extractions],
            sys.stdout,
            ensure_ascii=False,
            indent=1,
            default=_plain,
        )
        sys.stdout.write("\n")
        return
    for extraction in extractions:
        _show(extraction)


def _document(extraction: Extraction) -> dict[str, Any]:
    article = extraction.article
    return {
        "source": article.source,
        "article": article.digest,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "facts": [{"kind": type(fact).__name__, **asdict(fact)} for fact in extraction.facts],
    }


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
        output.print("No facts found.\n")
        return
    table = Table("fact", "what", "where it stands", "rule", "conf.", show_lines=True)
    for fact in extraction.facts:
        first = fact.supports[0]
        table.add_row(
            type(fact).__name__,
            escape(_summary(fact)),
            escape(f"“{_shortened(first.quote)}” [{first.start}:{first.end}]"),
            first.rule,
            f"{first.confidence:.2f}",
        )
    output.print(table)
    output.print()


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


def _shortened(quote: str) -> str:
    return quote if len(quote) <= 160 else quote[:157] + "…"
