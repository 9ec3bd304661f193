from __future__ import annotations

import pytest

from anugerah.extraction.facts import Agency, Body, Government, Organisation
from anugerah.extraction.homes import home_of

BATU = Government("kota-batu", "Batu", "city", "jawa-timur")
JATIM = Government("provinsi-jawa-timur", "Jawa Timur", "province", "jawa-timur")
HEALTH = Agency("Dinas Kesehatan", BATU)
MINISTRY = Organisation("kemendagri", "Kementerian Dalam Negeri")
INSTITUTE = Organisation("iipg", "IIPG")


@pytest.mark.parametrize(
    ("name", "body", "home"),
    [
        ("Budi Utama", BATU, "jawa-timur"),
        ("Budi Utama", JATIM, "jawa-timur"),
        ("Budi Utama", HEALTH, "jawa-timur"),
        ("Budi Utama", MINISTRY, "nasional"),
        ("Budi", BATU, "kota-batu"),
        ("Budi", JATIM, "provinsi-jawa-timur"),
        ("Budi", HEALTH, "kota-batu-dinas-kesehatan"),
        ("Budi", MINISTRY, "kemendagri"),
        ("Budi", INSTITUTE, "iipg"),
    ],
)
def test_home(name: str, body: Body, home: str) -> None:
    assert home_of(name, body) == home
