from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from anugerah.release import Release
from tests.paths import ROOT

ARTICLE = ROOT / "data" / "articles" / "004_bd825ba39ea1ad31.txt"
TARGET = ROOT / "data" / "articles" / "003_708da7edf87c27c2.txt"
COMMANDS = (
    "fetch",
    "build",
    "publish",
    "serve",
    "evaluate",
    "extract",
    "query",
    "validate",
    "status",
    "releases",
    "rollback",
)


def run(*arguments: str | Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does: in a process of its own."""
    command = [sys.executable, "-c", "from anugerah.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": "",
            "PYTHONPATH": str(ROOT / "src"),
            "COLUMNS": "200",
            "TERM": "dumb",
            "PYTHONUTF8": "1",
        },
    )


def test_help_shows_every_command() -> None:
    shown = run("--help").stdout
    for command in COMMANDS:
        assert command in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.returncode == 0
    assert f"anugerah {command}" in result.stdout


def test_extract_shows_facts_with_their_sentence() -> None:
    result = run("extract", ARTICLE)
    assert result.returncode == 0
    assert "Anugerah Pandu Negeri" in result.stdout
    assert "Rudiantara" in result.stdout
    assert "conferral/subject-elided" in result.stdout
    assert "presented by: ceremony/presenter, 0.90" in result.stdout


def test_extract_tells_what_was_not_taken_and_why() -> None:
    result = run("extract", "--why", TARGET)
    assert result.returncode == 0
    assert "Receiving it is the purpose of something else." in result.stdout
    assert "guna meraih" in result.stdout


def test_extract_tells_it_as_json_too() -> None:
    (document,) = json.loads(run("extract", "--why", TARGET, "--format", "json").stdout)
    text = TARGET.read_text("utf-8")
    assert {entry["reason"] for entry in document["rejected"]} >= {"purpose", "target"}
    for entry in document["rejected"]:
        assert text[entry["start"] : entry["end"]] == entry["quote"]
        assert set(entry["explanation"]) == {"en", "id"}
    (document,) = json.loads(run("extract", TARGET, "--format", "json").stdout)
    assert "rejected" not in document


def test_extract_as_json_gives_offsets_that_select_the_quote() -> None:
    (document,) = json.loads(run("extract", ARTICLE, "--format", "json").stdout)
    text = ARTICLE.read_text("utf-8")
    kinds = {fact["kind"] for fact in document["facts"]}
    assert {"Conferral", "Tenure", "WinCount"} <= kinds
    for fact in document["facts"]:
        for support in fact["supports"]:
            assert text[support["start"] : support["end"]] == support["quote"]


def test_query_by_name_gives_csv(release: Release) -> None:
    result = run("query", "conferrals", "--format", "csv", "--release", release.path)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    (batu,) = [row for row in rows if row["source"] == ARTICLE.stem]
    assert batu["recipientLabel"] == "Batu"
    assert batu["presentedBy"] == "Rudiantara"


def test_query_without_a_name_lists_the_questions() -> None:
    shown = run("query").stdout
    assert "award-winners" in shown
    assert "award, year" in shown


def test_many_columns_are_shown_as_lines(release: Release) -> None:
    result = run("query", "conferrals", "-p", f"source={ARTICLE.stem}", "--release", release.path)
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["recipientLabel", "Batu"] in lines


def test_query_from_a_file_gives_json(release: Release, tmp_path: Path) -> None:
    file = tmp_path / "ask.rq"
    file.write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    result = run("query", file, "--format", "json", "--release", release.path)
    assert json.loads(result.stdout)["boolean"] is True


def test_status_and_releases_show_the_current_one(releases: Path, release: Release) -> None:
    assert release.id in run("status", "--release", releases).stdout
    assert release.id in run("releases", "--out", releases).stdout


def test_rollback_goes_back_one_release(tmp_path: Path) -> None:
    out = tmp_path / "out"
    other = ROOT / "data" / "articles" / "003_708da7edf87c27c2.txt"
    assert run("build", ARTICLE, "--out", out).returncode == 0
    first = (out / "current").resolve().name
    assert run("build", ARTICLE, other, "--out", out).returncode == 0
    assert (out / "current").resolve().name != first
    assert run("rollback", "--out", out).returncode == 0
    assert (out / "current").resolve().name == first


def test_validate_judges_a_file_of_the_project() -> None:
    result = run("validate", ROOT / "data" / "curated" / "organisations.ttl")
    assert result.returncode == 0
    assert "conforms" in result.stdout


def test_validate_says_what_is_wrong_and_where(tmp_path: Path) -> None:
    file = tmp_path / "salah.ttl"
    file.write_text(
        "@prefix a: <https://w3id.org/anugerah/ontology#> ."
        "<https://w3id.org/anugerah/id/edition/iga-2024> a a:Edition ; a:year 24 .",
        encoding="utf-8",
    )
    result = run("validate", file)
    assert result.returncode == 1
    assert "salah.ttl" in result.stdout
    assert "year" in result.stdout


BAD = {
    "kosong.txt": (b"", "is empty"),
    "gambar.txt": (b"\x89PNG\x00\x00", "is a binary file"),
    "rusak.txt": (b"Pemerintah Kota \xff\xfe Contoh", "is not UTF-8"),
    "besar.txt": (b"kata " * 10_000_001, "more than the 10 MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_ends_a_build_with_one_sentence(
    name: str, releases: Path, release: Release, tmp_path: Path
) -> None:
    content, said = BAD[name]
    (tmp_path / name).write_bytes(content)
    result = run("build", tmp_path / name, "--out", releases)
    assert result.returncode == 1
    assert name in result.stderr
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert (releases / "current").resolve() == release.path


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "tidak-ada"), "There is no file or folder tidak-ada"),
        (("extract", "tidak-ada.txt"), "There is no file or folder tidak-ada.txt"),
        (("query", "winners"), "winners"),
        (("query", "conferrals", "-p", "year=dua ribu"), "year"),
        (("query", "conferrals", "-p", "tahun=2020"), "tahun"),
        (("query", "conferrals", "-p", "year"), "write it as -p key=value"),
        (("query", "tidak-ada.rq"), "There is no query file"),
        (("rollback", "ffff"), "No release"),
        (("validate", "tidak-ada.ttl"), "There is no file"),
    ],
)
def test_mistakes_get_one_clear_sentence(
    arguments: tuple[str, ...], said: str, releases: Path
) -> None:
    more = {
        "query": ("--release", str(releases)),
        "build": ("--out", str(releases)),
        "rollback": ("--out", str(releases)),
    }
    result = run(*arguments, *more.get(arguments[0], ()))
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_bad_query_names_line_and_column(releases: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.rq"
    file.write_text("SELECT *\nWHERE { ?s ?p }", encoding="utf-8")
    result = run("query", file, "--release", releases)
    assert result.returncode == 1
    assert "bad.rq" in result.stderr
    assert "line 2, column 16" in result.stderr


def test_a_folder_without_a_release_says_what_to_do(tmp_path: Path) -> None:
    result = run("status", "--release", tmp_path)
    assert result.returncode == 1
    assert "run `anugerah build` first" in result.stderr
