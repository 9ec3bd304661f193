"""The tokens of a SPARQL query, as far as variables must be told from everything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["comment", "string", "iri", "variable", "name", "word", "other"]


class Token(NamedTuple):
    """A piece of the query's text; the pieces together are the whole text."""

    kind: Kind
    text: str


_NAME_START = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D"
    r"\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_NAME = rf"{_NAME_START}0-9_\u00B7\u0300-\u036F\u203F-\u2040"
_PATTERN = re.compile(
    rf"""
      (?P<comment>\#[^\n\r]*)
    | (?P<string>
          '''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
        | \"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*\"\"\"
        | '(?:[^'\\\n\r]|\\.)*'
        | "(?:[^"\\\n\r]|\\.)*"
      )
    | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
    | (?P<variable>[?$][{_NAME_START}0-9_][{_NAME}]*)
    | (?P<name>(?:[{_NAME_START}_](?:[{_NAME}.-]*[{_NAME}-])?)?:
          (?:[{_NAME}:.-]|%[0-9A-Fa-f]{{2}}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of the SPARQL query `text`, in order and without gaps.

    The kinds follow the terminals of the SPARQL 1.1 grammar (section 19.8): strings, comments, IRIs
    and prefixed names never yield a variable that is only written inside them.
    """
    for match in _PATTERN.finditer(text):
        yield Token(match.lastgroup, match.group())  # type: ignore[arg-type]
