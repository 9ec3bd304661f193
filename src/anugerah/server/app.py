"""Make the application that serves one release."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable, Mapping
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

import anugerah
from anugerah import resources
from anugerah.canned import CannedQuery, load_queries
from anugerah.release import Release, open_release
from anugerah.release.folder import MANIFEST
from anugerah.server import errors
from anugerah.server.current import Current
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

Questions = Callable[[str], Mapping[str, CannedQuery]]

_HERE = Path(__file__).parent
_ROUTERS = (sparql, queries, entities, ontology, dumps, dataset, pages, health)


def create_app(settings: Settings, release_path: Path) -> FastAPI:
    """Return the application that serves a release.

    Args:
        settings: the limits and the base IRI.
        release_path: the release's folder, or a folder of releases: then each release that becomes
            the current one is taken over while the application runs.

    Raises:
        AnugerahError: there is no finished release, or a canned query can't be read.
    """
    release = open_release(release_path)
    root = None if (release_path / MANIFEST).is_file() else release_path
    return assemble(settings, release, partial(load_queries, resources.queries()), root)


def create_app_from_environment() -> FastAPI:
    """Return the application of a further server process, which inherits its settings."""
    return create_app(Settings.load(), Path(os.environ[RELEASE_VARIABLE]))


def assemble(
    settings: Settings, release: Release, questions: Questions, root: Path | None = None
) -> FastAPI:
    """Return the application made of these parts; its query processes start with it.

    Args:
        settings: the limits and the base IRI.
        release: the release to begin with.
        questions: gives the canned queries for a base IRI.
        root: a folder of releases whose current release is followed.
    """
    shorten_pebble_waits()
    opens = partial(open_service, settings, questions)
    canned = questions(_base(settings, release))
    app = FastAPI(
        title="Anugerah",
        description="Indonesian local-government awards as a knowledge graph.",
        version=anugerah.__version__,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        license_info={"name": "CC BY 4.0", "url": entities.LICENCE},
    )
    app.state.make_current = partial(Current, release, root, opens)
    for module in _ROUTERS:
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=_HERE / "static"), name="static")
    app.openapi = partial(build_openapi, app, canned)  # type: ignore[method-assign]
    errors.install(app)
    for middleware in (SecurityHeaders, OpenCors, Compression):
        app.add_middleware(middleware)
    return app


def open_service(settings: Settings, questions: Questions, release: Release) -> Service:
    """Return the service of a release, with query processes of its own.

    Raises:
        AnugerahError: a canned query can't be read.
    """
    base = _base(settings, release)
    own = settings.model_copy(update={"base": base})
    canned = questions(base)
    engine = Engine(release.store_path, own)
    return Service(own, release, engine, canned, Pages(base, release.manifest))


def _base(settings: Settings, release: Release) -> str:
    return str(release.manifest.get("base", settings.base))


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    current: Current = app.state.make_current()
    app.state.current = current
    with contextlib.suppress(ProblemError):
        await current.service.engine.ask("ASK { }")
    following = asyncio.create_task(current.follow())
    try:
        yield
    finally:
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
        await current.close()
