from __future__ import annotations

import pytest

from anugerah.extraction.governments import find_governments
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.ministers import find_ministers
from anugerah.extraction.organisations import find_organisations
from anugerah.extraction.people import find_offices
from anugerah.extraction.tokens import split_sentences

MENPANRB = "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pj Wali Kota Pangkalpinang, Budi Utama, hadir", [("Wali Kota", True, "Budi Utama")]),
        ("Penjabat (Pj) Bupati Bangka Haris Sari", [("Bupati", True, "Haris Sari")]),
        (
            "Plt. Kepala Dinas Kesehatan Kota Batu Rina Wati",
            [("Kepala Dinas Kesehatan", True, "Rina Wati")],
        ),
        ("Walikota Bengkulu Helmi Hasan", [("Wali Kota", False, "Helmi Hasan")]),
        ("Wakil Bupati Sambas Fahrur Rofi", [("Wakil Bupati", False, "Fahrur Rofi")]),
        ("Sekda Kota Batu Alfi Nur", [("Sekretaris Daerah", False, "Alfi Nur")]),
        (
            "Menteri Dalam Negeri Tito Karnavian",
            [("Menteri Dalam Negeri", False, "Tito Karnavian")],
        ),
        (
            "Mendagri Muhammad Tito Karnavian",
            [("Menteri Dalam Negeri", False, "Muhammad Tito Karnavian")],
        ),
        (
            (
                "Kepala Badan Perencanaan, Penelitian, dan Pengembangan (Bapelitbang) "
                "Firman Romzi juga"
            ),
            [("Kepala Badan Perencanaan, Penelitian, dan Pengembangan", False, "Firman Romzi")],
        ),
        (
            (
                "Kepala Pusat Litbang Pembangunan dan Keuangan Daerah, "
                "Badan Penelitian dan Pengembangan Sumule Tumbo kepada"
            ),
            [("Kepala Pusat Litbang Pembangunan dan Keuangan Daerah", False, "Sumule Tumbo")],
        ),
        ("Kepala Bappeda Yudi menambahkan", [("Kepala Bappeda", False, "Yudi")]),
        ("kepala daerah yang hadir", []),
        ("Menteri PANRB, Syafruddin, hadir", [(MENPANRB, False, "Syafruddin")]),
        (
            "Menko Perekonomian Airlangga Hartarto",
            [("Menteri Koordinator Bidang Perekonomian", False, "Airlangga Hartarto")],
        ),
    ],
)
def test_offices_are_read_with_their_holder(
    text: str, expected: list[tuple[str, bool, str | None]], knowledge: Knowledge
) -> None:
    (sentence,) = split_sentences(text, 0, 0)
    governments = list(find_governments(sentence, knowledge.governments))
    organisations = list(find_organisations(sentence, knowledge))
    ministers = list(find_ministers(sentence, knowledge))
    offices = find_offices(sentence, governments, organisations, ministers)
    assert [(o.role, o.acting, o.name) for o in offices] == expected


def test_an_office_without_a_name_can_point_back(knowledge: Knowledge) -> None:
    text = "tegas Kepala Dinas Sosial dan PMD Provinsi Bangka Belitung tersebut."
    (sentence,) = split_sentences(text, 0, 0)
    governments = list(find_governments(sentence, knowledge.governments))
    (office,) = find_offices(sentence, governments, [])
    assert office.role == "Kepala Dinas Sosial dan PMD"
    assert office.name is None
    assert office.back_reference
