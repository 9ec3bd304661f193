"""A win told without its category counts only where no source tells it with one."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from anugerah.canned import CannedQuery
from tests.canned.conftest import rows

GENERAL = """
@base <https://w3id.org/anugerah/> .
@prefix : <https://w3id.org/anugerah/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<graph/00000000000000c3> {
  <article/00000000000000c3> a :Article ; :sourceName "karangan_c" .
  <id/conferral/iga-2022-kota-bengkulu> a :Conferral ;
    rdfs:label "Innovative Government Award 2022: Kota Bengkulu" ;
    :conferredIn <id/edition/iga-2022> ;
    :recipient <id/government/kota-bengkulu> ;
    :conferredOn "2022-12-24"^^xsd:date ;
    :acceptedBy <id/person/dedi-karangan-bengkulu> .
  <id/conferral/iga-2022-kota-langsa> a :Conferral ;
    rdfs:label "Innovative Government Award 2022: Kota Langsa" ;
    :conferredIn <id/edition/iga-2022> ;
    :recipient <id/government/kota-langsa> .
  <article/00000000000000c3#evidence-1> a :Evidence ;
    :supports <id/conferral/iga-2022-kota-bengkulu>, <id/conferral/iga-2022-kota-langsa> ;
    oa:hasSource <article/00000000000000c3> .
}
"""


@pytest.fixture(scope="module")
def with_general(store: ox.Store) -> ox.Store:
    both = ox.Store()
    both.bulk_extend(store)
    for quad in ox.parse(GENERAL, ox.RdfFormat.TRIG):
        both.add(quad)
        both.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    return both


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("award-winners", {"award": "iga", "year": "2022"}),
        ("government-history", {"government": "kota-bengkulu"}),
        ("top-governments", {"level": "city", "minimum": "1"}),
        ("winners-by-level", {}),
    ],
)
def test_a_general_claim_beside_a_fuller_one_is_not_counted_again(
    store: ox.Store,
    with_general: ox.Store,
    queries: dict[str, CannedQuery],
    name: str,
    values: dict[str, str],
) -> None:
    def answer(of: ox.Store) -> str:
        return str([sorted(map(str, row.items())) for row in rows(of.query(text))])

    text = queries[name].bind(values)
    after = ox.Store()
    after.bulk_extend(q for q in with_general if "kota-langsa>" not in str(q.subject))
    assert answer(after) == answer(store)


def test_a_general_claim_alone_counts(
    with_general: ox.Store, queries: dict[str, CannedQuery]
) -> None:
    text = queries["award-winners"].bind({"award": "iga", "year": "2022"})
    found = [row for row in rows(with_general.query(text)) if row["category"] is None]
    assert [row["recipientLabel"] for row in found] == ["Kota Langsa"]
    text = queries["has-won"].bind({"government": "kota-langsa", "award": "iga"})
    assert bool(with_general.query(text))


def test_each_source_s_own_claim_stays(
    with_general: ox.Store, queries: dict[str, CannedQuery]
) -> None:
    text = queries["conferrals"].bind({"source": "karangan_c"})
    assert len(list(rows(with_general.query(text)))) == 2
