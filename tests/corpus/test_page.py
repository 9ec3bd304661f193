from __future__ import annotations

import pytest

from anugerah.corpus.page import read_page
from tests.corpus.pages import PAGE

OPENING = (
    "CONTOH, BERITACONTOH.ID – Pemerintah Kota Contoh meraih penghargaan inovasi daerah dari "
    "Kementerian Dalam Negeri di Jakarta, Kamis (5/12)."
)


def test_paragraphs_lists_and_tables_keep_their_lines() -> None:
    lines = [line for line in read_page(PAGE, "x").text.splitlines() if line]
    assert lines == [
        "Kota Contoh Raih Penghargaan Inovasi",
        OPENING,
        "Berikut daftar pemenang kategori kota:",
        "1. Kota Contoh",
        "2. Kota Misal",
        "Pemenang kategori kabupaten:",
        "- Kabupaten Contoh",
        "- Kabupaten Misal",
        "- Desa Umpama",
        "Peringkat | Daerah",
        "1. Kota Contoh",
        "Tanggapan",
        "Terima kasih atas penghargaan ini, ujar Wali Kota Contoh, Budi Utama.",
        "Baris pertama tentang penghargaan itu",
        "baris kedua tentang penghargaan itu",
    ]


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Kota Misal Raih Piala - Situs Lain", "Situs Lain", "Kota Misal Raih Piala"),
        ("Kota Misal Raih Piala | situs lain", "Situs Lain", "Kota Misal Raih Piala"),
        ("Piala - Kota Misal", "Situs Lain", "Piala - Kota Misal"),
        (
            "Kota Contoh Raih Penghargaan Inovasi » Arsip",
            "Situs",
            "Kota Contoh Raih Penghargaan Inovasi",
        ),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(title: str, site: str, expected: str) -> None:
    page = PAGE.replace(
        'content="Kota Contoh Raih Penghargaan Inovasi | Berita Contoh"', f'content="{title}"'
    )
    page = page.replace('content="Berita Contoh"', f'content="{site}"').replace('"headline"', '"x"')
    page = page.replace('"publisher"', '"y"')
    assert read_page(page, "x").metadata.title == expected
