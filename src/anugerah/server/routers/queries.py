"""The canned queries: questions with typed parameters, for people and for programs."""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from anugerah.canned import CannedQuery, ParameterError, UnknownQueryError, find_query
from anugerah.server import answers, problems
from anugerah.server.answers import Table
from anugerah.server.dependencies import ServiceDep, readable
from anugerah.server.formats import FORMATS, HTML
from anugerah.server.negotiation import prefers_html, rank_query_formats
from anugerah.server.protocol import url_parameters
from anugerah.server.service import Service
from anugerah.server.worker import Query

router = APIRouter(tags=["Canned queries"])

_OURS = {"format", "lang"}


@readable(router, "/queries", summary="List the canned queries")
async def queries(request: Request, service: ServiceDep) -> Response:
    """List the canned queries with their parameters: a page for browsers, else JSON."""
    if prefers_html(request.headers.get("accept", "")):
        return service.pages.render(request, "queries.html", queries=service.queries.values())
    root = request.scope.get("root_path", "")
    entries = [describe(query, root) for query in service.queries.values()]
    return JSONResponse({"queries": entries}, headers={"Vary": "Accept"})


@readable(router, "/queries/{name}", include_in_schema=False)
async def run(request: Request, service: ServiceDep, name: str) -> Response:
    """Run a canned query; browsers get a page with its form and its result."""
    try:
        query = find_query(service.queries, name)
    except UnknownQueryError as error:
        raise problems.not_found(str(error), error.matches) from None
    given = _given(request)
    asked = request.query_params.get("format")
    formats = rank_query_formats(request.headers.get("accept", ""), asked)
    if asked and not formats:
        raise problems.unknown_format(asked)
    html = formats[:1] == (HTML,)
    page = partial(_page, request, service, query, given)
    try:
        text = query.bind(given)
    except ParameterError as error:
        if not html:
            raise problems.bad_parameter(error.parameter, str(error)) from None
        first_visit = not given
        return page(None, None if first_visit else str(error), 200 if first_visit else 422)
    return await answers.respond(
        request, service, Query(text, formats, base=service.settings.base), page
    )


def _given(request: Request) -> dict[str, str]:
    given: dict[str, str] = {}
    for name, value in url_parameters(request):
        if name in _OURS:
            continue
        if name in given:
            raise problems.bad_parameter(name, f"Parameter {name!r} is given twice; give it once.")
        given[name] = value
    return given


def _page(
    request: Request,
    service: Service,
    query: CannedQuery,
    given: dict[str, str],
    table: Table | None,
    mistake: str | None = None,
    status: int = 200,
) -> Response:
    return service.pages.render(
        request,
        "query.html",
        status=status,
        query=query,
        given=given,
        table=table,
        mistake=mistake,
        formats=FORMATS,
    )


def describe(query: CannedQuery, root: str) -> dict[str, Any]:
    """Return what a program must know to call the query."""
    return {
        "name": query.name,
        "href": f"{root}/queries/{query.name}",
        "title": query.title,
        "description": query.description,
        "tags": list(query.tags),
        "form": query.form,
        "parameters": [
            {
                "name": parameter.name,
                "type": parameter.type,
                "title": parameter.title,
                "description": parameter.description,
                "required": parameter.required,
                "default": parameter.default,
                "values": list(parameter.values),
                "kind": parameter.kind,
            }
            for parameter in query.parameters
        ],
        "sparql": query.text,
    }
