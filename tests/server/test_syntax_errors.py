from __future__ import annotations

import pytest
from pyoxigraph import Store

from anugerah.server.syntax_errors import explain, is_update


def fault_of(query: str) -> tuple[int | None, int | None, str, str | None]:
    with pytest.raises(SyntaxError) as caught:
        Store().query(query)
    fault = explain(query, str(caught.value))
    return fault.line, fault.column, fault.detail, fault.hint


@pytest.mark.parametrize(
    ("query", "line", "said", "hint"),
    [
        ("SELECT * { ?s\n dcterms:title ?o }", 2, "not declared", "PREFIX dcterms: <http://purl"),
        ("SELECT * { ?s foo:title ?o }", 1, "not declared", "the prefixes of this graph are anug"),
        ("SELECT * { ?s ?p ?o", 1, "ends too early", "missing }"),
        ("", 1, "is empty", "Send for example"),
        ("SELECT * { ?s ?p ?o } GROUP BY ?s", 1, "does not go with GROUP BY", "Name the grouped"),
        ("SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }", 1, "no value", "GROUP BY"),
        ("SELECT * { ?s <a b> ?o }", 1, "not an IRI", "no spaces"),
        ("SELECT *\nWHERE ?s ?p ?o", 2, "was not expected", None),
    ],
)
def test_a_fault_is_told_with_its_place(query: str, line: int, said: str, hint: str | None) -> None:
    found_line, column, detail, found_hint = fault_of(query)
    assert found_line == line
    assert column
    assert said in detail
    assert hint in (found_hint or "") if hint else found_hint is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("INSERT DATA { <a:b> <a:b> 1 }", True),
        ("# note\nPREFIX a: <http://a/> delete where { ?s ?p ?o }", True),
        ("BASE <http://a/> DROP ALL", True),
        ("SELECT * { ?insert ?p ?o }", False),
        ("DESCRIBE <http://a/>", False),
        ("", False),
    ],
)
def test_updates_are_recognised(query: str, expected: bool) -> None:
    assert is_update(query) is expected
