"""The one table of what the service can write: names, media types, and what each can carry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from pyoxigraph import QueryResultsFormat, RdfFormat, Triple, serialize

Form = Literal["select", "ask", "graph"]

TABLE: frozenset[Form] = frozenset({"select"})
RESULTS: frozenset[Form] = frozenset({"select", "ask"})
GRAPH: frozenset[Form] = frozenset({"graph"})

_WITH_PREFIXES = {"ttl", "trig"}
_DECLARATIONS = re.compile(rb"(?:@prefix [^\n]*\n)*")


@dataclass(frozen=True)
class Format:
    """A way to write an answer.

    `name` is both the value of `?format=` and the ending of a file; `accepts` are other media types
    under which clients ask for it; `forms` are the kinds of answers it can carry.
    """

    name: str
    media_type: str
    forms: frozenset[Form]
    syntax: QueryResultsFormat | RdfFormat
    accepts: tuple[str, ...] = ()
    dataset: bool = False

    @property
    def content_type(self) -> str:
        """Return the value of the Content-Type header."""
        text = self.media_type.startswith("text/") or self.name in {"nt", "nq", "trig"}
        return f"{self.media_type}; charset=utf-8" if text else self.media_type


_JSON = ("application/json", "text/json", "text/javascript", "application/javascript")
_XML = ("application/xml", "text/xml")

FORMATS: tuple[Format, ...] = (
    Format("json", "application/sparql-results+json", RESULTS, QueryResultsFormat.JSON, _JSON),
    Format("xml", "application/sparql-results+xml", RESULTS, QueryResultsFormat.XML, _XML),
    Format("csv", "text/csv", TABLE, QueryResultsFormat.CSV),
    Format("tsv", "text/tab-separated-values", TABLE, QueryResultsFormat.TSV),
    Format(
        "ttl",
        "text/turtle",
        GRAPH,
        RdfFormat.TURTLE,
        ("application/x-turtle", "application/turtle", "text/n3", "text/rdf+n3"),
    ),
    Format("nt", "application/n-triples", GRAPH, RdfFormat.N_TRIPLES, ("text/plain",)),
    Format("rdf", "application/rdf+xml", GRAPH, RdfFormat.RDF_XML, _XML),
    Format("jsonld", "application/ld+json", GRAPH, RdfFormat.JSON_LD, _JSON),
    Format("nq", "application/n-quads", GRAPH, RdfFormat.N_QUADS, dataset=True),
    Format("trig", "application/trig", GRAPH, RdfFormat.TRIG, dataset=True),
)

BY_NAME: dict[str, Format] = {fmt.name: fmt for fmt in FORMATS}

HTML = "html"
HTML_TYPES = ("text/html", "application/xhtml+xml")

SYNONYMS: dict[str, tuple[str, ...]] = {
    "json": ("json", "jsonld"),
    "xml": ("xml", "rdf"),
    "turtle": ("ttl",),
    "ntriples": ("nt",),
    "rdfxml": ("rdf",),
    "json-ld": ("jsonld",),
    "nquads": ("nq",),
    "rdf+xml": ("rdf",),
    "n3": ("ttl",),
}


def write_graph(
    triples: Iterable[Triple], fmt: Format, prefixes: Mapping[str, str], output: io.BytesIO
) -> None:
    """Serialise triples in a format for graphs; only prefixes that may be in use are declared."""
    serialize(triples, output, cast(RdfFormat, fmt.syntax), prefixes=dict(prefixes))
    if fmt.name not in _WITH_PREFIXES:
        return
    body = _DECLARATIONS.sub(b"", output.getvalue(), count=1)
    output.seek(0)
    output.truncate()
    for prefix, namespace in sorted(prefixes.items()):
        if f"{prefix}:".encode() in body:
            output.write(f"@prefix {prefix}: <{namespace}> .\n".encode())
    output.write(b"\n" + body)


def offered(form: Form) -> tuple[Format, ...]:
    """Return the formats that can carry an answer of this form, the preferred one first."""
    return tuple(fmt for fmt in FORMATS if form in fmt.forms)
