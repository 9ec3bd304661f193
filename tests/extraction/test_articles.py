"""Every fact that the five articles of the user must give, and none besides."""

from __future__ import annotations

from datetime import date

import pytest

from anugerah.corpus import find_documents, read_article
from anugerah.extraction import Extraction, Extractor
from anugerah.extraction.facts import (
    Aspiration,
    Conferral,
    Innovation,
    InnovationCount,
    Tenure,
    WinCount,
)
from anugerah.extraction.knowledge import Knowledge
from anugerah.mapping.things import label_of
from tests.paths import ROOT


@pytest.fixture(scope="module")
def extractions(knowledge: Knowledge) -> dict[str, Extraction]:
    extractor = Extractor(knowledge)
    paths = find_documents([ROOT / "data" / "articles"])
    return {path.stem[:3]: extractor.extract(read_article(path)) for path in paths}


CONFERRALS = {
    "000": (
        "iga", 2024, "Kota Sangat Inovatif", "Kota Pangkalpinang", date(2024, 12, 5),
        "Hotel Mercure", "Surabaya", "Kementerian Dalam Negeri", None, (), ("Budi Utama",),
    ),
    "001": (
        "iga", 2020, "Kabupaten Terinovatif", "Kabupaten Bangka", date(2020, 12, 18),
        "Golden Ballroom Hotel Sultan", None, "Kementerian Dalam Negeri", None, (), ("Mulkan",),
    ),
    "002": (
        "iga", 2020, "Kota Sangat Inovatif", "Kota Bengkulu", date(2020, 12, 18),
        "Grand Ballroom Hotel Sultan", "Jakarta", "Kementerian Dalam Negeri",
        "Badan Penelitian dan Pengembangan Kementerian Dalam Negeri",
        ("Sumule Tumbo",), ("Helmi Hasan",),
    ),
    "004": (
        "apn", 2024, "Umum", "Kota Batu", date(2024, 9, 5), "Hotel Aryaduta Menteng", "Jakarta",
        "Indonesian Institute for Public Governance", None, ("Rudiantara",),
        ("Aries Agung Paewai",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("article", CONFERRALS)
def test_each_conferral_is_found_with_all_its_fields(
    article: str, extractions: dict[str, Extraction]
) -> None:
    (found,) = extractions[article].conferrals
    assert (
        found.award.slug,
        found.year,
        found.category,
        label_of(found.recipient),
        found.held_on,
        found.venue.name if found.venue else None,
        found.venue.place if found.venue else None,
        found.conferred_by.name if found.conferred_by else None,
        found.conferred_through.name if found.conferred_through else None,
        tuple(p.name for p in found.presented_by),
        tuple(p.name for p in found.accepted_by),
    ) == CONFERRALS[article]


def test_the_predicate_beside_a_category_is_kept(extractions: dict[str, Extraction]) -> None:
    (found,) = extractions["004"].conferrals
    assert found.distinction == "Pemerintah Daerah Dengan Kinerja dan Governansi Baik"


def test_a_target_is_an_aspiration_and_no_conferral(extractions: dict[str, Extraction]) -> None:
    facts = extractions["003"].facts
    assert extractions["003"].conferrals == []
    (found,) = [fact for fact in facts if isinstance(fact, Aspiration)]
    assert (found.kind, found.award.name, found.year, found.target_rank) == (
        "target",
        "Indeks Inovasi Daerah",
        2024,
        10,
    )
    assert label_of(found.aspirant) == "Kota Pangkalpinang"


OFFICIALS = {
    "000": {("Budi Utama", "Wali Kota", True, "Kota Pangkalpinang")},
    "001": {("Mulkan", "Bupati", False, "Kabupaten Bangka")},
    "002": {
        ("Helmi Hasan", "Wali Kota", False, "Kota Bengkulu"),
        (
            "Sumule Tumbo",
            "Kepala Pusat Litbang Pembangunan dan Keuangan Daerah",
            False,
            "Badan Penelitian dan Pengembangan Kementerian Dalam Negeri",
        ),
        (
            "Firman Romzi",
            "Kepala Badan Perencanaan, Penelitian, dan Pengembangan",
            False,
            "Kota Bengkulu",
        ),
    },
    "003": {
        ("Budi Utama", "Wali Kota", True, "Kota Pangkalpinang"),
        (
            "Budi Utama",
            "Kepala Dinas Sosial dan PMD",
            False,
            "Provinsi Kepulauan Bangka Belitung",
        ),
    },
    "004": {
        ("Aries Agung Paewai", "Wali Kota", True, "Kota Batu"),
        ("Rudiantara", "Ketua Umum", False, "Indonesian Institute for Public Governance"),
    },
}


@pytest.mark.parametrize("article", OFFICIALS)
def test_officials(article: str, extractions: dict[str, Extraction]) -> None:
    tenures = [fact for fact in extractions[article].facts if isinstance(fact, Tenure)]
    found = {(t.person.name, t.role, t.acting, label_of(t.organisation)) for t in tenures}
    assert found == OFFICIALS[article]


def test_the_same_official_in_two_articles_is_one_person(
    extractions: dict[str, Extraction],
) -> None:
    people = {
        fact.person
        for article in ("000", "003")
        for fact in extractions[article].facts
        if isinstance(fact, Tenure)
    }
    assert len(people) == 1


def test_innovations(extractions: dict[str, Extraction]) -> None:
    found = {
        (article, fact.name, fact.expansion, fact.agency.name if fact.agency else None)
        for article, extraction in extractions.items()
        for fact in extraction.facts
        if isinstance(fact, Innovation)
    }
    assert found == {
        ("001", "Abang Timah Untuk Bu Disa", None, None),
        ("001", "Motor Kancil", None, None),
        ("001", "Smart-in PIRT", None, None),
        (
            "003",
            "Pelangi Dimatamu",
            "Pelayanan Keliling Bagi Penduduk Rentan",
            "Dinas Kependudukan dan Pencatatan Sipil",
        ),
    }


def test_the_groups_that_an_innovation_serves(extractions: dict[str, Extraction]) -> None:
    (found,) = [f for f in extractions["003"].facts if isinstance(f, Innovation)]
    assert set(found.target_groups) == {
        "Warga binaan pemasyarakatan",
        "Orang dengan gangguan jiwa (ODGJ)",
        "Lanjut usia",
        "Orang sakit",
    }


def test_counts(extractions: dict[str, Extraction]) -> None:
    counts = {
        (article, fact.count, fact.year, fact.approximate, fact.basis)
        for article, extraction in extractions.items()
        for fact in extraction.facts
        if isinstance(fact, InnovationCount)
    }
    assert counts == {("001", 80, 2020, True, "owned"), ("002", 44, 2020, False, "entered")}
    wins = {
        (article, fact.count, fact.previous_year)
        for article, extraction in extractions.items()
        for fact in extraction.facts
        if isinstance(fact, WinCount)
    }
    assert wins == {("000", 2, 2021), ("004", 1, None)}


def test_every_passage_really_is_in_the_article(extractions: dict[str, Extraction]) -> None:
    for extraction in extractions.values():
        text = extraction.article.text
        for fact in extraction.facts:
            assert fact.supports
            for support in fact.supports:
                assert text[support.start : support.end] == support.quote
                assert 0 < support.confidence <= 1


def test_headlines_of_other_articles_are_no_facts(extractions: dict[str, Extraction]) -> None:
    names = {
        fact.award.slug
        for fact in extractions["004"].facts
        if isinstance(fact, Conferral | WinCount)
    }
    assert names == {"apn"}
