"""Strong validators: an answer changes only with the release, the software or the request."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from starlette.requests import Request

import anugerah

GZIP_SUFFIX = "-gzip"
REVALIDATE = "public, no-cache"

_VOLATILE = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)


def entity_tag(release_id: str, parts: Iterable[object]) -> str:
    """Return the ETag of an answer that these parts determine."""
    text = repr((anugerah.__version__, release_id, *parts))
    return f'"{hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]}"'


def is_volatile(query: str) -> bool:
    """Tell whether a query may give another answer each time."""
    return bool(_VOLATILE.search(query))


def is_unchanged(request: Request, tag: str) -> bool:
    """Tell whether the client holds this representation, compressed or not (RFC 9110, 13.1.2)."""
    if request.method not in {"GET", "HEAD"}:
        return False
    held = request.headers.get("if-none-match", "")
    tags = (entry.strip().removeprefix("W/") for entry in held.split(","))
    return any(entry.replace(f'{GZIP_SUFFIX}"', '"') == tag for entry in tags)
