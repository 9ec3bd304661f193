"""The validation report of a release, in RDF and in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rdflib import BNode, Literal, URIRef
from rdflib.term import Identifier

from anugerah.release.ledger import Entry
from anugerah.release.shards import ReadArticle
from anugerah.validation import Report, Result


def as_json(result: Result) -> dict[str, Any]:
    """Return `result` in terms of JSON, with nothing left out."""
    return {
        "focus": _content(result.focus),
        "path": result.path,
        "value": None if result.value is None else _content(result.value),
        "severity": result.severity,
        "messages": result.messages,
        "shape": None if result.shape is None else str(result.shape),
        "component": result.component,
    }


def from_json(content: dict[str, Any]) -> Result:
    """Return the result that `as_json` wrote."""
    shape = content["shape"]
    value = content["value"]
    return Result(
        focus=_term(content["focus"]),
        path=content["path"],
        value=None if value is None else _term(value),
        severity=content["severity"],
        messages=content["messages"],
        shape=None if shape is None else URIRef(shape),
        component=content["component"],
    )


def write_report(articles: Iterable[ReadArticle], turtle: Path, plain: Path) -> None:
    """Write what the validator found in `articles`."""
    found = [
        (article.entry, from_json(content)) for article in articles for content in article.results
    ]
    write_reports(found, Report(tuple(result for _, result in found)), turtle, plain)


def write_reports(
    found: Iterable[tuple[Entry, Result]], report: Report, turtle: Path, plain: Path
) -> None:
    """Write `report`; in JSON only what was `found` in documents."""
    report.graph().serialize(turtle, format="turtle", encoding="utf-8")
    results = [
        {
            "source": entry.source,
            "status": entry.status,
            "focus": str(result.focus),
            "path": result.path,
            "value": None if result.value is None else str(result.value),
            "severity": result.severity,
            "messages": result.messages,
        }
        for entry, result in found
    ]
    content = {"conforms": report.conforms, "results": results}
    plain.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _content(term: Identifier) -> dict[str, str | None]:
    if isinstance(term, Literal):
        return {
            "literal": str(term),
            "datatype": None if term.datatype is None else str(term.datatype),
            "language": term.language,
        }
    return {"iri" if isinstance(term, URIRef) else "blank": str(term)}


def _term(content: dict[str, str | None]) -> Identifier:
    if "literal" in content:
        datatype = content["datatype"]
        return Literal(
            content["literal"],
            datatype=None if datatype is None else URIRef(datatype),
            lang=content["language"],
        )
    return URIRef(str(content["iri"])) if "iri" in content else BNode(content["blank"])
