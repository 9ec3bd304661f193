"""For load balancers and container platforms."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from anugerah.server.dependencies import ServiceDep, readable
from anugerah.server.problems import ProblemError

router = APIRouter(tags=["Health"])

_PATIENCE = 5.0


@readable(router, "/healthz", summary="Is the process alive?")
async def healthz() -> Response:
    """Answer as long as the process does."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


@readable(router, "/readyz", summary="Does it answer queries?")
async def readyz(service: ServiceDep) -> Response:
    """Answer whether a query can be run, and from which release."""
    headers = {"Cache-Control": "no-store"}
    try:
        await service.engine.ask("ASK { }", _PATIENCE)
    except ProblemError as problem:
        document = {"status": "not ready", "detail": problem.detail}
        return JSONResponse(document, 503, {**headers, **problem.headers})
    return JSONResponse({"status": "ready", "release": service.release.id}, headers=headers)
