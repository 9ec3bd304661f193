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


S = "Pemerintah Kota Contoh kembali meraih penghargaan inovasi daerah di Jakarta pada hari Kamis."
T = "Wali Kota Contoh, Budi Utama, mengatakan penghargaan itu hasil kerja seluruh perangkat daerah."
NAMES = ["Kota Contoh", "Kota Misal", "Kabupaten Umpama"]
MENU = "<ul><li><a href='/'>Beranda</a></li><li><a href='/b'>Berita</a></li></ul>"
LATEST = "".join(
    f"<li><a href='/{n}'>Kota Lain Meraih Piala Nomor {n} Tahun Ini</a></li>" for n in "12345678"
)


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        (
            "line breaks",
            f"<div class='isi'>{S}<br><br>{T}<br/>Daftarnya:<br>1. Kota A<br>2. Kota B</div>",
            [S, T, "Daftarnya:", "1. Kota A", "2. Kota B"],
        ),
        (
            "elements without meaning",
            f"<div><div>{S}</div><div>&nbsp;</div><div>{T}</div><div>- Kota Contoh</div></div>",
            [S, T, "- Kota Contoh"],
        ),
        (
            "marked words",
            f"<article><p><b>Peme</b>{S[4:]}</p><p><i>Wali</i> <a href='/'>Kota</a>{T[9:]}</p>",
            [S, T],
        ),
        (
            "a list of links between paragraphs",
            f"<article><p>{S}</p><ul>"
            + "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in NAMES)
            + f"</ul><p>{T}</p></article>",
            [S, *(f"- {n}" for n in NAMES), T],
        ),
        (
            "a table with paragraphs in it",
            f"<article><p>{S}</p><table><tr><td>No</td><td>Daerah</td></tr>"
            + "".join(
                f"<tr><td>{i}</td><td><p>{n}</p></td><td>9{i},5</td></tr>"
                for i, n in enumerate(NAMES, 1)
            )
            + f"</table><p>{T}</p></article>",
            [S, "No | Daerah", *(f"{i}. {n} | 9{i},5" for i, n in enumerate(NAMES, 1)), T],
        ),
    ],
)
def test_articles_as_sites_write_them(name: str, body: str, expected: list[str]) -> None:
    page = f"<html><body>{MENU}{body}<aside><h3>Terbaru</h3><ul>{LATEST}</ul></aside></body></html>"
    assert [line for line in read_page(page, name).text.splitlines() if line] == expected


def test_the_address_that_a_browser_noted_wins() -> None:
    for mark in (
        "<!-- saved from url=(0026)https://contoh.id/berita/1 -->",
        "<!--\n Page saved with SingleFile \n url: https://contoh.id/berita/1 \n-->",
    ):
        assert read_page(mark + PAGE, "x").metadata.url == "https://contoh.id/berita/1"
    address = "https://berita.contoh.id/2024/12/kota-contoh"
    for mark in ("<!-- saved from url=(0014)about:internet -->", ""):
        assert read_page(mark + PAGE, "x").metadata.url == address


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
