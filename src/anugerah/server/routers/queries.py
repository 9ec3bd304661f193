"""The canned queries: questions with typed parameters, for people and for programs."""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from anugerah.canned import CannedQuery, ParameterError, UnknownQueryError, find_query
from anugerah.server import answers, problems
from anugerah.server.dependencies import ServiceDep, readable
from anugerah.server.formats import HTML
from anugerah.server.negotiation import prefers_html, rank_query_formats
from anugerah.server.parameters import UnknownValueError, resolve
from anugerah.server.protocol import url_parameters
from anugerah.server.query_page import QueryPage
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
    page = QueryPage(request, service, query, given)
    try:
        resolved = await resolve(service.engine, service.settings.base, query, given)
        text = query.bind(resolved)
    except (ParameterError, UnknownValueError) as error:
        if formats[:1] == (HTML,):
            return await page.render_mistake(error)
        raise _problem(error) from None
    return await answers.respond(
        request,
        service,
        Query(text, formats, base=service.settings.base),
        partial(page.render_answer, resolved=resolved),
        query.name,
    )


def _problem(error: ParameterError | UnknownValueError) -> problems.ProblemError:
    if isinstance(error, ParameterError):
        return problems.bad_parameter(error.parameter, str(error))
    return problems.bad_parameter(error.parameter.name, str(error), error.matches)


def _given(request: Request) -> dict[str, str]:
    given: dict[str, str] = {}
    for name, value in url_parameters(request):
        if name in _OURS:
            continue
        if name in given:
            raise problems.bad_parameter(name, f"Parameter {name!r} is given twice; give it once.")
        given[name] = value
    return given


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
