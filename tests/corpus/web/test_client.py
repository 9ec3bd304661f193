from __future__ import annotations

import gzip
import socket
import time
from ipaddress import ip_network

import pytest

from anugerah.corpus.web.client import USER_AGENT, Client
from anugerah.corpus.web.errors import FetchError
from tests.corpus.pages import PAGE
from tests.corpus.web.site import Reply, Site, dripping, dripping_headers, raw

HERE = (ip_network("127.0.0.0/8"),)


def client(max_bytes: int = 100_000, seconds: float = 5) -> Client:
    return Client(allowed=HERE, max_bytes=max_bytes, seconds=seconds)


def test_an_answer(site: Site) -> None:
    site.replies["/a?b=c"] = Reply(kind='Text/HTML; Charset="UTF-8"')
    answer = client().get(f"{site.url}/a?b=c", {"If-None-Match": '"x"'})
    assert (answer.status, answer.kind, answer.charset) == (200, "text/html", "utf-8")
    assert answer.body == PAGE.encode()
    (asked,) = site.asked
    assert asked.headers["user-agent"] == USER_AGENT
    assert asked.headers["if-none-match"] == '"x"'
    assert asked.headers["host"] == site.url.removeprefix("http://")


def test_packed_and_chunked_answers(site: Site) -> None:
    packed = gzip.compress(PAGE.encode())
    site.replies["/gzip"] = Reply(packed, headers={"Content-Encoding": "gzip"})
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (packed[:9], packed[9:], b""))
    site.replies["/chunked"] = raw(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + chunks
    )
    for path in ("/gzip", "/chunked"):
        assert client().get(site.url + path).body == PAGE.encode()


def test_a_server_that_keeps_the_connection_open_is_not_waited_for(site: Site) -> None:
    def keep(request: object) -> None:
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde")(request)  # type: ignore[arg-type]
        time.sleep(3)

    site.replies["/a"] = keep
    started = time.monotonic()
    assert client().get(f"{site.url}/a").body == b"abcde"
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(b"x" * 200_000), "more than 0.1 MB"),
        (
            Reply(gzip.compress(b"x" * 50_000_000), headers={"Content-Encoding": "gzip"}),
            "more than 0.1 MB",
        ),
        (Reply(b"bukan gzip", headers={"Content-Encoding": "gzip"}), "did not answer soundly"),
        (
            Reply(gzip.compress(b"x" * 999)[:-9], headers={"Content-Encoding": "gzip"}),
            "ends early",
        ),
        (Reply(b"x", headers={"Content-Encoding": "br"}), "packed as br"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"), "ends early"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000 + b"\r\n"), "did not answer soundly"),
        (raw(b"HTTP/1.1 200 OK\r\nA: " + b"x" * 100_000 + b"\r\n\r\n"), "did not answer soundly"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), "did not answer"),
        (raw(b"SSH-2.0-OpenSSH\r\n"), "did not answer soundly"),
        (raw(b""), "did not answer soundly"),
    ],
)
def test_bad_answers_are_one_sentence(site: Site, reply: object, said: str) -> None:
    site.replies["/a"] = reply  # type: ignore[assignment]
    with pytest.raises(FetchError) as caught:
        client().get(f"{site.url}/a")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("reply", [dripping, dripping_headers])
def test_a_slow_answer_is_ended(site: Site, reply: object) -> None:
    site.replies["/a"] = reply  # type: ignore[assignment]
    started = time.monotonic()
    with pytest.raises(FetchError, match=r"longer than 0\.5 seconds"):
        client(seconds=0.5).get(f"{site.url}/a")
    assert time.monotonic() - started < 2


def test_a_silent_server_is_ended() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(FetchError, match=r"longer than 0\.3 seconds"):
            client(seconds=0.3).get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/passwd", "no http or https"),
        ("ftp://127.0.0.1/", "no http or https"),
        ("http:///a", "no http or https"),
        ("http://nama-yang-tidak-ada.invalid/", "no address of nama-yang-tidak-ada.invalid"),
    ],
)
def test_what_can_not_be_asked(url: str, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        client().get(url)


def test_a_closed_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(FetchError, match="did not answer soundly"):
        client().get(f"http://127.0.0.1:{port}/")
