"""Parties in a row, and what stands behind each name."""

from __future__ import annotations

import pytest

from anugerah.extraction.chains import find_chains, level_before
from anugerah.extraction.knowledge import Knowledge
from anugerah.mapping.things import label_of
from tests.extraction.reading import last_sentence

CHAINS = [
    ("Kota Bima, Kabupaten Pati, dan Pemkab Sambas hadir.",
     [["Kota Bima", "Kabupaten Pati", "Kabupaten Sambas"]]),
    ("Kabupaten Lebak, Sragen dan Pangkajene dan Kepulauan hadir.",
     [["Kabupaten Lebak", "Kabupaten Sragen", "Kabupaten Pangkajene dan Kepulauan"]]),
    ("Kabupaten Lebak, Madiun, dan Malang hadir.",
     [["Kabupaten Lebak", "Kabupaten Madiun", "Kabupaten Malang"]]),
    ("Kota Bima (NTB), Kota Salatiga (Jawa Tengah); dan Kota Batu hadir.",
     [["Kota Bima", "Kota Salatiga", "Kota Batu"]]),
    ("Kota Sukabumi (Jawa Barat) Kota Metro (Lampung), dan Kota Tual hadir.",
     [["Kota Sukabumi", "Kota Metro", "Kota Tual"]]),
    ("Kabupaten Serang dengan 74,54 poin, Kabupaten Lebak 74,15 poin hadir.",
     [["Kabupaten Serang", "Kabupaten Lebak"]]),
    ("Wali Kota Batam (Kepri) Amir Hamid, Bupati Pati Siti Aminah, dan Bupati Sragen hadir.",
     [["Kota Batam", "Kabupaten Pati", "Kabupaten Sragen"]]),
    ("Gubernur Bali Made Putra, Jawa Barat Dadang Hidayat dan Banten Asep Mulyana hadir.",
     [["Provinsi Bali", "Provinsi Jawa Barat", "Provinsi Banten"]]),
    ("Kota Purwokerto Kabupaten Banyumas, Kota Salatiga, dan Kota Sidoarjo hadir.",
     [["Kabupaten Banyumas", "Kota Salatiga", "Kabupaten Sidoarjo"]]),
    ("Kota Bima disusul Kota Batu, lalu Kota Tual hadir.",
     [["Kota Bima", "Kota Batu", "Kota Tual"]]),
    ("Wali Kota Makasar dan Gubernur Sumatra Utara hadir.",
     [["Kota Makassar", "Provinsi Sumatera Utara"]]),
    ("Kota Batu, Kabupaten dan Kota Semarang, dan Kota Tual hadir.",
     [["Kota Batu", "Kabupaten Semarang", "Kota Semarang", "Kota Tual"]]),
    ("Wali Kota Batu, Pj Bupati Pati, dan Plt Bupati Sragen hadir.",
     [["Kota Batu", "Kabupaten Pati", "Kabupaten Sragen"]]),
    ("Acara di Jakarta dihadiri Kota Batu.", [["Kota Batu"]]),
    ("Dinas Kesehatan Kota Batu dan RSUD Karsa Kota Batu hadir.",
     [["Dinas Kesehatan Kota Batu", "RSUD Karsa Kota Batu"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_parties_in_a_row(text: str, expected: list[list[str]], knowledge: Knowledge) -> None:
    chains = find_chains(last_sentence(text, knowledge))
    assert [[label_of(m.party) for m in chain.members] for chain in chains] == expected


def test_the_number_and_the_category_behind_a_name_are_its_own(knowledge: Knowledge) -> None:
    text = "Kota Bima (kategori layanan publik), Kota Batu (tata kelola), Kota Tual 88,5 hadir."
    (chain,) = find_chains(last_sentence(text, knowledge))
    found = [(m.label, m.score) for m in chain.members]
    assert found == [("Layanan publik", None), ("Tata kelola", None), (None, 88.5)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("untuk kategori kabupaten diraih", "regency"),
        ("predikat kota terbaik", "city"),
        ("di tingkat provinsi, ada", "province"),
        ("kategori kabupaten/kota", None),
        ("seluruh daerah", None),
    ],
)
def test_the_level_that_words_give_to_bare_names(text: str, level: str | None) -> None:
    assert level_before(text) == level
