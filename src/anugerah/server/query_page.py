"""The page of a canned query: its form, what is wrong with it, and the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from anugerah.canned import CannedQuery, Parameter, ParameterError
from anugerah.server.answers import Table
from anugerah.server.formats import Form, offered
from anugerah.server.language import Language, read_language
from anugerah.server.parameters import UnknownValueError, find_options, find_unknown
from anugerah.server.service import Service
from anugerah.server.tables import make_readable

_FORMS: dict[str, Form] = {"select": "select", "ask": "ask"}


@dataclass(frozen=True)
class Mistake:
    """What is wrong with a value, and the values that may be meant."""

    text: str
    parameter: str
    matches: list[str]


@dataclass(frozen=True)
class QueryPage:
    """The page for one request."""

    request: Request
    service: Service
    query: CannedQuery
    given: Mapping[str, str]

    async def render_answer(self, table: Table, resolved: Mapping[str, str]) -> Response:
        """Return the page with an answer."""
        language = read_language(self.request)
        engine, base = self.service.engine, self.service.settings.base
        words = self.service.pages.texts(language)
        readable = await make_readable(engine, base, table, language, words) if table.rows else None
        hints = []
        if not (table.rows or table.boolean or table.turtle):
            hints = [
                words["unknown_value"].format(title=parameter.title[language], value=value)
                for parameter, value in await find_unknown(engine, self.query, resolved)
            ]
        return await self._render(200, table=table, readable=readable, hints=hints, mistake=None)

    async def render_mistake(self, error: ParameterError | UnknownValueError) -> Response:
        """Return the page with what is wrong; a first visit is no mistake."""
        first_visit = not self.given
        mistake = None if first_visit else self._mistake(error, read_language(self.request))
        return await self._render(
            200 if first_visit else 422, table=None, readable=None, hints=[], mistake=mistake
        )

    def _mistake(self, error: ParameterError | UnknownValueError, language: Language) -> Mistake:
        words = self.service.pages.texts(language)
        if isinstance(error, UnknownValueError):
            key = "ambiguous_value" if error.ambiguous else "unknown_value"
            title = error.parameter.title[language]
            text = words[key].format(title=title, value=error.value)
            return Mistake(text, error.parameter.name, error.matches)
        known = {parameter.name: parameter for parameter in self.query.parameters}
        parameter = known.get(error.parameter)
        if parameter is None:
            return Mistake(words["no_parameter"].format(value=error.parameter), "", [])
        value = self.given.get(parameter.name, "")
        key = "bad_value" if value else "missing_value"
        text = words[key].format(title=parameter.title[language], value=value)
        return Mistake(f"{text} {_advice(parameter, words)}", parameter.name, [])

    async def _render(self, status: int, **answer: object) -> Response:
        options = await find_options(self.service.engine, self.query)
        labels = {option.iri: option.value for found in options.values() for option in found}
        values = {
            parameter.name: self.given.get(parameter.name) or parameter.default or ""
            for parameter in self.query.parameters
        }
        context: dict[str, object] = {
            "query": self.query,
            "given": self.given,
            "values": {name: labels.get(value, value) for name, value in values.items()},
            "options": options,
            "formats": offered(_FORMS.get(self.query.form, "graph")),
        } | answer
        render = self.service.pages.render
        return await asyncio.to_thread(
            lambda: render(self.request, "query.html", status=status, context=context)
        )


def _advice(parameter: Parameter, words: Mapping[str, str]) -> str:
    if parameter.values:
        return words["advice_values"].format(values=", ".join(parameter.values))
    return words[f"advice_{parameter.type}"]
