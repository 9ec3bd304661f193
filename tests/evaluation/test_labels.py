from __future__ import annotations

import pytest

from anugerah.evaluation import labels

SIMILAR = [
    ("Kota Terinovatif", "kota terinovatif", True),
    ("Hotel Sultan", "Golden Ballroom Hotel Sultan", True),
    ("Pare-pare", "Parepare", True),
    ("Ballroom JIExpo Kemayoran", "Ball Room JIExpo, Kemayoran", True),
    ("TPID Terbaik Provinsi", "Terbaik TPID Provinsi", True),
    ("Pengendalian Inflasi", "Pengendalian Inflassi", True),
    ("Kota Inovatif", "Kota Sangat Inovatif", False),
    ("Kota Inovatif", "Kota Terinovatif", False),
    ("Kabupaten Inovatif", "Kabupaten Kurang Inovatif", False),
    ("Top 45 Inovasi Pelayanan Publik", "Top 99 Inovasi Pelayanan Publik", False),
    ("Madya", "Utama", False),
    ("Opini Wajar Tanpa Pengecualian", "Opini Wajar Dengan Pengecualian", False),
    ("", "", False),
    ("Utama", "", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), SIMILAR)
def test_labels_that_name_the_same(one: str, other: str, expected: bool) -> None:
    assert labels.similar(one, other) is expected
    assert labels.similar(other, one) is expected


AWARDS = [
    ("Penghargaan UHC", "UHC Award", True),
    ("Innovative Government Award", "Inovative Goverment Awards (IGA)", True),
    ("Anugerah Adipura", "Piala Adipura", True),
    ("Adipura", "Adiwiyata", False),
    ("UHC Award", "TPID Award", False),
    ("Penghargaan", "UHC Award", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), AWARDS)
def test_awards(one: str, other: str, expected: bool) -> None:
    assert labels.same_award(one, other) is expected


ROLES = [
    ("Bupati", "bupati", True),
    ("Bupati", "Wakil Bupati", False),
    ("Kepala Dinas Kesehatan", "Kepala Dinas", True),
    ("Sekretaris Daerah", "Asisten Sekretaris Daerah", False),
    ("Wali Kota", "Walikota", True),
]


@pytest.mark.parametrize(("one", "other", "expected"), ROLES)
def test_roles(one: str, other: str, expected: bool) -> None:
    assert labels.same_role(one, other) is expected


ORGANISATIONS = [
    ("Kabupaten Lebong", "Kabupaten Rejang Lebong", False),
    ("Kota Malang", "Kabupaten Malang", False),
    ("Kota Pangkalpinang", "Kota Pangkal Pinang", True),
    ("BPK Perwakilan Bali", "BPK RI Perwakilan Provinsi Bali", True),
    ("Kementerian Dalam Negeri", "Kementerian Luar Negeri", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), ORGANISATIONS)
def test_organisations(one: str, other: str, expected: bool) -> None:
    assert labels.same_organisation(one, other) is expected


def test_the_kind_of_an_innovation_is_no_part_of_its_name() -> None:
    assert labels.same_innovation("aplikasi Motor Kancil", "Motor Kancil")
    assert not labels.same_innovation("aplikasi Sigap", "aplikasi Sapa")


def test_a_person_may_be_named_in_part() -> None:
    assert labels.same_person("Aries Paewai", "Aries Agung Paewai")
    assert not labels.same_person("Aries Paewai", "Budi Paewai")
