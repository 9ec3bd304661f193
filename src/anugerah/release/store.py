"""The on-disk store of a release."""

from __future__ import annotations

import gzip
import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

_PIECE = 16 * 1024 * 1024
"""Bytes of N-Quads that are loaded at once: larger pieces take more memory and no less time."""
_BLANK = re.compile(rb"(^|\s)_:")


class StoreWriter:
    """Fills the store of a release that is being built.

    Attributes:
        store: the store itself.
    """

    def __init__(self, path: Path) -> None:
        """Open the store at `path`, or make it."""
        self.store = ox.Store(str(path))

    def load(self, compressed: Path) -> None:
        """Load a file of gzipped N-Quads."""
        with gzip.open(compressed) as file:
            rest = b""
            while piece := file.read(_PIECE):
                whole, newline, rest = (rest + piece).rpartition(b"\n")
                self.load_lines(whole + newline)
        self.load_lines(rest)

    def load_lines(self, lines: bytes) -> None:
        """Load N-Quads; blank nodes keep their names."""
        if b"_:" in lines:
            # Loading in bulk gives blank nodes new names, others for each piece.
            every = lines.splitlines(keepends=True)
            self.add(line for line in every if _BLANK.search(line))
            lines = b"".join(line for line in every if not _BLANK.search(line))
        if lines:
            self.store.bulk_load(lines, ox.RdfFormat.N_QUADS, lenient=True)

    def add(self, lines: Iterable[bytes]) -> None:
        """Add a few N-Quads; those that are there already do not matter."""
        self.store.extend(ox.parse(b"".join(lines), ox.RdfFormat.N_QUADS, lenient=True))

    def replace_graph(self, turtle: bytes, graph: str, base: str) -> None:
        """Let the named graph hold what `turtle` says, and nothing else."""
        name = ox.NamedNode(graph)
        self.store.clear_graph(name)
        self.store.bulk_load(turtle, ox.RdfFormat.TURTLE, base_iri=base, to_graph=name)

    def finish(self, *, optimize: bool) -> None:
        """Write all through, with `optimize` in the order that is read fastest, and close it."""
        if optimize:
            self.store.optimize()
        self.store.flush()
        del self.store


def copy_store(source: Path, target: Path) -> None:
    """Copy a store; its tables never change once written, so both may share them on the disk."""
    target.mkdir()
    for file in source.iterdir():
        if file.suffix == ".sst":
            os.link(file, target / file.name)
        elif file.name != "LOCK":
            shutil.copy2(file, target / file.name)
