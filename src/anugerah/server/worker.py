"""What runs in a query process: the store, opened once, and the answering of one query."""

from __future__ import annotations

import io
import resource
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Store,
)

from anugerah.namespaces import PREFIXES
from anugerah.server.formats import BY_NAME, HTML, Form, write_graph
from anugerah.server.service_clause import has_service_clause
from anugerah.server.syntax_errors import explain, is_update

Reason = Literal["malformed", "update", "service", "format", "too-large", "failed"]


@dataclass(frozen=True)
class Query:
    """A query and how it is to be answered.

    `formats` are the names of the acceptable formats, the most welcome first. An empty tuple of
    graphs is an empty dataset; None leaves it to the query.
    """

    text: str
    formats: tuple[str, ...]
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    base: str | None = None


@dataclass(frozen=True)
class Answer:
    """A serialised answer; for HTML, `body` is what a page is made from: JSON results or Turtle."""

    form: Form
    format: str
    body: bytes


@dataclass(frozen=True)
class Refusal:
    """Why there is no answer."""

    reason: Reason
    detail: str = ""
    line: int | None = None
    column: int | None = None
    hint: str | None = None
    form: Form | None = None


class _TooLargeError(Exception):
    pass


class _Bounded(io.BytesIO):
    """A buffer that takes no more than a number of bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: object) -> int:
        if self.tell() + len(cast(bytes, data)) > self._limit:
            raise _TooLargeError
        return super().write(cast(bytes, data))


class _Process:
    """What this process holds."""

    store: Store


def start(store_path: str) -> None:
    """Open the store; called once in each query process."""
    # A process that is inside the engine runs no Python signal handler, pebble's neither.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _Process.store = Store.read_only(store_path)


def answer(query: Query, max_bytes: int) -> Answer | Refusal:
    """Run one query and serialise its answer; raises nothing, for not every error can travel."""
    try:
        return _answer(query, max_bytes)
    except _TooLargeError:
        return Refusal("too-large")
    except BaseException as error:
        return Refusal("failed", " ".join(str(error).split()) or type(error).__name__)


def _answer(query: Query, max_bytes: int) -> Answer | Refusal:
    if has_service_clause(query.text):
        return Refusal("service")
    try:
        results = _Process.store.query(
            query.text,
            base_iri=query.base,
            default_graph=_nodes(query.default_graphs),
            named_graphs=_nodes(query.named_graphs),
        )
    except SyntaxError as error:
        if is_update(query.text):
            return Refusal("update")
        fault = explain(query.text, str(error))
        return Refusal("malformed", fault.detail, fault.line, fault.column, fault.hint)
    form = _form(results)
    name = _choose(query.formats, form)
    if name is None:
        return Refusal("format", form=form)
    output = _Bounded(max_bytes)
    _write(results, name, output)
    return Answer(form, name, output.getvalue())


def _nodes(iris: Sequence[str] | None) -> list[Any] | None:
    return None if iris is None else [NamedNode(iri) for iri in iris]


def _form(results: QuerySolutions | QueryBoolean | QueryTriples) -> Form:
    if isinstance(results, QuerySolutions):
        return "select"
    return "ask" if isinstance(results, QueryBoolean) else "graph"


def _choose(formats: Sequence[str], form: Form) -> str | None:
    for name in formats:
        if name == HTML or form in BY_NAME[name].forms:
            return name
    return None


def _write(
    results: QuerySolutions | QueryBoolean | QueryTriples, name: str, output: io.BytesIO
) -> None:
    if isinstance(results, QueryTriples):
        write_graph(results, BY_NAME["ttl" if name == HTML else name], PREFIXES, output)
    else:
        results.serialize(
            output,
            QueryResultsFormat.JSON
            if name == HTML
            else cast(QueryResultsFormat, BY_NAME[name].syntax),
        )
