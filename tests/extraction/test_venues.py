from __future__ import annotations

import pytest

from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.venues import find_venue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("di Hotel Mercure Surabaya, Kamis (5/12/2024).", ("Hotel Mercure", "Surabaya")),
        (
            "di Golden Ballroom Hotel Sultan, Jum’at (18/12/ 2020).",
            ("Golden Ballroom Hotel Sultan", None),
        ),
        ("di Grand Ballroom, Hotel Sultan, Jakarta.", ("Grand Ballroom Hotel Sultan", "Jakarta")),
        (
            "di Hotel Aryaduta Menteng, Jakarta, Kamis 5 September 2024.",
            ("Hotel Aryaduta Menteng", "Jakarta"),
        ),
        (
            "di Gedung Sasana Bhakti Praja, Jakarta, Jumat",
            ("Gedung Sasana Bhakti Praja", "Jakarta"),
        ),
        ("diserahkan di Jakarta, Rabu (10/12/2025).", (None, "Jakarta")),
        ("diserahkan di Makassar.", (None, "Makassar")),
        ("pelayanan di Kabupaten Bangka meningkat.", None),
        ("di bidang pelayanan publik.", None),
    ],
)
def test_venues_and_places_are_told_apart(
    text: str, expected: tuple[str | None, str | None] | None, knowledge: Knowledge
) -> None:
    found = find_venue(text, knowledge.governments)
    assert ((found.name, found.place) if found else None) == expected
