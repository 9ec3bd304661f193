"""What handlers ask for, and how they are registered."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from anugerah.server.current import Current
from anugerah.server.service import Service


async def get_service(request: Request) -> AsyncIterator[Service]:
    """Hold the service of the current release until the request is answered."""
    current: Current = request.app.state.current
    with current.use() as service:
        yield service


ServiceDep = Annotated[Service, Depends(get_service)]

Handler = Callable[..., Awaitable[Response]]


def readable(router: APIRouter, path: str, **options: Any) -> Callable[[Handler], Handler]:  # noqa: ANN401
    """Register a handler for GET, which is documented, and for HEAD."""

    def register(handler: Handler) -> Handler:
        router.head(path, include_in_schema=False)(handler)
        return router.get(path, **options)(handler)

    return register
