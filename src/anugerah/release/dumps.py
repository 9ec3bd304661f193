"""The dumps: the same statements in six formats, byte for byte the same for the same input."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from anugerah.namespaces import PREFIXES
from anugerah.release.ledger import Entry

NAME = "anugerah"
SUMS = "SHA256SUMS"

_TRIPLES = {
    "ttl": ox.RdfFormat.TURTLE,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt.gz": ox.RdfFormat.N_TRIPLES,
}
_QUADS = {"nq.gz": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG}


def content_id(quads: Sequence[ox.Quad], entries: Sequence[Entry]) -> str:
    """Return the id of a release: 16 digits of the SHA-256 of what it holds.

    That is the sorted `quads` as N-Quads, and a comment line for each document that was left out,
    because a release also tells why a document is not in it.
    """
    digest = hashlib.sha256()
    for quad in quads:
        digest.update(f"{quad} .\n".encode())
    for entry in entries:
        if entry.status != "accepted":
            digest.update(f"# {entry.status} {entry.source} {entry.sha256}\n".encode())
    return digest.hexdigest()[:16]


def write_dumps(quads: Sequence[ox.Quad], folder: Path) -> list[dict[str, Any]]:
    """Write the sorted `quads` to `folder` and return a description of each file.

    The triple formats hold the default graph, in which everything is merged; the quad formats
    hold the named graphs too.
    """
    folder.mkdir()
    default = [quad.triple for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)]
    described = []
    for ending, syntax in {**_TRIPLES, **_QUADS}.items():
        path = folder / f"{NAME}.{ending}"
        content = quads if ending in _QUADS else default
        prefixes = None if "." in ending else PREFIXES
        data = ox.serialize(content, format=syntax, prefixes=prefixes) or b""
        if ending.endswith(".gz"):
            data = gzip.compress(data, compresslevel=9, mtime=0)
        path.write_bytes(data)
        described.append(
            {
                "file": path.name,
                "media_type": syntax.media_type,
                "compressed": ending.endswith(".gz"),
                "statements": len(content),
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        )
    sums = "".join(f"{dump['sha256']}  {dump['file']}\n" for dump in described)
    (folder / SUMS).write_text(sums, encoding="utf-8")
    return described
