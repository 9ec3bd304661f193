from __future__ import annotations

from datetime import date

import pytest

from anugerah.corpus.article import parse_article

PAGE = """Menu

Kota Contoh Raih Penghargaan Inovasi 2024

Kamis, 5 Desember 2024 – 16:06 WIB

CONTOH, BERITACONTOH.ID – Pemerintah Kota Contoh meraih penghargaan inovasi di Jakarta.

BACA JUGA: Kota Contoh Raih Adipura

“Terima kasih,” ujar Wali Kota Contoh, Budi Santoso.

Tinggalkan Balasan
Kota Contoh gagal meraih apa pun.
"""


def test_title_publisher_and_date_come_from_the_text_itself() -> None:
    article = parse_article(PAGE, "halaman")
    assert article.title == "Kota Contoh Raih Penghargaan Inovasi 2024"
    assert article.publisher == "BERITACONTOH.ID"
    assert article.published == date(2024, 12, 5)


def test_page_noise_is_left_out_and_offsets_select_the_rest() -> None:
    article = parse_article(PAGE, "halaman")
    assert [p.text.split()[0] for p in article.paragraphs] == ["CONTOH,", "“Terima"]
    for paragraph in article.paragraphs:
        assert article.text[paragraph.start : paragraph.end] == paragraph.text


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        (
            "HaluanContoh – Pemerintah Kota Contoh kembali menerima penghargaan nasional.",
            "HaluanContoh",
        ),
        ("CONTOHKOTA.ID - Pemerintah Kota Contoh kembali menerima penghargaan.", "CONTOHKOTA.ID"),
        ("Kota Contoh, contoh.id –", "contoh.id"),
        ("Jakarta (ANTARA) – Kementerian memberikan penghargaan kepada daerah.", "ANTARA"),
        ("PANGKALPINANG – Pemerintah Kota menggelar rapat koordinasi inovasi.", None),
        ("Pemerintah Kota Contoh menerima penghargaan dari kementerian di Jakarta kemarin.", None),
    ],
)
def test_the_dateline_names_the_publisher(opening: str, publisher: str | None) -> None:
    assert parse_article(opening, "x").publisher == publisher


def test_a_repeated_title_is_no_paragraph() -> None:
    title = "Pertama Kalinya, Kota Contoh Meraih Anugerah Contoh 2024"
    body = "CONTOH, CONTOH.ID - Kota Contoh meraih anugerah itu di Jakarta pada hari Kamis."
    article = parse_article(f"{title}\n\n{title}\n{title}\n\n{body}\n\n{title}", "x")
    assert article.title == title
    assert [p.text for p in article.paragraphs] == [body]


def test_lines_broken_in_mid_sentence_are_joined() -> None:
    text = (
        "CONTOH, CONTOH.ID – Penghargaan itu diserahkan langsung oleh\nmenteri kepada wali kota\n"
        "Contoh di Jakarta.\nKalimat berikutnya berdiri sendiri."
    )
    first, second = parse_article(text, "x").paragraphs
    assert first.text.endswith("Contoh di Jakarta.")
    assert text[first.start : first.end] == first.text
    assert second.text == "Kalimat berikutnya berdiri sendiri."


def test_a_list_of_other_articles_above_ends_nothing() -> None:
    text = "Artikel Lain\nCONTOH.ID – Kota Contoh meraih piala.\nArtikel Lain\nBukan ini."
    assert len(parse_article(text, "x").paragraphs) == 1


def test_the_date_may_stand_in_an_address_above() -> None:
    text = "foto /2023/02/28/adipura.jpg\nCONTOH, CONTOH.ID – Kota Contoh meraih penghargaan."
    assert parse_article(text, "x").published == date(2023, 2, 28)


def test_an_article_without_a_title_has_none() -> None:
    body = "Pemerintah Kota Contoh menerima penghargaan dari kementerian di Jakarta kemarin."
    article = parse_article(body, "x")
    assert article.title is None
    assert article.heading is None


def test_a_reprint_at_another_address_is_another_article() -> None:
    body = "Pemerintah Kota Contoh menerima penghargaan dari kementerian di Jakarta kemarin."
    plain, one, other = (
        parse_article(body, "x", url=url)
        for url in (None, "https://contoh.id/a", "https://misal.id/a")
    )
    assert plain.sha256 == one.sha256 == other.sha256
    assert plain.digest == plain.sha256[:16]
    assert len({plain.digest, one.digest, other.digest}) == 3
