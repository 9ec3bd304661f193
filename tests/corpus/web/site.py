"""A real HTTP server of this machine whose pages a test chooses."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Self

from tests.corpus.pages import PAGE

Handler = BaseHTTPRequestHandler


@dataclass
class Reply:
    """What the site answers to a request for a path."""

    body: bytes | str = PAGE
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)

    def __call__(self, request: Handler) -> None:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        known = self.headers.get("ETag"), self.headers.get("Last-Modified")
        asked = request.headers["If-None-Match"], request.headers["If-Modified-Since"]
        unchanged = any(a is not None and a == b for a, b in zip(known, asked, strict=True))
        request.send_response(304 if unchanged else self.status)
        request.send_header("Content-Type", self.kind)
        for name, value in self.headers.items():
            request.send_header(name, value)
        if not unchanged:
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        if not unchanged:
            request.wfile.write(body)


def dripping(request: Handler) -> None:
    """Answer a byte now and then, without end."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    for _ in range(1000):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.05)


def dripping_headers(request: Handler) -> None:
    """Answer a byte of the header now and then, without end."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-A: ")
    for _ in range(1000):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.05)


def raw(data: bytes) -> Callable[[Handler], None]:
    """Return what answers with `data` and nothing else."""
    return lambda request: (request.wfile.write(data), None)[1]


@dataclass
class Asked:
    """A request that the site got."""

    path: str
    headers: dict[str, str]
    at: float


class Site:
    """Answers by path; a path that is not there is 404."""

    def __init__(self, host: str = "127.0.0.1", context: ssl.SSLContext | None = None) -> None:
        self.replies: dict[str, Callable[[Handler], None]] = {}
        self.asked: list[Asked] = []
        site = self

        class _Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                site.asked.append(Asked(self.path, headers, time.monotonic()))
                reply = site.replies.get(self.path, Reply("tidak ada", 404, "text/plain"))
                try:
                    reply(self)
                except OSError:
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                del format, args

        class _Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """Say nothing of clients that go away in mid-answer, as tests make them do."""

        self._server = _Server((host, 0), _Handler)
        if context:
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,))
        self.url = f"{'https' if context else 'http'}://{host}:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def paths(self) -> list[str]:
        """What was asked for, without robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]
