from __future__ import annotations

import pytest

from anugerah.corpus.noise import ends_article, is_noise


@pytest.mark.parametrize(
    "line",
    [
        "BACA JUGA:Pemkot Contoh Raih Penghargaan Bhumandala Award 2023",
        "Baca juga: Kota Contoh Terima Adipura",
        "(Baca: Wali Kota Raih Dua Penghargaan)",
        "Img 20250312 Wa0059",
        "IMG-20250228-WA0013",
        "37cd305d E824 4fd3 A9da E158ec3596ee",
        "previous arrow",
        "banner 325x300",
        "%d blogger menyukai ini:",
        "SCROLL TO CONTINUE WITH CONTENT",
        "ADVERTISEMENT",
        "Editor: Rina",
        "Sumber:",
        "redaksi",
        "Wali Kota Contoh menerima penghargaan.--",
        "| |",
        "Bagikan ini:",
        "Foto: Humas Pemkab Contoh",
    ],
)
def test_page_furniture_is_noise(line: str) -> None:
    assert is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "Pemkot Contoh meraih penghargaan Innovative Government Award 2024.",
        "Sumber daya manusia di Kota Contoh sangat mendukung inovasi daerah, kata Wali Kota Budi.",
        "“Terima kasih kepada seluruh masyarakat,” ujarnya.",
        "Redaksi yang dipakai dalam surat itu jelas: Kabupaten Contoh adalah pemenangnya.",
    ],
)
def test_sentences_are_not_noise(line: str) -> None:
    assert not is_noise(line)


@pytest.mark.parametrize(
    "line", ["Tinggalkan Balasan", "Posting Terkait", "Similar Posts", "Jangan Lewatkan"]
)
def test_the_article_ends_at_the_comment_form_and_related_posts(line: str) -> None:
    assert ends_article(line)
