"""What is known of the release as a whole: its description and its validation report."""

from __future__ import annotations

import io
import json

from fastapi import APIRouter, Request
from pyoxigraph import RdfFormat, parse
from starlette.responses import JSONResponse, RedirectResponse, Response

from anugerah.namespaces import PREFIXES
from anugerah.server import problems
from anugerah.server.caching import REVALIDATE, entity_tag, is_unchanged
from anugerah.server.dependencies import ServiceDep, readable
from anugerah.server.formats import BY_NAME, write_graph
from anugerah.server.negotiation import prefers_html, rank_formats
from anugerah.server.routers.entities import DOCUMENT_FORMATS

router = APIRouter(tags=["Dataset"])

SHACL_REPORT = "shacl.json"
_MORE_PREFIXES = {
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
}


@readable(router, "/.well-known/void", summary="Description of the dataset")
async def void(request: Request, service: ServiceDep) -> Response:
    """Give the VoID and DCAT description; browsers get Turtle."""
    accept = request.headers.get("accept", "")
    ranked = rank_formats("" if prefers_html(accept) else accept, DOCUMENT_FORMATS)
    if not ranked:
        types = [BY_NAME[name].media_type for name in DOCUMENT_FORMATS]
        raise problems.not_acceptable("The description", types)
    fmt = BY_NAME[ranked[0]]
    headers = {
        "ETag": entity_tag(service.release.id, ("void", fmt.name)),
        "Cache-Control": REVALIDATE,
        "Vary": "Accept",
    }
    if is_unchanged(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    path = service.release.path / "description.ttl"
    if not path.is_file():
        raise problems.not_found("This release has no description; build it anew.")
    triples = (quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE))
    output = io.BytesIO()
    write_graph(triples, fmt, PREFIXES | _MORE_PREFIXES, output)
    return Response(output.getvalue(), headers={**headers, "Content-Type": fmt.content_type})


@readable(router, "/dataset", include_in_schema=False)
async def dataset(request: Request) -> Response:
    """Lead from the dataset, which is no document, to its description."""
    return RedirectResponse(f"{request.scope.get('root_path', '')}/.well-known/void", 303)


@readable(router, "/validation", summary="What was checked, and what was kept out")
async def validation(request: Request, service: ServiceDep) -> Response:
    """Give the SHACL report and the documents that were not published, with the reasons."""
    path = service.release.path / SHACL_REPORT
    report = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    ledger = service.release.ledger()
    kept_out = [entry for entry in ledger if entry["status"] != "accepted"]
    if prefers_html(request.headers.get("accept", "")):
        return service.pages.render(
            request, "validation.html", report=report, ledger=ledger, kept_out=kept_out
        )
    document = {"release": service.release.id, "report": report, "kept_out": kept_out}
    return JSONResponse(document, headers={"Vary": "Accept"})
