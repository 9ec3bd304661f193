"""Queries of shapes find what a SPARQL engine finds."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from anugerah.errors import AnugerahError
from anugerah.validation.hierarchy import Hierarchy
from anugerah.validation.index import Index
from anugerah.validation.queries import compile_query

DATA = """
    @prefix : <urn:> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    :x :date "2024-12-05"^^xsd:date ; :year 2024 ; :name "Batu" ; :part :y, :z ; :same :x .
    :y :date "2023-02-30"^^xsd:date ; :year 2023 ; :name "Kota Batu"@id ; :number 4.5 .
    :z :date "kemarin" ; :year "2022" ; :number 5 , "NaN"^^xsd:double ; :same :y ; :on true .
    :w :part :x ; :date "2021-01-02T03:04:05Z"^^xsd:dateTime ; :year 2020 .
"""
QUADS = list(ox.parse(DATA, ox.RdfFormat.TURTLE))
NODES = [ox.NamedNode(f"urn:{name}") for name in "xyzw"]


@pytest.mark.parametrize(
    "where",
    [
        "$this :part ?value",
        "?value :part $this",
        "?value :part $this . ?value :date ?date BIND (YEAR(?date) AS ?y) FILTER (?y > 2020)",
        "$this :part ?value . ?value :year ?year . $this :year ?own FILTER (?year < ?own)",
        "$this :same $this",
        "$this :same ?value FILTER (?value != $this)",
        "$this :same ?value FILTER (?value = $this)",
        "$this :same ?value FILTER (?value < $this)",
        "$this :name ?value FILTER (STRLEN(STR(?value)) = 4)",
        "$this :name ?value FILTER (STRLEN(?value) >= 4)",
        "$this :name ?value FILTER (?value = 'Batu')",
        "$this :date ?value ; :year ?year FILTER (YEAR(?value) != ?year)",
        "$this :date ?value ; :year ?year FILTER (YEAR(?value) - 1 = ?year || ?year = 2023)",
        "$this :date ?value FILTER (YEAR(?value) > 2000 || $this = :y)",
        "$this :number ?value FILTER (?value >= 4.5)",
        "$this :number ?value FILTER (?value + 1 <= 5.5)",
        "$this :number ?value FILTER (?value != ?nothing)",
        "$this :on true ; :year ?value",
        ":w :part $this ; :year ?value",
    ],
)
def test_the_same_as_an_engine(where: str) -> None:
    text = f"PREFIX : <urn:> SELECT $this (:p AS ?path) ?value WHERE {{ {where} }}"
    query = compile_query(text, "the test", {})
    data = Index(QUADS, Hierarchy(()))
    store = ox.Store()
    store.extend(QUADS)
    for node in NODES:
        rows = store.query(text, substitutions={ox.Variable("this"): node})
        assert isinstance(rows, ox.QuerySolutions)
        expected = sorted(str(node if row["value"] is None else row["value"]) for row in rows)
        found = list(query.faults(data, node))
        assert sorted(str(value) for _, value in found) == expected
        assert {path for path, _ in found} <= {"<urn:p>"}


@pytest.mark.parametrize(
    "where",
    [
        "$this :p ?x OPTIONAL { ?x :q ?y }",
        "$this :p ?x FILTER NOT EXISTS { ?x :q ?y }",
        "$this :p ?x FILTER (REGEX(?x, 'a'))",
        "$this :p ?x FILTER (?x IN (1, 2))",
        "$this :p ?x FILTER (?x * 2 > 1)",
        "{ $this :p ?x } UNION { $this :q ?x }",
        "$this :p ?x . ?y :q ?z",
    ],
)
def test_what_is_not_known_is_refused(where: str) -> None:
    with pytest.raises(AnugerahError, match="the test"):
        compile_query(f"PREFIX : <urn:> SELECT $this WHERE {{ {where} }}", "the test", {})
