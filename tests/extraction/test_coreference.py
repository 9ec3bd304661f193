from __future__ import annotations

import pytest

from anugerah.corpus.article import parse_article
from anugerah.extraction.directory import Directory, build_directory
from anugerah.extraction.knowledge import Knowledge
from anugerah.extraction.reading import read

OPENING = (
    "Kota Batu Raih Penghargaan Inovasi\n\n"
    "Penghargaan itu diterima Wali Kota Batu, Rudi Hartawan, bersama Sekretaris Daerah "
    "Kota Batu, Sinta Melani, di Jakarta.\n\n"
)


def _directory(text: str, knowledge: Knowledge) -> tuple[Directory, str]:
    article = parse_article(OPENING + text, "contoh")
    return build_directory(read(article, knowledge)), article.text


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Rudi mengaku bersyukur.", "Rudi", "Rudi Hartawan"),
        ('"Ini kerja bersama," kata Sinta.', "Sinta", "Sinta Melani"),
        ("Wali Kota mengaku bersyukur.", "Wali Kota", "Rudi Hartawan"),
        ("Sekda mengaku bersyukur.", "Sekda", "Sinta Melani"),
        ("Rudi mengaku bersyukur. Ia berterima kasih.", "Ia", "Rudi Hartawan"),
        ('"Alhamdulillah," ujar Sinta. Menurut dia, warga ikut.', "dia", "Sinta Melani"),
        (
            "Orang nomor satu di Kota Batu itu mengaku bersyukur.",
            "Orang nomor satu di ",
            "Rudi Hartawan",
        ),
        (
            "Wali Kota Rudi Hartawan yang akrab disapa Cak Awan hadir. Awan pun tersenyum.",
            "Awan",
            "Rudi Hartawan",
        ),
        (
            "Sekda Sinta Melani hadir. Mela, sapaan akrabnya, tersenyum. Mela bersyukur.",
            "Mela",
            "Sinta Melani",
        ),
    ],
)
def test_short_words_mean_the_holder(
    text: str, words: str, name: str, knowledge: Knowledge
) -> None:
    directory, whole = _directory(text, knowledge)
    start = whole.rindex(words)
    (reference,) = [r for r in directory.who(start, start + len(words)) if r.start == start]
    assert reference.person.name == name
    assert whole[reference.start : reference.end] == words


def test_a_word_that_two_names_share_means_nobody(knowledge: Knowledge) -> None:
    directory, _ = _directory("Wakil Wali Kota Batu Rudi Santosa hadir. Rudi pulang.", knowledge)
    assert directory.named("Rudi") is None
    assert directory.named("Rudi Hartawan") is not None


def test_a_nickname_names_the_person(knowledge: Knowledge) -> None:
    directory, _ = _directory("Wali Kota Rudi Hartawan yang akrab disapa Awan hadir.", knowledge)
    person = directory.named("Awan")
    assert person is not None
    assert person.name == "Rudi Hartawan"


def test_an_office_without_a_name_finds_its_holder(knowledge: Knowledge) -> None:
    directory, _ = _directory("Penghargaan diserahkan kepada Wali Kota Batu.", knowledge)
    article = parse_article(
        OPENING + "Penghargaan diserahkan kepada Wali Kota Batu dan Wali Kota Kediri.", "contoh"
    )
    reading = read(article, knowledge)
    directory = build_directory(reading)
    batu, kediri = reading.sentences[-1].offices
    holder = directory.at(batu)
    assert holder is not None
    assert holder.person.name == "Rudi Hartawan"
    assert directory.at(kediri) is None
