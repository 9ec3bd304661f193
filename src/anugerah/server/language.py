"""Which of the two languages a visitor reads."""

from __future__ import annotations

from typing import Literal, cast, get_args

from starlette.requests import Request
from starlette.responses import Response

from anugerah.server.negotiation import rank

Language = Literal["en", "id"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
PARAMETER = "lang"
VARY = "Accept-Language, Cookie"

_SECONDS_KEPT = 365 * 24 * 3600


def asked_language(request: Request) -> Language | None:
    """Return the language that the URL asks for with `?lang=`."""
    asked = request.query_params.get(PARAMETER)
    return asked if asked in LANGUAGES else None


def read_language(request: Request) -> Language:
    """Return the visitor's language: `?lang=`, else the last choice, else by Accept-Language."""
    chosen = asked_language(request) or request.cookies.get(PARAMETER)
    if chosen in LANGUAGES:
        return chosen
    # A language range such as `id-ID;q=0.9` is ranked like a media range `id/ID;q=0.9`.
    header = request.headers.get("accept-language", "").replace("-", "/")
    ranges = ",".join(_as_media_range(entry) for entry in header.split(","))
    ranked = rank(ranges, {name: (f"{name}/{name}",) for name in LANGUAGES})
    return cast(Language, ranked[0]) if ranked and header else "en"


def keep_language(request: Request, response: Response) -> None:
    """Let a language that the URL asks for hold for the pages to come."""
    asked = asked_language(request)
    if asked:
        path = request.scope.get("root_path") or "/"
        response.set_cookie(PARAMETER, asked, _SECONDS_KEPT, path=path, samesite="lax")


def language_query(request: Request) -> str:
    """Return `?lang=…` for the target of a redirect, if the URL asks for a language."""
    asked = asked_language(request)
    return f"?{PARAMETER}={asked}" if asked else ""


def _as_media_range(entry: str) -> str:
    tag, semicolon, parameters = entry.strip().partition(";")
    kind = tag.partition("/")[0].strip() or "*"
    return f"{kind}/{kind}{semicolon}{parameters}"
