from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
CITY = "/id/government/kota-pangkalpinang"


@pytest.fixture
def visitor(client: TestClient, app: FastAPI) -> TestClient:
    """A browser with cookies of its own; the service is already running."""
    assert client
    return TestClient(app, follow_redirects=True, headers={"Accept": BROWSER})


def test_a_chosen_language_lasts(visitor: TestClient) -> None:
    assert visitor.get("/").headers["content-language"] == "en"
    chosen = visitor.get("/", params={"lang": "id"})
    cookie = chosen.headers["set-cookie"].lower()
    assert cookie.startswith("lang=id;")
    assert "samesite=lax" in cookie
    assert "path=/" in cookie
    for path in ("/", "/queries/winners", CITY, "/ontology", "/nowhere"):
        answer = visitor.get(path)
        assert answer.headers["content-language"] == "id"
        assert "set-cookie" not in answer.headers
        assert {"Accept-Language", "Cookie"} <= set(answer.headers["vary"].split(", "))
    assert visitor.get("/", params={"lang": "en"}).headers["content-language"] == "en"
    assert visitor.get("/").headers["content-language"] == "en"


def test_the_choice_outranks_the_browsers_languages(visitor: TestClient) -> None:
    headers = {"Accept-Language": "id-ID,id;q=0.9"}
    assert visitor.get("/", headers=headers).headers["content-language"] == "id"
    visitor.get("/", params={"lang": "en"})
    assert visitor.get("/", headers=headers).headers["content-language"] == "en"


@pytest.mark.parametrize("wrong", ["fr", "", "id; Path=/x", "\u00e9"])
def test_a_language_that_is_none_is_not_kept(visitor: TestClient, wrong: str) -> None:
    answer = visitor.get("/", params={"lang": wrong})
    assert answer.headers["content-language"] == "en"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("path", "target"),
    [
        (f"{CITY}?lang=id", f"{CITY}.html?lang=id"),
        (f"{CITY}?lang=fr&x=%0A", f"{CITY}.html"),
        ("/article/0123456789abcdef?lang=id", "/article/0123456789abcdef.html?lang=id"),
        ("/articles/0123456789abcdef?lang=id", "/article/0123456789abcdef?lang=id"),
    ],
)
def test_a_redirect_keeps_the_language(visitor: TestClient, path: str, target: str) -> None:
    answer = visitor.get(path, follow_redirects=False)
    assert answer.headers["location"] == target


def test_data_have_no_language(visitor: TestClient) -> None:
    answer = visitor.get(
        f"{CITY}?lang=id", headers={"Accept": "text/turtle"}, follow_redirects=False
    )
    assert answer.headers["location"] == f"{CITY}.ttl"
    assert "set-cookie" not in visitor.get("/queries/winners?lang=id&format=csv").headers
