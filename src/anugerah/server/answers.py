"""Run a query for a client and turn its answer into a response."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from anugerah.server import problems
from anugerah.server.caching import REVALIDATE, entity_tag, is_unchanged, is_volatile
from anugerah.server.formats import BY_NAME, FORMATS, HTML, Form
from anugerah.server.service import Service
from anugerah.server.worker import Answer, Query

SHOWN_ROWS = 1000
SHOWN_BYTES = 200_000


@dataclass(frozen=True)
class Table:
    """What a page shows of an answer: its first rows, or the start of its Turtle."""

    form: Form
    columns: list[str]
    rows: list[Mapping[str, Mapping[str, str]]]
    boolean: bool | None = None
    turtle: str | None = None
    total: int = 0

    @classmethod
    def read(cls, answer: Answer) -> Table:
        """Read the body of an answer that was made for HTML."""
        if answer.form == "graph":
            return cls("graph", [], [], turtle=answer.body[:SHOWN_BYTES].decode(errors="ignore"))
        document: dict[str, Any] = json.loads(answer.body)
        if answer.form == "ask":
            return cls("ask", [], [], boolean=document["boolean"])
        rows = document["results"]["bindings"]
        return cls("select", document["head"]["vars"], rows[:SHOWN_ROWS], total=len(rows))


Page = Callable[[Table], Awaitable[Response]]


async def respond(
    request: Request, service: Service, query: Query, page: Page, name: str | None = None
) -> Response:
    """Answer a request with the result of a query.

    Args:
        request: what the client sent; a validator in it may spare the query.
        service: the service that answers.
        query: the query and the acceptable formats.
        page: makes the page when the client prefers HTML.
        name: what a file with the answer is called, without its ending.

    Raises:
        ProblemError: there is no answer.
    """
    if not query.formats:
        types = (*(fmt.media_type for fmt in FORMATS), "text/html")
        raise problems.not_acceptable("The answer", types)
    headers = {"Vary": "Accept"}
    if request.method == "POST" or is_volatile(query.text):
        headers["Cache-Control"] = "no-store"
    else:
        headers |= {"ETag": entity_tag(service.release.id, (query,)), "Cache-Control": REVALIDATE}
        if HTML not in query.formats[:1] and is_unchanged(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
    answer = await service.engine.answer(query)
    if answer.format == HTML:
        return await page(await asyncio.to_thread(Table.read, answer))
    headers["Content-Type"] = BY_NAME[answer.format].content_type
    if name:
        headers["Content-Disposition"] = f'inline; filename="{name}.{answer.format}"'
    return Response(answer.body, headers=headers)
