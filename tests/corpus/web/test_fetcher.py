from __future__ import annotations

import gzip
import os
from collections import Counter
from pathlib import Path

import pytest

from anugerah.corpus import find_documents, read_article
from anugerah.corpus.web import Client, Fetcher, Outcome, Visitor
from anugerah.corpus.web.addresses import EVERYWHERE
from anugerah.corpus.web.state import NAME
from anugerah.errors import AnugerahError
from tests.corpus.pages import PAGE
from tests.corpus.web.site import Reply, Site


def fetcher(folder: Path, limit: int = 100) -> Fetcher:
    return Fetcher(Visitor(Client(allowed=EVERYWHERE), delay=0), folder, limit=limit)


def fetch(folder: Path, *urls: str, limit: int = 100) -> list[Outcome]:
    return list(fetcher(folder, limit).fetch(urls))


def statuses(outcomes: list[Outcome]) -> dict[str, int]:
    return dict(Counter(outcome.status for outcome in outcomes))


def xml(text: str, **headers: str) -> Reply:
    return Reply(text, kind="application/xml", headers=headers)


def feed(site: Site, *paths: str, updated: str = "") -> str:
    items = "".join(
        f"<item><link>{site.url}{path}</link><pubDate>{updated}</pubDate></item>" for path in paths
    )
    return f"<rss version='2.0'><channel>{items}</channel></rss>"


def sitemap(site: Site, *paths: str, kind: str = "url", changed: str = "") -> str:
    entries = "".join(
        f"<{kind}><loc>{site.url}{path}</loc><lastmod>{changed}</lastmod></{kind}>"
        for path in paths
    )
    root = "urlset" if kind == "url" else "sitemapindex"
    return f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{root}>'


def test_a_page_is_stored_as_a_document(site: Site, tmp_path: Path) -> None:
    site.replies["/2024/kota-contoh.html"] = Reply()
    (outcome,) = fetch(tmp_path / "baru", f"{site.url}/2024/kota-contoh.html")
    assert outcome.status == "stored"
    assert find_documents([tmp_path / "baru"]) == [outcome.path]
    assert outcome.path is not None
    assert outcome.path.name.startswith("127-0-0-1-2024-kota-contoh-")
    article = read_article(outcome.path)
    assert article.title == "Kota Contoh Raih Penghargaan Inovasi"
    assert article.url == f"{site.url}/2024/kota-contoh.html"
    assert {path.name for path in (tmp_path / "baru").iterdir()} == {outcome.path.name, NAME}


def test_a_page_in_an_old_encoding_is_stored_in_utf_8(site: Site, tmp_path: Path) -> None:
    old = PAGE.replace("utf-8", "windows-1252").replace("Budi Utama", "Budi “Utama”")
    site.replies["/a"] = Reply(old.encode("windows-1252"), kind="text/html")
    (outcome,) = fetch(tmp_path, f"{site.url}/a")
    assert outcome.path is not None
    assert "Budi “Utama”" in read_article(outcome.path).text


def test_a_redirect_keeps_the_address_at_which_the_page_is(site: Site, tmp_path: Path) -> None:
    site.replies |= {"/a": Reply("", 301, headers={"Location": "/b"}), "/b": Reply()}
    (outcome,) = fetch(tmp_path, f"{site.url}/a")
    assert outcome.path is not None
    assert read_article(outcome.path).url == f"{site.url}/b"


@pytest.mark.parametrize(
    "headers", [{"ETag": '"1"'}, {"Last-Modified": "Thu, 05 Dec 2024 09:06:00 GMT"}]
)
def test_an_unchanged_page_is_not_sent_again(
    site: Site, tmp_path: Path, headers: dict[str, str]
) -> None:
    site.replies["/a"] = Reply(headers=headers)
    url = f"{site.url}/a"
    (first,) = fetch(tmp_path, url)
    (second,) = fetch(tmp_path, url)
    assert (first.status, second.status) == ("stored", "unchanged")
    assert second.path == first.path
    site.replies["/a"] = Reply(PAGE.replace("Misal", "Umpama"), headers={"ETag": '"2"'})
    (third,) = fetch(tmp_path, url)
    assert third.status == "stored"
    assert third.path == first.path
    assert third.path is not None
    assert "Kota Umpama" in read_article(third.path).text
    third.path.unlink()
    assert fetch(tmp_path, url)[0].status == "stored"


def test_a_feed_brings_its_pages_and_later_only_the_new_ones(site: Site, tmp_path: Path) -> None:
    pages = {f"/{n}": Reply() for n in range(4)}
    site.replies |= {**pages, "/feed": xml(feed(site, "/0", "/1"), ETag='"1"')}
    url = f"{site.url}/feed"
    assert statuses(fetch(tmp_path, url)) == {"listing": 1, "stored": 2}
    site.asked.clear()
    assert statuses(fetch(tmp_path, url)) == {"unchanged": 1}
    assert site.paths == ["/feed"]
    whole = Fetcher(Visitor(Client(allowed=EVERYWHERE), delay=0), tmp_path, whole=True)
    paths = [outcome.path for outcome in whole.fetch([url]) if outcome.path]
    assert sorted(paths) == sorted(tmp_path.glob("*.html"))
    site.replies["/feed"] = xml(feed(site, "/2", "/1", "/0", "/2"), ETag='"2"')
    site.asked.clear()
    assert statuses(fetch(tmp_path, url)) == {"listing": 1, "stored": 1, "known": 2}
    assert site.paths == ["/feed", "/2"]


