"""Make the application that serves one release."""

from __future__ import annotations

import contextlib
import os
from collections.abc import AsyncIterator, Mapping
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

import anugerah
from anugerah import resources
from anugerah.canned import CannedQuery, load_queries
from anugerah.release import Release, open_release
from anugerah.server import errors
from anugerah.server.engine import Engine, shorten_pebble_waits
from anugerah.server.middleware.compression import Compression
from anugerah.server.middleware.cors import OpenCors
from anugerah.server.middleware.security import SecurityHeaders
from anugerah.server.openapi import build_openapi
from anugerah.server.pages import Pages
from anugerah.server.problems import ProblemError
from anugerah.server.routers import (
    dataset,
    dumps,
    entities,
    health,
    ontology,
    pages,
    queries,
    sparql,
)
from anugerah.server.service import Service
from anugerah.settings import Settings

RELEASE_VARIABLE = "ANUGERAH_RELEASE"

_HERE = Path(__file__).parent
_ROUTERS = (sparql, queries, entities, ontology, dumps, dataset, pages, health)


def create_app(settings: Settings, release_path: Path) -> FastAPI:
    """Return the application that serves a release.

    Args:
        settings: the limits and the base IRI.
        release_path: the release's folder, or a folder of releases.

    Raises:
        AnugerahError: there is no finished release, or a canned query can't be read.
    """
    release = open_release(release_path)
    base = release.manifest.get("base", settings.base)
    return assemble(settings, release, load_queries(resources.queries(), base))


def create_app_from_environment() -> FastAPI:
    """Return the application of a further server process, which inherits its settings."""
    return create_app(Settings.load(), Path(os.environ[RELEASE_VARIABLE]))


def assemble(settings: Settings, release: Release, canned: Mapping[str, CannedQuery]) -> FastAPI:
    """Return the application made of these parts; its query processes start with it."""
    shorten_pebble_waits()
    app = FastAPI(
        title="Anugerah",
        description="Indonesian local-government awards as a knowledge graph.",
        version=anugerah.__version__,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        license_info={"name": "CC BY 4.0", "url": entities.LICENCE},
    )
    base = release.manifest.get("base", settings.base)
    app.state.parts = (settings.model_copy(update={"base": base}), release, canned)
    for module in _ROUTERS:
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    app.openapi = partial(build_openapi, app, canned)  # type: ignore[method-assign]
    errors.install(app)
    for middleware in (SecurityHeaders, OpenCors, Compression):
        app.add_middleware(middleware)
    return app


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings, release, canned = app.state.parts
    engine = Engine(release.store_path, settings)
    app.state.service = Service(
        settings=settings,
        release=release,
        engine=engine,
        queries=canned,
        pages=Pages(settings.base, release.manifest),
    )
    with contextlib.suppress(ProblemError):
        await engine.ask("ASK { }")
    try:
        yield
    finally:
        await engine.close()
