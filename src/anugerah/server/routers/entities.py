"""Linked data: every IRI of the graph leads to documents about its thing (303, Cool URIs)."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from anugerah.namespaces import ANUGERAH
from anugerah.release.texts import read_text
from anugerah.server import graph_queries, problems
from anugerah.server.answers import respond
from anugerah.server.dependencies import ServiceDep, readable
from anugerah.server.evidence import group_evidence
from anugerah.server.formats import BY_NAME, HTML
from anugerah.server.labels import find_labels, iris_of
from anugerah.server.language import VARY, language_query, read_language
from anugerah.server.marked_text import mark, placed
from anugerah.server.negotiation import rank_formats
from anugerah.server.service import Service
from anugerah.server.sources import find_sources
from anugerah.server.statements import Statements, arrange
from anugerah.server.worker import Query

router = APIRouter(tags=["Linked data"])

DOCUMENT_FORMATS = ("ttl", "jsonld", "nt", "rdf")
ONTOLOGY = str(ANUGERAH)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@readable(router, "/id/{name:path}", summary="A thing, or a document about it")
async def thing(request: Request, service: ServiceDep, name: str) -> Response:
    """Lead from a thing to a document about it, or give the document (`….ttl`, `….html`)."""
    return await _resource(request, service, f"id/{name}")


@readable(router, "/article/{name}", summary="An article and what it states")
async def article(request: Request, service: ServiceDep, name: str) -> Response:
    """Lead from an article to a document about it, or give the document."""
    return await _resource(request, service, f"article/{name}")


@readable(router, "/graph/{name}", summary="The statements of a named graph")
async def graph(request: Request, service: ServiceDep, name: str) -> Response:
    """Lead from a named graph to a document with its statements, or give the document."""
    return await _resource(request, service, f"graph/{name}")


@readable(router, "/articles/{name}", include_in_schema=False)
async def articles(request: Request, name: str) -> Response:
    """Lead to the article's own address."""
    return RedirectResponse(f"{_root(request)}/article/{name}{language_query(request)}", 308)


async def _resource(request: Request, service: Service, path: str) -> Response:
    stem, dot, ending = path.rpartition(".")
    if dot and ending in (*DOCUMENT_FORMATS, HTML):
        return await _document(request, service, stem, ending)
    await _require(service, path)
    ranked = rank_formats(request.headers.get("accept", ""), (*DOCUMENT_FORMATS, HTML))
    if not ranked:
        raise problems.not_acceptable("The document", _offered())
    # Nothing else that the request says has a place in the target.
    query = language_query(request) if ranked[0] == HTML else ""
    target = f"{_root(request)}/{path}.{ranked[0]}{query}"
    return RedirectResponse(target, 303, {"Vary": "Accept", "Link": links(request, path)})


async def _document(request: Request, service: Service, path: str, ending: str) -> Response:
    iri = await _require(service, path)
    if ending == HTML:
        return await _page(request, service, path, iri)
    is_graph = path.startswith("graph/")
    text = graph_queries.graph(iri) if is_graph else graph_queries.document(iri)
    query = Query(text, (ending,), base=service.settings.base)
    response = await respond(request, service, query, _no_page)
    response.headers["Link"] = links(request, path)
    del response.headers["Vary"]
    return response


async def _page(request: Request, service: Service, path: str, iri: str) -> Response:
    engine, language = service.engine, read_language(request)
    headers = {"Link": links(request, path), "Vary": VARY}
    if path.startswith("graph/"):
        rows = await engine.select(graph_queries.graph_rows(iri))
        names = await find_labels(engine, iris_of(rows), language)
        return service.pages.render(
            request, "graph.html", headers=headers, iri=iri, path=path, rows=rows, names=names,
            formats=DOCUMENT_FORMATS,
        )  # fmt: skip
    outgoing = await engine.select(graph_queries.outgoing(iri))
    incoming = await engine.select(graph_queries.incoming(iri))
    sources = await find_sources(engine, [iri])
    is_article = bool(sources[iri].file) if iri in sources else False
    ask = graph_queries.evidence_from if is_article else graph_queries.evidence
    rows = await engine.select(ask(iri))
    evidence = group_evidence(rows)
    if not is_article:
        sources = await find_sources(engine, evidence)
    names = await find_labels(engine, iris_of([*outgoing, *incoming, *rows]) | {iri}, language)
    names |= {source.iri: source.name for source in sources.values()}
    more = len(incoming) > graph_queries.INCOMING_LIMIT
    told = {row["o"]["value"] for row in outgoing if row["o"]["type"] == "uri"}
    shown = incoming[: graph_queries.INCOMING_LIMIT]
    pointing = arrange(shown, "s", ONTOLOGY, names, told)
    context: dict[str, object] = {
        "path": path,
        "title": names.get(iri) or path,
        "names": names,
        "outgoing": arrange(outgoing, "o", ONTOLOGY, names),
        "incoming": Statements([], [*pointing.main, *pointing.more]) if is_article else pointing,
        "more": graph_queries.INCOMING_LIMIT if more else 0,
        "known": sources.get(iri),
        "sources": sources,
        "evidence": evidence,
        "formats": DOCUMENT_FORMATS,
    }
    if is_article:
        quotes = evidence.get(iri, [])
        digest = path.removeprefix("article/")
        text = await asyncio.to_thread(read_text, service.release.path, digest)
        lines = mark(text, quotes) if text is not None else []
        context |= {"quotes": quotes, "lines": lines, "placed": placed(lines)}
    template = "article.html" if is_article else "entity.html"
    return await asyncio.to_thread(
        lambda: service.pages.render(request, template, headers=headers, context=context)
    )


async def _require(service: Service, path: str) -> str:
    iri = f"{service.settings.base}{path}"
    ask = graph_queries.exists_graph if path.startswith("graph/") else graph_queries.exists
    try:
        question = ask(iri)
    except ValueError:
        question = "ASK { FILTER(false) }"
    if not await service.engine.ask(question):
        raise problems.not_found(f"The graph says nothing of <{iri}>; look it up by SPARQL.")
    return iri


def links(request: Request, path: str) -> str:
    """Return the Link header of a thing's documents: alternates, subject, licence."""
    root = _root(request)
    alternates = [
        f'<{root}/{path}.{name}>; rel="alternate"; type="{BY_NAME[name].media_type}"'
        for name in DOCUMENT_FORMATS
    ]
    return ", ".join([
        *alternates,
        f'<{root}/{path}.html>; rel="alternate"; type="text/html"',
        f'<{root}/{path}>; rel="describes"',
        f'<{LICENCE}>; rel="license"',
    ])  # fmt: skip


def _offered() -> list[str]:
    return [*(BY_NAME[name].media_type for name in DOCUMENT_FORMATS), "text/html"]


def _root(request: Request) -> str:
    return str(request.scope.get("root_path", ""))


async def _no_page(_: object) -> Response:
    raise AssertionError
