from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from anugerah.corpus import parse_article
from anugerah.corpus.reader import read_text
from anugerah.extraction import Extraction, Extractor
from anugerah.extraction.facts import Agency, Government, Organisation, Person
from anugerah.mapping import article_quads, same_text
from anugerah.mapping.things import MAX_SLUG, label_of, party_slug, short_slug
from anugerah.namespaces import BASE
from anugerah.release.build import build_release
from anugerah.vocabulary import ANUGERAH, PROV, SDO
from tests.paths import ROOT

PREFIXES = """
PREFIX anugerah: <https://w3id.org/anugerah/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
BATU = Government("kota-batu", "Batu", "city", "jawa-timur")


@pytest.mark.parametrize(
    ("party", "slug", "label"),
    [
        (BATU, "kota-batu", "Kota Batu"),
        (Person("Budi Utama", "jawa-timur"), "budi-utama-jawa-timur", "Budi Utama"),
        (Organisation("iipg", "IIPG"), "iipg", "IIPG"),
        (Agency("Dinas Kesehatan", BATU), "kota-batu-dinas-kesehatan", "Dinas Kesehatan Kota Batu"),
    ],
)
def test_slugs_and_labels(
    party: Government | Person | Organisation | Agency, slug: str, label: str
) -> None:
    assert party_slug(party) == slug
    assert label_of(party) == label


def test_long_and_foreign_names_still_give_usable_slugs() -> None:
    assert len(short_slug("kata " * 100)) <= MAX_SLUG
    assert short_slug("a" * 200) == "a" * MAX_SLUG
    assert short_slug("日本") == "65e5-672c"


def test_a_conferral_of_two_sources_is_one_node_with_both_evidences(tmp_path: Path) -> None:
    article = tmp_path / "semarang.txt"
    article.write_text(
        "SEMARANG, CONTOH.ID – Kota Semarang menerima penghargaan Innovative Government Award "
        "tahun 2020 sebagai Kota Sangat Inovatif dari Kementerian Dalam Negeri.",
        encoding="utf-8",
    )
    release = build_release([article], tmp_path / "out")
    store = ox.Store.read_only(str(release.store_path))
    conferral = f"{BASE}id/conferral/iga-2020-kota-sangat-inovatif-kota-semarang"
    rows = _rows(
        store,
        f"""
        SELECT DISTINCT ?kind WHERE {{
          ?evidence anugerah:supports <{conferral}> ; oa:hasSource/a ?kind .
          VALUES ?kind {{ anugerah:Article anugerah:Citation }}
        }}""",
    )
    assert {row["kind"].value.rpartition("#")[2] for row in rows} == {"Article", "Citation"}


def test_the_address_of_an_article_is_a_node() -> None:
    article = parse_article(
        "CONTOH.ID – Kota Contoh menggelar rapat.", "a", url="https://contoh.id/a"
    )
    quads = article_quads(Extraction(article, ()))
    assert [q.object for q in quads if q.predicate == SDO.url] == [
        ox.NamedNode("https://contoh.id/a")
    ]


def test_a_copy_says_in_its_own_graph_which_article_it_repeats() -> None:
    quad = same_text("0123456789abcdef", "fedcba9876543210")
    assert quad == ox.Quad(
        ox.NamedNode(f"{BASE}article/0123456789abcdef"),
        PROV.alternateOf,
        ox.NamedNode(f"{BASE}article/fedcba9876543210"),
        ox.NamedNode(f"{BASE}graph/0123456789abcdef"),
    )


def _rows(store: ox.Store, query: str) -> list[ox.QuerySolution]:
    result = store.query(PREFIXES + query)
    assert isinstance(result, ox.QuerySolutions)
    return list(result)


def test_every_quote_is_what_its_offsets_select(seed_store: ox.Store) -> None:
    rows = _rows(
        seed_store,
        """
            SELECT ?source ?quote ?start ?end WHERE {
              ?evidence oa:hasSource/anugerah:sourceName ?source ; oa:hasSelector ?passage .
              ?passage oa:exact ?quote ; oa:start ?start ; oa:end ?end }""",
    )
    assert len(rows) > 40
    for row in rows:
        text = read_text(ROOT / "data" / "articles" / f"{row['source'].value}.txt")
        assert text[int(row["start"].value) : int(row["end"].value)] == row["quote"].value


def test_the_budi_of_two_articles_is_one_person(seed_store: ox.Store) -> None:
    rows = _rows(
        seed_store,
        'SELECT DISTINCT ?person { ?person a anugerah:Official ; rdfs:label "Budi Utama" }',
    )
    assert len(rows) == 1


FULL = "Wali {town} {name} menerima penghargaan Innovative Government Award 2022 di Jakarta."


@pytest.mark.parametrize(
    ("name", "one", "other", "people"),
    [
        ("Sulastri", "Kota Batu", "Kota Batu", 1),
        ("Sulastri", "Kota Batu", "Kota Malang", 2),
        ("Sulastri", "Kota Batu", "Kota Bogor", 2),
        ("Sulastri Ningrum", "Kota Batu", "Kota Malang", 1),
        ("Sulastri Ningrum", "Kota Batu", "Kota Bogor", 2),
    ],
)
def test_namesakes_of_two_articles(name: str, one: str, other: str, people: int) -> None:
    extractor = Extractor.from_files()
    found = set()
    for number, town in enumerate((one, other)):
        text = FULL.format(town=town, name=name)
        quads = article_quads(extractor.extract(parse_article(text, f"karangan-{number}")))
        found |= {q.subject for q in quads if q.object == ANUGERAH.Person}
    assert len(found) == people
