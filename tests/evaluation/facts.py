"""Facts made by hand, as the extraction makes them."""

from __future__ import annotations

from typing import Any

from anugerah.extraction.facts import Award, Conferral, Government, Person, Support, Tenure

SUPPORT = (Support(0, 4, "Batu", "by-hand", 1.0),)
BATU = Government("kota-batu", "Batu", "city", "jawa-timur")
IGA = Award("iga", "Innovative Government Award")


def conferral(**fields: Any) -> Conferral:  # noqa: ANN401
    """Return a conferral of the IGA 2024 to Kota Batu, but for `fields`."""
    plain: dict[str, Any] = {
        "award": IGA,
        "year": 2024,
        "recipient": BATU,
        "category": None,
        "distinction": None,
        "held_on": None,
        "venue": None,
        "conferred_by": None,
        "conferred_through": None,
        "presented_by": (),
        "accepted_by": (),
        "rank": None,
        "score": None,
        "supports": SUPPORT,
    }
    return Conferral(**{**plain, **fields})


def tenure(name: str, role: str, *, acting: bool = False) -> Tenure:
    """Return a tenure in Kota Batu."""
    return Tenure(Person(name, BATU.home), role, acting, BATU, None, SUPPORT)
