"""Let scripts of every site read the data, without credentials."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_EXPOSED = "ETag, Link, Location, Content-Location, Retry-After"
_METHODS = "GET, HEAD, POST, OPTIONS"


class OpenCors:
    """Answer preflights, and allow every origin on every response.

    The header is always the same, so it may be cached whoever asked first.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            preflight = {
                "Access-Control-Allow-Origin": "*",
                "Access-Control-Allow-Methods": _METHODS,
                "Access-Control-Allow-Headers": headers.get(
                    "access-control-request-headers", "Accept, Content-Type"
                ),
                "Access-Control-Max-Age": "86400",
                "Vary": "Access-Control-Request-Headers",
            }
            await Response(status_code=204, headers=preflight)(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                allowed = MutableHeaders(scope=message)
                allowed["Access-Control-Allow-Origin"] = "*"
                allowed["Access-Control-Expose-Headers"] = _EXPOSED
            await send(message)

        await self._app(scope, receive, send_with_headers)
