"""Read a request of the SPARQL 1.1 Protocol, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode
from starlette.requests import ClientDisconnect, Request

from anugerah.server import problems

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"

_MAX_FIELDS = 10_000

Parameters = list[tuple[str, str]]


@dataclass(frozen=True)
class SparqlRequest:
    """What the client asks: no query at all asks for the service description."""

    query: str | None
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    format: str | None


def url_parameters(request: Request) -> Parameters:
    """Return the parameters in the URL, decoded once.

    Raises:
        ProblemError: they are not UTF-8.
    """
    return _decode(request.scope["query_string"], "URL")


async def read_sparql_request(request: Request, max_bytes: int) -> SparqlRequest:
    """Read the query and its dataset from a GET or a POST (SPARQL 1.1 Protocol, section 2.1).

    Raises:
        ProblemError: the request breaks the protocol, is an update, or is larger than `max_bytes`.
    """
    if len(request.scope["query_string"]) > max_bytes:
        raise problems.request_too_large(max_bytes)
    parameters = url_parameters(request)
    if request.method == "POST":
        parameters += await _posted(request, max_bytes)
    return _read(parameters, required=request.method == "POST")


async def _posted(request: Request, max_bytes: int) -> Parameters:
    media_type, charset = _content_type(request)
    if media_type == UPDATE:
        raise problems.read_only()
    if media_type not in {FORM, DIRECT} or charset not in {"utf-8", "utf8"}:
        raise problems.unsupported_media_type(FORM, DIRECT)
    body = await _body(request, max_bytes)
    if media_type == FORM:
        return _decode(body, "form")
    try:
        return [("query", body.decode())]
    except UnicodeDecodeError as error:
        raise problems.bad_request(
            f"The query is not UTF-8: byte {error.start} can't be read; encode it as UTF-8."
        ) from None


def _content_type(request: Request) -> tuple[str, str]:
    media_type, *parameters = request.headers.get("content-type", "").lower().split(";")
    charset = "utf-8"
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset":
            charset = value.strip().strip('"')
    return media_type.strip(), charset


async def _body(request: Request, max_bytes: int) -> bytes:
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > max_bytes:
                raise problems.request_too_large(max_bytes)
    except ClientDisconnect:
        raise problems.bad_request("The connection ended before the request did.") from None
    return bytes(body)


def _decode(raw: bytes, where: str) -> Parameters:
    try:
        return parse_qsl(
            raw.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MAX_FIELDS,
        )
    except UnicodeDecodeError:
        raise problems.bad_request(
            f"The {where} is not percent-encoded UTF-8; encode the query as UTF-8 first."
        ) from None
    except ValueError:
        raise problems.bad_request(
            f"The {where} has more than {_MAX_FIELDS} parameters; send fewer."
        ) from None


def _read(parameters: Parameters, *, required: bool) -> SparqlRequest:
    def values(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in parameters if key == name)

    if values("update"):
        raise problems.read_only()
    queries = values("query")
    if len(queries) > 1:
        raise problems.bad_request(f"There are {len(queries)} queries; send exactly one.")
    if required and not queries:
        raise problems.bad_request("There is no query; send it as the parameter “query”.")
    default, named = values("default-graph-uri"), values("named-graph-uri")
    for iri in (*default, *named):
        _check_iri(iri)
    chosen = bool(default or named)
    return SparqlRequest(
        query=queries[0] if queries else None,
        default_graphs=default if chosen else None,
        named_graphs=named if chosen else None,
        format=next(iter(values("format")), None),
    )


def _check_iri(iri: str) -> None:
    try:
        NamedNode(iri)
    except ValueError:
        raise problems.bad_request(
            f"“{iri[:200]}” is not an absolute IRI, so it names no graph; write it in full."
        ) from None
