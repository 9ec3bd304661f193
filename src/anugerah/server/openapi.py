"""The OpenAPI document: the routes, and each canned query with its own parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from anugerah.canned import CannedQuery, Parameter
from anugerah.server.formats import Form, offered

_SCHEMAS: dict[str, dict[str, Any]] = {
    "iri": {"type": "string", "format": "iri-reference"},
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
}
_PROBLEM = {
    "description": "A problem document (RFC 9457)",
    "content": {"application/problem+json": {"schema": {"type": "object"}}},
}


def build_openapi(app: FastAPI, queries: Mapping[str, CannedQuery]) -> dict[str, Any]:
    """Return the OpenAPI document of the application."""
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    for query in queries.values():
        document["paths"][f"/queries/{query.name}"] = {"get": operation(query)}
    return document


def operation(query: CannedQuery) -> dict[str, Any]:
    """Return the operation that runs a canned query."""
    forms: dict[str, Form] = {"select": "select", "ask": "ask"}
    formats = offered(forms.get(query.form, "graph"))
    short_names = {"type": "string", "enum": [fmt.name for fmt in formats]}
    return {
        "tags": ["Canned queries"],
        "operationId": f"query_{query.name.replace('-', '_')}",
        "summary": query.title["en"],
        "description": query.description["en"],
        "parameters": [
            *(_parameter(parameter) for parameter in query.parameters),
            {
                "name": "format",
                "in": "query",
                "description": "Short name of a format, instead of the Accept header.",
                "schema": short_names,
            },
        ],
        "responses": {
            "200": {
                "description": "The result",
                "content": {fmt.media_type: {"schema": {}} for fmt in formats},
            },
            "406": _PROBLEM,
            "422": _PROBLEM,
        },
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema = dict(_SCHEMAS[parameter.type])
    if parameter.values:
        schema["enum"] = [_example(parameter, value) for value in parameter.values]
    if parameter.default is not None:
        schema["default"] = _example(parameter, parameter.default)
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": parameter.description.get("en") or parameter.title["en"],
        "schema": schema,
    }


def _example(parameter: Parameter, value: str) -> object:
    if parameter.type == "integer":
        return int(value)
    if parameter.type == "decimal":
        return float(value)
    return value == "true" if parameter.type == "boolean" else value
