"""A running server takes over the release that becomes the current one, over real sockets."""

from __future__ import annotations

import json
import logging
import shutil
import threading
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from anugerah.release import Releases
from anugerah.release.build import build_release
from anugerah.server import current
from anugerah.server.app import create_app
from anugerah.settings import Settings
from tests.paths import ROOT
from tests.server.conftest import serving, wait_until

ARTICLES = sorted((ROOT / "data" / "articles").glob("*.txt"))
COUNT = "SELECT (COUNT(*) AS ?n) { ?article a <https://w3id.org/anugerah/ontology#Article> }"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, releases: Path) -> tuple[Path, str, str]:
    """A folder with a release of two articles and a later one of all five."""
    root = tmp_path_factory.mktemp("two") / "releases"
    shutil.copytree(releases, root, symlinks=True)
    second = Releases(root).current()
    build_release(ARTICLES[:2], root)
    first = Releases(root).current()
    assert first
    assert second
    return root, first.id, second.id


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "SECONDS_BETWEEN_LOOKS", 0.1)


def get(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        content: bytes = answer.read()
        return content


def release_of(url: str) -> str:
    return str(json.loads(get(f"{url}/readyz"))["release"])


def articles_of(url: str) -> int:
    query = urllib.parse.urlencode({"query": COUNT, "format": "json"})
    rows = json.loads(get(f"{url}/sparql?{query}"))["results"]["bindings"]
    return int(rows[0]["n"]["value"])


class Load:
    """Clients that ask without a pause until the block ends, and note what they got."""

    def __init__(self, url: str) -> None:
        self.counts: list[int] = []
        self.failures: list[str] = []
        self._url = url
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._ask) for _ in range(4)]

    def _ask(self) -> None:
        while not self._stop.is_set():
            try:
                self.counts.append(articles_of(self._url))
                get(f"{self._url}/id/government/kota-batu.ttl")
                get(f"{self._url}/dumps/anugerah.nt.gz")
            except (urllib.error.URLError, OSError, ValueError) as error:
                self.failures.append(str(error))

    def __enter__(self) -> Load:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()


@pytest.mark.usefixtures("fast")
def test_a_new_release_and_a_rollback_are_taken_over_without_a_failed_request(
    two: tuple[Path, str, str],
) -> None:
    root, first, second = two
    releases = Releases(root)
    releases.point_to(first)
    with serving(create_app(Settings(query_processes=2), root)) as url:
        assert release_of(url) == first
        with Load(url) as load:
            wait_until(lambda: 2 in load.counts)
            releases.point_to(second)
            wait_until(lambda: release_of(url) == second)
            wait_until(lambda: load.counts[-1] == 5)
            releases.point_to(first)
            wait_until(lambda: release_of(url) == first)
            wait_until(lambda: load.counts[-1] == 2)
        assert load.failures == []
        assert set(load.counts) == {2, 5}


@pytest.mark.usefixtures("fast")
@pytest.mark.parametrize("damage", ["no release", "broken manifest", "no store"])
def test_a_release_that_can_not_be_opened_leaves_the_old_one(
    two: tuple[Path, str, str], damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    root, first, second = two
    releases = Releases(root)
    releases.point_to(first)
    bad = root / f"damaged-{damage.replace(' ', '-')}"
    bad.mkdir()
    if damage == "broken manifest":
        (bad / "release.json").write_text("{")
    elif damage == "no store":
        manifest = (root / second / "release.json").read_text("utf-8")
        (bad / "release.json").write_text(manifest)
    with (
        caplog.at_level(logging.ERROR, current.__name__),
        serving(create_app(Settings(query_processes=1, query_timeout=3.0), root)) as url,
    ):
        releases.point_to(bad.name)
        wait_until(lambda: bool(caplog.records), 30)
        assert release_of(url) == first
        assert articles_of(url) == 2
        releases.point_to(second)
        wait_until(lambda: release_of(url) == second)
    assert [record.getMessage().count("\n") for record in caplog.records] == [0]
    assert first in caplog.records[0].getMessage()
    bad.rename(root.parent / bad.name)


@pytest.mark.usefixtures("fast")
def test_a_server_of_one_release_stays_with_it(two: tuple[Path, str, str]) -> None:
    root, first, second = two
    releases = Releases(root)
    releases.point_to(first)
    with serving(create_app(Settings(query_processes=1), root / first)) as url:
        releases.point_to(second)
        for _ in range(10):
            assert release_of(url) == first
