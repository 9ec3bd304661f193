"""Sorted files of N-Quads lines, read by ranges, and how they are cut into chunks.

A chunk ends where the next subject says so by its own hash. So where chunks end depends on what is
in the graph and on nothing else, and what is added to a graph changes few of them.
"""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from pathlib import Path

SUBJECTS_A_CHUNK = 512
"""How many subjects a chunk has on average."""


def subject(line: bytes) -> bytes:
    """Return the subject of a line."""
    return line[: line.index(b" ")]


def begins_chunk(subject: bytes) -> bool:
    """Tell whether a chunk begins with `subject`."""
    return zlib.crc32(subject) % SUBJECTS_A_CHUNK == 0


def chunks(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Cut sorted `lines` into chunks."""
    chunk: list[bytes] = []
    for name, described in groupby(lines, subject):
        if chunk and begins_chunk(name):
            yield chunk
            chunk = []
        chunk += described
    if chunk:
        yield chunk


def read_range(path: Path, start: bytes | None, stop: bytes | None) -> list[bytes]:
    """Return the lines of a sorted file whose subjects are from `start` up to before `stop`."""
    if not path.stat().st_size:
        return []
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        first = 0 if start is None else _position(data, start + b" ")
        last = len(data) if stop is None else _position(data, stop + b" ")
        return data[first:last].splitlines(keepends=True)


def _position(data: mmap.mmap, key: bytes) -> int:
    """Return where the first line that is not before `key` begins."""
    low, high = 0, len(data)
    while low < high:
        begin = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.find(b"\n", begin) + 1
        if data[begin:end] < key:
            low = end
        else:
            high = begin
    return low


def even_ranges(cuts: Iterable[bytes], count: int) -> list[tuple[bytes | None, bytes | None]]:
    """Return up to `count` ranges of about as many chunks each, from the subjects in `cuts`."""
    ordered = sorted(set(cuts))
    step = max(1, -(-len(ordered) // count))
    ends: list[bytes | None] = [None, *ordered[step::step], None]
    return list(pairwise(ends))


def without_graph(line: bytes) -> bytes:
    """Return the line of a quad in a named graph as a line of the default graph."""
    return line[: line.rindex(b" <")] + b" .\n"


def graph_of(line: bytes) -> bytes:
    """Return the graph of a line in a named graph, with its angle brackets."""
    return line[line.rindex(b" <") + 1 : -3]
