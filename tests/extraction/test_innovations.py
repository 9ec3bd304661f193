from __future__ import annotations

import time

import pytest

from anugerah.extraction.facts import Innovation
from anugerah.mapping.things import label_of
from tests.extraction.conftest import Extract

LEAD = "BATU, CONTOH.ID – Pemerintah Kota Batu menerima tamu. "


def _found(text: str, extract: Extract) -> list[Innovation]:
    return [fact for fact in extract(LEAD + text).facts if isinstance(fact, Innovation)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # right behind the word, with the long form in brackets, either way round
        (
            "Kota Batu meraihnya melalui inovasi CETAR TB (Cegah Tangkal Rata Tuberkulosis).",
            [("CETAR TB", "Cegah Tangkal Rata Tuberkulosis")],
        ),
        (
            "Inovasi Pelayanan Antar Ibu Hamil (Pantai Ibu) dinilai terbaik.",
            [("Pantai Ibu", "Pelayanan Antar Ibu Hamil")],
        ),
        (
            (
                "Anugerah itu atas inovasi Si Teduh alias Sistem Informasi Terpadu Dunia Usaha "
                "milik Dinas Perdagangan."
            ),
            [("Si Teduh", "Sistem Informasi Terpadu Dunia Usaha")],
        ),
        (
            "Warga memakai inovasi PASAR LUMUT atau Pasar Lumbung Masyarakat Utara, kata Wira.",
            [("PASAR LUMUT", "Pasar Lumbung Masyarakat Utara")],
        ),
        # introduced by a word
        (
            "Dinas Sosial memiliki inovasi bernama Rumah Singgah Ceria.",
            [("Rumah Singgah Ceria", None)],
        ),
        ("Inovasi berjudul Kopi Senja itu baru dua tahun.", [("Kopi Senja", None)]),
        (
            "Kota Batu menang berkat inovasi data bertajuk One Street, One Map, One Desk.",
            [("One Street, One Map, One Desk", None)],
        ),
        (
            "Kota Batu memamerkan inovasi Si Damai Kaya, Sistem Kendali Mutu dan Biaya Kayu Raya.",
            [("Si Damai Kaya", "Sistem Kendali Mutu dan Biaya Kayu Raya")],
        ),
        (
            "Dari 32 usulan inovasi, dinas itu unggul dengan program pelayanan “PUSTAKA RIMBA”.",
            [("PUSTAKA RIMBA", None)],
        ),
        # quotation marks of every kind
        ("Camat memaparkan inovasi 'Teras Baca' di depan juri.", [("Teras Baca", None)]),
        ("Camat memaparkan inovasi “Teras Baca” di depan juri.", [("Teras Baca", None)]),
        ('Camat memaparkan inovasi "Teras Baca" di depan juri.', [("Teras Baca", None)]),
        ("Camat memaparkan inovasi ”Teras Baca” di depan juri.", [("Teras Baca", None)]),
        (
            "Penghargaan inovasi terbaik “Sistem Irigasi Tani Raya (SITARA)” diraih tahun lalu.",
            [("SITARA", "Sistem Irigasi Tani Raya")],
        ),
        # two and more
        (
            "Kota Batu unggul dengan inovasi Lentera dan Kuda Lumping sebagai andalan.",
            [("Lentera", None), ("Kuda Lumping", None)],
        ),
        (
            "Tim meninjau inovasi ‘Ikan Emas’ dan ‘Melati’ di lapangan.",
            [("Ikan Emas", None), ("Melati", None)],
        ),
        (
            (
                "Kota Batu punya 40 inovasi, di antaranya Aplikasi Motor pintar, Becak Sehat dan "
                "e-Lurah."
            ),
            [("Motor Pintar", None), ("Becak Sehat", None), ("e-Lurah", None)],
        ),
        (
            "Dua inovasi unggulan, yakni Bidan hadir di gang dan Gema Sehat, sudah lama berjalan.",
            [("Bidan Hadir Di Gang", None), ("Gema Sehat", None)],
        ),
        (
            "Inovasi digital adalah PBB Kilat dan non digital adalah Batu Care Center.",
            [("PBB Kilat", None), ("Batu Care Center", None)],
        ),
        (
            (
                "Beberapa inovasi di antaranya ialah Samsat Subuh, Samsat 5.0, serta Sambil Masak "
                "Bayar Pajak (Sambel Pajak)."
            ),
            [
                ("Samsat Subuh", None),
                ("Samsat 5.0", None),
                ("Sambel Pajak", "Sambil Masak Bayar Pajak"),
            ],
        ),
        # the name before the word
        (
            "Lumbung Pangan Keluarga (Lupaga) menjadi inovasi andalan kota.",
            [("Lupaga", "Lumbung Pangan Keluarga")],
        ),
        ("Teras Baca merupakan inovasi Kelurahan Temas.", [("Teras Baca", None)]),
        # an ordinal, a copula
        (
            "Inovasi pertama adalah PASTA (Pasukan Tanaman) untuk sekolah.",
            [("PASTA", "Pasukan Tanaman")],
        ),
        # the long form comes later
        (
            (
                "Juara pertama meraih nilai 90 dari inovasi Jumpa Riang. Jumpa Riang merupakan "
                "akronim dari Jumat Pagi Riang, Sehat dan Bugar."
            ),
            [("Jumpa Riang", "Jumat Pagi Riang, Sehat dan Bugar")],
        ),
        # apps and programmes, where the text calls them innovations
        (
            "Banyak inovasi dipamerkan. Aplikasi SIMELATI paling ramai dikunjungi.",
            [("SIMELATI", None)],
        ),
        (
            "Program Samsat Mesra dikembangkan pemerintah kota. Inovasi ini memangkas antrean.",
            [("Samsat Mesra", None)],
        ),
        (
            (
                "Inovasi dipamerkan. Kota Batu unggul lewat aplikasi digital, seperti Sapa Warga, "
                "SAVIRA (Sistem Layanan Virtual Rakyat) dan Lapor Pak."
            ),
            [
                ("Sapa Warga", None),
                ("SAVIRA", "Sistem Layanan Virtual Rakyat"),
                ("Lapor Pak", None),
            ],
        ),
        (
            "Lomba inovasi itu dimenangkan program Teras Baca (Taman Bacaan Rakyat) kemarin.",
            [("Teras Baca", "Taman Bacaan Rakyat")],
        ),
        (
            "Kota Batu memiliki inovasi di bidang kesehatan, seperti SIGAP dan Teras Sehat.",
            [("SIGAP", None), ("Teras Sehat", None)],
        ),
        (
            "Inovasi Warga Sepuh Tetap Sehat Aktif Riang dan Produktif (Wisuda Simbah) dipuji.",
            [("Wisuda Simbah", "Warga Sepuh Tetap Sehat Aktif Riang dan Produktif")],
        ),
        # one innovation twice
        (
            "Inovasi 'Kue Kebun' digemari. Inovasi KUE KEBUN Menghadang Lapar masuk 30 besar.",
            [("Kue Kebun", None)],
        ),
    ],
)
def test_names_and_long_forms(
    text: str, expected: list[tuple[str, str | None]], extract: Extract
) -> None:
    assert [(f.name, f.expansion) for f in _found(text, extract)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kota Batu terus melakukan inovasi daerah.",
        "Inovasi Daerah adalah semua bentuk pembaharuan.",
        "Ia memuji Inovasi Pelayanan Publik Kota Batu.",
        "Kota Batu masuk Top 45 Inovasi Pelayanan Publik Terpuji.",
        "Kota Batu mengikuti Kompetisi Inovasi Pelayanan Publik (KIPP) 2023.",
        "Penghargaan Inovasi Administrasi Negara (Inagara) Award diterima kemarin.",
        "Kota Batu meraih penghargaan Inovasi Administrasi Negara (Inagara) Tahun 2020.",
        "Acara itu bertema ‘Inovasi Pelayanan Publik Sebagai Jalan Reformasi Birokrasi’.",
        "Lomba Inovasi Daerah Kota Batu (Linda Baku) digelar besok.",
        "Tiga pemenang Kreativitas dan Inovasi Masyarakat (Krenova) hadir.",
        "Kota Batu meraih Innovative Government Award untuk inovasi terbaik.",
        'Kota Batu berpredikat kota inovasi "Sangat Inovatif".',
        "Badan Riset dan Inovasi Daerah (BRIDA) hadir.",
        "Data dilaporkan lewat aplikasi Indeks Inovasi Daerah (IID).",
        "Ada dua kategori inovasi yakni Inovasi Sistem Gawat (SG) dan Inovasi Gizi Raya.",
        "Inovasi dilaporkan 93 kota, di antaranya Kota Bogor, Kota Bekasi dan Surabaya.",
        "Penilaian inovasi oleh juri, yaitu Rudi Hartono dan Sri Lestari, berlangsung ketat.",
        "Inovasi Wali Kota Batu dipuji Menteri Tito Karnavian.",
        "Inovasi itu memperkuat 4K yakni Keterjangkauan harga, Ketersediaan pasokan.",
        "“Inovasi harus lahir,” kata Wira, “Kami akan terus bekerja”.",
        "Inovasi Disdukcapil dan inovasi OPD lain juga bagus.",
        "Inovasi Disdukcapil Batu dipuji.",
        "Warga kini dapat memakai inovasi Teras Baca Pu",
        "Program Keluarga Harapan (PKH) membantu warga miskin.",
        "Badan Litbang Kemendagri membuat inovasi layanan, yakni Pusat Jejaring Maju (Puja Maju).",
        "Inovasi SIDUK (Sistem Data Utama Kehutanan) dari Kementerian Kehutanan menang.",
        "Ajang inovasi bertajuk Batu Innovation Award digelar.",
    ],
)
def test_what_is_no_innovation(text: str, extract: Extract) -> None:
    assert _found(text, extract) == []


