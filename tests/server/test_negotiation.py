from __future__ import annotations

import pytest

from anugerah.server.negotiation import prefers_html, rank_formats, rank_query_formats

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
OFFERS = ("json", "xml", "csv", "tsv")
GRAPHS = ("ttl", "jsonld", "nt", "rdf")


@pytest.mark.parametrize(
    ("accept", "offers", "expected"),
    [
        ("", OFFERS, "json"),
        ("*/*", OFFERS, "json"),
        ("*", OFFERS, "json"),
        ("text/csv", OFFERS, "csv"),
        ("TEXT/CSV", OFFERS, "csv"),
        ("text/*", OFFERS, "csv"),
        ("application/xml", OFFERS, "xml"),
        ("application/json;charset=utf-8", OFFERS, "json"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.6", OFFERS, "xml"),
        ("*/*, text/csv", OFFERS, "csv"),
        ("*/*;q=0.1, text/tab-separated-values", OFFERS, "tsv"),
        ("application/*, application/sparql-results+json;q=0, */*;q=0", OFFERS, "xml"),
        ("text/csv;q=nonsense, text/tab-separated-values;q=0.1", OFFERS, "tsv"),
        ("image/png", OFFERS, None),
        ("*/*;q=0", OFFERS, None),
        ("text/csv;q=0", OFFERS, None),
        ("not a media range", OFFERS, None),
        ("*/html", OFFERS, None),
        ("application/json", GRAPHS, "jsonld"),
        ("text/plain", GRAPHS, "nt"),
        ("application/rdf+xml, text/turtle;q=0.9", GRAPHS, "rdf"),
        (BROWSER, (*GRAPHS, "html"), "html"),
        ("text/turtle, text/html;q=0.3", (*GRAPHS, "html"), "ttl"),
    ],
)
def test_the_most_welcome_format_comes_first(
    accept: str, offers: tuple[str, ...], expected: str | None
) -> None:
    assert next(iter(rank_formats(accept, offers)), None) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("json", ("json", "jsonld")),
        ("XML", ("xml", "rdf")),
        ("ttl", ("ttl",)),
        ("turtle", ("ttl",)),
        ("html", ("html",)),
        ("pdf", ()),
        ("rdf+xml", ("rdf",)),
        ("application/rdf+xml", ("rdf",)),
    ],
)
def test_the_parameter_outranks_the_header(asked: str, expected: tuple[str, ...]) -> None:
    assert rank_query_formats("text/csv", asked) == expected


@pytest.mark.parametrize(
    ("accept", "expected"),
    [(BROWSER, True), ("", False), ("*/*", False), ("application/json", False)],
)
def test_browsers_are_told_from_programs(accept: str, expected: bool) -> None:
    assert prefers_html(accept) is expected
