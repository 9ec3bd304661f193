"""The clauses of a sentence, each with its modality."""

from __future__ import annotations

import pytest

from anugerah.extraction.clauses import find_clauses
from anugerah.extraction.knowledge import Knowledge
from tests.extraction.reading import last_sentence

CLAUSES = [
    ("Kota Batu meraih IGA 2024.", ["asserted"]),
    ("Kota Batu meraih IGA 2024, sedangkan Kota Tual masih menjadi nominator.",
     ["asserted", "not_yet"]),
    ("Kota Batu gagal tahun ini, sementara Kota Tual meraih IGA 2024.", ["negative", "asserted"]),
    ("Pada 2023 Bali meraih A, tahun 2024 Bali meraih AA.", ["asserted", "asserted"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_each_clause_asserts_for_itself(
    text: str, expected: list[str], knowledge: Knowledge
) -> None:
    clauses = list(find_clauses(last_sentence(text, knowledge)))
    assert [clause.modality for clause in clauses] == expected


def test_a_clause_is_supported_by_its_whole_sentence(knowledge: Knowledge) -> None:
    sentence = last_sentence(CLAUSES[1][0], knowledge)
    first, second = find_clauses(sentence)
    assert first.support("rule", 0.9).quote == second.support("rule", 0.9).quote == sentence.text
    assert [m.start for m in (*first.governments, *second.governments)] == [
        m.start for m in sentence.governments
    ]
