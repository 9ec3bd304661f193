"""A release written as a former one with articles added: what has not changed is taken over."""

from __future__ import annotations

import gzip
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path

import pyoxigraph as ox

from anugerah.inference import InStore
from anugerah.inference import rule as kinds
from anugerah.namespaces import BASE
from anugerah.release import dumps, turtle
from anugerah.release.assembling import (
    Progress,
    Written,
    parts_beside,
    write_chunked,
    write_trig,
)
from anugerah.release.collecting import Contents
from anugerah.release.dumps import Block, Segment
from anugerah.release.folder import Release
from anugerah.release.ground import Ground
from anugerah.release.joining import Joined, join_more
from anugerah.release.lines import graph_of, subject, without_graph
from anugerah.release.makeup import Makeup
from anugerah.release.merging import CHUNKED, Part, Range, Statistics, count, write_chunks
from anugerah.release.shards import INFERRED, NAMED, Shard
from anugerah.release.store import StoreWriter, copy_store
from anugerah.release.writing import article_blocks

MOST_ADDED = 0.2
"""When more than this share of the articles is new, writing the whole takes no longer."""


def can_add(contents: Contents, former: Makeup | None, version: str) -> bool:
    """Tell whether `contents` is that of the former release and some articles more."""
    if former is None or former.version != version or not former.extensible:
        return False
    keys = set(contents.keys())
    added = len(keys - former.keys)
    return (
        former.keys <= keys
        and former.links <= set(contents.links)
        and added <= MOST_ADDED * len(keys)
    )


def write_added(
    draft: Path,
    store: Path,
    contents: Contents,
    former: Release,
    makeup: Makeup,
    ground: Ground,
    progress: Progress,
) -> tuple[Written, Joined] | None:
    """Write dumps and store of a release that has all of `former` and more.

    None means that something of the former release must change, so that the whole is to be
    written; then nothing was.
    """
    graphs = {str(a.entry.graph) for _, a in contents.articles if a.key not in makeup.keys}
    links = [link for link in contents.links if link not in makeup.links]
    progress("inference", 0, 1)
    closed = InStore(ox.Store.read_only(str(former.store_path)))
    joined = join_more(contents, graphs, links, ground, closed)
    progress("inference", 1, 1)
    if joined is None:
        return None
    before = FormerDumps(former, makeup, ground.base)
    named, merged = _lines(contents, graphs, joined, ground.base)
    parts_folder = parts_beside(draft)
    draft.mkdir()
    changed = _changed(before, named, merged)
    rules = [rule for rule in ground.rules if rule.kind in kinds.CHECKS]
    progress("dumps", 0, len(changed))
    parts: dict[int, Part] = {}
    statistics = Statistics()
    statistics.add(makeup.statistics)
    for number, (chunk_named, chunk_merged) in sorted(changed.items()):
        task = Range(number, None, None, (), parts_folder, rules, ground.base)
        part = parts[number] = write_chunks(task, chunk_named, chunk_merged)
        lines, default = before.lines(number)
        statistics.add(count(lines, sorted(default)), -1)
        statistics.add(part.statistics)
        progress("dumps", len(parts), len(changed))
    new_blocks = article_blocks(contents, graphs, joined, ground.base)
    written = Written(
        dumps=[],
        chunks=[
            chunk
            for number, kept in enumerate(makeup.chunks)
            for chunk in (parts[number].chunks if number in parts else [kept])
        ],
        blocks=_with_links([*before.blocks(), *new_blocks], joined, graphs, ground.base),
        statistics=statistics,
        problems=[problem for part in parts.values() for problem in part.problems],
    )
    if not written.problems:
        progress("store", 0, 1)
        segments = {ending: before.segments(ending, parts) for ending in CHUNKED}
        written.dumps = write_chunked(draft, segments, written, ground.base)
        write_trig(draft, segments, written, ground.base)
        copy_store(former.store_path, store)
        writer = StoreWriter(store)
        writer.add([*named, *merged])
        writer.finish(optimize=False)
        progress("store", 1, 1)
    return written, joined


