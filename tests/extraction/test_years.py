"""Which editions a sentence speaks of."""

from __future__ import annotations

import pytest

from anugerah.extraction.assertions import categories_of
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.years import find_edition, find_history, find_year_groups
from tests.extraction.reading import last_sentence, read_text

GROUPS = [
    ("meraih WTP 2018, 2019 dan 2020", [(2018, 2019, 2020)]),
    ("meraih WTP 2018, 2019 dan 2020 serta 2021", [(2018, 2019, 2020, 2021)]),
    ("diraih sejak tahun 2016 hingga tahun anggaran 2019", [(2016, 2017, 2018, 2019)]),
    ("berturut-turut tahun 2016-2018", [(2016, 2017, 2018)]),
    ("Pratama (2016-2017) dan Madya (2018, 2019)", [(2016, 2017), (2018, 2019)]),
    ("bupati periode 2016-2021 hadir", []),
    ("Peraturan Presiden Nomor 82 Tahun 2023", []),
    ("Selasa (12/12/2023) dan Rabu, 3 Mei 2024", []),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_years_that_stand_together(
    text: str, expected: list[tuple[int, ...]], knowledge: Knowledge
) -> None:
    groups = find_year_groups(last_sentence(f"Kota Batu {text}.", knowledge))
    assert [group.years for group in groups] == expected


HISTORIES = [
    ("Kota Batu meraih KLA kategori Pratama (2019), Madya (2020, 2021), hingga Nindya pada 2023.",
     {(2019, "Pratama"), (2020, "Madya"), (2021, "Madya"), (2023, "Nindya")}),
    ("Tahun 2015 Kota Batu meraih Swasti Saba Padapa, kemudian Wiwerda pada 2017.",
     {(2015, "Padapa"), (2017, "Wiwerda")}),
    ("Kota Batu meraih WTP tiga kali berturut-turut untuk tahun anggaran 2018, 2019 dan 2020.",
     {(2018, None), (2019, None), (2020, None)}),
    ("Kota Batu meraih KLA 2024, keempat berturut-turut sejak 2021.",
     {(2021, None), (2022, None), (2023, None), (2024, None)}),
    ("Kota Batu meraih KLA 2024, yang kedua setelah 2022.", {(2022, None), (2024, None)}),
    ("Kota Batu meraih KLA 2024.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HISTORIES)
def test_histories(text: str, expected: set[tuple[int, str | None]], knowledge: Knowledge) -> None:
    reading = read_text(text, knowledge)
    assert reading.award is not None
    sentence = reading.sentences[-1]
    categories = categories_of(sentence, reading.award, reading)
    history = find_history(sentence, categories, 2024)
    assert {(year, category and category.label) for year, category in history} == expected


EDITIONS = [
    ("Kota Batu meraih IGA 2023.", 2023),
    ("Kota Batu meraih Adipura kategori kota sedang tahun 2022.", 2022),
    ("Kota Batu meraih WTP atas LKPD Tahun Anggaran 2021 pada 3 Mei 2022.", 2021),
    ("Warga senang. Pada 2021, Kota Batu meraih Adipura.", 2021),
    ("Kota Batu meraih Adipura.", None),
]


@pytest.mark.parametrize(("text", "year"), EDITIONS)
def test_the_edition(text: str, year: int | None, knowledge: Knowledge) -> None:
    reading = read_text(text, knowledge)
    assert reading.award is not None
    edition = find_edition(reading.sentences[-1], reading.award, reading)
    assert edition is not None
    assert edition.year == year


def test_what_only_looks_back_has_no_edition(knowledge: Knowledge) -> None:
    reading = read_text("Selama ini Kota Batu pernah meraih Adipura.", knowledge)
    assert reading.award is not None
    assert find_edition(reading.sentences[-1], reading.award, reading) is None
