from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path

import pytest

from anugerah.corpus.web.client import Client
from anugerah.corpus.web.errors import FetchError
from tests.corpus.pages import PAGE
from tests.corpus.web.site import Reply, Site, dripping

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl makes the certificate of the test"
)
HERE = (ip_network("127.0.0.0/8"), ip_network("::1/128"))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    more = f"-addext subjectAltName=DNS:localhost -out {certificate.name} -keyout {key.name}"
    subprocess.run(f"{make} {more}".split(), cwd=folder, check=True, capture_output=True)
    return certificate, key


@pytest.fixture
def secure(certificate: tuple[Path, Path]) -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with Site(context=context) as running:
        running.replies |= {"/a": Reply(), "/b": dripping}
        yield running


def test_a_site_with_a_certificate_that_is_trusted(
    secure: Site, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    client = Client(allowed=HERE, seconds=1)
    named = secure.url.replace("127.0.0.1", "localhost")
    assert client.get(f"{named}/a").body == PAGE.encode()
    assert secure.asked[0].headers["host"] == named.removeprefix("https://")
    with pytest.raises(FetchError, match="IP address mismatch"):
        client.get(f"{secure.url}/a")
    started = time.monotonic()
    with pytest.raises(FetchError, match="longer than 1 seconds"):
        client.get(f"{named}/b")
    assert time.monotonic() - started < 3


def test_a_certificate_that_is_not_trusted_is_refused(secure: Site) -> None:
    with pytest.raises(FetchError, match=r"certificate verify failed"):
        Client(allowed=HERE).get(f"{secure.url}/a")
