"""A small release, written by hand, and the service over it."""

from __future__ import annotations

import gzip
import hashlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse
from starlette.testclient import TestClient

from anugerah.canned import CannedQuery, parse_query
from anugerah.release import Release, open_release
from anugerah.server.app import assemble, create_app
from anugerah.settings import Settings

DATA = Path(__file__).parent / "data"
MEDIA_TYPES = {"ttl": "text/turtle", "nt.gz": "application/gzip", "trig": "application/trig"}


def write_release(folder: Path, trig: bytes) -> Release:
    quads = list(parse(trig, format=RdfFormat.TRIG))
    merged = [Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads]
    store = Store(str(folder / "store"))
    store.bulk_extend([*quads, *merged])
    store.flush()
    (folder / "dumps").mkdir()
    triples = store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""
    files = {
        "anugerah.ttl": store.dump(format=RdfFormat.TURTLE, from_graph=DefaultGraph()) or b"",
        "anugerah.trig": store.dump(format=RdfFormat.TRIG) or b"",
        "anugerah.nt.gz": gzip.compress(triples, mtime=0),
    }
    dumps = []
    for name, content in files.items():
        (folder / "dumps" / name).write_bytes(content)
        ending = name.removeprefix("anugerah.")
        digest = hashlib.sha256(content).hexdigest()
        dumps.append(
            {
                "file": name,
                "media_type": MEDIA_TYPES[ending],
                "bytes": len(content),
                "sha256": digest,
            }
        )
    sums = "".join(f"{entry['sha256']}  {entry['file']}\n" for entry in dumps)
    (folder / "dumps" / "SHA256SUMS").write_text(sums)
    manifest = {
        "id": "small",
        "version": "0.1.0",
        "created": "2026-11-21T00:00:00Z",
        "counts": {"triples": len(set(merged)), "quads": len(quads), "articles": 1},
        "dumps": dumps,
    }
    ledger = [
        {
            "source": "000_good",
            "status": "accepted",
            "article": "0123456789abcdef",
            "facts": 3,
            "reasons": {},
        },
        {
            "source": "bad",
            "status": "quarantined",
            "article": None,
            "facts": 1,
            "reasons": {"en": ["Rank <b>0</b> is below 1."]},
        },
    ]
    (folder / "release.json").write_text(json.dumps(manifest))
    (folder / "ledger.json").write_text(json.dumps(ledger))
    (folder / "shacl.json").write_text(json.dumps({"conforms": False, "results": []}))
    (folder / "description.ttl").write_text(
        "@prefix void: <http://rdfs.org/ns/void#> .\n"
        "<https://w3id.org/anugerah/> a void:Dataset ; void:triples 40 .\n"
    )
    del store
    return open_release(folder)


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    folder = tmp_path_factory.mktemp("release")
    return write_release(folder, (DATA / "small.trig").read_bytes())


@pytest.fixture(scope="session")
def canned() -> dict[str, CannedQuery]:
    paths = sorted(DATA.glob("*.rq"))
    return {path.stem: parse_query(path.stem, path.read_text()) for path in paths}


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(query_processes=2, query_timeout=1.0, max_result_bytes=500_000)


@pytest.fixture(scope="session")
def app(settings: Settings, release: Release, canned: dict[str, CannedQuery]) -> FastAPI:
    return assemble(settings, release, lambda _: canned)


@pytest.fixture(scope="session")
def running(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def client(running: TestClient) -> TestClient:
    """A client without cookies."""
    running.cookies.clear()
    return running


@pytest.fixture(scope="session")
def seed_running(releases: Path) -> Iterator[TestClient]:
    app = create_app(Settings(query_processes=2), releases)
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def seed_client(seed_running: TestClient) -> TestClient:
    """A client of the service over the release of the user's five articles, without cookies."""
    seed_running.cookies.clear()
    return seed_running


@pytest.fixture(scope="session")
def url(settings: Settings, release: Release, canned: dict[str, CannedQuery]) -> Iterator[str]:
    """The address of a server at a real socket."""
    with serving(assemble(settings, release, lambda _: canned)) as address:
        yield address


class serving:  # noqa: N801
    """Run an application at a free port, in a thread."""

    def __init__(self, app: FastAPI) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._server = uvicorn.Server(uvicorn.Config(app, http="h11", log_level="warning"))
        self._thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        self._server.run(sockets=[self._listener])

    def __enter__(self) -> str:
        self._thread.start()
        wait_until(lambda: self._server.started)
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "It took too long."
        time.sleep(0.02)
