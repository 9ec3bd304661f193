from __future__ import annotations

import pytest

from anugerah.extraction.facts import InnovationCount
from anugerah.mapping.things import label_of
from tests.extraction.conftest import Extract

LEAD = "BATU, CONTOH.ID – Pemerintah Kota Batu meraih Innovative Government Award (IGA) 2024. "


def _found(text: str, extract: Extract) -> list[InnovationCount]:
    return [fact for fact in extract(LEAD + text).facts if isinstance(fact, InnovationCount)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kota Batu memiliki sekitar 80 inovasi.", [(80, 2024, True, "owned")]),
        ("Kota Batu punya lebih dari 1.250 inovasi.", [(1250, 2024, True, "owned")]),
        ("Kota Batu punya 60 lebih inovasi.", [(60, 2024, True, "owned")]),
        ("Tujuh inovasi dikirim ke kementerian.", [(7, 2024, False, "entered")]),
        ("Kota Batu mengirimkan 135 inovasi daerah.", [(135, 2024, False, "entered")]),
        ("Dari 44 inovasi yang diikutsertakan, sembilan menang.", [(44, 2024, False, "entered")]),
        ("Inovasi yang dilaporkan sebanyak 96 inovasi.", [(96, 2024, False, "entered")]),
        (
            "Pada tahun 2023 ini kota mengembangkan total 488 inovasi.",
            [(488, 2023, False, "owned")],
        ),
        (
            "Di 2023 jumlah inovasinya hanya 87 dan di 2024 bertambah menjadi 91 inovasi.",
            [(91, 2024, False, "owned"), (87, 2023, False, "owned")],
        ),
        (
            "Tahun 2021 sebanyak 33 inovasi, tahun 2022 sebanyak 44 inovasi.",
            [(33, 2021, False, "owned"), (44, 2022, False, "owned")],
        ),
        ("Kota Batu melaporkan 45 program inovasi unggulan.", [(45, 2024, False, "entered")]),
    ],
)
def test_how_many(text: str, expected: list[tuple[int, int, bool, str]], extract: Extract) -> None:
    found = _found(text, extract)
    assert [(f.count, f.year, f.approximate, f.basis) for f in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tahun ini terhimpun 31.719 inovasi dari 529 daerah.",
        "Seluruh daerah melaporkan 1.719 inovasi.",
        "Top 45 inovasi diumumkan kemarin.",
        "Kota Batu memaparkan dua inovasi unggulan.",
        "Sebanyak 45 inovasi berhasil lolos ke tahap akhir.",
        "Penghargaan diberikan kepada 21 inovasi.",
        "Ada 16 kabupaten dengan 17 inovasi dan 9 kota sebanyak 9 inovasi.",
        "Sebanyak 19 inovasi dari 12 kementerian menang.",
        "Pemerintah kota mewajibkan satu OPD satu inovasi.",
        "Kota Batu menargetkan 200 inovasi tahun depan.",
        "Rinciannya 126 inovasi perangkat daerah dan 28 inovasi kecamatan.",
        "Gerakan “1 Institusi 3 Inovasi” diperkuat.",
        "Terpilih 8 inovasi pemerintah provinsi, 15 inovasi kabupaten dan 9 inovasi kementerian.",
        "Lomba itu diikuti 49 inovasi SMP dan 20 inovasi SD.",
        "Tahun depan 24 inovasi.",
    ],
)
def test_what_is_no_count_of_a_government(text: str, extract: Extract) -> None:
    assert _found(text, extract) == []


@pytest.mark.parametrize(
    ("text", "government", "count"),
    [
        ("Kabupaten Malang sendiri memiliki 167 inovasi.", "Kabupaten Malang", 167),
        ("Sebanyak 58 inovasi milik Kabupaten Malang ikut dinilai.", "Kabupaten Malang", 58),
    ],
)
def test_whose_they_are(text: str, government: str, count: int, extract: Extract) -> None:
    (found,) = _found(text, extract)
    assert (label_of(found.government), found.count) == (government, count)


def test_each_government_has_its_own(extract: Extract) -> None:
    found = _found(
        "Kota Malang menang dengan 67 inovasi dan Kabupaten Malang dengan 200 inovasi.", extract
    )
    assert [(label_of(f.government), f.count) for f in found] == [
        ("Kota Malang", 67),
        ("Kabupaten Malang", 200),
    ]
