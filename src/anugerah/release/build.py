"""The straight way: documents → facts → RDF → checked → inferred → release."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Graph

from anugerah import __version__
from anugerah.corpus import find_documents
from anugerah.errors import AnugerahError
from anugerah.inference import Rule, close_ontology, compile_rules, infer
from anugerah.namespaces import BASE
from anugerah.release import folder as names
from anugerah.release import sources
from anugerah.release.description import GRAPH, describe
from anugerah.release.dumps import content_id, write_dumps
from anugerah.release.folder import Release, Releases
from anugerah.release.ledger import Entry
from anugerah.release.reading import Outcome, only_new, read_documents
from anugerah.validation import Report, Result, Shapes

Progress = Callable[[str, int, int], None]
"""Told the step's name, how much of it is done, and how much there is."""


def build_release(
    paths: list[Path],
    out: Path,
    *,
    workers: int = 1,
    base: str = BASE,
    progress: Progress | None = None,
) -> Release:
    """Build a release from the documents of `paths` and publish it in `out`.

    Args:
        paths: documents, or folders of them.
        out: the folder of releases.
        workers: processes that read documents.
        base: what the IRIs of the published graph begin with.
        progress: called as the build goes on.

    Returns:
        The published release. A document that can't be read or whose graph breaks a shape is left
        out; the ledger says why.

    Raises:
        AnugerahError: a path is missing, no document could be accepted, or the project's own
            graphs are not sound. Nothing that was published before is changed.
    """
    progress = progress or _silent
    documents = find_documents(paths)
    releases = Releases(out)
    with releases.draft() as draft:
        outcomes = _outcomes(documents, workers, progress)
        created = _now()
        entries = _with_history(
            [outcome.entry for outcome in outcomes], releases.current(), created
        )
        if not any(entry.status == "accepted" for entry in entries):
            raise AnugerahError(_nothing_accepted(entries))
        progress("inference", 0, 1)
        quads = _merged(outcomes, base)
        progress("inference", 1, 1)
        _write(draft, quads, entries, outcomes, releases.current(), base, created, progress)
        return releases.publish(draft)


def _silent(_step: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def _outcomes(documents: list[Path], workers: int, progress: Progress) -> list[Outcome]:
    _check_sources()
    outcomes = []
    progress("articles", 0, len(documents))
    for outcome in only_new(read_documents(documents, workers)):
        outcomes.append(outcome)
        progress("articles", len(outcomes), len(documents))
    return outcomes


def _check_sources() -> None:
    """Refuse to build on reference data or curated facts that break the shapes."""
    quads = [*sources.reference(), *sources.curated(), *sources.ontology()]
    report = Shapes.load().validate(quads)
    if not report.conforms:
        first = report.violations[0]
        raise AnugerahError(
            f"The reference data or curated facts break the shapes at {len(report.violations)} "
            f"places; the first: {first.text()}"
        )


@lru_cache(maxsize=1)
def _rules(n_triples: str) -> list[Rule]:
    return compile_rules(close_ontology(Graph().parse(data=n_triples, format="nt")))


def _nothing_accepted(entries: list[Entry]) -> str:
    reasons = [reason for entry in entries for reason in entry.reasons.get("en", ())]
    return " ".join(reasons[:3]) or "None of the documents could be accepted."


def _with_history(entries: list[Entry], former: Release | None, created: datetime) -> list[Entry]:
    """Say of each document whether, and since when, this version of the extractor knows it."""
    same_version = former is not None and former.manifest["version"] == __version__
    known = {e["sha256"]: e for e in former.ledger()} if former and same_version else {}
    now = created.isoformat(timespec="seconds")
    marked = []
    for entry in entries:
        before = known.get(entry.sha256) if entry.sha256 else None
        read_at = (before or {}).get("read_at") or now
        marked.append(replace(entry, unchanged=before is not None, read_at=read_at))
    return marked


def _merged(outcomes: list[Outcome], base: str) -> list[ox.Quad]:
    """Return all named graphs and the default graph, which holds everything and the inferred."""
    asserted = [*sources.ontology(), *sources.reference(), *sources.curated()]
    for outcome in outcomes:
        asserted += outcome.quads
    store = ox.Store()
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in asserted)
    inferred = infer(store, _rules("".join(f"{q.triple} .\n" for q in sources.ontology())))
    if inferred.inconsistencies:
        raise AnugerahError(
            f"The graph contradicts the ontology at {len(inferred.inconsistencies)} places; "
            f"the first: {inferred.inconsistencies[0]}"
        )
    everything = sorted({*asserted, *store}, key=str)
    return everything if base == BASE else _rebased(everything, base)


