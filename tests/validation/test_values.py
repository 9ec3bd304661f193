from __future__ import annotations

import pyoxigraph as ox
import pytest

from anugerah.validation.index import Term
from anugerah.validation.values import WELL_FORMED, value_of
from anugerah.vocabulary import XSD


@pytest.mark.parametrize(
    ("datatype", "good", "bad"),
    [
        ("boolean", "true false 1 0", "TRUE yes 2"),
        ("integer", "0 -1 +5 0012", "1.0 1e3 satu ١ --1 1_000"),
        ("nonNegativeInteger", "0 -0 7 +7", "-1 1.0"),
        ("decimal", "0 -1.50 .5 5. +2.0", "1e3 NaN INF . 1,5"),
        ("double", "1e3 -1.5E-3 INF -INF NaN .5", "inf nan e3 1,5"),
        (
            "date",
            "2024-02-29 2023-01-01Z 2023-01-01+07:00",
            "2023-02-29 2024-2-9 24-02-29 20240229",
        ),
        ("date", "1945-08-17", "12024-01-01 2024-01-01+15:00 2024-W01-1 2024-01-01T00:00:00"),
        (
            "dateTime",
            "2024-02-29T10:00:00 2024-02-29T10:00:00.5Z 2024-02-29T10:00:00+07:00",
            "2024-02-29 2024-02-29T10:00 2024-02-29T25:00:00 2024-02-30T10:00:00",
        ),
    ],
)
def test_well_formed(datatype: str, good: str, bad: str) -> None:
    is_well_formed = WELL_FORMED[ox.NamedNode(f"{XSD.string.value[:-6]}{datatype}")]
    assert [text for text in good.split() if not is_well_formed(text)] == []
    assert [text for text in bad.split() if is_well_formed(text)] == []
    assert not is_well_formed("")
    assert not is_well_formed(f"{good.split()[0]}\n")


def literal(text: str, datatype: ox.NamedNode) -> ox.Literal:
    return ox.Literal(text, datatype=datatype)


@pytest.mark.parametrize(
    ("one", "other", "below"),
    [
        (ox.Literal(2), ox.Literal(10), True),
        (ox.Literal(10), ox.Literal(2), False),
        (ox.Literal(1), literal("1.5", XSD.decimal), True),
        (literal("1.5", XSD.decimal), literal("1.6e0", XSD.double), True),
        (literal("NaN", XSD.double), ox.Literal(1), False),
        (literal("9" * 6000, XSD.integer), ox.Literal(1), False),
        (ox.Literal("10"), ox.Literal("2"), True),
        (ox.Literal("1"), ox.Literal(2), False),
        (literal("dua", XSD.integer), ox.Literal(3), False),
        (ox.Literal(True), ox.Literal(2), False),
        (ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), False),
    ],
)
def test_what_is_below(one: Term, other: Term, below: bool) -> None:
    value = value_of(one)
    assert (value is not None and value.is_below(value_of(other))) is below
