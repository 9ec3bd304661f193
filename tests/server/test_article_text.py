"""The page of an article with its text: over a real release and a real socket."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator

import pytest

from anugerah.release import Release
from anugerah.release.build import build_release
from anugerah.server.app import create_app
from anugerah.settings import Settings
from tests.server.conftest import serving

HOSTILE = (
    'Kota Batu Raih Piala Adipura 2023 </article><script>alert("1")</script>\n\n'
    'CONTOH.ID – Pemerintah Kota Batu meraih Piala Adipura 2023 "</mark><img src=x onerror=a()>" '
    "dari Kementerian Lingkungan Hidup. {{ 7 * 7 }} {% raw %} &lt;b&gt;\n\n"
    "<a href='javascript:alert(1)'>Warga</a> bersyukur atas piala yang indah itu kemarin sore.\n"
)
PLAIN = (
    "CONTOH.ID – Pemerintah Kota Kediri meraih Piala Adipura 2022 dari Kementerian Lingkungan "
    "Hidup.\n\nKalimat yang tidak memuat fakta tetap milik penerbitnya, dan tidak dimuat.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Release:
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (corpus / "plain.txt").write_text(PLAIN, encoding="utf-8")
    (corpus / "texts.yaml").write_text("show: [hostile.txt]\n", encoding="utf-8")
    return build_release([corpus], tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def address(built: Release) -> Iterator[str]:
    with serving(create_app(Settings(query_processes=1), built.path)) as address:
        yield address


def page(address: str, built: Release, source: str, language: str) -> str:
    (digest,) = [entry["article"] for entry in built.ledger() if entry["source"] == source]
    request = f"{address}/article/{digest}.html?lang={language}"
    with urllib.request.urlopen(request, timeout=30) as answer:
        return str(answer.read().decode())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("The text", "Marked are the passages", "See it in the text")),
        ("id", ("Teks artikel", "Bagian yang ditandai", "Lihat dalam teks")),
    ],
)
def test_facts_are_marked_in_place_and_lead_to_their_evidence(
    address: str, built: Release, language: str, words: tuple[str, ...]
) -> None:
    html = page(address, built, "hostile", language)
    for word in words:
        assert word in html
    marked = re.findall(r'<mark title="([^"]*)">([^<]*)</mark>', html)
    assert any("Adipura 2023: Kota Batu" in title for title, _ in marked)
    assert any(text.startswith("CONTOH.ID – Pemerintah Kota Batu meraih") for _, text in marked)
    assert "bersyukur atas piala yang indah itu" in html
    for target in re.findall(r'href="#([^"]+)"', html):
        assert html.count(f'id="{target}"') == 1


def test_hostile_text_is_shown_as_text(address: str, built: Release) -> None:
    html = page(address, built, "hostile", "en")
    assert not re.search(r"<(?:script|img|b|a href='javascript)\b", html)
    assert html.count("</article>") == 1
    assert "&lt;/mark&gt;&lt;img src=x onerror=a()&gt;" in html
    assert "{{ 7 * 7 }} {% raw %} &amp;lt;b&amp;gt;" in html


def test_of_other_articles_only_the_sentences_of_facts_are_quoted(
    address: str, built: Release
) -> None:
    html = page(address, built, "plain", "en")
    assert "<article" not in html
    assert "meraih Piala Adipura 2022" in html
    assert "tetap milik penerbitnya" not in html
