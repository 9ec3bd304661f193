"""The SPARQL endpoint (SPARQL 1.1 Protocol)."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from anugerah.namespaces import PREFIXES
from anugerah.server import answers, problems
from anugerah.server.answers import Table
from anugerah.server.caching import REVALIDATE, entity_tag, is_unchanged
from anugerah.server.dependencies import ServiceDep, readable
from anugerah.server.description import DESCRIPTION_FORMATS, describe_service
from anugerah.server.formats import BY_NAME, FORMATS, HTML, offered
from anugerah.server.negotiation import media_types, rank_formats, rank_query_formats
from anugerah.server.problems import ProblemError
from anugerah.server.protocol import SparqlRequest, read_sparql_request
from anugerah.server.service import Service
from anugerah.server.worker import Query

router = APIRouter(tags=["SPARQL"])

_EXAMPLE = f"""PREFIX anugerah: <{PREFIXES["anugerah"]}>
PREFIX rdfs: <{PREFIXES["rdfs"]}>

SELECT ?conferral ?label WHERE {{
  ?conferral a anugerah:Conferral ; rdfs:label ?label .
}}
LIMIT 20"""

_PARAMETERS = [
    ("query", "One SPARQL query; without it the answer is the service description.", False),
    ("default-graph-uri", "Graphs that make up the default graph.", True),
    ("named-graph-uri", "Named graphs of the dataset.", True),
    ("format", "Short name of a format, instead of the Accept header.", False),
]
_OPENAPI: dict[str, Any] = {
    "parameters": [
        {
            "name": name,
            "in": "query",
            "description": description,
            "schema": {"type": "array", "items": {"type": "string"}}
            if many
            else {"type": "string"},
        }
        for name, description, many in _PARAMETERS
    ]
}


@readable(router, "/sparql", summary="Query with SPARQL", openapi_extra=_OPENAPI)
async def query_by_url(request: Request, service: ServiceDep) -> Response:
    """Answer a query in the URL; without one, describe the service or show the query form."""
    asked = await read_sparql_request(request, service.settings.max_query_bytes)
    if asked.query is None:
        return await _describe(request, service, asked.format)
    return await _answer(request, service, asked, asked.query)


@router.post("/sparql", summary="Query with SPARQL, posted")
async def query_by_post(request: Request, service: ServiceDep) -> Response:
    """Answer a query in a posted form, or posted as it stands."""
    asked = await read_sparql_request(request, service.settings.max_query_bytes)
    return await _answer(request, service, asked, asked.query or "")


@router.options("/sparql", include_in_schema=False)
async def options() -> Response:
    """Name the methods."""
    return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})


async def _answer(request: Request, service: Service, asked: SparqlRequest, text: str) -> Response:
    formats = rank_query_formats(request.headers.get("accept", ""), asked.format)
    if asked.format and not formats:
        raise problems.unknown_format(asked.format)
    query = Query(text, formats, asked.default_graphs, asked.named_graphs, service.settings.base)
    page = partial(_form, request, service, asked, text)
    try:
        return await answers.respond(request, service, query, page)
    except ProblemError as problem:
        if formats[:1] != (HTML,):
            raise
        return await page(problem=problem)


async def _describe(request: Request, service: Service, asked: str | None) -> Response:
    accept = media_types(asked)[0] if asked in BY_NAME else request.headers.get("accept", "")
    ranked = rank_formats(accept, (*DESCRIPTION_FORMATS, HTML))
    if not ranked:
        types = [BY_NAME[name].media_type for name in DESCRIPTION_FORMATS]
        raise problems.not_acceptable("The service description", [*types, "text/html"])
    if ranked[0] == HTML:
        return await _form(request, service, None, _EXAMPLE)
    endpoint = str(request.url.replace(query="", fragment=""))
    fmt = BY_NAME[ranked[0]]
    headers = {
        "ETag": entity_tag(service.release.id, ("description", endpoint, fmt.name)),
        "Cache-Control": REVALIDATE,
        "Vary": "Accept",
    }
    if is_unchanged(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    body = await describe_service(service, endpoint, fmt)
    return Response(body, headers={**headers, "Content-Type": fmt.content_type})


async def _form(
    request: Request,
    service: Service,
    asked: SparqlRequest | None,
    text: str,
    table: Table | None = None,
    problem: ProblemError | None = None,
) -> Response:
    context = {
        "query": text,
        "asked": asked,
        "table": table,
        "formats": FORMATS,
        "prefixes": PREFIXES,
        "problem": problem.document(service.settings.base, request.url.path) if problem else None,
        "downloads": _downloads(asked, table) if asked and table else [],
    }
    status = problem.status if problem else 200
    headers = {"Cache-Control": "no-store"} | problem.headers if problem else {}
    return await asyncio.to_thread(
        lambda: service.pages.render(
            request, "sparql.html", status=status, headers=headers, context=context
        )
    )


def _downloads(asked: SparqlRequest, table: Table) -> list[tuple[str, str]]:
    """Return the formats of the answer, each with the parameters that give it."""
    parameters = [
        ("query", asked.query or ""),
        *(("default-graph-uri", iri) for iri in asked.default_graphs or ()),
        *(("named-graph-uri", iri) for iri in asked.named_graphs or ()),
    ]
    return [
        (fmt.name, urlencode([*parameters, ("format", fmt.name)])) for fmt in offered(table.form)
    ]
