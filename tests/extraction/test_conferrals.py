"""Phrasings of conferrals, in sentences of our own, and what must come of each."""

from __future__ import annotations

import pytest

from anugerah.mapping.things import label_of
from tests.extraction.conftest import Extract

LEAD = "CONTOH, CONTOH.ID – "

ONE = [
    (
        "Pemkot Batu meraih Innovative Government Award (IGA) 2024 sebagai Kota Terinovatif.",
        ("iga", 2024, "Kota Terinovatif", "Kota Batu"),
    ),
    (
        "Kabupaten Sragen dinobatkan sebagai kabupaten terinovatif pada ajang IGA 2022.",
        ("iga", 2022, "Kabupaten Terinovatif", "Kabupaten Sragen"),
    ),
    (
        "Kabupaten Banyuwangi kembali menjadi kabupaten terinovatif dalam IGA 2021.",
        ("iga", 2021, "Kabupaten Terinovatif", "Kabupaten Banyuwangi"),
    ),
    (
        "Kota Sukabumi, Jawa Barat, terpilih jadi Kota Terinovatif pada ajang IGA 2025.",
        ("iga", 2025, "Kota Terinovatif", "Kota Sukabumi"),
    ),
    (
        "Penghargaan IGA 2023 diserahkan oleh Mendagri kepada Bupati Bangka di Jakarta.",
        ("iga", 2023, None, "Kabupaten Bangka"),
    ),
    (
        "Penghargaan IGA 2023 diterima langsung oleh Wali Kota Padang Panjang di Jakarta.",
        ("iga", 2023, None, "Kota Padang Panjang"),
    ),
    (
        "Bupati Sambas Rina Sari menerima penghargaan IGA tahun 2020 dari Kemendagri.",
        ("iga", 2020, None, "Kabupaten Sambas"),
    ),
    (
        "Pemkab Badung meraih Anugerah Pandu Negeri 2024 kategori Gold dari IIPG.",
        ("apn", 2024, "Gold", "Kabupaten Badung"),
    ),
    (
        "Pemkab Lebong meraih opini WTP atas LKPD Tahun Anggaran 2023 dari BPK.",
        ("wtp", 2023, None, "Kabupaten Lebong"),
    ),
    (
        "Pemprov Bali menerima penghargaan Upakarya Wanua Nugraha tahun 2022.",
        ("upakarya-wanua-nugraha", 2022, None, "Provinsi Bali"),
    ),
    (
        "Penghargaan Adipura 2018 diserahkan Gubernur Jawa Tengah kepada Bupati Pekalongan.",
        ("adipura", 2018, None, "Kabupaten Pekalongan"),
    ),
    (
        "Pemprov Riau meraih penghargaan Badan Kepegawaian Negara (BKN) Award 2018.",
        ("bkn-award", 2018, None, "Provinsi Riau"),
    ),
    (
        "Jika sebelumnya masih dinilai cukup, kini Pemkab Tuban meraih Adipura 2016.",
        ("adipura", 2016, None, "Kabupaten Tuban"),
    ),
    (
        "Bupati Jember menerima Anugerah Aksara Madya 2012 dari Kemendikbud.",
        ("anugerah-aksara", 2012, "Madya", "Kabupaten Jember"),
    ),
    (
        "Pemkot Batu meraih penghargaan Adiwiyata Mandiri 2023 dari KLHK.",
        ("adiwiyata", 2023, "Mandiri", "Kota Batu"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_recipient(
    text: str, expected: tuple[str, int, str | None, str], extract: Extract
) -> None:
    (found,) = extract(LEAD + text).conferrals
    assert (found.award.slug, found.year, found.category, label_of(found.recipient)) == expected


NONE = [
    "Pemkot Batu optimistis meraih Innovative Government Award (IGA) 2024.",
    "Pemkot Batu menargetkan masuk 10 besar Indeks Inovasi Daerah 2024.",
    "Kota Batu masuk nominasi Innovative Government Award (IGA) 2024.",
    "Pemkot Batu akan menerima penghargaan IGA 2024 pada Kamis mendatang.",
    "Pemkab Sambas bakal menerima Piala Adipura 2023 dari Presiden.",
    "Kota Batu belum pernah meraih Innovative Government Award (IGA).",
    "Tim Kemendagri melakukan validasi lapangan IGA 2024 di Kota Batu.",
    "Wali Kota Batu mengucapkan terima kasih atas penilaian IGA 2024.",
    "IGA 2024 meliputi lima kategori, yakni Provinsi Terinovatif dan Kota Terinovatif.",
    "Pemprov Bali tiga kali mendapat opini Wajar dengan Pengecualian (WDP) tahun 2010.",
    "Pemkot Batu menerima kunjungan tim penilai IGA 2024.",
    "Kabupaten Malang diagendakan menerima penghargaan IGA 2021.",
    "Kemendagri akan menganugerahi penghargaan IGA 2021 kepada Kabupaten Malang.",
    "Kemendagri akan menyerahkan penghargaan IGA 2021 kepada Kabupaten Malang.",
    "Kota Batu tinggal selangkah meraih penghargaan IGA 2021.",
    "Wali Kota Batu diundang untuk menerima penghargaan IGA 2021.",
    "Bupati ingin Kabupaten Bogor meraih IGA 2021.",
    "Pemda Banten memiliki tiga daerah yang mendapat predikat A SAKIP 2019.",
    "Pemkot Batu mendapat undangan IGA 2024 dari Kemendagri.",
    "Pemkot Batu mendapat apresiasi dari Kemendagri dalam rapat IGA 2024.",
    "Pemkot Batu menerima tim penilai IGA 2024.",
    "Pemkot Batu memperoleh pendampingan untuk IGA 2024.",
    "Kota Batu terpilih mengikuti IGA 2024.",
    "Pemkot Batu ditetapkan sebagai peserta IGA 2024.",
    "Kota Batu dipilih menjadi lokasi penyerahan IGA 2024.",
    "Pemkot Batu dapat mengikuti IGA 2024.",
    "Kami berharap Pemkot Batu meraih IGA 2024.",
    "Semoga Kota Batu menerima IGA 2024.",
    "Pemkot Batu siap menerima penilaian IGA 2024.",
    "Pemkot Batu berpotensi meraih IGA 2024.",
    "Jika warga bekerja sama, Kota Batu masuk daftar penerima Adipura 2024.",
    "Kadis mengaku sedih atas gagalnya Pemkot Batu meraih Adipura 2019.",
    "Targetnya Pemkab Bangka bisa mendapatkan opini WTP tahun 2017.",
    "Ia diduga menyuap pemeriksa agar Kabupaten Garut mendapat predikat WTP tahun 2021.",
    "Kota Batu hanya membawa plakat tanda keikutsertaan dalam penilaian Adipura 2018.",
    "Di Provinsi Bali, seluruh kabupaten dan kota meraih opini WTP tahun 2024.",
    "Sebanyak 12 sekolah di bawah binaan Pemkab Sragen meraih Adiwiyata 2025.",
    "Penghargaan Adipura 2025 akan diraih Bupati Luwu pada 8 Desember.",
    "Jika pada tahun 2025 Pemkab Tuban meraih Adipura, warga senang.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_has_not_been_conferred_is_no_conferral(text: str, extract: Extract) -> None:
    assert extract(LEAD + text).conferrals == []


LISTS = [
    (
        (
            "Piala IGA 2022 kategori kabupaten terinovatif diraih Tabalong, Sragen, Pati, dan "
            "Pangkajene dan Kepulauan."
        ),
        {
            ("Kabupaten Terinovatif", "Kabupaten Tabalong"),
            ("Kabupaten Terinovatif", "Kabupaten Sragen"),
            ("Kabupaten Terinovatif", "Kabupaten Pangkajene dan Kepulauan"),
        },
    ),
    (
        "Ada tiga kota terinovatif pada IGA 2023, yakni Kota Mojokerto, Kota Bekasi, dan Madiun.",
        {
            ("Kota Terinovatif", "Kota Mojokerto"),
            ("Kota Terinovatif", "Kota Bekasi"),
            ("Kota Terinovatif", "Kota Madiun"),
        },
    ),
    (
        (
            "Berikut daftar daerah yang mendapatkan penghargaan IGA 2020:\n"
            "Kategori Kabupaten Terinovatif:\n1. Kabupaten Pati.\n2.Kabupaten Bantul\n3. Solok\n"
            "Kategori Kota Terinovatif:\n1. Kota Solok, dan\n2. Kota Bontang."
        ),
        {
            ("Kabupaten Terinovatif", "Kabupaten Pati"),
            ("Kabupaten Terinovatif", "Kabupaten Bantul"),
            ("Kabupaten Terinovatif", "Kabupaten Solok"),
            ("Kota Terinovatif", "Kota Solok"),
            ("Kota Terinovatif", "Kota Bontang"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_every_winner_of_a_list_has_a_conferral_of_its_own(
    text: str, expected: set[tuple[str, str]], extract: Extract
) -> None:
    found = {(c.category, label_of(c.recipient)) for c in extract(LEAD + text).conferrals}
    assert expected <= found
    assert len(found) <= len(expected) + 1


def test_a_nominees_list_is_no_winners_list(extract: Extract) -> None:
    text = "Nominator IGA 2023 kategori kota terinovatif, yakni Kota Batam, Kota Bekasi, Kota Batu."
    assert extract(LEAD + text).conferrals == []


def test_a_headline_under_a_link_word_is_no_fact(extract: Extract) -> None:
    text = (
        "Pemkot Batu meraih Adipura 2024 di Jakarta.\n\nBaca juga:\n\nKota Malang Raih IGA 2023\n\n"
        "Wali Kota Batu mengucapkan terima kasih kepada semua warganya."
    )
    assert {label_of(c.recipient) for c in extract(LEAD + text).conferrals} == {"Kota Batu"}


@pytest.mark.parametrize(
    "text",
    [
        "Ia mengucapkan terima kasih kepada Wali Kota Malang, Rina Sari, atas penghargaan ini.",
        "Panitia melaporkan penghargaan itu kepada Bupati Malang Rina Sari.",
        "Penghargaan itu dipersembahkan kepada Bupati Malang.",
        "Menteri memberikan ucapan selamat kepada Bupati Malang atas penghargaan itu.",
    ],
)
def test_thanks_and_reports_hand_nothing_over(text: str, extract: Extract) -> None:
    (found,) = extract(f"{LEAD}Pemkot Batu meraih IGA 2024. {text}").conferrals
    assert label_of(found.recipient) == "Kota Batu"
    assert found.accepted_by == ()


def test_others_that_are_only_compared_win_for_themselves(extract: Extract) -> None:
    text = "Empat provinsi di atas Pemprov Bali yang juga meraih IGA 2024 tidak disebut."
    assert extract(LEAD + text).conferrals == []


def test_a_grade_behind_the_awards_name_is_its_category(extract: Extract) -> None:
    (found,) = extract(LEAD + "Kota Batu meraih penghargaan Swasti Saba Wiwerda 2019.").conferrals
    assert found.category == "Wiwerda"


def test_the_head_without_a_name_is_known_from_elsewhere(extract: Extract) -> None:
    text = "Wali Kota Batu, Rina Sari, bangga. Wali Kota Batu menerima piala IGA 2024."
    (found,) = extract(LEAD + text).conferrals
    assert [p.name for p in found.accepted_by] == ["Rina Sari"]


def test_who_stood_in_accepted(extract: Extract) -> None:
    text = (
        "Pemkab Batu Bara meraih IGA 2023. Penghargaan IGA 2023 diserahkan langsung oleh Menteri "
        "Dalam Negeri Tito Karnavian kepada Bupati Batu Bara Zahir Sani yang diwakili oleh Asisten "
        "Perekonomian dan Pembangunan Radyan Syah di Jakarta, Selasa (12/12/2023)."
    )
    (found,) = extract(LEAD + text).conferrals
    assert [p.name for p in found.presented_by] == ["Tito Karnavian"]
    assert [p.name for p in found.accepted_by] == ["Radyan Syah"]


def test_a_presenter_needs_no_office_and_the_accepting_one_is_not_it(extract: Extract) -> None:
    text = (
        "Pemprov Bali meraih IGA 2025. Penghargaan diserahkan langsung oleh R. Sari Wulan yang "
        "diterima langsung pula oleh Wakil Gubernur Bali Made Putra di Jakarta."
    )
    (found,) = extract(LEAD + text).conferrals
    assert [p.name for p in found.presented_by] == ["R. Sari Wulan"]
    assert [p.name for p in found.accepted_by] == ["Made Putra"]


def test_everybody_in_a_row_accepted_for_the_own_government(extract: Extract) -> None:
    text = (
        "Pemprov Bali, Kota Bima, dan Kabupaten Pati meraih IGA 2025. Piala IGA 2025 diterima "
        "oleh Sekda Bali Gita Sari, Wali Kota Bima Rahman Hadi, dan Bupati Pati Dewi Ayu."
    )
    found = {
        label_of(c.recipient): [p.name for p in c.accepted_by]
        for c in extract(LEAD + text).conferrals
    }
    assert found["Kota Bima"] == ["Rahman Hadi"]
    assert found["Kabupaten Pati"] == ["Dewi Ayu"]


def test_the_day_of_an_interview_is_not_the_ceremonys(extract: Extract) -> None:
    text = (
        "Kabupaten Aceh Jaya meraih penghargaan IGA tahun 2022 sebagai kabupaten sangat inovatif. "
        "“Kami bersyukur,” kata Pj Bupati Aceh Jaya Nur Din di Calang, Selasa (14/2/2023)."
    )
    (found,) = extract(LEAD + text).conferrals
    assert found.held_on is None
    assert found.venue is None


def test_a_speakers_inexact_words_make_no_second_conferral(extract: Extract) -> None:
    text = (
        "Pemkot Sukabumi meraih penghargaan Kota Terinovatif dalam IGA 2023. “Syukur, Pemkot "
        "Sukabumi meraih penghargaan sebagai kota sangat inovatif,” ujar dia."
    )
    (found,) = extract(LEAD + text).conferrals
    assert found.category == "Kota Terinovatif"


def test_an_agencys_head_accepts_for_the_agency(extract: Extract) -> None:
    text = (
        "Dinas Kesehatan Kota Batu meraih Adipura 2023. Penghargaan diserahkan Menteri Kesehatan "
        "kepada Kepala Dinas Kesehatan Kota Batu, Siti Aminah, di Jakarta."
    )
    (found,) = extract(LEAD + text).conferrals
    assert label_of(found.recipient) == "Dinas Kesehatan Kota Batu"
