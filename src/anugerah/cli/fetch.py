"""`anugerah fetch`: pages from the web to a folder of documents."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from anugerah.cli.console import errors, output, progress_bars
from anugerah.corpus.web import Client, Fetcher, Outcome, Visitor
from anugerah.corpus.web.addresses import EVERYWHERE
from anugerah.errors import AnugerahError

FETCHED = Path("var/fetched")

AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Ask this machine and local networks, too.")
]

_COUNTED = {
    "stored": "stored",
    "unchanged": "unchanged",
    "known": "stored before",
    "failed": "failed",
}


def fetch(
    urls: Annotated[
        list[str], typer.Argument(metavar="URL...", help="Pages, feeds (RSS, Atom) or sitemaps.")
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the pages are kept.")] = FETCHED,
    limit: Annotated[int, typer.Option(min=1, help="Pages to ask for at most.")] = 1_000,
    delay: Annotated[
        float, typer.Option(min=0, help="Seconds between two requests to one site.")
    ] = 1.0,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a page may take.")] = 30.0,
    allow_private: AllowPrivate = False,
) -> None:
    """Fetch articles from the web, as their sites wish: by robots.txt and with a pause.

    Run it again to get what is new: pages that were stored before are not asked for again unless
    their feed or sitemap says that they changed. Ends with 1 when a page failed.

    Examples:

        anugerah fetch https://example.id/feed --out my-articles

        anugerah fetch https://example.id/sitemap.xml --limit 200 --out my-articles

        anugerah build data/articles my-articles
    """
    visitor = Visitor(
        Client(allowed=EVERYWHERE if allow_private else (), seconds=timeout), delay=delay
    )
    fetcher = Fetcher(visitor, out, limit=limit)
    counts: Counter[str] = Counter(outcome.status for outcome in run(fetcher, urls))
    told = [f"{counts[status]} {word}" for status, word in _COUNTED.items() if counts[status]]
    output.print(f"{', '.join(told) or 'nothing to fetch'} in {escape(str(out))}", soft_wrap=True)
    if fetcher.left_out:
        errors.print(
            f"{fetcher.left_out} more pages are known: run it again, or with a higher --limit."
        )
    if counts["failed"]:
        raise typer.Exit(1)


def run(fetcher: Fetcher, urls: list[str]) -> list[Outcome]:
    """Fetch with a progress bar, and say of each failed page why."""
    outcomes: list[Outcome] = []
    with progress_bars() as progress:
        progress("pages", 0, len(urls))
        for outcome in fetcher.fetch(urls):
            outcomes.append(outcome)
            progress("pages", len(outcomes), len(outcomes) + fetcher.waiting)
            if outcome.status == "failed":
                errors.print(
                    f"{escape(outcome.url)}: {escape(outcome.reason or '')}", soft_wrap=True
                )
    return outcomes


def is_address(document: str) -> bool:
    """Tell whether `document` is a web address and not a path."""
    return document.lower().startswith(("http://", "https://"))


def local(documents: list[str], folder: Path, *, allow_private: bool = False) -> list[Path]:
    """Return paths for `documents`: web addresses are fetched into `folder`.

    Raises:
        AnugerahError: an address could not be fetched.
    """
    urls = [document for document in documents if is_address(document)]
    paths = [Path(document) for document in documents if not is_address(document)]
    if not urls:
        return paths
    client = Client(allowed=EVERYWHERE if allow_private else ())
    outcomes = run(Fetcher(Visitor(client), folder, whole=True), urls)
    failed = sum(outcome.status == "failed" for outcome in outcomes)
    if failed:
        raise AnugerahError(f"{failed} of the web addresses could not be fetched.")
    return paths + [outcome.path for outcome in outcomes if outcome.path]
