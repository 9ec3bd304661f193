from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anugerah.corpus.marks import DIGIT, MarkedPattern, alternation, mark_of, marked, marks_of

WORDS = ("meraih", "raih", "untuk", "sementara", "Jum'at", "ter-inovatif", "2024", "mendapatkan")


@pytest.mark.parametrize(
    ("phrase", "mark"),
    [
        ("meraih", "meraih"),
        ("untuk sementara", "sementara"),
        ("ter-inovatif", "inovatif"),
        ("meng*", "men*"),
        ("akan mendapat*", "akan"),
        ("me*", None),
        ("&", None),
    ],
)
def test_the_mark_of_a_phrase(phrase: str, mark: str | None) -> None:
    assert mark_of(phrase) == mark


def test_the_marks_of_a_text() -> None:
    assert marks_of("Meraih IGA-2024") == {"meraih", "iga", "2024", "mer*", "iga*", "202*", DIGIT}


def test_a_pattern_without_a_telling_word_is_always_tried() -> None:
    assert MarkedPattern(r"&", [mark_of("&")]).search("A & B") is not None


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.text(alphabet=" .,-"))
def test_marks_hide_no_match(words: list[str], between: str) -> None:
    text = between.join(words)
    pattern = marked(r"\b{words}\b", "raih|inovatif|sementara")
    plain = re.compile(pattern.pattern, re.IGNORECASE)
    assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert (pattern.search(text, 3) is None) == (plain.search(text, 3) is None)


PHRASES = st.lists(st.text(alphabet="ab.* ", min_size=1, max_size=6), min_size=1, max_size=8)


@given(PHRASES, st.text(alphabet="ab. ", max_size=12))
def test_an_alternation_finds_the_longest_phrase(phrases: list[str], text: str) -> None:
    choices = [p for p in phrases if p.strip(" *") and "*" not in p[:-1] and not p.endswith(" *")]
    ordered = sorted((p for p in choices if not p.endswith("*")), key=len, reverse=True)
    plain = [r"\s+".join(map(re.escape, p.split())) for p in ordered]
    plain += [r"\s+".join(map(re.escape, p[:-1].split())) + r"\w*" for p in choices if p[-1] == "*"]
    one, other = f"(?:{alternation(choices)})$", f"(?:{'|'.join(plain)})$"
    for at in range(len(text) if choices else 0):
        assert bool(re.compile(one).match(text, at)) == bool(re.compile(other).match(text, at))


def test_common_beginnings_are_written_once() -> None:
    assert alternation(["raih", "raih piala", "rebut", "me*"]) == (
        r"r(?:aih(?:\s+piala|)|ebut)|me\w*"
    )
