from __future__ import annotations

import pytest

from anugerah.extraction.governments import find_governments, main_government, resolve
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.tokens import split_sentences


def _found(text: str, knowledge: Knowledge) -> list[str]:
    sentences = split_sentences(text, 0, 0)
    mentions = [m for s in sentences for m in find_governments(s, knowledge.governments)]
    resolved = resolve(mentions, main_government(mentions, 0))
    return [m.government.slug for m in resolved if m.government]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Pemkab Bangka meraih", ["kabupaten-bangka"]),
        ("Pemerintah Kabupaten (Pemkab) Bangka", ["kabupaten-bangka"]),
        ("Pemerintah Kota (Pemkot) Bengkulu", ["kota-bengkulu"]),
        ("Provinsi Bengkulu dan Kota Bengkulu", ["provinsi-bengkulu", "kota-bengkulu"]),
        ("Bupati Malang hadir", ["kabupaten-malang"]),
        ("Walikota Malang hadir", ["kota-malang"]),
        ("Wakil Wali Kota Semarang", ["kota-semarang"]),
        ("Gubernur Jatim menerima", ["provinsi-jawa-timur"]),
        ("Kab. Kulonprogo", ["kabupaten-kulon-progo"]),
        ("Pangkal Pinang cerdas", ["kota-pangkalpinang"]),
        ("Provinsi Bangka Belitung", ["provinsi-kepulauan-bangka-belitung"]),
        ("Kabupaten Pangkajene dan Kepulauan", ["kabupaten-pangkajene-dan-kepulauan"]),
        ("Pemkot Batu senang. Pemkot berterima kasih.", ["kota-batu", "kota-batu"]),
        ("Pemkot Batu senang. Pemkab berterima kasih.", ["kota-batu"]),
        ("Kabupaten Madiun menang. Madiun bangga.", ["kabupaten-madiun", "kabupaten-madiun"]),
        ("Madiun bangga.", []),
        ("kota batu kali", []),
        ("Pemkab Tiada menang", []),
    ],
)
def test_level_words_titles_and_context_decide(
    text: str, slugs: list[str], knowledge: Knowledge
) -> None:
    assert _found(text, knowledge) == slugs