def _rebased(quads: list[ox.Quad], base: str) -> list[ox.Quad]:
    text = "".join(f"{quad} .\n" for quad in quads).replace(f"<{BASE}", f"<{base}")
    return list(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def _write(
    draft: Path,
    quads: list[ox.Quad],
    entries: list[Entry],
    outcomes: list[Outcome],
    former: Release | None,
    base: str,
    created: datetime,
    progress: Progress,
) -> None:
    release_id = content_id(quads, entries)
    progress("dumps", 0, 1)
    dumps = write_dumps(quads, draft / names.DUMPS)
    progress("dumps", 1, 1)
    description = describe(quads, dumps, entries, release_id, created)
    text = description.serialize(format="turtle").replace(f"<{BASE}", f"<{base}")
    (draft / names.DESCRIPTION).write_text(text, encoding="utf-8")
    _write_report(draft, outcomes)
    progress("store", 0, 1)
    store = ox.Store(str(draft / names.STORE))
    store.bulk_extend(quads)
    void = ox.NamedNode(GRAPH.replace(BASE, base))
    store.bulk_load(text.encode(), ox.RdfFormat.TURTLE, base_iri=base, to_graph=void)
    store.optimize()
    store.flush()
    del store
    progress("store", 1, 1)
    _write_json(draft / names.LEDGER, [entry.as_json() for entry in entries])
    statuses = [entry.status for entry in entries]
    manifest: dict[str, Any] = {
        "id": release_id,
        "version": __version__,
        "created": created.isoformat(timespec="seconds"),
        "base": base,
        "previous": former.id if former and former.id != release_id else None,
        "counts": {
            "triples": sum(isinstance(q.graph_name, ox.DefaultGraph) for q in quads),
            "quads": len(quads),
            "articles": statuses.count("accepted"),
            "quarantined": statuses.count("quarantined"),
            "rejected": statuses.count("rejected"),
            "duplicates": statuses.count("duplicate"),
            "conferrals": _conferrals(quads),
        },
        "dumps": dumps,
    }
    # The manifest comes last: a folder without it is no release.
    _write_json(draft / names.MANIFEST, manifest)


def _conferrals(quads: list[ox.Quad]) -> int:
    return sum(
        isinstance(q.graph_name, ox.DefaultGraph)
        and isinstance(q.object, ox.NamedNode)
        and q.object.value.endswith("ontology#Conferral")
        and q.predicate.value.endswith("#type")
        for q in quads
    )


def _write_report(draft: Path, outcomes: list[Outcome]) -> None:
    report = Report(tuple(result for outcome in outcomes for result in outcome.report.results))
    graph = report.graph()
    graph.serialize(draft / names.REPORT, format="turtle", encoding="utf-8")
    results = [
        {"source": outcome.entry.source, "status": outcome.entry.status, **_as_json(result)}
        for outcome in outcomes
        for result in outcome.report.results
    ]
    _write_json(draft / names.REPORT_JSON, {"conforms": report.conforms, "results": results})


def _as_json(result: Result) -> dict[str, Any]:
    return {
        "focus": str(result.focus),
        "path": result.path,
        "value": None if result.value is None else str(result.value),
        "severity": result.severity,
        "messages": result.messages,
    }


def _write_json(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")


def _now() -> datetime:
    """Return the time of the build; `SOURCE_DATE_EPOCH` sets it (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.replace(microsecond=0)
