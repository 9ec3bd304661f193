"""The one place where what went wrong becomes an answer."""

from __future__ import annotations

from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from anugerah.errors import AnugerahError
from anugerah.server import problems
from anugerah.server.current import Current
from anugerah.server.negotiation import prefers_html
from anugerah.server.problems import MEDIA_TYPE, ProblemError

_PLAIN = {
    404: "There is nothing at this address; start at the home page.",
    405: "This address does not take that method.",
}


def install(app: FastAPI) -> None:
    """Answer every error of the application with a problem document, or a page for browsers."""
    for kind in (
        ProblemError,
        AnugerahError,
        HTTPException,
        RequestValidationError,
        Exception,
    ):
        app.add_exception_handler(kind, respond)


def respond(request: Request, error: Exception) -> Response:
    """Return the answer to a request that failed."""
    problem = as_problem(error)
    service = cast(Current, request.app.state.current).service
    document = problem.document(service.settings.base, request.url.path)
    headers = {"Cache-Control": "no-store"} | problem.headers
    if prefers_html(request.headers.get("accept", "")) and "format" not in request.query_params:
        return service.pages.render(
            request, "problem.html", status=problem.status, headers=headers, problem=document
        )
    return JSONResponse(document, problem.status, {"Vary": "Accept"} | headers, MEDIA_TYPE)


def as_problem(error: Exception) -> ProblemError:
    """Return the problem that an exception is."""
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, HTTPException):
        detail = _PLAIN.get(error.status_code, error.detail)
        return ProblemError(error.status_code, "http-error", detail, error.headers)
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return ProblemError(422, "bad-parameter", f"{where}: {first['msg']}.")
    if isinstance(error, AnugerahError):
        return problems.bad_request(str(error))
    return ProblemError(
        500,
        "internal-error",
        "The service failed at this request; the operator's log has the cause.",
    )
