from __future__ import annotations

import pytest

from anugerah.extraction.facts import Aspiration, WinCount
from tests.extraction.conftest import Extract

LEAD = "BATU, CONTOH.ID – "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pemkot Batu menargetkan masuk minimal 10 besar Indeks Inovasi Daerah 2024.",
            [("target", "indeks-inovasi-daerah", 2024, 10)],
        ),
        (
            "Pada 2025 Pemkot Batu menargetkan masuk lima besar Indeks Inovasi Daerah.",
            [("target", "indeks-inovasi-daerah", 2025, 5)],
        ),
        (
            "Kota Batu masuk nominasi Innovative Government Award (IGA) 2024.",
            [("nomination", "iga", 2024, None)],
        ),
        ("Kota Batu meraih Innovative Government Award (IGA) 2024.", []),
    ],
)
def test_targets_and_nominations(
    text: str, expected: list[tuple[str, str, int, int | None]], extract: Extract
) -> None:
    facts = [fact for fact in extract(LEAD + text).facts if isinstance(fact, Aspiration)]
    assert [(f.kind, f.award.slug, f.year, f.target_rank) for f in facts] == expected


@pytest.mark.parametrize(
    ("text", "count", "previous"),
    [
        ("Ini penghargaan kedua, setelah terakhir diraih tiga tahun lalu.", 2, 2021),
        ("Ini kali ketiga Kota Batu meraih penghargaan itu.", 3, None),
        ("Penghargaan itu diraih untuk kelima kalinya.", 5, None),
        ("Kota Batu meraihnya delapan kali berturut-turut.", 8, None),
        ("Untuk pertama kalinya Kota Batu meraih penghargaan itu.", 1, None),
    ],
)
def test_how_often_it_was_won(
    text: str, count: int, previous: int | None, extract: Extract
) -> None:
    first = "Kota Batu meraih Innovative Government Award (IGA) 2024. "
    facts = [f for f in extract(LEAD + first + text).facts if isinstance(f, WinCount)]
    assert [(f.count, f.previous_year) for f in facts] == [(count, previous)]
