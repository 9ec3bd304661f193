"""Sorted lines become the dumps and the store of a release."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from anugerah.inference import rule as kinds
from anugerah.inference.rule import Rule
from anugerah.release import dumps
from anugerah.release.crew import Crew
from anugerah.release.dumps import Block, Segment
from anugerah.release.lines import even_ranges
from anugerah.release.merging import CHUNKED, Chunk, Lines, Part, Range, Statistics, write_part
from anugerah.release.store import StoreWriter

Progress = Callable[[str, int, int], None]
"""Told the step's name, how much of it is done, and how much there is."""

RANGE_BYTES = 32 * 1024 * 1024
"""Bytes of lines that one process holds at once; it takes about ten times as much memory."""


@dataclass(slots=True)
class Written:
    """What was written: how the dumps are made up, and their numbers."""

    dumps: list[dict[str, Any]]
    chunks: list[Chunk]
    blocks: list[Block]
    statistics: Statistics
    problems: list[str]


@dataclass(frozen=True, slots=True)
class Material:
    """What a release is to be made of.

    Attributes:
        lines: sorted files of lines.
        cuts: the subjects among them with which chunks begin.
        blocks: gives, once the store is filled, the named graphs in TriG.
        rules: those of which the checks are made.
        base: what the release's own IRIs start with.
        voices: nodes that are left out, since others speak for them.
    """

    lines: Sequence[Lines]
    cuts: Iterable[bytes]
    blocks: Callable[[ox.Store], Iterable[Block]]
    rules: Sequence[Rule]
    base: str
    voices: dict[bytes, bytes]


def assemble(
    folder: Path, store: Path, material: Material, crew: Crew, progress: Progress
) -> Written:
    """Write the dumps and the store of `material`.

    Args:
        folder: the folder of the dumps, to be made.
        store: the folder of the store, to be made.
        material: what the release is made of.
        crew: does the work of each range of subjects.
        progress: told how it goes on.

    Returns:
        What was written; where there are problems, no dumps.
    """
    folder.mkdir()
    parts_folder = parts_beside(folder)
    size = sum(lines.path.stat().st_size for lines in material.lines)
    ranges = even_ranges(material.cuts, -(-size // RANGE_BYTES))
    rules = [rule for rule in material.rules if rule.kind in kinds.CHECKS]
    tasks = (
        Range(
            number, start, stop, material.lines, parts_folder, rules, material.base, material.voices
        )
        for number, (start, stop) in enumerate(ranges)
    )
    writer = StoreWriter(store)
    parts: list[Part] = []
    loading: list[Future[None]] = []
    progress("dumps", 0, len(ranges))
    with ThreadPoolExecutor(1) as loader:
        for part in crew.run(write_part, tasks):
            parts.append(part)
            loading.append(loader.submit(writer.load, part.file("nq.gz")))
            progress("dumps", len(parts), len(ranges))
        parts.sort(key=lambda part: part.number)
        written = Written(
            dumps=[],
            chunks=[chunk for part in parts for chunk in part.chunks],
            blocks=[],
            statistics=_total(parts),
            problems=[problem for part in parts for problem in part.problems],
        )
        segments = {
            ending: [Segment.whole(part.file(ending)) for part in parts] for ending in CHUNKED
        }
        if not written.problems:
            written.dumps = write_chunked(folder, segments, written, material.base)
        for number, loaded in enumerate(loading):
            progress("store", number, len(loading))
            loaded.result()
    if not written.problems:
        blocks = material.blocks(writer.store)
        written.blocks = sorted(blocks, key=lambda block: block.graph)
        write_trig(folder, segments, written, material.base)
    writer.finish(optimize=True)
    progress("store", len(loading), len(loading))
    return written


def parts_beside(folder: Path) -> Path:
    """Make a folder for parts of dumps, outside of the release."""
    parts = folder.parents[1] / "parts"
    parts.mkdir(exist_ok=True)
    return parts


def write_chunked(
    folder: Path, segments: dict[str, list[Segment]], written: Written, base: str
) -> list[dict[str, Any]]:
    """Write the dumps that are made of chunks alone."""
    return [
        dumps.write_dump(folder, ending, content, base, written.statistics)
        for ending, content in segments.items()
    ]


def write_trig(
    folder: Path, segments: dict[str, list[Segment]], written: Written, base: str
) -> None:
    """Write the TriG dump, that is the Turtle dump with named graphs, and the checksums of all."""
    blocks = [segment for block in written.blocks for segment in block.segments]
    content = [*segments["ttl"], *blocks]
    trig = dumps.write_dump(folder, "trig", content, base, written.statistics)
    written.dumps.append(trig)
    dumps.write_sums(folder, written.dumps)


def _total(parts: Iterable[Part]) -> Statistics:
    total = Statistics()
    for part in parts:
        total.add(part.statistics)
    return total
