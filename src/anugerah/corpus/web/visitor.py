"""A visitor with manners: asks for what robots.txt allows, not too often, and follows redirects."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from protego import Protego

from anugerah.corpus.metadata import web_address
from anugerah.corpus.web.client import AGENT, Answer, Client
from anugerah.corpus.web.errors import FetchError

MAX_REDIRECTS = 5
MAX_FAILURES = 5
MAX_ROBOTS = 500_000
LONGEST_DELAY = 60.0
"""Seconds; a robots.txt that asks for more would stop everything."""

_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(slots=True)
class _Site:
    """What is known of one scheme, host and port.

    Attributes:
        rules: its robots.txt; None as long as it was not asked for.
        closed: why it is not asked any more.
        failures: requests that failed one after another.
        last: when it was asked last, by the monotonic clock.
    """

    rules: Protego | None = None
    closed: str | None = None
    failures: int = 0
    last: float = float("-inf")


class Visitor:
    """Asks for pages as their sites wish.

    Args:
        client: sends the requests.
        delay: seconds between two requests to one site; a longer `Crawl-delay` wins.
    """

    def __init__(self, client: Client, *, delay: float = 1.0) -> None:
        self._client = client
        self._delay = delay
        self._sites: dict[str, _Site] = {}

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for `url` and follow redirects; each step is judged like the first.

        Raises:
            FetchError: the site forbids it, the request fails, or there are too many redirects.
        """
        for _ in range(MAX_REDIRECTS + 1):
            site = self._site(url)
            rules = self._rules(site, url)
            if not rules.can_fetch(url, AGENT):
                raise FetchError("the robots.txt of the site forbids it")
            answer = self._ask(site, url, headers)
            if answer.status not in _REDIRECTS:
                return answer
            url = _next(url, answer)
        raise FetchError(f"it redirects more than {MAX_REDIRECTS} times")

    def _site(self, url: str) -> _Site:
        parts = urlsplit(url)
        return self._sites.setdefault(f"{parts.scheme}://{parts.netloc.lower()}", _Site())

    def _ask(self, site: _Site, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        if site.closed:
            raise FetchError(site.closed)
        wished = (site.rules.crawl_delay(AGENT) if site.rules else None) or 0.0
        wait = site.last + min(max(self._delay, wished), LONGEST_DELAY) - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        try:
            answer = self._client.get(url, headers)
            site.failures = 0
        except FetchError:
            site.failures += 1
            if site.failures >= MAX_FAILURES:
                site.closed = f"the site failed {MAX_FAILURES} times one after another"
            raise
        finally:
            site.last = time.monotonic()
        if answer.status in (429, 503):
            site.closed = f"the site asks to be left alone for now (status {answer.status})"
        return answer

    def _rules(self, site: _Site, url: str) -> Protego:
        """Return the site's robots.txt, as RFC 9309 tells to take what it answers."""
        if site.rules is None and not site.closed:
            try:
                site.rules = self._read_rules(site, urljoin(url, "/robots.txt"))
            except FetchError as error:
                site.closed = f"the robots.txt of the site can't be read: {error}"
        if site.rules is None:
            raise FetchError(site.closed or "")
        return site.rules

    def _read_rules(self, site: _Site, url: str) -> Protego:
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._ask(site if self._site(url) is site else self._site(url), url)
            if answer.status in _REDIRECTS:
                url = _next(url, answer)
            elif answer.status == 200:
                return Protego.parse(answer.body[:MAX_ROBOTS].decode("utf-8", "replace"))
            elif 400 <= answer.status < 500 and answer.status != 429:
                return Protego.parse("")
            else:
                raise FetchError(f"it answers with status {answer.status}")
        # Too many redirects count as no robots.txt (RFC 9309, 2.3.1.2).
        return Protego.parse("")


def _next(url: str, answer: Answer) -> str:
    target = web_address(urljoin(url, answer.headers.get("location", "")))
    if target is None:
        raise FetchError("it redirects to what is no http or https address")
    return target
