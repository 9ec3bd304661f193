"""The errors that clients see, as problem documents (RFC 9457)."""

from __future__ import annotations

import http
from collections.abc import Iterable, Mapping

from anugerah.server.formats import FORMATS, HTML

MEDIA_TYPE = "application/problem+json"


class ProblemError(Exception):
    """An answer that is an error.

    Args:
        status: the HTTP status.
        slug: the last part of the problem's `type`.
        detail: one sentence: what is wrong, where, what to do.
        headers: response headers, such as Retry-After.
        extra: members beside those of the RFC, such as `line`.
    """

    def __init__(
        self,
        status: int,
        slug: str,
        detail: str,
        headers: Mapping[str, str] | None = None,
        **extra: object,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.slug = slug
        self.detail = detail
        self.headers = dict(headers or {})
        self.extra = {name: value for name, value in extra.items() if value is not None}

    @property
    def title(self) -> str:
        """Return the phrase of the status."""
        return http.HTTPStatus(self.status).phrase

    def document(self, base: str, instance: str) -> dict[str, object]:
        """Return the members of the problem document.

        Args:
            base: IRI below which the types are named.
            instance: the path of the request.
        """
        return {
            "type": f"{base}problems/{self.slug}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "instance": instance,
            **self.extra,
        }


def malformed_query(
    detail: str, line: int | None, column: int | None, hint: str | None
) -> ProblemError:
    """Return the problem of a query with a syntax error."""
    return ProblemError(400, "malformed-query", detail, line=line, column=column, hint=hint)


def bad_request(detail: str, hint: str | None = None) -> ProblemError:
    """Return the problem of a request that the protocol forbids."""
    return ProblemError(400, "bad-request", detail, hint=hint)


def not_acceptable(what: str, offered: Iterable[str]) -> ProblemError:
    """Return the problem of an answer in none of the formats that the client accepts."""
    types = list(offered)
    detail = f"{what} can't be written as you ask; accept one of: {', '.join(types)}."
    return ProblemError(406, "not-acceptable", detail, offered=types)


def read_only() -> ProblemError:
    """Return the problem of an update."""
    return ProblemError(
        403,
        "read-only",
        "This service is read-only, so it takes no updates; send a query "
        "(SELECT, ASK, CONSTRUCT or DESCRIBE).",
    )


def service_refused() -> ProblemError:
    """Return the problem of a query that calls another endpoint."""
    return ProblemError(
        403,
        "service-refused",
        "This service calls no other endpoint: take the SERVICE clause out of the query and "
        "join the results at your side.",
    )


def timed_out(seconds: float) -> ProblemError:
    """Return the problem of a query that ran too long."""
    return ProblemError(
        504,
        "query-timeout",
        f"The query was ended after {seconds:g} seconds; make it more selective or add a LIMIT.",
        limit_seconds=seconds,
    )


def crashed() -> ProblemError:
    """Return the problem of a query that ended the process it ran in."""
    return ProblemError(
        400,
        "query-too-complex",
        "The query is nested too deeply or needs too much memory, so the engine gave it up; "
        "simplify it.",
    )


def result_too_large(limit: int) -> ProblemError:
    """Return the problem of an answer larger than the limit."""
    return ProblemError(
        413,
        "result-too-large",
        f"The answer is larger than {limit:,} bytes; "
        "ask for less with LIMIT and OFFSET, or take a dump.",
        limit_bytes=limit,
    )


def request_too_large(limit: int) -> ProblemError:
    """Return the problem of a request larger than the limit."""
    return ProblemError(
        413,
        "request-too-large",
        f"The request is larger than {limit:,} bytes; send a shorter query.",
        limit_bytes=limit,
    )


def busy() -> ProblemError:
    """Return the problem of too many queries at once."""
    return ProblemError(
        503, "busy", "Too many queries are waiting; try again in a moment.", {"Retry-After": "2"}
    )


def engine_down() -> ProblemError:
    """Return the problem of an engine that does not answer."""
    return ProblemError(
        503,
        "engine-down",
        "The query engine is restarting; try again in a moment.",
        {"Retry-After": "5"},
    )


def not_found(detail: str, suggestions: list[str] | None = None) -> ProblemError:
    """Return the problem of a thing that is not there."""
    return ProblemError(404, "not-found", detail, suggestions=suggestions or None)


def unsupported_media_type(*accepted: str) -> ProblemError:
    """Return the problem of a body that is no query."""
    types = ", ".join(accepted)
    detail = f"The body has a wrong Content-Type; send one of these, in UTF-8: {types}."
    return ProblemError(415, "unsupported-media-type", detail, {"Accept-Post": types})


def unknown_format(name: str) -> ProblemError:
    """Return the problem of a `?format=` that is none."""
    names = [*(fmt.name for fmt in FORMATS), HTML]
    return not_acceptable(f"The format “{name[:50]}” is unknown; the answer", names)


def bad_parameter(
    parameter: str, detail: str, suggestions: list[str] | None = None
) -> ProblemError:
    """Return the problem of a parameter whose value does not fit."""
    return ProblemError(
        422, "bad-parameter", detail, parameter=parameter, suggestions=suggestions or None
    )


def unsupported(detail: str) -> ProblemError:
    """Return the problem of a query that is correct but uses what the engine does not have."""
    return ProblemError(422, "unsupported", f"{detail.rstrip('.')}; write the query without it.")
