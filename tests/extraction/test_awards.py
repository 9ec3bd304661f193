from __future__ import annotations

import pytest

from anugerah.extraction.awards import find_awards
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.tokens import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("meraih IGA 2024", [("iga", 2024)]),
        ("meraih Innovative Government Awards (IGA) tahun 2024", [("iga", 2024)]),
        ("menerima Inovation Government Award (IGA) dari", [("iga", None)]),
        ("Innovatif Goverment Award (IGA) Tahun 2019", [("iga", 2019)]),
        ("Anugerah Pandu Negeri 2024 dengan", [("apn", 2024)]),
        ("piala Adipura Kencana 2023", [("adipura", None)]),
        ("meraih opini WTP dari", [("wtp", None)]),
        ("di tepi wtp kecil", []),
        ("penilaian indeks inovasi daerah tahun 2024", [("indeks-inovasi-daerah", 2024)]),
        (
            "meraih penghargaan Upakarya Wanua Nugraha Tahun 2022",
            [("upakarya-wanua-nugraha", 2022)],
        ),
        ("meraih Smart Harbour Award 2021", [("smart-harbour-award", 2021)]),
        ("menerima penghargaan Upakarya Wanuaa Nugraha", [("upakarya-wanua-nugraha", None)]),
        ("menerima Anugerah Pandu Negri 2024", [("apn", 2024)]),
        (
            "menerima Anugerah Kota Ramah Lansia Nusantara",
            [("anugerah-kota-ramah-lansia-nusantara", None)],
        ),
        (
            "menerima penghargaan bergengsi Praja Anindita Mahottama",
            [("praja-anindita-mahottama", None)],
        ),
        ("menerima penghargaan dari Wali Kota", []),
        ("menerima Penghargaan Sebagai Kota Sangat Inovatif", []),
    ],
)
def test_awards_are_found_with_the_year_of_their_edition(
    text: str, expected: list[tuple[str, int | None]], knowledge: Knowledge
) -> None:
    (sentence,) = split_sentences(text, 0, 0)
    assert [(m.award.slug, m.year) for m in find_awards(sentence, knowledge)] == expected


def test_a_new_award_is_marked_as_unknown(knowledge: Knowledge) -> None:
    (sentence,) = split_sentences("meraih Smart Harbour Award 2021", 0, 0)
    (mention,) = find_awards(sentence, knowledge)
    assert not mention.award.known
