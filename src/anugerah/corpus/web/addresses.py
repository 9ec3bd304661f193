"""Which addresses on the network may be asked."""

from __future__ import annotations

import socket
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from anugerah.corpus.web.errors import FetchError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

EVERYWHERE = (ip_network("0.0.0.0/0"), ip_network("::/0"))
_TRANSLATED = IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int, allowed: tuple[Network, ...] = ()) -> list[Address]:
    """Return the addresses of `host`, which all are on the open internet.

    A feed may name the machines of the network that it is read in; what answers there is not for
    everybody. So a host with any private address is refused as a whole.

    Args:
        host: a name or an address.
        port: the port that will be asked.
        allowed: networks whose addresses may be asked although they are private.

    Raises:
        FetchError: the name is unknown, or leads into a private network.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"no address of {host} could be found") from error
    addresses = list(dict.fromkeys(ip_address(str(each[4][0]).partition("%")[0]) for each in found))
    for address in addresses:
        if not _is_open(address) and not any(address in network for network in allowed):
            raise FetchError(
                f"{host} is a private address ({address}); allow private addresses if you trust it"
            )
    return addresses


def _is_open(address: Address) -> bool:
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return _is_open(address.ipv4_mapped)
        if address.sixtofour:
            return _is_open(address.sixtofour)
        if address in _TRANSLATED:
            return _is_open(IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast
