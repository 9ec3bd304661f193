"""Canned queries and the binding of values to their parameters.

pyoxigraph's own `Store.query(substitutions=…)` refuses variables that the outermost projection
does not have. Parameters would then be impossible inside aggregates and subqueries, and every query
would have to give its parameters back as columns, which grlc does not expect. So a parameter's
variable is replaced, token by token, by the term as pyoxigraph writes it: a term is one token or,
with its datatype, a fixed sequence of them, whatever its value, so no value can become syntax.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from anugerah.canned import head
from anugerah.canned.errors import ParameterError, QueryFileError, UnknownQueryError
from anugerah.canned.lexer import tokens
from anugerah.canned.parameter import Parameter, variable_parts
from anugerah.namespaces import BASE

Form = Literal["select", "ask", "construct", "describe"]
_FORMS: dict[str, Form] = {
    "SELECT": "select",
    "ASK": "ask",
    "CONSTRUCT": "construct",
    "DESCRIBE": "describe",
}


@dataclass(frozen=True, slots=True)
class CannedQuery:
    """A query with a name; its titles and descriptions are by language, `en` and `id`."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    text: str
    form: Form

    def bind(self, values: Mapping[str, str]) -> str:
        """Return the query with `values`, by parameter name, in the places of the parameters.

        An empty value counts as none: then the default is taken, and without a default an optional
        parameter stays an unbound variable.

        Raises:
            ParameterError: a value is for no parameter or does not fit, or one is missing.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                advice = f"it has {', '.join(known)}." if known else "it takes none."
                raise ParameterError(name, f"is not one of the query {self.name!r}", advice)
        bound = {}
        for parameter in self.parameters:
            value = values.get(parameter.name) or parameter.default
            if value is not None:
                bound[parameter.name] = str(parameter.term(value))
            elif parameter.required:
                raise ParameterError(
                    parameter.name, f"is missing for the query {self.name!r}", "give it a value."
                )
        return "".join(
            _replacement(token.text, bound) if token.kind == "variable" else token.text
            for token in tokens(self.text)
        )


def _replacement(variable: str, bound: Mapping[str, str]) -> str:
    parts = variable_parts(variable)
    return bound.get(parts[0], variable) if parts else variable


def parse_query(name: str, text: str, base: str = BASE) -> CannedQuery:
    """Return the canned query `name` that the file's `text` tells.

    Args:
        name: the file's name without its ending.
        text: the head and the query, with the graph's IRIs under `anugerah.namespaces.BASE`.
        base: what the IRIs of the graph to be queried start with instead.

    Raises:
        QueryFileError: the head is missing, incomplete or at odds with the query.
    """
    data, body = head.split_head(name, text.replace(BASE, base))
    pieces = list(tokens(body))
    variables = sorted({piece.text for piece in pieces if piece.kind == "variable"})
    words = (piece.text.upper() for piece in pieces if piece.kind == "word")
    form = next((_FORMS[word] for word in words if word in _FORMS), None)
    if form is None:
        raise QueryFileError(
            f"{name}.rq: the query has no {', '.join(_FORMS)}; only queries can be canned."
        )
    return CannedQuery(
        name=name,
        title=head.texts(f"{name}.rq", data, "summary"),
        description=head.texts(f"{name}.rq", data, "description"),
        tags=tuple(str(tag) for tag in data.get("tags") or ()),
        parameters=head.parameters(name, data, variables, base),
        text=body,
        form=form,
    )


def load_queries(folder: Path, base: str = BASE) -> dict[str, CannedQuery]:
    """Return the canned queries of the files `*.rq` in `folder`, sorted by name.

    Args:
        folder: the folder of the files.
        base: what the IRIs of the graph to be queried start with.

    Raises:
        QueryFileError: there is no such folder, or a file's head can't be read.
    """
    if not folder.is_dir():
        raise QueryFileError(f"There is no folder {folder}; give one that has query files (*.rq).")
    paths = sorted(folder.glob("*.rq"), key=lambda path: path.stem)
    return {path.stem: parse_query(path.stem, _read(path), base) for path in paths}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryFileError(
            f"{path.name} is not UTF-8 (byte {error.start}); save it as UTF-8."
        ) from None


def find_query(queries: Mapping[str, CannedQuery], name: str) -> CannedQuery:
    """Return the query `name` of `queries`.

    Raises:
        UnknownQueryError: there is none of that name.
    """
    if name not in queries:
        raise UnknownQueryError(name, queries)
    return queries[name]
