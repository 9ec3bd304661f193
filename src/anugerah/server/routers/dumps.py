"""The whole graph as files."""

from __future__ import annotations

import base64
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, JSONResponse, Response

from anugerah.release import Release
from anugerah.server import problems
from anugerah.server.caching import REVALIDATE, is_unchanged
from anugerah.server.dependencies import ServiceDep, readable
from anugerah.server.negotiation import prefers_html

router = APIRouter(tags=["Dumps"])

SUMS = "SHA256SUMS"


@readable(router, "/dumps", summary="List the dumps")
async def dumps(request: Request, service: ServiceDep) -> Response:
    """List the files with their sizes and SHA-256 sums: a page for browsers, else JSON."""
    files = _listed(service.release)
    if prefers_html(request.headers.get("accept", "")):
        return service.pages.render(request, "dumps.html", files=files, sums=SUMS)
    root = request.scope.get("root_path", "")
    entries = [{**entry, "href": f"{root}/dumps/{entry['file']}"} for entry in files]
    document = {"release": service.release.id, "dumps": entries}
    return JSONResponse(document, headers={"Vary": "Accept"})


@readable(router, "/dumps/{name}", summary="A dump")
async def dump(request: Request, service: ServiceDep, name: str) -> Response:
    """Give a file that the release lists, whole or a range of it."""
    folder = service.release.dumps_path
    entries = {entry["file"]: entry for entry in _listed(service.release)}
    if name == SUMS:
        return FileResponse(folder / SUMS, media_type="text/plain; charset=utf-8")
    if name not in entries:
        raise problems.not_found(f"There is no dump “{name[:100]}”.", sorted(entries))
    entry = entries[name]
    headers = {
        "ETag": f'"{entry["sha256"]}"',
        "Cache-Control": REVALIDATE,
        "Repr-Digest": f"sha-256=:{_base64(entry['sha256'])}:",
    }
    if is_unchanged(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return FileResponse(
        folder / name,
        media_type=entry["media_type"],
        headers=headers,
        filename=name,
        content_disposition_type="inline",
    )


def _listed(release: Release) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = release.manifest.get("dumps", [])
    return files


def _base64(hexadecimal: str) -> str:
    return base64.b64encode(bytes.fromhex(hexadecimal)).decode()
