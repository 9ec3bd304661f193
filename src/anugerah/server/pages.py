"""Render the HTML pages, in the visitor's language."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from anugerah.server.caching import REVALIDATE, is_unchanged
from anugerah.server.language import (
    LANGUAGES,
    PARAMETER,
    VARY,
    Language,
    keep_language,
    read_language,
)
from anugerah.server.shortening import shorten
from anugerah.server.values import write_number, write_value

_HERE = Path(__file__).parent
_LOCATIONS = ("http://", "https://")


class Pages:
    """The templates and their texts.

    Args:
        base: what the graph's own IRIs start with; links to them stay on this host.
        release: the manifest of the release, for every page's footer.
    """

    def __init__(self, base: str, release: Mapping[str, Any]) -> None:
        self._base = base
        self._release = release
        texts = yaml.safe_load((_HERE / "texts.yaml").read_text(encoding="utf-8"))
        self._texts: dict[Language, dict[str, str]] = {
            language: {key: text[language] for key, text in texts.items()} for language in LANGUAGES
        }
        self._environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["shorten"] = partial(shorten, base)
        self._environment.filters["number"] = write_number

    def texts(self, language: Language) -> Mapping[str, str]:
        """Return every text of the pages in a language."""
        return self._texts[language]

    def render(
        self,
        request: Request,
        template: str,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        context: Mapping[str, object] | None = None,
        **more: object,
    ) -> Response:
        """Return the page of a template with its context; 304 when the visitor holds it."""
        language = read_language(request)
        root = request.scope.get("root_path", "")
        texts = self._texts[language]
        page = {
            "texts": texts,
            "language": language,
            "languages": {name: self._switch(request, name) for name in LANGUAGES},
            "root": root,
            "href": partial(self._href, root),
            "written": partial(write_value, language=language, words=texts),
            "names": {},
            "base": self._base,
            "release": self._release,
        }
        body = self._environment.get_template(template).render({**page, **(context or {}), **more})
        content = body.encode("utf-8", "replace")
        answer = {"Content-Language": language, "Vary": f"Accept, {VARY}"}
        answer |= headers or {}
        if status == 200:
            tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
            answer = {"ETag": tag, "Cache-Control": REVALIDATE} | answer
            if is_unchanged(request, tag):
                return Response(status_code=304, headers=answer)
        response = Response(content, status, answer, media_type="text/html")
        keep_language(request, response)
        return response

    def _href(self, root: str, iri: str) -> str | None:
        if iri.startswith(self._base):
            return f"{root}/{iri.removeprefix(self._base)}"
        return iri if iri.startswith(_LOCATIONS) else None

    def _switch(self, request: Request, language: Language) -> str:
        given = request.query_params.multi_items()
        kept = [(name, value) for name, value in given if name != PARAMETER]
        return f"{request.url.path}?{urlencode([*kept, (PARAMETER, language)])}"
