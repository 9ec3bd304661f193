from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.corpus.web.site import Site


@pytest.fixture
def site() -> Iterator[Site]:
    """A site of this machine that allows everything as long as a test says nothing else."""
    with Site() as running:
        yield running


@pytest.fixture
def other_site() -> Iterator[Site]:
    with Site("127.0.0.2") as running:
        yield running
