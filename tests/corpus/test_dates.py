from __future__ import annotations

from datetime import date

import pytest

from anugerah.corpus.dates import find_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamis (5/12/2024)", [(5, 12, 2024)]),
        ("Jum’at (18/12/ 2020)", [(18, 12, 2020)]),
        ("Jum'at, 18 Desember 2020", [(18, 12, 2020)]),
        ("Kamis 5 September 2024", [(5, 9, 2024)]),
        ("Senin (14/10/)", [(14, 10, None)]),
        ("Rabu (29/12) mulai pukul 08.30 WIB", [(29, 12, None)]),
        ("Rabu malam (30/11/2022)", [(30, 11, 2022)]),
        ("3 Okt 2021 dan 7 Nopember", [(3, 10, 2021), (7, 11, None)]),
        ("13 Des 2023 11:30 WIB", [(13, 12, 2023)]),
        ("Dec 10, 2024 - 15:31", [(10, 12, 2024)]),
        ("23 December 2022", [(23, 12, 2022)]),
        ("28-May-2024", [(28, 5, 2024)]),
        ("Jumat malam (22-7-2022)", [(22, 7, 2022)]),
        ("Selasa, 27, Januari 2026", [(27, 1, 2026)]),
        ("tanggal (80/08/2025)", []),
        ("skor 3/4 dari 10", []),
        ("pukul 18/55", []),
        ("tahun 2020", []),
    ],
)
def test_dates_are_found(text: str, expected: list[tuple[int, int, int | None]]) -> None:
    assert [(d.day, d.month, d.year) for d in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("Senin (14/10/)", 2024, date(2024, 10, 14)),
        ("Senin (14/10)", 2023, None),
        ("(29/2)", 2023, None),
        ("Kamis (5/12/2024)", 1999, date(2024, 12, 5)),
        ("(5/12)", None, None),
    ],
)
def test_partial_dates_resolve_only_to_days_that_fit(
    text: str, year: int | None, expected: date | None
) -> None:
    (found,) = find_dates(text)
    assert found.resolve(year) == expected
