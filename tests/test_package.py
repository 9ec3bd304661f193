"""What is shipped: the wheel works by itself, the lock file is exact, the container is careful."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.paths import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_an_installed_package_works_in_any_folder(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    article = elsewhere / "berita.txt"
    article.write_text(
        "BATU, CONTOH.ID – Kota Batu meraih Innovative Government Award (IGA) 2024.",
        encoding="utf-8",
    )
    script = "import anugerah.cli as c, sys; print(c.__file__, file=sys.stderr); c.main()"
    for arguments in (
        ["build", "berita.txt"],
        ["query", "conferrals", "-p", "source=berita", "--format", "csv"],
    ):
        result = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=elsewhere,
            env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        assert str(tmp_path / "site") in result.stderr
    assert "Innovative Government Award" in result.stdout
    assert "Batu" in result.stdout


def test_the_lock_file_pins_with_hashes_and_names_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 40
    for entry in entries:
        assert re.match(r"[a-z0-9.\[\]-]+==[^\s;]+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry
    assert "http" not in re.sub(r"(?m)^httpx?\S*", "", text)


def test_every_dependency_is_locked() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    wanted = re.findall(r'^    "([a-z0-9-]+)>=', text, re.MULTILINE)
    locked = set(
        re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.M)
    )
    assert len(wanted) > 15
    assert set(wanted) <= locked


def test_the_container_copies_what_exists_and_runs_as_nobody_special() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    copied = [
        word
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for word in line.split()[1:-1]
        if not word.startswith("--")
    ]
    assert copied
    assert all((ROOT / name).exists() for name in copied)
    assert [line for line in lines if line.startswith("USER ")] == ["USER anugerah"]
    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"][
        "anugerah"
    ]
    assert "/readyz" in service["healthcheck"]["test"][-1]
    assert service["ports"] == ["127.0.0.1:8000:8000"]
