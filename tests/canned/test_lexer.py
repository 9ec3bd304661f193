from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anugerah.canned.lexer import tokens


def variables(text: str) -> list[str]:
    return [token.text for token in tokens(text) if token.kind == "variable"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?a $b WHERE { ?a ?_p1 $b }", ["?a", "$b", "?a", "?_p1", "$b"]),
        ('FILTER(?a = "?b")', ["?a"]),
        ("FILTER(?a = '?b\\'?c')", ["?a"]),
        ('FILTER(?a = """?b " "" ?c\n\\"""?d""")', ["?a"]),
        ("FILTER(?a = '''?b ' '' ?c\n''' && ?d)", ["?a", "?d"]),
        ('FILTER(?a = "" && ?b = "")', ["?a", "?b"]),
        ("?a # ?b\n?c", ["?a", "?c"]),
        ("<http://example.org/?a#?b> ?c", ["?c"]),
        ("?a < ?b && ?c > ?d", ["?a", "?b", "?c", "?d"]),
        (r"ex:what\?a ex:b%3F ?c", ["?c"]),
        ("ex:a.b:c/ex:d? ?e", ["?e"]),
        ("ex:p?_year_integer", ["?_year_integer"]),
        ("?año ?a·b ?1x", ["?año", "?a·b", "?1x"]),
        ("_:b0 ?a", ["?a"]),
        ("?a.?b", ["?a", "?b"]),
        ("?", []),
    ],
)
def test_variables(text: str, expected: list[str]) -> None:
    assert variables(text) == expected


@given(st.text())
def test_the_tokens_are_the_whole_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text
