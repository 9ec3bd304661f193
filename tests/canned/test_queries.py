from __future__ import annotations

import re

import pytest
from rdflib.plugins.sparql import prepareQuery

from anugerah import resources
from anugerah.canned import CannedQuery, load_queries

QUERIES = load_queries(resources.queries())
STATING = {
    "conferrals": (
        "source article conferral award awardLabel year category recipient recipientLabel "
        "recipientLevel date venue place conferrer presentedBy acceptedBy rank score quote"
    ),
    "officials": (
        "source article person personLabel role acting organisation organisationLabel "
        "organisationLevel"
    ),
    "innovations": (
        "source article innovation innovationLabel government governmentLabel agency quote"
    ),
    "innovation-counts": "source article government governmentLabel year count quote",
}


def test_there_are_many() -> None:
    assert len(QUERIES) >= 18


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_both_languages_and_grlc_keys(query: CannedQuery) -> None:
    text = (resources.queries() / f"{query.name}.rq").read_text(encoding="utf-8")
    assert query.title["en"] != query.title["id"]
    assert query.description["en"] != query.description["id"]
    assert query.tags
    assert "#+ method: GET\n#+ endpoint_in_url: False\n" in text


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_grlc_finds_the_same_parameters(query: CannedQuery) -> None:
    """grlc searches the text, and takes an ending that it doesn't know for a language."""
    prepareQuery(query.text)
    pattern = r"\?_{1,2}[a-zA-Z0-9]+(?:_iri|_integer|_xsd_[a-z]+)?(?!\w)"
    assert set(re.findall(pattern, query.text)) == {
        parameter.variable for parameter in query.parameters
    }
    assert len(re.findall(r"\?_", query.text)) == len(re.findall(pattern, query.text))


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_no_parameter_is_required(query: CannedQuery) -> None:
    assert all(not parameter.required for parameter in query.parameters)
    prepareQuery(query.bind({}))


@pytest.mark.parametrize(("name", "columns"), STATING.items(), ids=STATING)
def test_the_columns_that_outsiders_rely_on(name: str, columns: str) -> None:
    parsed = prepareQuery(QUERIES[name].text)
    assert parsed.algebra is not None
    assert [str(variable) for variable in parsed.algebra["PV"]] == columns.split()
