"""One HTTP request, with limits on all that the other side decides."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from anugerah import __version__
from anugerah.corpus.web.addresses import Address, Network, resolve
from anugerah.corpus.web.errors import FetchError

__all__ = ["AGENT", "USER_AGENT", "Answer", "Client", "FetchError"]

AGENT = "Anugerah"
"""The name that robots.txt files know this program by."""
USER_AGENT = f"{AGENT}/{__version__} (+https://w3id.org/anugerah/)"

_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    Attributes:
        url: the address that was asked.
        status: the HTTP status code.
        headers: the header fields, with names in lower case.
        body: the content, decompressed; empty where the status is not 200.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type without its parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the header declares."""
        _, _, rest = self.headers.get("content-type", "").lower().partition("charset=")
        return rest.partition(";")[0].strip(" \"'") or None


class Client:
    """Asks for one address at a time.

    Args:
        allowed: private networks that may be asked; see `addresses.resolve`.
        max_bytes: the largest content, decompressed.
        seconds: the longest that a request may take, from the connection to the last byte.
    """

    def __init__(
        self, *, allowed: tuple[Network, ...] = (), max_bytes: int = 10_000_000, seconds: float = 30
    ) -> None:
        self._allowed = allowed
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._context = ssl.create_default_context()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for `url`; redirects are answers like any other.

        Raises:
            FetchError: the address is none, private or does not answer, or the answer is too
                large, too slow or broken.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError("it is no http or https address")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        fields = {
            "User-Agent": USER_AGENT,
            "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **(headers or {}),
        }
        deadline = time.monotonic() + self._seconds
        try:
            with self._connected(parts.hostname, port, parts.scheme == "https") as connection:
                connection.request("GET", target, headers=fields)
                with connection.getresponse() as response:
                    status = response.status
                    found = {name.lower(): value for name, value in response.getheaders()}
                    body = self._body(response, found, deadline) if status == 200 else b""
        except TimeoutError as error:
            raise FetchError(f"it took longer than {self._seconds:g} seconds") from error
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            if time.monotonic() >= deadline:
                raise FetchError(f"it took longer than {self._seconds:g} seconds") from error
            why = " ".join(str(error).split())[:100] or type(error).__name__
            raise FetchError(f"the server did not answer soundly ({why})") from error
        return Answer(url, status, found, body)

    @contextmanager
    def _connected(
        self, host: str, port: int, secure: bool
    ) -> Iterator[http.client.HTTPConnection]:
        # The connection goes to the very address that was judged: a name that is asked twice may
        # lead to two places.
        sock = self._reach(resolve(host, port, self._allowed), port)
        with ExitStack() as closing:
            closing.callback(sock.close)
            # A server may send a byte now and then for ever; only ending the connection from
            # outside limits the whole.
            open_sockets = [sock]
            watch = threading.Timer(self._seconds, _end, [open_sockets])
            watch.daemon = True
            watch.start()
            closing.callback(watch.cancel)
            if secure:
                sock = self._context.wrap_socket(sock, server_hostname=host)
                closing.callback(sock.close)
                open_sockets.append(sock)
            connection = http.client.HTTPConnection(host, port)
            connection.default_port = 443 if secure else 80
            connection.sock = sock
            yield connection

    def _reach(self, addresses: list[Address], port: int) -> socket.socket:
        failure = OSError("no address")
        for address in addresses:
            try:
                sock = socket.create_connection((str(address), port), min(10.0, self._seconds))
            except OSError as error:
                failure = error
            else:
                sock.settimeout(self._seconds)
                return sock
        raise failure

    def _body(
        self, response: http.client.HTTPResponse, headers: Mapping[str, str], deadline: float
    ) -> bytes:
        encoding = headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip", ""):
            raise FetchError(f"the answer is packed as {encoding[:40]}, which was not asked for")
        unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in encoding else None
        body = bytearray()
        missing = response.length
        while missing != 0 and (data := response.read1(_CHUNK)):
            if missing is not None:
                missing -= len(data)
            # One byte more than allowed shows that there is too much; a bomb is not unpacked.
            body += unpack.decompress(data, self._max_bytes + 1 - len(body)) if unpack else data
            if len(body) > self._max_bytes:
                raise FetchError(f"it has more than {self._max_bytes / 1e6:g} MB")
            if time.monotonic() > deadline:
                break
        if time.monotonic() > deadline:
            raise TimeoutError
        if missing or (unpack and not unpack.eof):
            raise http.client.HTTPException("the content ends early")
        return bytes(body)


def _end(open_sockets: list[socket.socket]) -> None:
    # That of the plain class: a TLS socket would first change what another thread is reading.
    with suppress(OSError):
        socket.socket.shutdown(open_sockets[-1], socket.SHUT_RDWR)
