"""Turn the engine's syntax errors into sentences: where, what was expected, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anugerah.namespaces import PREFIXES

_POSITION = re.compile(r"^error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)$", re.DOTALL)
_LAST_PREFIX = re.compile(r"([A-Za-z][\w.-]*)?:[^\s:]*$")
_PROLOGUE = re.compile(
    r"(?:\s|#[^\n\r]*+|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*+(\w+)", re.IGNORECASE
)
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_REASONS = (
    ("Prefix not found", "a prefix is used that is not declared"),
    ("SELECT * is not authorized with GROUP BY", "SELECT * does not go with GROUP BY"),
    ("The SELECT contains a variable that is unbound", "SELECT names a variable that has no value"),
    ("IRI parsing failed", "that is not an IRI"),
)
_HINTS = {
    "SELECT * does not go with GROUP BY": "Name the grouped variables after SELECT.",
    "SELECT names a variable that has no value": (
        "Add the variable to GROUP BY, or aggregate it, as in (SAMPLE(?x) AS ?y)."
    ),
    "that is not an IRI": "An IRI stands in < > and holds no spaces, quotes or braces.",
}


@dataclass(frozen=True)
class SyntaxFault:
    """Where and why a query can't be parsed."""

    detail: str
    line: int | None
    column: int | None
    hint: str | None


def is_update(query: str) -> bool:
    """Tell whether the text starts as an update does."""
    first = _PROLOGUE.match(query)
    return bool(first) and first[1].upper() in _UPDATES if first else False


def explain(query: str, message: str) -> SyntaxFault:
    """Explain the engine's message on this query."""
    found = _POSITION.match(message)
    if not found:
        return SyntaxFault(f"The query can't be parsed: {_short(message)}.", None, None, None)
    line, column = int(found[1]), int(found[2])
    reason, hint = _reason(query, line, column, found[3])
    detail = f"The query can't be parsed at line {line}, column {column}: {reason}."
    return SyntaxFault(detail, line, column, hint)


def _reason(query: str, line: int, column: int, expected: str) -> tuple[str, str | None]:
    for mark, reason in _REASONS:
        if mark in expected:
            hint = (
                _prefix_hint(query, line, column) if mark == "Prefix not found" else _HINTS[reason]
            )
            return reason, hint
    before = _before(query, line, column)
    if not query.strip():
        return "it is empty", "Send for example: SELECT * WHERE { ?s ?p ?o } LIMIT 10"
    if len(before) >= len(query.rstrip()):
        return "it ends too early", "Look for a missing }, ) or quotation mark."
    rest = query[len(before) :].lstrip().split(maxsplit=1)
    near = f"“{rest[0][:40]}” was not expected here" if rest else "more was expected"
    return near, None


def _prefix_hint(query: str, line: int, column: int) -> str:
    used = _LAST_PREFIX.search(_before(query, line, column))
    prefix = (used[1] or "") if used else ""
    if prefix in PREFIXES:
        return f"Declare it first: PREFIX {prefix}: <{PREFIXES[prefix]}>"
    return f"Declare it with PREFIX; the prefixes of this graph are {', '.join(PREFIXES)}."


def _before(query: str, line: int, column: int) -> str:
    lines = query.split("\n")
    return (
        "\n".join([*lines[: line - 1], lines[line - 1][: column - 1]])
        if line <= len(lines)
        else query
    )


def _short(message: str) -> str:
    return " ".join(message.split())[:200].rstrip(".")
