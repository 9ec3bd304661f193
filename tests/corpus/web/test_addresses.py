from __future__ import annotations

from ipaddress import ip_network

import pytest

from anugerah.corpus.web.addresses import EVERYWHERE, resolve
from anugerah.corpus.web.errors import FetchError


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "localhost",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - asked, not bound
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b::c0a8:101",
    ],
)
def test_private_addresses_are_refused_unless_allowed(host: str) -> None:
    with pytest.raises(FetchError, match="private address"):
        resolve(host, 80)
    assert resolve(host, 80, EVERYWHERE)


@pytest.mark.parametrize("host", ["1.1.1.1", "2606:4700::1111", "64:ff9b::101:101"])
def test_open_addresses(host: str) -> None:
    assert [str(address) for address in resolve(host, 80)] == [host]


def test_only_the_allowed_networks_are_allowed() -> None:
    allowed = (ip_network("127.0.0.1/32"),)
    assert resolve("127.0.0.1", 80, allowed)
    with pytest.raises(FetchError):
        resolve("127.0.0.2", 80, allowed)
