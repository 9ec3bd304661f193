"""The ontology, at its own IRI."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, Response

from anugerah import resources
from anugerah.server import graph_queries, problems
from anugerah.server.answers import respond
from anugerah.server.dependencies import ServiceDep, readable
from anugerah.server.engine import Binding
from anugerah.server.formats import BY_NAME, HTML
from anugerah.server.language import VARY, read_language
from anugerah.server.negotiation import rank_formats
from anugerah.server.routers.entities import DOCUMENT_FORMATS, links
from anugerah.server.service import Service
from anugerah.server.worker import Query

router = APIRouter(tags=["Linked data"])

_VARIABLES = ("label", "definition", "parent", "domain", "range")


@readable(router, "/ontology", summary="The ontology")
@readable(router, "/ontology/{version}", include_in_schema=False)
async def ontology(request: Request, service: ServiceDep) -> Response:
    """Give the whole ontology in the format the client prefers."""
    ranked = rank_formats(request.headers.get("accept", ""), (*DOCUMENT_FORMATS, HTML))
    if not ranked:
        types = [BY_NAME[name].media_type for name in DOCUMENT_FORMATS]
        raise problems.not_acceptable("The ontology", [*types, "text/html"])
    response = await _document(request, service, ranked[0])
    root = request.scope.get("root_path", "")
    response.headers["Content-Location"] = f"{root}/ontology.{ranked[0]}"
    response.headers["Vary"] = f"Accept, {VARY}"
    return response


@readable(router, "/ontology/context.jsonld", summary="The JSON-LD context")
async def context() -> Response:
    """Give the JSON-LD context of the ontology."""
    path = resources.ontology() / "context.jsonld"
    if not path.is_file():
        raise problems.not_found("This installation has no JSON-LD context; use full IRIs.")
    return FileResponse(path, media_type="application/ld+json")


@readable(router, "/ontology.{ending}", include_in_schema=False)
async def ontology_document(request: Request, service: ServiceDep, ending: str) -> Response:
    """Give the whole ontology in one format."""
    if ending not in (*DOCUMENT_FORMATS, HTML):
        raise problems.not_found(f"The ontology is not offered as “.{ending[:20]}”; try .ttl.")
    return await _document(request, service, ending)


async def _document(request: Request, service: Service, ending: str) -> Response:
    iri = f"{service.settings.base}graph/ontology"
    if ending == HTML:
        rows = await service.engine.select(graph_queries.terms(iri))
        terms = merge_terms(rows, read_language(request))
        headers = {"Link": links(request, "ontology")}
        return service.pages.render(request, "ontology.html", headers=headers, terms=terms)
    query = Query(graph_queries.graph(iri), (ending,), base=service.settings.base)
    response = await respond(request, service, query, _no_page)
    response.headers["Link"] = links(request, "ontology")
    return response


def merge_terms(rows: list[Binding], language: str) -> list[dict[str, list[str]]]:
    """Return one entry for each term, with the texts of one language and all its links."""
    terms: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        iri = row["term"]["value"]
        empty: dict[str, list[str]] = {name: [] for name in _VARIABLES}
        entry = terms.setdefault(iri, {"iri": [iri], "type": [row["type"]["value"]], **empty})
        for name in _VARIABLES:
            found = row.get(name)
            if found and found.get("xml:lang", language) == language:
                entry[name] += [found["value"]] if found["value"] not in entry[name] else []
    return list(terms.values())


async def _no_page(_: object) -> Response:
    raise AssertionError
