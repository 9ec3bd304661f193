from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from anugerah.evaluation.conferrals import ATTRIBUTES, compare, fit
from anugerah.evaluation.gold import Wanted
from anugerah.extraction.facts import Government, Person, Venue
from tests.evaluation.facts import BATU, conferral

MALANG = Government("kabupaten-malang", "Malang", "regency", "jawa-timur")
RINA, SARI = Person("Rina Puspita", "jawa-timur"), Person("Sari Dewi", "nasional")
GOLD = {"award": "Innovative Government Award", "recipient": {"level": "city", "name": "Batu"}}

ATTRIBUTE_CASES: list[tuple[dict[str, Any], str, dict[str, Any], str]] = [
    ({"year": 2024}, "year", {"year": 2024}, "right"),
    ({"year": 2023}, "year", {"year": 2024}, "wrong"),
    ({"year": None}, "year", {"year": 2024}, "absent"),
    ({"year": None, "year_alternatives": [2023]}, "year", {"year": 2024}, "wrong"),
    ({"category": "Kota Terinovatif"}, "category", {"category": "kota terinovatif"}, "right"),
    ({"category": "Kota Terinovatif"}, "category", {"category": "Kota Sangat Inovatif"}, "wrong"),
    ({"category": "Madya"}, "category", {"category": None}, "missing"),
    ({"category": None}, "category", {"category": None}, "absent"),
    ({"category": None}, "category", {"category": "Madya"}, "wrong"),
    ({"date": "2024-12-05"}, "date", {"held_on": date(2024, 12, 5)}, "right"),
    ({"date": "2024-12-05"}, "date", {"held_on": date(2024, 12, 6)}, "wrong"),
    ({"date": "2024-12-05", "date_alternatives": [None]}, "date", {}, "absent"),
    ({"date": None, "date_alternatives": ["2024-12-05"]}, "date", {}, "absent"),
    (
        {"date": None, "date_alternatives": ["2024-12-05"]},
        "date",
        {"held_on": date(2024, 12, 5)},
        "right",
    ),
    ({"venue": "Hotel Sultan"}, "venue", {"venue": Venue("Ballroom Hotel Sultan", None)}, "right"),
    ({"place": "Jakarta"}, "place", {"venue": Venue("Hotel Sultan", None)}, "missing"),
    ({"place": None}, "place", {"venue": Venue(None, "Batu")}, "wrong"),
    ({"presented_by": "Rina Puspita"}, "presented_by", {"presented_by": (RINA,)}, "right"),
    ({"presented_by": "Rina Puspita"}, "presented_by", {"presented_by": (SARI,)}, "wrong"),
    ({"presented_by": "Rina Puspita"}, "presented_by", {"presented_by": (RINA, SARI)}, "wrong"),
    ({"presented_by": "Rina dan Sari"}, "presented_by", {"presented_by": (SARI, RINA)}, "right"),
    ({"presented_by": "Rina dan Sari"}, "presented_by", {"presented_by": (RINA,)}, "missing"),
    ({"accepted_by": None}, "accepted_by", {"accepted_by": (RINA,)}, "wrong"),
    ({"accepted_by": None}, "accepted_by", {}, "absent"),
    ({"rank": 2}, "rank", {"rank": 2}, "right"),
    ({"rank": 2}, "rank", {"rank": 12}, "wrong"),
    ({"score": 84.19}, "score", {"score": 84.19}, "right"),
    ({"score": 84.19}, "score", {"score": 84.9}, "wrong"),
]


@pytest.mark.parametrize(("gold", "key", "given", "expected"), ATTRIBUTE_CASES)
def test_an_attribute(gold: dict[str, Any], key: str, given: dict[str, Any], expected: str) -> None:
    value = ATTRIBUTES[key](conferral(**given))
    assert compare(Wanted({**GOLD, **gold}), key, value) == expected


FITS: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
    ({}, {}, True),
    ({"award": "Inovative Government Awards (IGA)"}, {}, True),
    ({"award": "IGA"}, {}, True),
    ({"award": "Adipura"}, {}, False),
    ({"award": "Adipura", "award_alternatives": ["IGA"]}, {}, True),
    ({"recipient": {"level": "regency", "name": "Malang"}}, {"recipient": MALANG}, True),
    ({"recipient": {"level": "city", "name": "Malang"}}, {"recipient": MALANG}, False),
    (
        {"recipient": {"level": "city", "level_alternatives": ["regency"], "name": "Malang"}},
        {"recipient": MALANG},
        True,
    ),
    ({"recipient": {"level": "regency", "name": "Malang Raya"}}, {"recipient": MALANG}, False),
    ({"recipient": {"level": "person", "name": "Rina"}}, {"recipient": RINA}, True),
]


@pytest.mark.parametrize(("gold", "given", "expected"), FITS)
def test_award_and_recipient_make_a_match(
    gold: dict[str, Any], given: dict[str, Any], expected: bool
) -> None:
    assert (fit(Wanted({**GOLD, **gold}), conferral(**given)) is not None) is expected


def test_the_right_year_and_category_fit_best() -> None:
    wanted = Wanted({**GOLD, "year": 2024, "category": "Kota Terinovatif"})
    weights = [
        fit(wanted, conferral(year=2024, category="Kota Terinovatif")),
        fit(wanted, conferral(year=2024, category="Kota Inovatif")),
        fit(wanted, conferral(year=2023, category="Kota Terinovatif")),
        fit(wanted, conferral(year=2023, category="Kota Inovatif")),
    ]
    assert weights == sorted(weights, key=lambda weight: weight or 0.0, reverse=True)
    assert len(set(weights)) == 4


def test_a_government_is_named_without_its_level() -> None:
    assert fit(Wanted(GOLD), conferral(recipient=BATU)) is not None
