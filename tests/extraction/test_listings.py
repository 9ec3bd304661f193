"""Winner lists in sentences that follow one another, and in lines of their own."""

from __future__ import annotations

import pytest

from anugerah.mapping.things import label_of
from tests.extraction.conftest import Extract
from tests.extraction.reading import LEAD

LISTS = [
    (
        "the level changes, the category stays",
        ("Penerima APBD Award 2023 kategori realisasi belanja tertinggi tingkat kota, yakni Bima, "
        "Salatiga, dan Bontang. Kemudian di tingkat kabupaten, di antaranya Sragen, Pati, dan "
        "Lebak. Di tingkat provinsi, ada Bali, Riau, dan Jambi."),
        {
            ("Realisasi Belanja Tertinggi", name)
            for name in (
                "Kota Bima", "Kota Salatiga", "Kota Bontang", "Kabupaten Sragen", "Kabupaten Pati",
                "Kabupaten Lebak", "Provinsi Bali", "Provinsi Riau", "Provinsi Jambi",
            )
        },
    ),
    (
        "a category behind each",
        ("Kemendagri memberikan IGA 2008 kepada tiga daerah. Ketiganya adalah Kota Batam untuk "
        "kategori promosi investasi, Kabupaten Karanganyar untuk kategori tata kelola, dan Kota "
        "Bontang untuk kategori pelayanan publik."),
        {
            ("Promosi Investasi", "Kota Batam"),
            ("Tata Kelola", "Kabupaten Karanganyar"),
            ("Pelayanan Publik", "Kota Bontang"),
        },
    ),
    (
        "places in order",
        ("Bappenas mengumumkan pemenang PPD 2024. Predikat provinsi terbaik pertama diraih Jawa "
        "Barat, terbaik kedua Bali, dan terbaik ketiga diraih Riau."),
        {
            ("Provinsi Terbaik", "Provinsi Jawa Barat"),
            ("Provinsi Terbaik", "Provinsi Bali"),
            ("Provinsi Terbaik", "Provinsi Riau"),
        },
    ),
    (
        "lettered lines under numbered headings",
        ("Daftar penerima penghargaan KLA 2023:\n1. Kategori Nindya\na. Kota Bima\nb. Kota Tual\n"
        "2. Kategori Madya\na. Kabupaten Pati, Jawa Tengah;\nb. Kabupaten Sragen (78,5)"),
        {
            ("Nindya", "Kota Bima"),
            ("Nindya", "Kota Tual"),
            ("Madya", "Kabupaten Pati"),
            ("Madya", "Kabupaten Sragen"),
        },
    ),
    (
        "a co-winner, and one more",
        "Kota Bima meraih Adipura 2023 bersama Kota Tual. Begitu pula Kota Bontang.",
        {(None, "Kota Bima"), (None, "Kota Tual"), (None, "Kota Bontang")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS]
)
def test_every_winner_once(
    text: str, expected: set[tuple[str | None, str]], extract: Extract
) -> None:
    found = [(c.category, label_of(c.recipient)) for c in extract(LEAD + text).conferrals]
    assert set(found) == expected
    assert len(found) == len(expected)


NO_LISTS = [
    "Kemendagri menyerahkan IGA 2023. Penilaian wilayah I meliputi Provinsi Aceh, Riau, dan Jambi.",
    "BPK menyerahkan opini WTP 2020. Pemda yang sudah menyerahkan LKPD yakni Sragen, Pati, Lebak.",
    "IGA 2023 diumumkan. Nominatornya adalah Kota Bima, Kota Tual, dan Kota Bontang.",
    "IGA 2023 diumumkan. Tiga kota tidak lolos. Ketiga kota itu adalah Bima, Tual, dan Bontang.",
]


@pytest.mark.parametrize("text", NO_LISTS)
def test_lists_of_others(text: str, extract: Extract) -> None:
    assert extract(LEAD + text).conferrals == []


def test_ranks_follow_the_places(extract: Extract) -> None:
    found = {label_of(c.recipient): c.rank for c in extract(LEAD + LISTS[2][1]).conferrals}
    assert found == {"Provinsi Jawa Barat": 1, "Provinsi Bali": 2, "Provinsi Riau": 3}
