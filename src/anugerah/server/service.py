"""What one server process holds while it serves a release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from anugerah.canned import CannedQuery
from anugerah.release import Release
from anugerah.server.engine import Engine
from anugerah.server.pages import Pages
from anugerah.settings import Settings


@dataclass(frozen=True)
class Service:
    """The parts that the handlers share."""

    settings: Settings
    release: Release
    engine: Engine
    queries: Mapping[str, CannedQuery]
    pages: Pages
