from __future__ import annotations

import time

import pytest

from anugerah.corpus.markdown import plain, split_front_matter
from anugerah.corpus.metadata import Metadata


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("# Kota Contoh Raih Piala", "Kota Contoh Raih Piala"),
        ("### Daftar ###", "Daftar ###"),
        ("#hashtag", "#hashtag"),
        (
            "**CONTOH** – Kota *Contoh* dan __Misal__ dan _Umpama_.",
            "CONTOH – Kota Contoh dan Misal dan Umpama.",
        ),
        (
            "[Wali Kota](https://contoh.id/a?b=c 'x') hadir",
            "[Wali Kota](https://contoh.id/a?b=c 'x') hadir",
        ),
        ('[Wali Kota](https://contoh.id "Judul") hadir', "Wali Kota hadir"),
        ("![foto](gambar.jpg)Kota", "Kota"),
        ("> “Terima kasih,” ujarnya.", "“Terima kasih,” ujarnya."),
        ("1. Kota A\n2. Kota B\n- Kota C\n* Kota D", "1. Kota A\n2. Kota B\n- Kota C\n* Kota D"),
        ("nilai 3*4*5 dan nama_berkas_ini", "nilai 3*4*5 dan nama_berkas_ini"),
        ("[1] catatan (2)", "[1] catatan (2)"),
    ],
)
def test_marks_are_taken_away(marked: str, text: str) -> None:
    assert plain(marked) == text


@pytest.mark.parametrize(
    "text",
    [
        "[" * 300_000,
        "[a](" * 100_000,
        "**a" * 200_000,
        "*" * 500_000,
        "_a " * 200_000,
        "![" * 200_000,
        "#" * 500_000,
        '[a](b "' * 50_000,
    ],
)
def test_hostile_marks(text: str) -> None:
    started = time.perf_counter()
    plain(text)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("text", "metadata", "body"),
    [
        ("Isi", Metadata(), "Isi"),
        ("----\nIsi", Metadata(), "----\nIsi"),
        ("---\n---\nIsi", Metadata(), "Isi"),
        ("---\n# kosong\n...\nIsi", Metadata(), "Isi"),
        ("--- \ntitle: Kota\n--- \n\nIsi\n---\nlagi", Metadata("Kota"), "\nIsi\n---\nlagi"),
    ],
)
def test_front_matter(text: str, metadata: Metadata, body: str) -> None:
    assert split_front_matter(text, "a.md") == (metadata, body)
