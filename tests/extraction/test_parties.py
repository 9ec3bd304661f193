"""Recipients that are no local governments."""

from __future__ import annotations

import pytest

from anugerah.mapping.things import label_of
from tests.extraction.conftest import Extract
from tests.extraction.reading import LEAD

RECIPIENTS = [
    ("Dinas Kesehatan Kota Batu meraih Adipura 2023.", ("agency", "Dinas Kesehatan Kota Batu")),
    ("Desa Suka Maju, Kecamatan Bumi, Kabupaten Pati, meraih ProKlim 2023.",
     ("village", "Suka Maju Kabupaten Pati")),
    ("SMPN 3 Melati Kota Batu meraih Adiwiyata 2023.", ("other", "SMPN 3 Melati Kota Batu")),
    ("PDAM Tirta Suci Kota Batu meraih TOP BUMD 2023.", ("other", "PDAM Tirta Suci Kota Batu")),
    ("Bupati Pati, Rina Sari, menerima Satyalancana Pembangunan 2023.", ("person", "Rina Sari")),
    ("Wali Kota Batu, Rina Sari, menerima Adipura 2023.", ("city", "Kota Batu")),
    ("Kepala Dinas Kesehatan Kota Batu menerima Adipura 2023.", ("city", "Kota Batu")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RECIPIENTS)
def test_recipients(text: str, expected: tuple[str, str], extract: Extract) -> None:
    (found,) = extract(LEAD + text).conferrals
    assert (found.recipient.level, label_of(found.recipient)) == expected
