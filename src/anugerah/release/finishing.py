"""What makes a folder with dumps and store a release: description, ledger and manifest."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from anugerah import __version__
from anugerah.namespaces import ANUGERAH, BASE
from anugerah.release import folder as names
from anugerah.release.assembling import Written
from anugerah.release.description import GRAPH, describe, times
from anugerah.release.folder import Release
from anugerah.release.ledger import Entry
from anugerah.release.merging import Chunk
from anugerah.release.store import StoreWriter


def finish(
    folder: Path,
    store: Path,
    written: Written,
    entries: list[Entry],
    former: Release | None,
    base: str,
    created: datetime,
    texts: Iterable[str] = (),
    titles: Mapping[str, str] | None = None,
) -> None:
    """Write what tells of a release into its `folder`.

    Args:
        folder: the folder of the release.
        store: the folder of its store; the description gets a named graph there.
        written: what its dumps are.
        entries: its documents.
        former: the release before it.
        base: what its own IRIs start with.
        created: when the build began.
        texts: the digests of the articles whose texts it holds.
        titles: its title by language, if it is not that of the project's own graph.
    """
    identity = release_id(written.chunks, entries, texts)
    description = describe(written.statistics, written.dumps, identity, created, titles)
    # Our own IRIs are renamed; what is told of statements has the IRIs that they have.
    text = description.serialize(format="turtle") + "".join(times(entries))
    text = text.replace(f"<{BASE}", f"<{base}")
    (folder / names.DESCRIPTION).write_text(text, encoding="utf-8")
    writer = StoreWriter(store)
    writer.replace_graph(text.encode(), GRAPH.replace(BASE, base), base)
    writer.finish(optimize=False)
    write_json(folder / names.LEDGER, [entry.as_json() for entry in entries])
    statuses = [entry.status for entry in entries]
    manifest = {
        "id": identity,
        "version": __version__,
        "created": created.isoformat(timespec="seconds"),
        "base": base,
        "previous": former.id if former and former.id != identity else None,
        "counts": {
            "triples": written.statistics.triples,
            "quads": written.statistics.quads,
            "articles": statuses.count("accepted"),
            "quarantined": statuses.count("quarantined"),
            "rejected": statuses.count("rejected"),
            "duplicates": statuses.count("duplicate"),
            "conferrals": written.statistics.classes[ANUGERAH.Conferral.replace(BASE, base)],
        },
        "dumps": written.dumps,
    }
    # The manifest comes last: a folder without it is no release.
    write_json(folder / names.MANIFEST, manifest)


def release_id(chunks: Iterable[Chunk], entries: Iterable[Entry], texts: Iterable[str]) -> str:
    """Return the id of a release: 16 digits of the SHA-256 of what it holds.

    That is the SHA-256 of each chunk of its sorted N-Quads, and a line for each document that was
    left out, because a release also tells why a document is not in it.
    """
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(f"{chunk.digest}\n".encode())
    for entry in entries:
        if entry.status != "accepted":
            digest.update(f"# {entry.status} {entry.source} {entry.sha256}\n".encode())
    for text in texts:
        digest.update(f"# text {text}\n".encode())
    return digest.hexdigest()[:16]


def write_json(path: Path, content: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Write `content` as JSON."""
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")


def now() -> datetime:
    """Return the time of the build; `SOURCE_DATE_EPOCH` sets it (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.replace(microsecond=0)
