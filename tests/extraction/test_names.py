from __future__ import annotations

import pytest

from anugerah.extraction.names import read_name, same_person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (", Budi Utama, di Hotel", "Budi Utama"),
        (" Helmi Hasan di Grand Ballroom", "Helmi Hasan"),
        (", Mulkan di Golden Ballroom", "Mulkan"),
        (" H. Mahyeldi Ansharullah, SP saat", "Mahyeldi Ansharullah"),
        (" Ir. H. Zahir, M.AP yang", "Zahir"),
        (" Drs. H. Nashrudin Azis, SH., mengapresiasi", "Nashrudin Azis"),
        (", Dra. Hj Eti Herawati, mewakili", "Eti Herawati"),
        (" Prof. H. Muhammad Tito Karnavian kepada", "Muhammad Tito Karnavian"),
        (" Muh Aris Marfa’i mengatakan", "Muh Aris Marfa’i"),
        (" (Pj) Rina Sari Dewi.", "Rina Sari Dewi"),
        (" Ayodhia G.L Kalake hadir", "Ayodhia G.L Kalake"),
        (" Drs.Nikodemus Rihi hadir", "Nikodemus Rihi"),
        (" dr H Wawan Ridwan hadir", "Wawan Ridwan"),
        (" Ir. Emri Juli Harnis, M.T hadir", "Emri Juli Harnis"),
        (" Dewanti Rumpoko M.Si hadir", "Dewanti Rumpoko"),
        (" mengatakan bahwa", None),
        (" Kamis (5/12/2024)", None),
        (" Kota Batu", None),
    ],
)
def test_names_come_without_titles_and_degrees(text: str, name: str | None) -> None:
    found = read_name(text, 0)
    assert (found[0] if found else None) == name


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Helmi", "Helmi Hasan", True),
        ("Hasan", "Helmi Hasan", True),
        ("Helmi Hasan", "Helmi Hasan", True),
        ("Hasan Helmi", "Helmi Hasan", False),
        ("Helm", "Helmi Hasan", False),
    ],
)
def test_a_short_name_is_made_of_whole_words_in_order(short: str, full: str, same: bool) -> None:
    assert same_person(short, full) is same
