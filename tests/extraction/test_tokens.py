from __future__ import annotations

import pytest

from anugerah.extraction.tokens import MAX_SENTENCE, split_sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Satu kalimat. Dua kalimat.", 2),
        ("Bupati H. Budi hadir. Ia senang.", 2),
        ("Jl. Merdeka No. 7 Jakarta.", 1),
        ("Nilainya 60.49 dari 100. Bagus.", 2),
        ("“Terima kasih,” ujarnya. “Semoga berlanjut.”", 2),
        ("Tanpa titik", 1),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(split_sentences(text, 0, 0)) == count


def test_offsets_count_from_the_article() -> None:
    text = "Satu. Dua tiga."
    for sentence in split_sentences(text, 100, 3):
        assert text[sentence.start - 100 : sentence.end - 100] == sentence.text
        for token in sentence.tokens:
            assert text[token.start - 100 : token.end - 100] == token.text


def test_endless_text_is_cut() -> None:
    sentences = split_sentences("kata " * 10_000, 0, 0)
    assert max(len(s.text) for s in sentences) <= MAX_SENTENCE
