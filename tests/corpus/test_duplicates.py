from __future__ import annotations

import random

import pytest

from anugerah.corpus import parse_article
from anugerah.corpus.duplicates import LONGEST_SKETCH, Originals, Sketch, sketch

WORDS = ["kota", "kabupaten", "provinsi", "meraih", "menerima", "penghargaan", "inovasi", "menteri"]


def sentences(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [" ".join(chance.choices(WORDS, k=12)).capitalize() + f" {seed}." for _ in range(count)]


def of(lines: list[str]) -> Sketch:
    return sketch(parse_article("\n\n".join(lines), "x"))


STORY = sentences(1, 12)


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("the same", STORY),
        ("other order", STORY[::-1]),
        ("one paragraph", [" ".join(STORY)]),
        ("other case and quotes", [f"“{line.upper()}”" for line in STORY]),
        (
            "menu and links",
            ["Beranda", "Baca juga: Berita lain", *STORY, "Tinggalkan Balasan", *sentences(2, 9)],
        ),
        ("a lead of its own", [*sentences(3, 2), *STORY]),
        ("shortened", STORY[:7]),
        ("two sentences changed", [*STORY[:-2], *sentences(4, 2)]),
    ],
)
def test_the_same_article_is_recognised(name: str, copy: list[str]) -> None:
    originals = Originals()
    assert originals.add("lain", of(sentences(5, 12))) is None
    assert originals.add("asli", of(STORY)) is None
    assert originals.add(name, of(copy)) == "asli"
    assert len(originals) == 2


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("another", sentences(6, 12)),
        ("a common ending", [*sentences(7, 8), *STORY[-4:]]),
        ("a quarter of it", STORY[:3]),
        ("a round-up that holds it", [*STORY, *sentences(8, 40)]),
    ],
)
def test_another_article_is_not(name: str, other: list[str]) -> None:
    originals = Originals()
    originals.add("asli", of(STORY))
    assert originals.add(name, of(other)) is None


def test_long_articles_are_compared_by_a_sample() -> None:
    long = sentences(9, 500)
    originals = Originals()
    originals.add("asli", of(long))
    assert len(of(long)) == LONGEST_SKETCH
    assert originals.add("cermin", of([*long[:450], *sentences(10, 20)])) == "asli"
    assert originals.add("lain", of([*long[:100], *sentences(11, 400)])) is None


def test_articles_without_sentences_are_compared_as_a_whole() -> None:
    originals = Originals()
    assert originals.add("a", of(["Kota Contoh"])) is None
    assert originals.add("b", of(["Kota  contoh."])) == "a"
    assert originals.add("c", of(["Kota Misal"])) is None
    assert originals.add("d", of(["—"])) is None
    assert originals.add("e", of(["…"])) is None


def test_a_copy_of_a_copy_leads_to_the_original() -> None:
    originals = Originals()
    originals.add("asli", of(STORY))
    assert [originals.add(str(n), of(STORY[:n])) for n in (12, 11, 10)] == ["asli"] * 3
    assert len(originals) == 1


def test_a_sentence_that_many_articles_share_makes_no_copy() -> None:
    shared = sentences(12, 3)
    originals = Originals()
    for seed in range(100, 300):
        assert originals.add(str(seed), of([*sentences(seed, 10), *shared])) is None
    assert originals.add("cermin", of([*sentences(222, 10), *shared])) == "222"
