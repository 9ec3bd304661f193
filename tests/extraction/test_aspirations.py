from __future__ import annotations

import pytest

from anugerah.extraction.facts import Aspiration
from anugerah.mapping.things import label_of
from tests.extraction.conftest import Extract

LEAD = "BATU, CONTOH.ID – "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pemkot Batu menargetkan masuk minimal 10 besar Indeks Inovasi Daerah 2024.",
            [("target", "indeks-inovasi-daerah", 2024, 10)],
        ),
        (
            "Pada 2025 Pemkot Batu menargetkan masuk lima besar Indeks Inovasi Daerah.",
            [("target", "indeks-inovasi-daerah", 2025, 5)],
        ),
        (
            "Kota Batu masuk nominasi Innovative Government Award (IGA) 2024.",
            [("nomination", "iga", 2024, None)],
        ),
        (
            (
                "Kota Batu menargetkan Innovative Government Award (IGA) 2024 terulang tahun 2025, "
                "seperti yang diraih tahun 2023."
            ),
            [("target", "iga", 2024, None)],
        ),
        (
            (
                "Wali Kota Batu optimistis mempertahankan Adipura seperti yang diraih tahun 2022. "
                "Kini tahun 2023, dan tahun 2023 itu penting."
            ),
            [("target", "adipura", 2023, None)],
        ),
        ("Kota Batu meraih Innovative Government Award (IGA) 2024.", []),
        ("Ada 53 daerah menjadi nominator Innovative Government Award (IGA) 2024.", []),
        ("Presentasi kepala daerah nominator Innovative Government Award (IGA) 2024 usai.", []),
        ("Jika masuk nominasi Innovative Government Award (IGA) 2024, kota itu siap.", []),
        ("Wali kota memenangkan nominasi Innovative Government Award (IGA) 2024.", []),
    ],
)
def test_targets_and_nominations(
    text: str, expected: list[tuple[str, str, int, int | None]], extract: Extract
) -> None:
    facts = [fact for fact in extract(LEAD + text).facts if isinstance(fact, Aspiration)]
    assert [(f.kind, f.award.slug, f.year, f.target_rank) for f in facts] == expected


def test_each_nominee_is_named(extract: Extract) -> None:
    text = "Kabupaten Malang dan Kabupaten Blitar menjadi nominator TPID Award 2022."
    facts = [fact for fact in extract(LEAD + text).facts if isinstance(fact, Aspiration)]
    assert [(f.kind, label_of(f.aspirant)) for f in facts] == [
        ("nomination", "Kabupaten Malang"),
        ("nomination", "Kabupaten Blitar"),
    ]
