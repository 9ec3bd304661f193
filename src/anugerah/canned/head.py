"""The head of a query file: the lines `#+ …`, which together are YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, get_args

import yaml

from anugerah.canned.errors import QueryFileError
from anugerah.canned.parameter import Kind, Parameter, variable_parts

LANGUAGES = ("en", "id")


def split_head(name: str, text: str) -> tuple[dict[str, Any], str]:
    """Return the head of a query file as a mapping, and the query without it.

    Raises:
        QueryFileError: the head is missing or is not a YAML mapping.
    """
    lines = text.splitlines()
    head = "\n".join(line.removeprefix("#+") for line in lines if line.startswith("#+"))
    body = "\n".join(line for line in lines if not line.startswith("#+"))
    try:
        data = yaml.safe_load(head)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1} of it)" if mark else ""
        raise QueryFileError(f"{name}.rq: the head is not YAML{where}; correct it.") from None
    if not isinstance(data, dict):
        raise QueryFileError(f"{name}.rq: the head is missing; begin with lines '#+ key: value'.")
    return data, body.strip("\n") + "\n"


def texts(where: str, data: Mapping[str, Any], key: str) -> dict[str, str]:
    """Return the text under `key` in English and under `key_id` in Indonesian.

    Raises:
        QueryFileError: one of the two is missing.
    """
    result = {}
    for language in LANGUAGES:
        full_key = key if language == "en" else f"{key}_{language}"
        value = data.get(full_key)
        if not isinstance(value, str) or not value.strip():
            raise QueryFileError(f"{where}: the head lacks the text {full_key!r}; add it.")
        result[language] = value.strip()
    return result


def parameters(
    name: str, data: Mapping[str, Any], variables: list[str], base: str
) -> tuple[Parameter, ...]:
    """Return the parameters among `variables`, in the order in which the head describes them.

    Raises:
        QueryFileError: a parameter is not described, or a described one is not in the query.
    """
    described = data.get("parameters") or {}
    defaults = _by_name(data.get("defaults"))
    values = _by_name(data.get("enumerate"))
    found: dict[str, Parameter] = {}
    for variable in variables:
        try:
            parts = variable_parts(variable)
        except ValueError as error:
            raise QueryFileError(f"{name}.rq: {error}; rename the variable.") from None
        if parts is None:
            continue
        parameter, kind_of_value, needed = parts
        if parameter in found:
            raise QueryFileError(
                f"{name}.rq: {variable} and {found[parameter].variable} are one parameter; "
                "write it one way."
            )
        if parameter not in described:
            raise QueryFileError(f"{name}.rq: the head does not describe {variable}; do so.")
        about = described[parameter]
        kind = about.get("kind")
        if kind is not None and kind not in get_args(Kind):
            raise QueryFileError(
                f"{name}.rq: the kind {kind!r} of {parameter!r} is none of "
                f"{', '.join(get_args(Kind))}; correct it."
            )
        where = f"{name}.rq, parameter {parameter!r}"
        default = defaults.get(parameter)
        found[parameter] = Parameter(
            name=parameter,
            variable=variable,
            type=kind_of_value,
            title=texts(where, about, "title"),
            description=texts(where, about, "description") if "description" in about else {},
            default=None if default is None else str(default),
            required=needed and default is None,
            values=tuple(str(value) for value in values.get(parameter, ())),
            kind=cast("Kind | None", kind),
            base=base,
        )
    unused = [parameter for parameter in (*described, *defaults, *values) if parameter not in found]
    if unused:
        raise QueryFileError(f"{name}.rq: the query has no parameter {unused[0]!r}; drop it.")
    return tuple(found[parameter] for parameter in described)


def _by_name(items: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return grlc's list of one-key mappings as one mapping."""
    return {str(key): value for item in items or () for key, value in item.items()}
