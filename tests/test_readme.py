"""Every command of the README's tour, run as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

README = (ROOT / "README.md").read_text("utf-8")
SHELL = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
PYTHON = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory, releases: Path) -> Iterator[tuple[Path, str]]:
    """A folder like a checkout after `make serve`, and the address that is served."""
    folder = tmp_path_factory.mktemp("tour")
    (folder / "data").mkdir()
    for name in ("articles", "reference"):
        (folder / "data" / name).symlink_to(ROOT / "data" / name)
    (folder / "var").mkdir()
    (folder / "var" / "releases").symlink_to(releases)
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "anugerah").symlink_to(Path(sys.executable).parent / "anugerah")
    command = [str(folder / ".venv" / "bin" / "anugerah"), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        shown = re.search(r"http://[\d.]+:\d+", server.stdout.readline())
        assert shown is not None
        address = shown.group()
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{address}/readyz", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield folder, address
        server.terminate()


def _here(text: str, address: str) -> str:
    return text.replace("http://127.0.0.1:8000", address)


@pytest.mark.parametrize("number", range(len(SHELL)))
def test_a_command_of_the_tour(number: int, tour: tuple[Path, str]) -> None:
    folder, address = tour
    script = f"set -euo pipefail\n{_here(SHELL[number], address)}"
    result = subprocess.run(
        ["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()
    for problem in ("problem+json", '"status":4', '"status":5', "Traceback"):
        assert problem not in result.stdout


def test_the_tour_in_python(tour: tuple[Path, str]) -> None:
    folder, address = tour
    (script,) = PYTHON
    result = subprocess.run(
        [sys.executable, "-c", _here(script, address)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "380" in result.stdout


def test_the_two_commands_stand_in_the_readme() -> None:
    assert "make serve" in README
    assert "make test" in README
