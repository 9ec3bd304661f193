"""Text made to be slow: the work grows with the text, not with its square."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anugerah.extraction.language_data import load
from tests.extraction.conftest import Extract

HOSTILE = [
    "Kota Batu meraih IGA 2024. ",
    "1. Kabupaten Pati\n",
    "di Hotel Sultan, ",
    "Kepala Dinas Kesehatan dan ",
    "Bupati Aa Bb, ",
    "diserahkan oleh ",
    "inovasi Aaa Bbb (",
    "Bangka dan ",
    "1/2/ ",
    "(",
    "“",
    ", ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_in_proportion(piece: str, extract: Extract) -> None:
    def seconds(length: int) -> float:
        text = "BATU, CONTOH.ID – " + piece * (length // len(piece))
        begin = time.process_time()
        extract(text)
        return time.process_time() - begin

    seconds(2_000)
    short, long = max(seconds(20_000), 0.02), seconds(160_000)
    assert long < 8 * short * 3


ENDLESS = ["a", "A", "A ", "2024 ", "1", "a'", "(", ". ", "- ", "\n", "tahun 2020, ", "kategori "]


@pytest.mark.slow
@pytest.mark.parametrize("piece", ENDLESS)
def test_a_megabyte_of_anything_ends(piece: str, extract: Extract) -> None:
    begin = time.process_time()
    extract("BATU, CONTOH.ID – " + piece * (1_000_000 // len(piece)))
    assert time.process_time() - begin < 5


def test_many_new_awards_take_time_in_proportion(extract: Extract) -> None:
    def seconds(count: int) -> float:
        text = " ".join(
            f"Kota Batu menerima Penghargaan Cipta Karsa{i} 2024." for i in range(count)
        )
        begin = time.process_time()
        assert len(extract(text).conferrals) > count // 2
        return time.process_time() - begin

    seconds(20)
    short, long = max(seconds(200), 0.02), seconds(1_600)
    assert long < 8 * short * 3


WORDS = [
    *(phrase.rstrip("*") for listed in load("cues").values() for phrase in listed),
    *("Kota Batu", "Kabupaten Pati", "Pemkot", "Jawa Timur", "Bupati", "Wali Kota", "Budi Utama"),
    *("IGA", "Adipura", "Penghargaan", "kategori", "Madya", "predikat A", "Kemendagri", "tahun"),
    *(
        "2024",
        "2019",
        "1.",
        "ke-5",
        "90,12",
        "(3/4/2023)",
        "Senin",
        "di Jakarta",
        "inovasi",
        "SIAP",
    ),
    *("dan", ",", ".", ":", "(", ")", "“", "”", "-", "\n", "\n\n", "•", "yaitu", "oleh", "kepada"),
]


@given(words=st.lists(st.sampled_from(WORDS), max_size=60), gap=st.sampled_from([" ", ""]))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_read_and_quoted(words: list[str], gap: str, extract: Extract) -> None:
    extraction = extract(gap.join(words))
    for fact in extraction.facts:
        for support in fact.supports:
            assert extraction.article.text[support.start : support.end] == support.quote
