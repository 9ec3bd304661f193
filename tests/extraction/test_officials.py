"""Officials as whole facts: name, plain office, acting or not, and body."""

from __future__ import annotations

import pytest

from anugerah.extraction.facts import Tenure
from anugerah.mapping.things import label_of
from tests.extraction.conftest import Extract

PJ = True
LEAD = (
    "Kota Batu Raih Penghargaan Inovasi\n\nPemerintah Kota Batu meraih penghargaan IGA 2023.\n\n"
    "Acara itu berlangsung meriah dan dihadiri banyak warga dari berbagai penjuru. "
)
BATU = "Kota Batu"
MENPANRB = "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
PPPA = "Pemberdayaan Perempuan dan Perlindungan Anak"
Found = set[tuple[str, str, bool, str]]


def _officials(text: str, extract: Extract) -> Found:
    return {
        (fact.person.name, fact.role, fact.acting, label_of(fact.organisation))
        for fact in extract(LEAD + text).facts
        if isinstance(fact, Tenure)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # heads of governments, titles and degrees of every kind
        ("Wali Kota Batu Drs HM Rudianto MM hadir.", {("Rudianto", "Wali Kota", False, BATU)}),
        ("Wali Kota Batu, KH. Anwar Fathoni, Lc., M.A., hadir.",
         {("Anwar Fathoni", "Wali Kota", False, BATU)}),
        ("Pj. Wali Kota Batu Letjen TNI (Purn) Ir. R. Sudarma, S.STP., M.Si. hadir.",
         {("R. Sudarma", "Wali Kota", PJ, BATU)}),
        ("Pelaksana Tugas (Plt) Wali Kota Batu I Made Sudana, S.Sos, hadir.",
         {("I Made Sudana", "Wali Kota", PJ, BATU)}),
        ("Penjabat Sementara (Pjs) Bupati Malang Muh. Ilham hadir.",
         {("Muh. Ilham", "Bupati", PJ, "Kabupaten Malang")}),
        ("Wawali Batu drg. Nila Permata, M.Kes. hadir.",
         {("Nila Permata", "Wakil Wali Kota", False, BATU)}),
        ("Bupati Malang Tgk. Zainal hadir bersama Wagub Jawa Timur Emir Daulay.",
         {("Zainal", "Bupati", False, "Kabupaten Malang"),
          ("Emir Daulay", "Wakil Gubernur", False, "Provinsi Jawa Timur")}),
        # the office behind the name
        ("Penghargaan diterima Sinta Dewi (Sekda Kota Batu) di Jakarta.",
         {("Sinta Dewi", "Sekretaris Daerah", False, BATU)}),
        ("Galih Prakoso, Kepala Dinas Kesehatan Kota Batu, mengaku bangga.",
         {("Galih Prakoso", "Kepala Dinas Kesehatan", False, BATU)}),
        ('"Ini kerja keras," ujar Mukhsin Inspektur Daerah Kota Batu.',
         {("Mukhsin", "Inspektur", False, BATU)}),
        ("Rina Wulan, S.E., yang juga Wakil Ketua DPRD Kota Batu, ikut hadir.",
         {("Rina Wulan", "Wakil Ketua DPRD", False, BATU)}),
        # agencies, short and long
        ("Kadinkes Batu dr Andi Pratama hadir.",
         {("Andi Pratama", "Kepala Dinas Kesehatan", False, BATU)}),
        ("Kepala Dinas (Kadis) Kominfo Kota Batu Lalu Wirya hadir.",
         {("Lalu Wirya", "Kepala Dinas Komunikasi dan Informatika", False, BATU)}),
        ("Kasatpol PP Kota Batu U. Herman hadir.",
         {("U. Herman", "Kepala Satpol PP", False, BATU)}),
        ("Kepala Dinas PU Pengairan Kota Batu Guntur Wibowo hadir.",
         {("Guntur Wibowo", "Kepala Dinas PU Pengairan", False, BATU)}),
        ("Kepala Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah Handayani hadir.",
         {("Handayani", "Kepala Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah",
           False, BATU)}),
        ("Kabag Organisasi Setda Kota Batu Rintan Sari hadir.",
         {("Rintan Sari", "Kepala Bagian Organisasi", False, BATU)}),
        (("Kepala Bagian Protokol dan Komunikasi Pimpinan (Prokopim) Sekretariat Daerah (Setda) "
         "Kota Batu, Fuad Nurdin, hadir."),
         {("Fuad Nurdin", "Kepala Bagian Protokol dan Komunikasi Pimpinan", False, BATU)}),
        ("Kepala Bidang Riset dan Inovasi Daerah, Bapperida Kota Batu, Didit Saputra, hadir.",
         {("Didit Saputra", "Kepala Bidang Riset dan Inovasi Daerah", False,
           "Bapperida Kota Batu")}),
        ("Asisten III Setda Kota Batu Amran Datuk hadir bersama Plh Sekda Budi Laksana.",
         {("Amran Datuk", "Asisten III", False, BATU),
          ("Budi Laksana", "Sekretaris Daerah", PJ, BATU)}),
        ("Staf Ahli Wali Kota Bidang Ekonomi Teguh Rahardi hadir.",
         {("Teguh Rahardi", "Staf Ahli Bidang Ekonomi", False, BATU)}),
        ("Camat Bumiaji Thomas Maya hadir bersama Lurah Temas Barat Rizal Fahmi.",
         {("Rizal Fahmi", "Lurah", False, "Kelurahan Temas Barat"),
          ("Thomas Maya", "Camat Bumiaji", False, BATU)}),
        ("Kepala Desa Pandan Sari, Kecamatan Poncol, Kabupaten Malang, Sudarman, hadir.",
         {("Sudarman", "Kepala Desa", False, "Desa Pandan Sari")}),
        # ministries and national bodies
        ("Wamendagri Ahmad Wijaya dan Menko PMK Muhtar Efendi hadir.",
         {("Ahmad Wijaya", "Wakil Menteri Dalam Negeri", False, "Kementerian Dalam Negeri"),
          ("Muhtar Efendi", "Menteri Koordinator Bidang Pembangunan Manusia dan Kebudayaan", False,
           "Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan")}),
        ("Menteri Kordinator Bidang Pembangunan dan Kebudayaan RI, Sofyan Hadi, hadir.",
         {("Sofyan Hadi", "Menteri Koordinator Bidang Pembangunan Manusia dan Kebudayaan", False,
           "Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan")}),
        ("Menteri Pertahanan Surya Darma hadir.",
         {("Surya Darma", "Menteri Pertahanan", False, "Kementerian Pertahanan")}),
        ("Menteri Investasi/Kepala BKPM Rosa Permata hadir.",
         {("Rosa Permata", "Menteri Investasi", False,
           "Kementerian Investasi/Badan Koordinasi Penanaman Modal")}),
        ("Deputi Bidang Tumbuh Kembang Anak Kementerian PPPA, Lena N Rosari, hadir.",
         {("Lena N Rosari", "Deputi Bidang Tumbuh Kembang Anak", False, f"Kementerian {PPPA}")}),
        ("Asdep Gender dan Keluarga KemenPAN-RB Eko Harjanto hadir.",
         {("Eko Harjanto", "Asisten Deputi Gender dan Keluarga", False, MENPANRB)}),
        ("Dirjen Bina Bangda Kemendagri, Ardi Daud, hadir.",
         {("Ardi Daud", "Direktur Jenderal Bina Pembangunan Daerah", False,
           "Kementerian Dalam Negeri")}),
        ("Kepala BSKDN Kemendagri Yusuf Hartoyo hadir.",
         {("Yusuf Hartoyo", "Kepala Badan Strategi Kebijakan Dalam Negeri", False,
           "Kementerian Dalam Negeri")}),
        ("Kepala BPK RI Perwakilan Provinsi Bali, Tri Nugroho, hadir.",
         {("Tri Nugroho", "Kepala Perwakilan BPK", False, "BPK Perwakilan Provinsi Bali")}),
        ("Kepala Perwakilan Bank Indonesia Provinsi NTB Heru Sapta hadir.",
         {("Heru Sapta", "Kepala Perwakilan Bank Indonesia", False,
           "Bank Indonesia Perwakilan Provinsi Nusa Tenggara Barat")}),
        ("Kalapas Batu, Heri Arifin, hadir.",
         {("Heri Arifin", "Kepala Lembaga Pemasyarakatan", False, "Lembaga Pemasyarakatan Batu")}),
        # companies, hospitals and other bodies
        ("Direktur RS Mandala dr. Oki Wahyuni hadir.",
         {("Oki Wahyuni", "Direktur", False, "RS Mandala")}),
        ("Direktur Utama BPJS Ketenagakerjaan Agung Susilo hadir.",
         {("Agung Susilo", "Direktur Utama", False,
           "Badan Penyelenggara Jaminan Sosial Ketenagakerjaan")}),
        ("Ketua TP PKK Kota Batu Ny. Dessy Amalia hadir.",
         {("Dessy Amalia", "Ketua TP PKK", False, "TP PKK Kota Batu")}),
        ("Wakil Ketua TP. PKK Kota Batu Ny. M. J. Lumban hadir.",
         {("M. J. Lumban", "Wakil Ketua TP PKK", False, "TP PKK Kota Batu")}),
        ("Acara dibuka Drs Sosiawan Ketua Komisi Informasi Provinsi Jawa Timur.",
         {("Sosiawan", "Ketua", False, "Komisi Informasi Provinsi Jawa Timur")}),
        ("Direktur Eksekutif Pusat Kajian Keuangan Negara Prasetio hadir.",
         {("Prasetio", "Direktur Eksekutif Pusat Kajian Keuangan Negara", False,
           "Pusat Kajian Keuangan Negara")}),
        # lower case, years of a term, misspelt units
        ("Kepala dinas lingkungan hidup Kota Batu Suwandi SSos hadir.",
         {("Suwandi", "Kepala Dinas Lingkungan Hidup", False, BATU)}),
        ("Bupati Malang 2018-2023 Dani Munir hadir.",
         {("Dani Munir", "Bupati", False, "Kabupaten Malang")}),
        ("Kabag Humas dan Protol, Heru Sugihara hadir.",
         {("Heru Sugihara", "Kepala Bagian Humas dan Protol", False, BATU)}),
        ("Staf Ahli Menteri Perhubungan Bidang Logistik, Multimoda, dan Mutu Cris Kurnia hadir.",
         {("Cris Kurnia", "Staf Ahli Bidang Logistik, Multimoda, dan Mutu", False,
           "Kementerian Perhubungan")}),
        ("Kasubbag Humas dan TU BPK Perwakilan Aceh, Tulus Satria, hadir.",
         {("Tulus Satria", "Kepala Subbagian Humas dan TU", False,
           "BPK Perwakilan Provinsi Aceh")}),
        ("Anggota V BPK RI, Prof. Dr. Bahrul Akbar, hadir.",
         {("Bahrul Akbar", "Anggota V", False, "Badan Pemeriksa Keuangan")}),
        ("Wakil Ketua DPRK Aceh Besar Zulkarnaini hadir.",
         {("Zulkarnaini", "Wakil Ketua DPRK", False, "Kabupaten Aceh Besar")}),
        ("Kepala Dinas Cipta Karya Kota Batu Erwan ST MT hadir.",
         {("Erwan", "Kepala Dinas Cipta Karya", False, BATU)}),
        ("Direktur Utama BPJS Kesehatan Pusat, Prof dr Ali Gunawan, M.Sc, hadir.",
         {("Ali Gunawan", "Direktur Utama", False,
           "Badan Penyelenggara Jaminan Sosial Kesehatan")}),
        # two offices of one person
        ("Kabag Perekonomian yang juga Sekretaris TPID Kota Batu Masni Yulia hadir.",
         {("Masni Yulia", "Kepala Bagian Perekonomian", False, BATU)}),
        ("Menko Perekonomian, sekaligus Ketua Tim Pengendalian Inflasi, Erlan Hartono, hadir.",
         {("Erlan Hartono", "Menteri Koordinator Bidang Perekonomian", False,
           "Kementerian Koordinator Bidang Perekonomian")}),
        # a deputy belongs to the head beside, a holder in brackets to the government before them
        ("Wali Kota Bontang Arif Hasan diwakili Wakil Wali Kota Gatot Daryono.",
         {("Arif Hasan", "Wali Kota", False, "Kota Bontang"),
          ("Gatot Daryono", "Wakil Wali Kota", False, "Kota Bontang")}),
        ("Penghargaan diraih Sumatera Selatan (diterima Wagub Mawar Yahya).",
         {("Mawar Yahya", "Wakil Gubernur", False, "Provinsi Sumatera Selatan")}),
    ],
)  # fmt: skip
def test_officials_are_read(text: str, expected: Found, extract: Extract) -> None:
    assert _officials(text, extract) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mantan Wali Kota Batu Eddy Rumawan ikut hadir.",
        "Calon Wali Kota Batu Nur Rohman ikut hadir.",
        "Wali Kota Batu terpilih Nur Rohman ikut hadir.",
        "Penyerahan digelar di Istana Wakil Presiden, Jakarta, Selasa.",
        "Acara di Kantor Wali Kota Batu Jalan Panglima itu meriah.",
        "Keputusan Bupati Malang Nomor 5 Tahun 2023 menetapkannya.",
        "Editor: Satria Wulan",
        "Pewarta: Hendra Gunawan",
        '"Kami bangga," kata Siti Maimunah, seorang warga.',
        "Ia menerima penghargaan sebagai Kepala Daerah Pendukung Zakat.",
        "Wali Kota: Semoga Warga Bahagia",
        "Hadir para kepala dinas, camat, dan lurah.",
        "Ketua Tim Verifikator Endah Ningtyas menyebut hasilnya baik.",
        "Wali Kota Batu yang juga inspektur upacara Satria Muda menyapa warga",
        "Bupati Apresiasi Kerja Semua Pihak",
        "Tim itu dipimpin Pemimpin Redaksi Harian Fajar Sidik.",
    ],
)
def test_who_holds_no_office_is_no_official(text: str, extract: Extract) -> None:
    assert _officials(text, extract) == set()


