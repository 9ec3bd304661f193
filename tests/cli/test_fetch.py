from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tests.corpus.pages import PAGE
from tests.corpus.web.site import Reply, Site

HERE = ("--allow-private", "--delay", "0")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        running.replies["/1"] = Reply()
        running.replies["/feed"] = Reply(
            f"<rss><channel><item><link>{running.url}/1</link></item>"
            f"<item><link>{running.url}/2</link></item></channel></rss>",
            kind="application/rss+xml",
        )
        yield running


def test_fetch_tells_what_came_and_what_failed(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "artikel"
    result = run("fetch", f"{site.url}/feed", "--out", out, *HERE)
    assert result.returncode == 1
    assert result.stdout == f"1 stored, 1 failed in {out}\n"
    assert result.stderr.strip() == f"{site.url}/2: the server answers with status 404"
    site.replies["/2"] = Reply(PAGE.replace("Misal", "Umpama"))
    result = run("fetch", f"{site.url}/feed", "--out", out, *HERE)
    assert (result.returncode, result.stdout) == (0, f"1 stored, 1 stored before in {out}\n")
    assert len(list(out.glob("*.html"))) == 2


def test_private_addresses_are_asked_only_if_wished(site: Site, tmp_path: Path) -> None:
    result = run("fetch", f"{site.url}/1", "--out", tmp_path)
    assert result.returncode == 1
    assert "127.0.0.1 is a private address" in result.stderr
    assert site.asked == []


def test_the_limit_is_told(site: Site, tmp_path: Path) -> None:
    result = run("fetch", f"{site.url}/feed", "--out", tmp_path, "--limit", "1", *HERE)
    assert result.returncode == 0
    assert "1 more pages are known" in result.stderr


def test_extract_reads_a_web_address(site: Site) -> None:
    result = run("extract", f"{site.url}/1", "--format", "json", "--allow-private")
    (document,) = json.loads(result.stdout)
    assert document["title"] == "Kota Contoh Raih Penghargaan Inovasi"
    assert document["published"] == "2024-12-05"
    assert document["url"] == f"{site.url}/1"


def test_extract_reads_every_article_that_it_can(tmp_path: Path) -> None:
    path = tmp_path / "korpus.jsonl"
    path.write_text(
        '{"text": "CONTOH.ID – Kota Contoh rapat."}\n{"text": 5}\n'
        '{"text": "CONTOH.ID – Kota Misal rapat."}\n'
    )
    result = run("extract", path, "--format", "json")
    assert result.returncode == 1
    assert [each["source"] for each in json.loads(result.stdout)] == ["korpus-1", "korpus-3"]
    assert "line 2 has no field" in result.stderr


@pytest.mark.parametrize("command", ["extract", "build"])
def test_an_address_that_fails_is_one_sentence(command: str, tmp_path: Path) -> None:
    result = run(command, "http://127.0.0.1:9/a", folder=tmp_path)
    assert result.returncode == 1
    assert result.stdout == ""
    assert "private address" in result.stderr
    assert "Traceback" not in result.stderr
