"""What looks like a conferral and gives none: the reason, and the word that decided."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from anugerah.corpus.article import parse_article
from anugerah.extraction import Extractor
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.language_data import load
from anugerah.extraction.rejections import Rejection
from tests.extraction.test_hostile import HOSTILE

LEAD = "CONTOH, CONTOH.ID – "

Explain = Callable[[str], list[Rejection]]


@pytest.fixture(scope="session")
def explain(knowledge: Knowledge) -> Explain:
    extractor = Extractor(knowledge)
    return lambda text: extractor.explain(parse_article(text, "contoh"))[1]


ONE = [
    ("Pemkot Batu menargetkan Innovative Government Award (IGA) 2024.", "target", "menargetkan"),
    ("Kota Batu masuk nominasi IGA 2024.", "nomination", "nominasi"),
    ("Kota Batu dan Kota Kediri menjadi finalis IGA 2024.", "nomination", "finalis"),
    ("Pemkab Sambas bakal menerima Piala Adipura 2023 dari Presiden.", "not_yet", "bakal"),
    ("Warga ingin Kabupaten Bogor meraih IGA 2021.", "hope", "ingin"),
    ("Kami harap Pemkot Batu meraih IGA 2024.", "hope", "harap"),
    ("Pemkab Siak membentuk tim untuk meraih Adipura 2022.", "purpose", "untuk meraih"),
    ("Kota Batu belum pernah meraih IGA.", "negative", "belum pernah"),
    ("Pemprov Bali mendapat opini WDP tahun 2010.", "low_grade", "WDP"),
    (
        "Kabupaten Mamuju menyandang predikat Kurang Inovatif pada IGA 2023.",
        "low_grade",
        "Kurang Inovatif",
    ),
    (
        "IGA merupakan ajang yang diberikan kepada Kota Batu dan daerah lain.",
        "definition",
        "merupakan",
    ),
    (
        "Bupati Siak menerima BPK saat menyerahkan LKPD untuk opini WTP tahun 2023.",
        "report",
        "LKPD",
    ),
    ("Pemkot Batu menerima kunjungan tim penilai IGA 2024.", "other_object", "kunjungan"),
    ("Pemkot Batu menerima tiga tim penilai IGA 2024.", "other_object", "tim"),
    ("Wali Kota mengucapkan terima kasih atas penilaian IGA 2024.", "thanks", "terima kasih"),
    ("Piala IGA 2024 diraih dengan nilai di atas Kota Kediri.", "onlooker", "Kota Kediri"),
    ("Kota Batu menerima berbagai penghargaan.", "many", "berbagai penghargaan"),
    ("Panitia IGA 2024 menyerahkan piagam kepada para juri.", "no_recipient", "menyerahkan"),
    ("Kota Batu menyiapkan berkas IGA 2024.", "no_verb", None),
    ("Kota Batu meraih penghargaan.", "no_award", None),
    ("Kota Batu sebelumnya meraih IGA.", "history", "sebelumnya"),
]


@pytest.mark.parametrize(("text", "reason", "cue"), ONE)
def test_the_reason_and_the_word_that_decided(
    text: str, reason: str, cue: str | None, explain: Explain
) -> None:
    found = [(rejection.reason, rejection.cue) for rejection in explain(LEAD + text)]
    assert found == [(reason, cue)]


TAKEN = [
    "Pemkot Batu meraih Innovative Government Award (IGA) 2024 sebagai Kota Terinovatif.",
    "Piala IGA 2022 kategori kabupaten terinovatif diraih Tabalong, Sragen, dan Pati.",
    "Kota Batu meraih IGA 2024. Kota Batu meraih IGA 2024 karena inovasinya.",
    "Penerima Piala Adipura 2022 ada tiga. Yaitu Kota Batu, Kota Kediri, dan Kota Madiun.",
]


@pytest.mark.parametrize("text", TAKEN)
def test_what_gave_a_fact_is_not_rejected(text: str, explain: Explain) -> None:
    assert explain(LEAD + text) == []


def test_one_clause_of_a_sentence_may_be_rejected(explain: Explain) -> None:
    text = (
        f"{LEAD}Kota Batu kali ini berhasil meraih piala IGA 2024, "
        "sedangkan Kota Kediri masih menjadi nominator IGA."
    )
    (found,) = explain(text)
    assert found.quote == "sedangkan Kota Kediri masih menjadi nominator IGA."
    assert text[found.start : found.end] == found.quote
    assert (found.reason, found.cue) == ("nomination", "nominator")


PROSE = (
    "CONTOH.ID – Pemerintah Kota Batu membuka pekan olahraga pelajar di lapangan desa, Senin.\n\n"
)
PAGE = [
    ("Baca juga: Pemkab Kendal Raih Adipura", "noise_line", "baca (juga"),
    ("Baca juga:\nPemkab Kendal Raih Adipura", "noise_link", "baca (juga"),
    ("Berita Terkait\nPemkab Kendal Raih Adipura", "noise_tail", "(posting|berita"),
    ("Pemerintah Kabupaten Kendal Raih Penghargaan Adipura", "headline", None),
]


@pytest.mark.parametrize(("lines", "reason", "rule"), PAGE)
def test_page_noise_is_told_with_its_rule(
    lines: str, reason: str, rule: str | None, explain: Explain
) -> None:
    text = PROSE + lines
    (found,) = explain(text)
    assert found.reason == reason
    assert "Kendal Raih" in text[found.start : found.end]
    assert found.cue is None if rule is None else str(found.cue).startswith(rule)


def test_what_only_the_headline_claims_is_put_off_by_the_body(explain: Explain) -> None:
    text = (
        "Kota Batu Raih Piala Adipura 2023\n\n"
        "CONTOH.ID – Wali Kota Batu dijadwalkan menerima Piala Adipura 2023 di Jakarta, Selasa.\n"
    )
    found = [(r.reason, r.cue) for r in explain(text)]
    assert found == [("put_off", "dijadwalkan"), ("not_yet", "dijadwalkan")]


def test_every_reason_is_told_in_two_languages() -> None:
    for reason in load("rejections")["reasons"]:
        told = Rejection(0, 0, "", reason, None).explanation()
        assert set(told) == {"en", "id"}
        assert all(sentence.endswith(".") for sentence in told.values())


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_quoted_as_it_stands(piece: str, explain: Explain) -> None:
    text = LEAD + "IGA Raih predikat " + piece * (20_000 // len(piece))
    for rejection in explain(text):
        assert text[rejection.start : rejection.end] == rejection.quote