def test_two_spellings_of_a_name_are_one_person(extract: Extract) -> None:
    text = "Menko Perekonomian Airlangga Harto hadir. Menko Bidang Perekonomian, Erlangga Harto."
    assert {name for name, *_ in _officials(text, extract)} == {"Airlangga Harto"}


def test_an_abbreviated_agency_is_the_one_spelt_out(extract: Extract) -> None:
    text = (
        "Kepala Dinas Pengendalian Penduduk dan Keluarga Berencana (DPPKB) Kota Batu, Anna Maria, "
        "hadir. Kepala DPPKB Batu, Anna Maria, bangga."
    )
    role = "Kepala Dinas Pengendalian Penduduk dan Keluarga Berencana"
    assert _officials(text, extract) == {("Anna Maria", role, False, BATU)}


def test_a_single_name_is_completed_from_elsewhere(extract: Extract) -> None:
    text = "Wali Kota Batu Dewanti hadir. Piala diterima Dewanti Rumanti di Jakarta."
    assert _officials(text, extract) == {("Dewanti Rumanti", "Wali Kota", False, BATU)}


def test_an_unknown_short_name_of_a_place_is_no_person(extract: Extract) -> None:
    text = "Pemkab Lamtim juga hadir. Bupati Lamtim menyampaikan selamat."
    assert _officials(text, extract) == set()