@pytest.mark.parametrize(
    ("text", "government", "agency"),
    [
        ("Inovasi Teras Baca digagas oleh Dinas Pendidikan.", "Kota Batu", "Dinas Pendidikan"),
        ("Inovasi ‘Teras Baca’ dari Puskesmas Sisir menang.", "Kota Batu", "Puskesmas Sisir"),
        (
            "Juara dua diraih Puskesmas Sisir dengan inovasi Teras Baca.",
            "Kota Batu",
            "Puskesmas Sisir",
        ),
        ("Juara 1 diraih RSUD Karsa (Inovasi Teras Baca).", "Kota Batu", "RSUD Karsa"),
        (
            "– Kecamatan Bumiaji, dengan inovasi: “Teras Baca”.",
            "Kota Batu",
            "Kecamatan Bumiaji",
        ),
        (
            "Inovasi Teras Baca dikembangkan Dinas Kesehatan Kota Batu.",
            "Kota Batu",
            "Dinas Kesehatan",
        ),
        ("Inovasi Teras Baca dari Pemerintah Kabupaten Malang menang.", "Kabupaten Malang", None),
        (
            "Terbaik kedua ialah Kabupaten Trenggalek dengan inovasi Teras Baca.",
            "Kabupaten Trenggalek",
            None,
        ),
        ("Kepala Dinas Kesehatan Rudi memuji inovasi Teras Baca.", "Kota Batu", None),
        (
            "Replikasi inovasi Teras Baca dari Kabupaten Malang kepada Kota Batu ditandatangani.",
            "Kota Batu",
            None,
        ),
    ],
)
def test_whose_it_is(text: str, government: str, agency: str | None, extract: Extract) -> None:
    (found,) = _found(text, extract)
    assert found.name == "Teras Baca"
    assert label_of(found.government) == government
    assert (found.agency and found.agency.name) == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "Juri memuji inovasi Teras Baca. Inovasi ini digagas oleh Dinas Pendidikan.",
            "Dinas Pendidikan",
        ),
        (
            "Juri memuji inovasi Teras Baca. Teras Baca dikelola Puskesmas Sisir sejak 2019.",
            "Puskesmas Sisir",
        ),
        (
            "Juri memuji inovasi Teras Baca dan SIGAP. Inovasi ini milik Dinas Pendidikan.",
            None,
        ),
        ("Juri memuji inovasi Teras Baca. Teras Baca dikunjungi Dinas Pendidikan.", None),
    ],
)
def test_who_runs_it_is_told_later(text: str, agency: str | None, extract: Extract) -> None:
    found = _found(text, extract)[0]
    assert (found.agency.name if found.agency else None) == agency
    for support in found.supports:
        assert support.quote in LEAD + text


