from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery
from rdflib.term import Identifier, Variable

from anugerah.canned import (
    ParameterError,
    QueryFileError,
    UnknownQueryError,
    find_query,
    load_queries,
    parse_query,
)

HEAD = """\
#+ summary: Things
#+ summary_id: Benda
#+ description: All things
#+ description_id: Semua benda
#+ tags:
#+   - things
#+ method: GET
#+ parameters:
#+   name: {title: Name, title_id: Nama}
"""
QUERY = f"""{HEAD}
SELECT ?thing WHERE {{
  ?thing ?property ?value .
  FILTER(STR(?value) = ?_name || STR(?thing) = '?_name') # ?_name
}}
"""
IRI_QUERY = f"""{HEAD}
SELECT ?value WHERE {{ ?_name_iri ?property ?value }}
"""


def test_what_a_file_tells() -> None:
    query = parse_query("things", QUERY)
    assert query.name == "things"
    assert query.title == {"en": "Things", "id": "Benda"}
    assert query.description == {"en": "All things", "id": "Semua benda"}
    assert query.tags == ("things",)
    assert query.form == "select"
    assert query.text.startswith("SELECT ?thing")
    (parameter,) = query.parameters
    assert (parameter.name, parameter.variable) == ("name", "?_name")
    assert (parameter.type, parameter.required, parameter.default) == ("string", True, None)


def test_only_the_variable_is_replaced() -> None:
    bound = parse_query("things", QUERY).bind({"name": "x"})
    assert """(STR(?value) = "x" || STR(?thing) = '?_name') # ?_name""" in bound


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("ask", "PREFIX select: <http://example.org/> ASK { ?s select:it ?o }"),
        ("construct", "# SELECT\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"),
        ("describe", "describe <http://example.org/select>"),
        ("select", "select * { ?s ?p ?o }"),
    ],
)
def test_forms(form: str, text: str) -> None:
    head = HEAD[: HEAD.index("#+ parameters")]
    assert parse_query("things", f"{head}{text}").form == form


def test_defaults_and_values_are_those_of_grlc() -> None:
    head = (
        f"{HEAD}#+ defaults:\n#+   - name: a\n#+ enumerate:\n#+   - name:\n#+     - a\n#+     - b\n"
    )
    query = parse_query("things", f"{head}ASK {{ ?s ?p ?_name }}")
    (parameter,) = query.parameters
    assert (parameter.default, parameter.values, parameter.required) == ("a", ("a", "b"), False)
    assert query.bind({}) == 'ASK { ?s ?p "a" }\n'
    assert query.bind({"name": ""}) == 'ASK { ?s ?p "a" }\n'
    assert query.bind({"name": "b"}) == 'ASK { ?s ?p "b" }\n'


def test_an_optional_parameter_may_stay_unbound() -> None:
    query = parse_query("things", f"{HEAD}ASK {{ ?s ?p ?__name_iri }}")
    assert query.bind({}) == "ASK { ?s ?p ?__name_iri }\n"
    assert query.bind({"name": "urn:x"}) == "ASK { ?s ?p <urn:x> }\n"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "Parameter 'name' is missing for the query 'things'; give it a value."),
        ({"name": ""}, "Parameter 'name' is missing for the query 'things'; give it a value."),
        (
            {"nama": "x", "name": "y"},
            "Parameter 'nama' is not one of the query 'things'; it has name.",
        ),
    ],
)
def test_wrong_values(values: dict[str, str], message: str) -> None:
    with pytest.raises(ParameterError) as caught:
        parse_query("things", QUERY).bind(values)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * { ?s ?p ?o }", "things.rq: the head is missing"),
        (f"{HEAD}#+ a: b: c\nASK {{ ?s ?p ?_name }}", r"things.rq: the head is not YAML \(line 10"),
        (QUERY.replace("#+ summary_id: Benda\n", ""), "the head lacks the text 'summary_id'"),
        (
            QUERY.replace(", title_id: Nama", ""),
            "^things.rq, parameter 'name': the head lacks the text 'title_id'",
        ),
        (f"{HEAD}ASK {{ ?s ?p ?o }}", "the query has no parameter 'name'; drop it"),
        (f"{HEAD}ASK {{ ?_name ?p ?_other }}", "the head does not describe \\?_other"),
        (f"{HEAD}ASK {{ ?_name ?p ?__name }}", "are one parameter; write it one way"),
        (
            f"{HEAD}ASK {{ ?_name_float ?p ?o }}",
            "with nothing or one of _iri",
        ),
        (f"{HEAD}INSERT {{ ?_name ?p ?o }}", "only queries can be canned"),
        (
            QUERY.replace("title: Name", "kind: planet, title: Name"),
            "the kind 'planet' of 'name' is none of government",
        ),
    ],
)
def test_bad_files(text: str, message: str) -> None:
    with pytest.raises(QueryFileError, match=message):
        parse_query("things", text)


