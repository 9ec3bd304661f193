"""Find a SERVICE clause in a query without parsing it, so that no query ever reaches out."""

from __future__ import annotations

import re

_GAP = r"(?:\s|#[^\n\r]*+)*+"
_IRI = r"<[^<>\"{}|^`\\\x00-\x20]*>"
_NAME = r"[\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*"
_CLAUSE = re.compile(
    rf"SERVICE{_GAP}(?:SILENT{_GAP})?(?:{_IRI}|[?$]\w+|{_NAME}){_GAP}\{{", re.IGNORECASE
)
_IRI_TOKEN = re.compile(_IRI)
_TOKEN = re.compile(
    r"""
      '''(?:'{0,2}(?:[^'\\]|\\.))*'''
    | \"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3}
    | '(?:[^'\\\n\r]|\\.)*'
    | "(?:[^"\\\n\r]|\\.)*"
    | \#[^\n\r]*
    | \s+
    | [?$]\w+
    | @[A-Za-z]+(?:-[A-Za-z0-9]+)*
    | :(?:[\w:-]|\.+(?=[\w:-])|%[0-9A-Fa-f]{2}|\\.)*
    """,
    re.VERBOSE | re.DOTALL,
)


def has_service_clause(query: str) -> bool:
    """Tell whether the query may call another endpoint.

    Where `<` may open an IRI or mean "less than", both readings are followed, so that no clause
    hides in one of them. Each letter of a word may start a clause, for the engine reads
    `trueSERVICE<…>` as two words.
    """
    if "service" not in query.lower():
        return False
    seen: set[int] = set()
    pending = [0]
    while pending:
        at = pending.pop()
        while at < len(query) and at not in seen:
            seen.add(at)
            if query[at] in "sS" and _CLAUSE.match(query, at):
                return True
            if query[at] == "<" and (iri := _IRI_TOKEN.match(query, at)):
                pending.append(iri.end())
            token = _TOKEN.match(query, at)
            at = token.end() if token else at + 1
    return False