def test_a_list_of_governments_with_their_agencies(extract: Extract) -> None:
    found = _found(
        "Inovasi terbaik pemerintah provinsi adalah:\n\n"
        "1. Jawa Tengah - Dinas Sosial (Si Tepa Jiwa (Sistem Terapi Paripurna Jiwa)\n\n"
        "2. Jawa Timur - Dinas Perkebunan (Kabinet Arabika (Kolaborasi Bina Ekonomi Terpadu "
        "Kopi Arabika))\n\n"
        "3. Jawa Barat - Bupati Garut (Rudi Hartono)",
        extract,
    )
    assert [(f.name, label_of(f.government), f.agency and f.agency.name) for f in found] == [
        ("Si Tepa Jiwa", "Provinsi Jawa Tengah", "Dinas Sosial"),
        ("Kabinet Arabika", "Provinsi Jawa Timur", "Dinas Perkebunan"),
    ]


def test_who_has_the_first_of_a_list_has_the_others(extract: Extract) -> None:
    found = _found(
        "Kabupaten Malang hadir dengan dua inovasi, yakni SIGAP dan Teras Sehat, lalu "
        "Kabupaten Trenggalek dengan inovasi Teras Baca dan Kopi Senja.",
        extract,
    )
    assert [(fact.name, label_of(fact.government)) for fact in found] == [
        ("SIGAP", "Kabupaten Malang"),
        ("Teras Sehat", "Kabupaten Malang"),
        ("Teras Baca", "Kabupaten Trenggalek"),
        ("Kopi Senja", "Kabupaten Trenggalek"),
    ]


