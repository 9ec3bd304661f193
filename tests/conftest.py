from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from anugerah.release import Release, open_release
from anugerah.release.build import build_release
from tests.paths import ROOT

ARTICLES = ROOT / "data" / "articles"


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of releases with one release, built from the user's five articles."""
    out = tmp_path_factory.mktemp("releases")
    build_release([ARTICLES], out)
    return out


@pytest.fixture(scope="session")
def release(releases: Path) -> Release:
    """The release of the user's five articles."""
    return open_release(releases)


@pytest.fixture(scope="session")
def seed_store(release: Release) -> ox.Store:
    """The store of that release."""
    return ox.Store.read_only(str(release.store_path))
