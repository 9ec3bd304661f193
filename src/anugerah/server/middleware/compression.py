"""Compress answers; dumps stay as they are, so that their ranges and sums hold."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from anugerah.server.caching import GZIP_SUFFIX

_LEVEL = 3
_SMALLEST = 1024


class Compression:
    """Compress with gzip, and give the compressed bytes an ETag of their own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._gzip = GZipMiddleware(app, minimum_size=_SMALLEST, compresslevel=_LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or "/dumps/" in scope["path"]:
            await self._app(scope, receive, send)
            return

        async def send_with_own_tag(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                tag = headers.get("etag", "")
                if headers.get("content-encoding") == "gzip" and tag.endswith('"'):
                    headers["ETag"] = f'{tag[:-1]}{GZIP_SUFFIX}"'
            await send(message)

        await self._gzip(scope, receive, send_with_own_tag)