def test_each_of_a_list_has_its_own_agency(extract: Extract) -> None:
    found = _found(
        "Inovasinya antara lain Cek Rem Daring dari Dinas Perhubungan, Peta Pangan dan Pasar Kita "
        "dari Dinas Perdagangan, serta Senam Ria yang digawangi oleh Puskesmas Sisir.",
        extract,
    )
    assert [(f.name, f.agency and f.agency.name) for f in found] == [
        ("Cek Rem Daring", "Dinas Perhubungan"),
        ("Peta Pangan", "Dinas Perdagangan"),
        ("Pasar Kita", "Dinas Perdagangan"),
        ("Senam Ria", "Puskesmas Sisir"),
    ]


def test_agencies_before_the_names_of_a_list(extract: Extract) -> None:
    found = _found(
        "Pemenangnya Puskesmas Sisir dengan inovasi Raisa, Puskesmas Beji dengan Posyandu Senja "
        "dan Puskesmas Temas dengan Pelita.",
        extract,
    )
    assert [(f.name, f.agency and f.agency.name) for f in found] == [
        ("Raisa", "Puskesmas Sisir"),
        ("Posyandu Senja", "Puskesmas Beji"),
        ("Pelita", "Puskesmas Temas"),
    ]


def test_plain_names_on_lines(extract: Extract) -> None:
    found = _found(
        "Dua inovasi unggulan yang diperkenalkan adalah:\n\n"
        "1. Klinik Warung – layanan sehari jadi bagi warung.\n"
        "Layanan itu gratis bagi semua warga.\n"
        "2. Kopi Tani – pendampingan petani dari Dinas Pertanian.\n",
        extract,
    )
    assert [(f.name, f.agency and f.agency.name) for f in found] == [
        ("Klinik Warung", None),
        ("Kopi Tani", "Dinas Pertanian"),
    ]


def test_winners_on_lines_are_no_innovations(extract: Extract) -> None:
    text = "Berikut pemenang lomba inovasi:\n1. Badan Pendapatan\n2. Rudi Hartono\n3. Rumah Baca\n"
    assert _found(text, extract) == []


def test_a_list_on_lines_of_its_own(extract: Extract) -> None:
    found = _found(
        "Tiga inovasi unggulan Kota Batu adalah sebagai berikut:\n"
        "LAMPION (Lahan Padi Organik): mengubah lahan tidur.\n"
        "1. SILAU (Sekolah Ibu Lanjut Usia): bagi para nenek.\n"
        "Ketua (Rapat Kerja Daerah) menutup acara itu.\n",
        extract,
    )
    assert [(f.name, f.expansion) for f in found] == [
        ("LAMPION", "Lahan Padi Organik"),
        ("SILAU", "Sekolah Ibu Lanjut Usia"),
    ]


PIECES = [
    "inovasi Aaa Bbb (",
    "inovasi Aa, Bb, dan ",
    "inovasi yakni Aa Bb Cc, ",
    "inovasi “Aa” dan ",
    "inovasi seperti ",
    "(Aaa Bbb) Ccc ",
    "Puskesmas Aa dengan ",
    "inovasi Aa atau Bb ",
    "aplikasi A-a ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_in_proportion(piece: str, extract: Extract) -> None:
    def seconds(length: int) -> float:
        text = LEAD + piece * (length // len(piece))
        begin = time.process_time()
        extract(text)
        return time.process_time() - begin

    seconds(2_000)
    short, long = max(seconds(8_000), 0.02), seconds(64_000)
    assert long < 8 * short * 3