@pytest.mark.parametrize(
    ("changed", "status"), [("2001-01-01", "known"), ("", "known"), ("2099-01-01", "unchanged")]
)
def test_a_page_that_changed_since_is_asked_for(
    site: Site, tmp_path: Path, changed: str, status: str
) -> None:
    site.replies["/a"] = Reply(headers={"ETag": '"1"'})
    site.replies["/sitemap.xml"] = xml(sitemap(site, "/a", changed=changed))
    url = f"{site.url}/sitemap.xml"
    assert statuses(fetch(tmp_path, url)) == {"listing": 1, "stored": 1}
    assert statuses(fetch(tmp_path, url)) == {"listing": 1, status: 1}


def test_a_sitemap_of_sitemaps(site: Site, tmp_path: Path) -> None:
    packed = gzip.compress(sitemap(site, "/1", "/2").encode())
    site.replies |= {
        "/index.xml": xml(sitemap(site, "/a.xml.gz", "/b.xml", "/index.xml", kind="sitemap")),
        "/a.xml.gz": Reply(packed, kind="application/gzip"),
        "/b.xml": xml(sitemap(site, "/2", "/3")),
        **{f"/{n}": Reply() for n in range(1, 4)},
    }
    outcomes = fetch(tmp_path, f"{site.url}/index.xml")
    assert statuses(outcomes) == {"listing": 3, "stored": 3}


def test_a_failed_page_costs_only_itself_and_is_tried_again(site: Site, tmp_path: Path) -> None:
    site.replies |= {
        "/feed": xml(feed(site, "/1", "/2", "/3", "/4"), ETag='"1"'),
        "/1": Reply(),
        "/2": Reply("rusak", 500),
        "/3": Reply("x", kind="image/png"),
        "/4": Reply("<html><body></body></html>"),
    }
    outcomes = fetch(tmp_path, f"{site.url}/feed")
    assert statuses(outcomes) == {"listing": 1, "stored": 1, "failed": 3}
    assert [outcome.reason for outcome in outcomes[2:]] == [
        "the server answers with status 500",
        "it is image/png, no page, feed or sitemap",
        "the answer holds no article that could be found: save the page's text as .txt.",
    ]
    site.replies["/2"] = Reply()
    outcomes = fetch(tmp_path, f"{site.url}/feed")
    assert statuses(outcomes) == {"listing": 1, "known": 1, "stored": 1, "failed": 2}


@pytest.mark.parametrize(
    "later", [Reply("", 404), Reply("", 500), Reply("<html><p></p></html>"), Reply(b"x\0")]
)
def test_what_was_stored_stays_when_the_page_fails(
    site: Site, tmp_path: Path, later: Reply
) -> None:
    site.replies["/a"] = Reply()
    (first,) = fetch(tmp_path, f"{site.url}/a")
    assert first.path is not None
    kept = first.path.read_bytes()
    site.replies["/a"] = later
    (second,) = fetch(tmp_path, f"{site.url}/a")
    assert second.status == "failed"
    assert first.path.read_bytes() == kept


def test_no_more_than_the_limit_is_asked_for(site: Site, tmp_path: Path) -> None:
    site.replies |= {f"/{n}": Reply() for n in range(5)}
    site.replies["/feed"] = xml(feed(site, *(f"/{n}" for n in range(5))), ETag='"1"')
    fetching = fetcher(tmp_path, limit=2)
    assert statuses(list(fetching.fetch([f"{site.url}/feed"]))) == {"listing": 1, "stored": 2}
    assert fetching.left_out == 3
    rest = fetch(tmp_path, f"{site.url}/feed")
    assert statuses(rest) == {"listing": 1, "known": 2, "stored": 3}


def test_an_endless_sitemap_ends(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("anugerah.corpus.web.fetcher.MAX_LISTINGS", 5)
    for n in range(20):
        site.replies[f"/{n}.xml"] = xml(sitemap(site, f"/{n + 1}.xml", kind="sitemap"))
    outcomes = fetch(tmp_path, f"{site.url}/0.xml")
    assert statuses(outcomes) == {"listing": 5, "failed": 1}


def test_a_private_address_in_a_feed_is_refused(site: Site, tmp_path: Path) -> None:
    site.replies["/feed"] = xml(
        "<rss><channel><item><link>http://10.0.0.1/a</link></item>"
        "<item><link>file:///etc/passwd</link></item></channel></rss>"
    )
    careful = Visitor(Client(allowed=(*EVERYWHERE[1:],)), delay=0)
    (refused,) = Fetcher(careful, tmp_path).fetch([f"{site.url}/feed"])
    assert "private address" in (refused.reason or "")
    assert site.asked == []


def test_a_state_that_was_torn_or_broken(site: Site, tmp_path: Path) -> None:
    site.replies |= {"/a": Reply(headers={"ETag": '"1"'}), "/b": Reply()}
    fetch(tmp_path, f"{site.url}/a")
    state = tmp_path / NAME
    with state.open("a") as file:
        file.write('{"url": "http')
    assert [o.status for o in fetch(tmp_path, f"{site.url}/a", f"{site.url}/b")] == [
        "unchanged",
        "stored",
    ]
    assert state.read_text().count("\n") == 2
    state.write_text("rusak\n")
    with pytest.raises(AnugerahError, match="remove the file"):
        fetcher(tmp_path)


def test_a_folder_that_can_not_be_written(site: Site, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(AnugerahError, match="can't be made"):
        fetcher(tmp_path / "berkas")
    if os.geteuid() != 0:
        site.replies["/a"] = Reply()
        (tmp_path / "tertutup").mkdir(mode=0o500)
        with pytest.raises(AnugerahError, match="can't be written"):
            fetch(tmp_path / "tertutup", f"{site.url}/a")
