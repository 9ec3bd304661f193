"""Names of things for people: in the reader's language, else without language, else in any."""

from __future__ import annotations

from collections.abc import Iterable

from anugerah.server import graph_queries
from anugerah.server.engine import Binding, Engine

_MANY = 500


async def find_labels(engine: Engine, iris: Iterable[str], language: str) -> dict[str, str]:
    """Return the best label of each thing that has one."""
    wanted = sorted(set(iris))
    rows: list[Binding] = []
    for start in range(0, len(wanted), _MANY):
        rows += await engine.select(graph_queries.labels(wanted[start : start + _MANY]))
    found: dict[str, tuple[int, str]] = {}
    for row in rows:
        tag = row["label"].get("xml:lang", "")
        rank = (language, "", "en").index(tag) if tag in (language, "", "en") else 3
        candidate = (rank, row["label"]["value"])
        iri = row["iri"]["value"]
        found[iri] = min(found.get(iri, candidate), candidate)
    return {iri: label for iri, (_, label) in found.items()}


def iris_of(rows: Iterable[Binding]) -> set[str]:
    """Return every IRI in the rows."""
    return {value["value"] for row in rows for value in row.values() if value["type"] == "uri"}
