from __future__ import annotations

import pytest

from anugerah.extraction.facts import WinCount
from anugerah.mapping.things import label_of
from tests.extraction.conftest import Extract

LEAD = "BATU, CONTOH.ID – Kota Batu meraih Innovative Government Award (IGA) 2024. "


def _found(text: str, extract: Extract) -> list[WinCount]:
    return [fact for fact in extract(LEAD + text).facts if isinstance(fact, WinCount)]


@pytest.mark.parametrize(
    ("text", "count", "previous"),
    [
        ("Ini penghargaan kedua, setelah terakhir diraih tiga tahun lalu.", 2, 2021),
        ("Ini kali ketiga Kota Batu meraih penghargaan itu.", 3, None),
        ("Penghargaan itu diraih untuk kelima kalinya.", 5, None),
        ("Penghargaan itu diraih untuk yang ke 9 kalinya.", 9, None),
        ("Penghargaan itu diraih untuk ke-11 kalinya.", 11, None),
        ("Kota Batu meraihnya delapan kali berturut-turut.", 8, None),
        ("Kota Batu meraihnya 12 kali secara beruntun.", 12, None),
        ("Kota Batu meraihnya tujuh tahun berturut-turut.", 7, None),
        ("Penghargaan ini yang ke delapan kali secara berturut-turut.", 8, None),
        ("Ini tahun ke 3 berturut-turut Kota Batu menerima penghargaan.", 3, None),
        ("Untuk pertama kalinya Kota Batu meraih penghargaan itu.", 1, None),
        ("Kota Batu mencetak hattrick penghargaan itu.", 3, None),
        ("“Ini IGA kesepuluh yang diterima Kota Batu,” katanya.", 10, None),
        ("Kota Batu menerimanya yang kedua kalinya setelah tahun 2019 lalu.", 2, 2019),
    ],
)
def test_how_often_it_was_won(
    text: str, count: int, previous: int | None, extract: Extract
) -> None:
    assert [(f.count, f.previous_year) for f in _found(text, extract)] == [(count, previous)]


@pytest.mark.parametrize(
    "text",
    [
        "Ajang IGA itu untuk kelima kalinya digelar di Surabaya.",
        "Kota Batu meraih peringkat kedua.",
        "Penghargaan pertama, Kota Batu dinobatkan sebagai kota terinovatif.",
        "Kota Batu menargetkan penghargaan ketiga kalinya tahun depan.",
        "Sampah diangkut tiga kali sehari.",
        "Bupati Malang dan Wali Kota Malang hadir untuk kedua kalinya menjabat.",
    ],
)
def test_what_is_no_number_of_wins(text: str, extract: Extract) -> None:
    assert _found(text, extract) == []


def test_each_winner_has_its_own_number(extract: Extract) -> None:
    found = _found(
        "Bagi Pemkab Malang ini IGA yang kesembilan, kata bupati. "
        "Pemkot Malang sudah 12 kali berturut-turut mendapat penghargaan serupa.",
        extract,
    )
    assert [(label_of(f.recipient), f.count) for f in found] == [
        ("Kabupaten Malang", 9),
        ("Kota Malang", 12),
    ]


def test_a_place_is_no_winner(extract: Extract) -> None:
    (found,) = _found(
        "Kota ini satu-satunya di Jawa Timur yang meraihnya tujuh kali berturut-turut.", extract
    )
    assert label_of(found.recipient) == "Kota Batu"
