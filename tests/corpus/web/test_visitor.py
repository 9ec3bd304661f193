from __future__ import annotations

import socket
from ipaddress import ip_network
from itertools import pairwise

import pytest

from anugerah.corpus.web import Client, FetchError, Visitor
from tests.corpus.pages import PAGE
from tests.corpus.web.site import Reply, Site


def visitor(delay: float = 0.0, allowed: str = "127.0.0.0/8") -> Visitor:
    return Visitor(Client(allowed=(ip_network(allowed),), seconds=5), delay=delay)


def robots(text: str) -> Reply:
    return Reply(text, kind="text/plain")


def moved(url: str) -> Reply:
    return Reply("", 302, headers={"Location": url})


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /rahasia\n", "/a", True),
        ("User-agent: *\nDisallow: /rahasia\n", "/rahasia/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Anugerah\nAllow: /\n", "/a", True),
        ("User-agent: anugerah\nDisallow: /*.php$\n", "/a.php", False),
        ("<html>bukan robots</html>", "/a", True),
    ],
)
def test_robots_are_obeyed(site: Site, text: str, path: str, allowed: bool) -> None:
    site.replies |= {"/robots.txt": robots(text), path: Reply()}
    asking = visitor()
    if allowed:
        assert asking.get(site.url + path).status == 200
    else:
        with pytest.raises(FetchError, match=r"robots\.txt of the site forbids it"):
            asking.get(site.url + path)
        assert site.paths == []


@pytest.mark.parametrize(
    ("status", "allowed"),
    [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)],
)
def test_robots_that_can_not_be_had(site: Site, status: int, allowed: bool) -> None:
    site.replies |= {"/robots.txt": Reply("", status), "/a": Reply()}
    asking = visitor()
    for _ in range(2):
        if allowed:
            assert asking.get(f"{site.url}/a").status == 200
        else:
            with pytest.raises(FetchError, match=r"robots\.txt of the site can't be read"):
                asking.get(f"{site.url}/a")
    assert [asked.path for asked in site.asked].count("/robots.txt") == 1


def test_robots_may_have_moved(site: Site) -> None:
    site.replies |= {
        "/robots.txt": moved("/aturan.txt"),
        "/aturan.txt": robots("User-agent: *\nDisallow: /a"),
        "/a": Reply(),
    }
    with pytest.raises(FetchError, match="forbids"):
        visitor().get(f"{site.url}/a")


@pytest.mark.parametrize(
    ("delay", "text", "least"),
    [(0.2, "", 0.2), (0.0, "User-agent: *\nCrawl-delay: 0.2", 0.2), (0.0, "", 0.0)],
)
def test_a_site_gets_its_pause(site: Site, delay: float, text: str, least: float) -> None:
    site.replies |= {"/robots.txt": robots(text), "/a": Reply()}
    asking = visitor(delay)
    for _ in range(3):
        asking.get(f"{site.url}/a")
    times = [asked.at for asked in site.asked]
    assert all(b - a >= least * 0.9 for a, b in pairwise(times))


def test_two_sites_do_not_wait_for_each_other(site: Site, other_site: Site) -> None:
    site.replies["/a"] = other_site.replies["/a"] = Reply()
    asking = visitor(0.4)
    asking.get(f"{site.url}/a")
    asking.get(f"{other_site.url}/a")
    assert other_site.asked[0].at - site.asked[-1].at < 0.3


def test_redirects_are_followed_and_told(site: Site) -> None:
    site.replies |= {"/a": moved("b"), "/b": moved(f"{site.url}/c?d=e#f"), "/c?d=e": Reply()}
    answer = visitor().get(f"{site.url}/a")
    assert answer.url == f"{site.url}/c?d=e"
    assert answer.body == PAGE.encode()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("file:///etc/passwd", "redirects to what is no http"),
        ("javascript:alert(1)", "redirects to what is no http"),
        ("http://169.254.169.254/latest/meta-data", "private address"),
        ("http://10.0.0.1/", "private address"),
        ("/a", "redirects more than 5 times"),
        ("/rahasia", "forbids"),
    ],
)
def test_a_redirect_is_judged_like_an_address(site: Site, target: str, said: str) -> None:
    site.replies |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /rahasia"),
        "/a": moved(target),
        "/rahasia": Reply(),
    }
    with pytest.raises(FetchError, match=said):
        visitor().get(f"{site.url}/a")
    assert "/rahasia" not in site.paths


def test_a_redirect_into_a_network_that_is_not_allowed(site: Site, other_site: Site) -> None:
    site.replies["/a"] = moved(f"{other_site.url}/a")
    other_site.replies["/a"] = Reply()
    with pytest.raises(FetchError, match="private address"):
        visitor(allowed="127.0.0.1/32").get(f"{site.url}/a")
    assert other_site.asked == []


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_is_busy_is_left_alone(site: Site, status: int) -> None:
    site.replies |= {"/a": Reply("", status), "/b": Reply()}
    asking = visitor()
    assert asking.get(f"{site.url}/a").status == status
    with pytest.raises(FetchError, match="left alone"):
        asking.get(f"{site.url}/b")
    assert site.paths == ["/a"]


def test_a_site_that_fails_again_and_again_is_left_alone(site: Site) -> None:
    site.replies["/a"] = Reply(b"x", headers={"Content-Encoding": "br"})
    asking = visitor()
    for _ in range(5):
        with pytest.raises(FetchError, match="packed as br"):
            asking.get(f"{site.url}/a")
    with pytest.raises(FetchError, match="failed 5 times"):
        asking.get(f"{site.url}/a")


def test_a_site_that_is_down_is_asked_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    asking = visitor()
    for _ in range(2):
        with pytest.raises(FetchError, match=r"robots\.txt of the site can't be read"):
            asking.get(f"http://127.0.0.1:{port}/a")