def test_load_queries_sorts_by_name(tmp_path: Path) -> None:
    for name in ("b", "a", "a-b"):
        (tmp_path / f"{name}.rq").write_text(QUERY, encoding="utf-8")
    (tmp_path / "README.md").write_text("not a query", encoding="utf-8")
    assert list(load_queries(tmp_path)) == ["a", "a-b", "b"]


def test_the_graph_may_have_another_base(tmp_path: Path) -> None:
    text = (
        f"{HEAD.replace('title: Name', 'kind: award, title: Name')}"
        "#+ defaults:\n#+   - name: https://w3id.org/anugerah/id/award/iga\n"
        "PREFIX a: <https://w3id.org/anugerah/ontology#> ASK { ?_name_iri a a:Award }"
    )
    (tmp_path / "things.rq").write_text(text, encoding="utf-8")
    query = load_queries(tmp_path, "http://localhost:8000/")["things"]
    prefix = "PREFIX a: <http://localhost:8000/ontology#> ASK"
    for values in ({}, {"name": "iga"}):
        expected = f"{prefix} {{ <http://localhost:8000/id/award/iga> a a:Award }}\n"
        assert query.bind(values) == expected


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "things.rq").write_bytes(b"#+ \xff")
    with pytest.raises(QueryFileError, match=r"^things\.rq is not UTF-8 \(byte 3\)"):
        load_queries(tmp_path)


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(QueryFileError, match="There is no folder"):
        load_queries(tmp_path / "nowhere")


def test_an_unknown_query_is_told_with_near_names() -> None:
    queries = {"award-winners": parse_query("award-winners", QUERY)}
    assert find_query(queries, "award-winners").name == "award-winners"
    with pytest.raises(UnknownQueryError) as caught:
        find_query(queries, "award-winner")
    assert caught.value.matches == ["award-winners"]
    assert str(caught.value) == (
        "There is no canned query 'award-winner'; did you mean award-winners?"
    )
    with pytest.raises(UnknownQueryError, match=r"'zzz'; list them all\.$"):
        find_query(queries, "zzz")


def shape(node: object) -> object:
    """Return the algebra of a query with every term that is no variable made the same."""
    if isinstance(node, dict):
        return {key: shape(value) for key, value in node.items() if key != "datasetClause"}
    if isinstance(node, list | tuple):
        return [shape(part) for part in node]
    if isinstance(node, Identifier):
        return str(node) if isinstance(node, Variable) else type(node).__name__
    if isinstance(node, set):
        return sorted(str(part) for part in node)
    return str(type(node))


def algebra(text: str) -> object:
    query = prepareQuery(text)
    return [query.algebra.name, shape(dict(query.algebra))]


hostile = st.text(st.sampled_from("\"'\\<>{}?_$#\n\r\t .;:@^u0022AB\u2028é\0"))


@settings(deadline=None)
@given(st.one_of(st.text(min_size=1), hostile.filter(bool)))
def test_no_text_becomes_syntax(value: str) -> None:
    query = parse_query("things", QUERY)
    thing = ox.NamedNode("urn:thing")
    store = ox.Store()
    store.add(ox.Quad(thing, ox.NamedNode("urn:value"), ox.Literal(value)))
    found = store.query(query.bind({"name": value}))
    assert isinstance(found, ox.QuerySolutions)
    assert [solution["thing"] for solution in found] == [thing]
    other = store.query(query.bind({"name": f"{value}."}))
    assert isinstance(other, ox.QuerySolutions)
    assert list(other) == []


@settings(deadline=None)
@given(st.one_of(st.text(st.characters(codec="utf-8"), min_size=1), hostile.filter(bool)))
def test_the_shape_of_the_query_never_changes(value: str) -> None:
    query = parse_query("things", QUERY)
    assert algebra(query.bind({"name": value})) == algebra(query.bind({"name": "plain"}))


@settings(deadline=None)
@given(st.one_of(st.text(), hostile, hostile.map(lambda tail: f"http://example.org/{tail}")))
def test_an_iri_is_bound_as_one_term_or_refused(value: str) -> None:
    query = parse_query("things", IRI_QUERY)
    try:
        bound = query.bind({"name": value})
    except ParameterError:
        return
    thing = ox.NamedNode(value)
    store = ox.Store()
    store.add(ox.Quad(thing, ox.NamedNode("urn:value"), ox.Literal("found")))
    found = store.query(bound)
    assert isinstance(found, ox.QuerySolutions)
    assert [solution["value"] for solution in found] == [ox.Literal("found")]
