from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from anugerah.canned import Parameter, ParameterError
from anugerah.canned.parameter import Kind, Type, variable_parts

XSD = "http://www.w3.org/2001/XMLSchema#"


def parameter(type_: Type, kind: Kind | None = None, values: tuple[str, ...] = ()) -> Parameter:
    return Parameter("x", f"?_x_{type_}", type_, {"en": "X", "id": "X"}, kind=kind, values=values)


@pytest.mark.parametrize(
    ("variable", "parts"),
    [
        ("?_year_integer", ("year", "integer", True)),
        ("?__award_iri", ("award", "iri", False)),
        ("?_name", ("name", "string", True)),
        ("?__since_xsd_date", ("since", "date", False)),
        ("?_least_xsd_decimal", ("least", "decimal", True)),
        ("?_acting_xsd_boolean", ("acting", "boolean", True)),
        ("?year", None),
        ("?year_integer", None),
        ("$year", None),
    ],
)
def test_variable_parts(variable: str, parts: tuple[str, Type, bool] | None) -> None:
    assert variable_parts(variable) == parts


@pytest.mark.parametrize(
    "variable", ["?_year_float", "?_day_date", "?___year", "?_a_b_integer", "?_1", "$_year"]
)
def test_variables_that_are_no_parameters(variable: str) -> None:
    with pytest.raises(ValueError, match="nothing or one of _iri, _integer, _xsd_decimal"):
        variable_parts(variable)


@pytest.mark.parametrize(
    ("type_", "value", "lexical", "datatype"),
    [
        ("integer", "2024", "2024", "integer"),
        ("integer", "-007", "-7", "integer"),
        ("decimal", "0.50", "0.50", "decimal"),
        ("boolean", "true", "true", "boolean"),
        ("date", "2024-12-05", "2024-12-05", "date"),
        ("string", '"} ?x {', '"} ?x {', "string"),
    ],
)
def test_literals(type_: Type, value: str, lexical: str, datatype: str) -> None:
    expected = Literal(lexical, datatype=NamedNode(f"{XSD}{datatype}"))
    assert parameter(type_).term(value) == expected


@pytest.mark.parametrize(
    ("type_", "value", "advice"),
    [
        ("integer", "dua ribu", "give a whole number of at most 18 digits, such as 2024."),
        ("integer", "²", "give a whole number of at most 18 digits, such as 2024."),
        ("integer", "1" * 19, "give a whole number of at most 18 digits, such as 2024."),
        ("integer", "2024\n", "give a whole number of at most 18 digits, such as 2024."),
        ("decimal", "1e9", "give a number such as 0.5."),
        ("boolean", "ya", "give true or false."),
        ("date", "2024-13-05", "give a date such as 2024-12-05."),
        ("date", "20241205", "give a date such as 2024-12-05."),
        ("string", "\ud800", "give text that is valid Unicode."),
        ("iri", "kota-batu", "give a full IRI."),
        ("iri", "http://example.org/> ?x <", "give a full IRI."),
    ],
)
def test_values_of_the_wrong_type(type_: Type, value: str, advice: str) -> None:
    with pytest.raises(ParameterError) as caught:
        parameter(type_).term(value)
    assert str(caught.value) == f"Parameter 'x' can't be {value!r}; {advice}"
    assert caught.value.parameter == "x"


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(
        ParameterError, match=r"^Parameter 'x' can't be 'a{80}…'; give a full IRI\.$"
    ):
        parameter("iri").term("a" * 10_000)


@pytest.mark.parametrize(
    ("kind", "value", "iri"),
    [
        ("government", "kota-batu", "https://w3id.org/anugerah/id/government/kota-batu"),
        ("award", "iga", "https://w3id.org/anugerah/id/award/iga"),
        (
            "innovation",
            "kota-batu/among-warga",
            "https://w3id.org/anugerah/id/innovation/kota-batu/among-warga",
        ),
        ("article", "c8f2a5af650c29d9", "https://w3id.org/anugerah/article/c8f2a5af650c29d9"),
        ("award", "http://example.org/a", "http://example.org/a"),
        ("award", "urn:x:y", "urn:x:y"),
    ],
)
def test_short_iris(kind: Kind, value: str, iri: str) -> None:
    assert parameter("iri", kind).term(value) == NamedNode(iri)


@pytest.mark.parametrize("value", ["Kota Batu", "../x", "a//b", "/a", "a#b", "kota-batu>"])
def test_bad_short_iris(value: str) -> None:
    with pytest.raises(ParameterError, match="or what follows id/government/ in it"):
        parameter("iri", "government").term(value)


def test_a_value_that_is_not_offered() -> None:
    with pytest.raises(ParameterError, match=r"'x' can't be 'c'; give one of a, b\.$"):
        parameter("string", values=("a", "b")).term("c")
