from __future__ import annotations

import pytest

from anugerah.server.service_clause import has_service_clause

EVIL = "<http://127.0.0.1:1/>"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {EVIL} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ service silent {EVIL} {{ ?s ?p ?o }} }}",
        "SELECT * { SERVICE ?where { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:x{ ?s ?p ?o } }",
        "PREFIX e: <http://127.0.0.1:1/> SELECT * { SERVICE e:x { ?s ?p ?o } }",
        f"SELECT * {{ ?s ?p true SERVICE{EVIL}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p trueSERVICE{EVIL}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p 1.SERVICE{EVIL}{{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p ?a FILTER(?a<'>')SERVICE{EVIL}{{ ?s ?p ?o }} #'\n }}",
        f"SELECT * {{ ?s ?p ?a FILTER(?a<?b#>'''\n) SERVICE {EVIL} {{ ?s ?p ?o }} #'''\n }}",
        f"SELECT * {{ SERVICE # a comment {{ }}\n {EVIL} # another\n {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p 'it''s' . SERVICE {EVIL} {{ ?s ?p ?o }} }}",
        f'SELECT * {{ ?s ?p """a"b""" . SERVICE {EVIL} {{ ?s ?p ?o }} }}',
        f"SELECT * {{ ?s ?p '\\'' . SERVICE {EVIL} {{ ?s ?p ?o }} }}",
    ],
)
def test_a_clause_is_found_wherever_it_hides(query: str) -> None:
    assert has_service_clause(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s schema:service ?o . }",
        "PREFIX service: <http://e/> SELECT * { ?s service:x ?o . { ?s ?p ?o } }",
        f'SELECT * {{ ?s ?p "SERVICE {EVIL} {{ }}" }}',
        f"SELECT * {{ ?s ?p '''SERVICE {EVIL} {{ }}''' }}",
        f"SELECT * {{ ?s ?p ?o }} # SERVICE {EVIL} {{ }}",
        "SELECT * { ?s <http://e/SERVICE> ?o . { ?s ?p ?o } }",
        'SELECT * { ?s ?p "service"@en-service . { ?s ?p ?o } }',
        'SELECT * { ?s ?p "Public service centre" }',
    ],
)
def test_other_uses_of_the_word_pass(query: str) -> None:
    assert not has_service_clause(query)


def test_a_long_query_takes_no_long_time() -> None:
    assert not has_service_clause("SERVICE " + "# " * 100_000)
    assert not has_service_clause("SERVICE " + "<" * 100_000)
