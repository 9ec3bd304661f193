from __future__ import annotations

import pytest

from anugerah.extraction.scores import find_rank, find_score, find_stated_score


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("meraih peringkat kelima", 5),
        ("keluar sebagai Juara I", 1),
        ("berada di urutan ke-13", 13),
        ("terbaik kedua nasional", 2),
        ("masuk peringkat 10 besar", None),
        ("juara dua kali", None),
        ("tanpa urutan", None),
    ],
)
def test_ranks(text: str, rank: int | None) -> None:
    assert find_rank(text) == rank


def test_the_rank_that_stands_nearest() -> None:
    text = "terbaik pertama Bali, terbaik kedua Aceh"
    assert find_rank(text, text.index("Aceh")) == 2


@pytest.mark.parametrize(
    ("text", "score"),
    [("dengan nilai 95,28", 95.28), ("skor indeks 60.49", 60.49), ("3,5 km", None)],
)
def test_stated_scores(text: str, score: float | None) -> None:
    assert find_stated_score(text) == score


def test_the_number_behind_a_name() -> None:
    assert find_score(" (83,79)") == 83.79
