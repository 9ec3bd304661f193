"""The pages that only people read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from anugerah.canned import CannedQuery
from anugerah.server import graph_queries, problems
from anugerah.server.dependencies import ServiceDep, readable
from anugerah.server.latest import find_latest
from anugerah.server.negotiation import prefers_html
from anugerah.server.sources import find_sources

router = APIRouter(tags=["Pages"])

_FEATURED = (
    "award-winners",
    "government-history",
    "top-governments",
    "streaks",
    "government-innovations",
    "officials",
    "disagreements",
    "where-from",
)
_PAGE = re.compile(r"[1-9][0-9]{0,5}")


@readable(router, "/", summary="Home")
async def home(request: Request, service: ServiceDep) -> Response:
    """Say what this is and where to start; programs get the addresses as JSON."""
    root = request.scope.get("root_path", "")
    if request.headers.get("accept") and not _admits_html(request):
        return JSONResponse(_directory(root, service.release.manifest), headers={"Vary": "Accept"})
    return service.pages.render(
        request,
        "home.html",
        latest=await find_latest(service.engine),
        winners="award-winners" if "award-winners" in service.queries else None,
        queries=featured(service.queries),
    )


@readable(router, "/articles", summary="The articles")
async def articles(request: Request, service: ServiceDep) -> Response:
    """List the articles behind the graph, a page at a time: HTML for browsers, else JSON."""
    text = request.query_params.get("page", "1")
    if not _PAGE.fullmatch(text):
        raise problems.bad_parameter(
            "page", f"Parameter 'page' can't be {text[:50]!r}; give a number from 1."
        )
    page = int(text)
    rows = await service.engine.select(graph_queries.articles(page))
    more, rows = len(rows) > graph_queries.ARTICLES_PAGE, rows[: graph_queries.ARTICLES_PAGE]
    if prefers_html(request.headers.get("accept", "")):
        found = await find_sources(service.engine, (row["article"]["value"] for row in rows))
        listed = [found[row["article"]["value"]] for row in rows]
        dated = any(source.issued for source in listed)
        return service.pages.render(
            request, "articles.html", sources=listed, dated=dated, page=page, more=more
        )
    entries = [{name: value["value"] for name, value in row.items()} for row in rows]
    return JSONResponse(
        {"articles": entries, "page": page, "more": more}, headers={"Vary": "Accept"}
    )


@readable(router, "/docs", summary="The addresses of the service")
async def docs(request: Request, service: ServiceDep) -> Response:
    """List the operations of the OpenAPI document."""
    document: dict[str, Any] = request.app.openapi()
    operations = [
        (method.upper(), path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method != "head"
    ]
    return service.pages.render(request, "docs.html", operations=operations)


def featured(queries: Mapping[str, CannedQuery]) -> list[CannedQuery]:
    """Return the queries that the home page shows."""
    chosen = [queries[name] for name in _FEATURED if name in queries]
    return chosen or list(queries.values())[: len(_FEATURED)]


def _admits_html(request: Request) -> bool:
    accept = request.headers["accept"]
    return "*/*" in accept or "html" in accept


def _directory(root: str, manifest: dict[str, Any]) -> dict[str, Any]:
    places = ("sparql", "queries", "articles", "ontology", "dumps", ".well-known/void")
    return {
        "release": manifest.get("id"),
        "counts": manifest.get("counts", {}),
        "links": {place: f"{root}/{place}" for place in (*places, "openapi.json")},
    }
