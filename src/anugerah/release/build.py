"""The straight way: documents → facts → RDF → checked → inferred → release."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from anugerah import __version__
from anugerah.corpus import find_documents
from anugerah.errors import AnugerahError
from anugerah.namespaces import BASE
from anugerah.release import folder as names
from anugerah.release.adding import can_add, write_added
from anugerah.release.assembling import Progress, Written
from anugerah.release.collecting import Collector, Contents
from anugerah.release.crew import Cluster, Crew, Processes
from anugerah.release.finishing import finish, now, release_id, write_json
from anugerah.release.folder import Release, Releases
from anugerah.release.ground import Ground, ground
from anugerah.release.joining import Joined, join
from anugerah.release.ledger import Entry
from anugerah.release.makeup import Makeup, lengths
from anugerah.release.quality import quality
from anugerah.release.report import write_report
from anugerah.release.shards import Shelf
from anugerah.release.texts import write_texts
from anugerah.release.writing import write_whole
from anugerah.validation import Shapes

SHELF = ".articles"
"""Where, in a folder of releases, is kept what was read."""


def build_release(
    paths: list[Path],
    out: Path,
    *,
    workers: int = 1,
    dask: str | None = None,
    base: str = BASE,
    keep: int | None = None,
    progress: Progress | None = None,
) -> Release:
    """Build a release from the documents of `paths` and publish it in `out`.

    An article that was read before, by the same version, is not read again, not even after a
    build that was ended; what is only added to the current release is added to what it holds.

    Args:
        paths: documents, or folders of them.
        out: the folder of releases.
        workers: processes of this machine.
        dask: the address of the scheduler of a Dask cluster that reads the articles instead.
        base: what the IRIs of the published graph begin with.
        keep: how many former releases to keep; None keeps all.
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
    with releases.draft() as draft, Processes(workers) as processes:
        former = releases.current()
        shelf = Shelf(out / SHELF, base)
        _check_sources(shelf)
        with Cluster(dask) if dask else processes as readers:
            contents = Collector(shelf, readers, base, progress).collect(documents)
        created = now()
        contents.entries = _with_history(contents.entries, former, created)
        if not contents.articles:
            raise AnugerahError(_nothing_accepted(contents.entries))
        writing = _Writing(draft, contents, former, shelf, base, created)
        folder = writing.write(documents, processes, progress)
        release = releases.publish(folder)
    shelf.forget_others()
    if keep is not None:
        releases.keep(keep)
    return release


class _Writing:
    """One release that is being written."""

    def __init__(
        self,
        draft: Path,
        contents: Contents,
        former: Release | None,
        shelf: Shelf,
        base: str,
        created: datetime,
    ) -> None:
        self._folder = draft / "release"
        self._contents = contents
        self._former = former
        self._shelf = shelf
        self._ground: Ground = ground().rebased(base)
        self._created = created
        self._texts: list[str] = []

    def write(self, documents: list[Path], crew: Crew, progress: Progress) -> Path:
        """Write the release and return its folder: that of the former one if it is the same."""
        self._folder.mkdir()
        accepted = {str(article.entry.article) for _, article in self._contents.articles}
        self._texts = write_texts(self._folder, documents, accepted)
        dumps, store = self._folder / names.DUMPS, self._folder / names.STORE
        contents, former = self._contents, self._former
        makeup = Makeup.read(former.path) if former else None
        added = None
        if former and makeup and can_add(contents, makeup, self._shelf.version):
            if (
                set(contents.keys()) == makeup.keys
                and release_id(makeup.chunks, contents.entries, self._texts) == former.id
            ):
                return former.path
            added = write_added(dumps, store, contents, former, makeup, self._ground, progress)
        if added is None:
            progress("inference", 0, 1)
            joined = join(contents, self._ground)
            progress("inference", 1, 1)
            added = (
                write_whole(dumps, store, contents, joined, self._ground, crew, progress),
                joined,
            )
        written, joined = added
        if written.problems:
            raise AnugerahError(
                f"The graph contradicts the ontology at {len(written.problems)} places; "
                f"the first: {written.problems[0]}"
            )
        self._finish(written, joined, store)
        return self._folder

    def _finish(self, written: Written, joined: Joined, store: Path) -> None:
        contents = self._contents
        write_json(self._folder / names.EVALUATION, quality(self._shelf))
        write_report(contents.judged, self._folder / names.REPORT, self._folder / names.REPORT_JSON)
        Makeup(
            version=self._shelf.version,
            keys=frozenset(contents.keys()),
            links=frozenset(contents.links),
            extensible=not joined.voices,
            statistics=written.statistics,
            chunks=written.chunks,
            blocks=lengths(written.blocks),
        ).write(self._folder)
        entries, base = contents.entries, self._ground.base
        created = self._created
        finish(self._folder, store, written, entries, self._former, base, created, self._texts)


def _silent(_step: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def _check_sources(shelf: Shelf) -> None:
    """Refuse to build on reference data or curated facts that break the shapes."""
    if shelf.is_sound():
        return
    report = Shapes.load().validate(ground().quads)
    if not report.conforms:
        first = report.violations[0]
        raise AnugerahError(
            f"The reference data or curated facts break the shapes at {len(report.violations)} "
            f"places; the first: {first.text()}"
        )
    shelf.mark_sound()


def _nothing_accepted(entries: list[Entry]) -> str:
    reasons = [reason for entry in entries for reason in entry.reasons.get("en", ())]
    return " ".join(reasons[:3]) or "None of the documents could be accepted."


def _with_history(entries: list[Entry], former: Release | None, created: datetime) -> list[Entry]:
    """Say of each document whether, and since when, this version of the extractor knows it."""
    same_version = former is not None and former.manifest["version"] == __version__
    known = {e["sha256"]: e for e in former.ledger()} if former and same_version else {}
    today = created.isoformat(timespec="seconds")
    marked = []
    for entry in entries:
        before = known.get(entry.sha256) if entry.sha256 else None
        read_at = (before or {}).get("read_at") or today
        marked.append(replace(entry, unchanged=before is not None, read_at=read_at))
    return marked
