"""Text made to be slow: the work grows with the text, not with its square."""

from __future__ import annotations

import time

import pytest

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
