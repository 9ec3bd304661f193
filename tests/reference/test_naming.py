from __future__ import annotations

import pytest

from anugerah.reference.naming import government_label, government_slug, usual_name


@pytest.mark.parametrize(
    ("code", "level", "decree_name", "label", "slug"),
    [
        ("19.71", "city", "Pangkal Pinang", "Kota Pangkalpinang", "kota-pangkalpinang"),
        ("21.72", "city", "Tanjung Pinang", "Kota Tanjungpinang", "kota-tanjungpinang"),
        ("62.71", "city", "Palangkaraya", "Kota Palangka Raya", "kota-palangka-raya"),
        ("74.72", "city", "Bau Bau", "Kota Baubau", "kota-baubau"),
        ("92.03", "regency", "Fak Fak", "Kabupaten Fakfak", "kabupaten-fakfak"),
        ("72.04", "regency", "Toli-Toli", "Kabupaten Tolitoli", "kabupaten-tolitoli"),
        ("16.72", "city", "Pagar Alam", "Kota Pagar Alam", "kota-pagar-alam"),
        ("16.73", "city", "Lubuk Linggau", "Kota Lubuklinggau", "kota-lubuklinggau"),
        ("19.01", "regency", "Bangka", "Kabupaten Bangka", "kabupaten-bangka"),
        ("31.74", "city", "Jakarta Selatan", "Kota Jakarta Selatan", "kota-jakarta-selatan"),
        (
            "31",
            "province",
            "Daerah Khusus Ibukota Jakarta",
            "Provinsi DKI Jakarta",
            "provinsi-dki-jakarta",
        ),
    ],
)
def test_names(code: str, level: str, decree_name: str, label: str, slug: str) -> None:
    name = usual_name(code, decree_name)
    assert government_label(level, name) == label
    assert government_slug(level, name) == slug