class FormerDumps:
    """The dumps of the former release, by chunks and blocks."""

    def __init__(self, release: Release, makeup: Makeup, base: str) -> None:
        self.makeup = makeup
        self._folder = release.dumps_path
        columns = zip(*(chunk.lengths for chunk in makeup.chunks), strict=True)
        self._starts = {
            ending: list(accumulate(column, initial=dumps.head_length(ending, base)))
            for ending, column in zip(CHUNKED, columns, strict=True)
        }

    def lines(self, number: int) -> tuple[list[bytes], set[bytes]]:
        """Return all lines of a chunk, and those of the default graph."""
        return self._text("nq.gz", number), set(self._text("nt.gz", number))

    def segments(self, ending: str, parts: dict[int, Part]) -> list[Segment]:
        """Return what a dump is made of when `parts` take the place of chunks."""
        starts = self._starts[ending]
        found: list[Segment] = []
        kept = 0
        for number in sorted(parts):
            found.append(self._stretch(ending, starts[kept], starts[number]))
            found.append(Segment.whole(parts[number].file(ending)))
            kept = number + 1
        return [*found, self._stretch(ending, starts[kept], starts[-1])]

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of the TriG dump, which follow the default graph."""
        place = self._starts["ttl"][-1]
        for graph, length in self.makeup.blocks:
            yield Block(graph, (self._stretch("trig", place, place + length),))
            place += length

    def _stretch(self, ending: str, start: int, stop: int) -> Segment:
        return Segment(dumps.path_of(self._folder, ending), start, stop - start)

    def _text(self, ending: str, number: int) -> list[bytes]:
        start, stop = self._starts[ending][number : number + 2]
        with dumps.path_of(self._folder, ending).open("rb") as file:
            file.seek(start)
            content = file.read(stop - start)
        return gzip.decompress(content).splitlines(keepends=True) if content else []


def _with_links(blocks: list[Block], joined: Joined, graphs: set[str], base: str) -> list[Block]:
    """Return the blocks in order, those of former articles that now repeat another with that."""
    new = {f"<{graph}>".replace(BASE, base).encode() for graph in graphs}
    links = {graph_of(line): line for line in joined.named if graph_of(line) not in new}
    for number, block in enumerate(blocks if links else ()):
        line = links.get(f"<{block.graph}>".encode())
        if line is not None:
            link = Segment.of(turtle.block(ox.parse(line, ox.RdfFormat.N_QUADS), base))
            blocks[number] = Block(block.graph, (*block.segments, link))
    return sorted(blocks, key=lambda block: block.graph)


def _lines(
    contents: Contents, graphs: set[str], joined: Joined, base: str
) -> tuple[list[bytes], set[bytes]]:
    """Return what is added, in named graphs and in the default graph."""
    shards: dict[str, tuple[Shard, set[bytes]]] = {}
    for shard, article in contents.articles:
        if article.entry.graph in graphs:
            _, chosen = shards.setdefault(shard.path.name, (shard, set()))
            chosen.add(f"<{article.entry.graph}>".replace(BASE, base).encode())
    named, merged = list(joined.named), set(joined.inferred)
    for shard, chosen in shards.values():
        for name in (NAMED, INFERRED):
            lines = (shard.path / name).read_bytes().splitlines(keepends=True)
            found = [line for line in lines if graph_of(line) in chosen]
            merged.update(map(without_graph, found))
            if name == NAMED:
                named += found
    merged.update(map(without_graph, joined.named))
    return named, merged


def _changed(
    before: FormerDumps, named: Iterable[bytes], merged: Iterable[bytes]
) -> dict[int, tuple[list[bytes], set[bytes]]]:
    """Return the chunks that change: by number, their quads in named graphs and the default."""
    firsts = [chunk.first.encode() for chunk in before.makeup.chunks]
    added: dict[int, tuple[list[bytes], set[bytes]]] = defaultdict(lambda: ([], set()))
    for line in named:
        added[max(0, bisect_right(firsts, subject(line)) - 1)][0].append(line)
    for line in merged:
        added[max(0, bisect_right(firsts, subject(line)) - 1)][1].add(line)
    changed = {}
    for number, (more_named, more_merged) in added.items():
        lines, default = before.lines(number)
        if more_named or not more_merged <= default:
            kept = [line for line in lines if line not in default]
            changed[number] = ([*kept, *more_named], default | more_merged)
    return changed
