"""A release written as a whole, from shards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from anugerah.inference import rule as kinds
from anugerah.namespaces import BASE
from anugerah.release import dumps, turtle
from anugerah.release.collecting import Contents, Progress
from anugerah.release.crew import Crew
from anugerah.release.dumps import Block, Segment
from anugerah.release.ground import Ground
from anugerah.release.joining import Joined
from anugerah.release.lines import begins_chunk, even_ranges, graph_of, without_graph
from anugerah.release.merging import (
    CHUNKED,
    Chunk,
    Lines,
    Part,
    Range,
    Statistics,
    is_silenced,
    write_part,
)
from anugerah.release.shards import BLOCKS, INFERRED, NAMED, Shard
from anugerah.release.store import StoreWriter

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


def write_whole(
    draft: Path,
    store: Path,
    contents: Contents,
    joined: Joined,
    ground: Ground,
    crew: Crew,
    progress: Progress,
) -> Written:
    """Write dumps and store of `contents`.

    Args:
        draft: the folder of the dumps, to be made.
        store: the folder of the store.
        contents: the articles.
        joined: what they add together.
        ground: the closed sources.
        crew: does the work of each range of subjects.
        progress: told how it goes on.
    """
    parts_folder = parts_beside(draft)
    draft.mkdir()
    sources = [*_sources(parts_folder, joined, ground), *_of_articles(contents)]
    if joined.voices:
        sources.append(_spoken_for(parts_folder, sources, joined.voices))
    ranges = _ranges(sources, contents, ground)
    rules = [rule for rule in ground.rules if rule.kind in kinds.CHECKS]
    tasks = (
        Range(number, start, stop, sources, parts_folder, rules, ground.base, joined.voices)
        for number, (start, stop) in enumerate(ranges)
    )
    writer = StoreWriter(store)
    parts: list[Part] = []
    progress("dumps", 0, len(ranges))
    with ThreadPoolExecutor(1) as loader:
        loading = []
        for part in crew.run(write_part, tasks):
            parts.append(part)
            loading.append(loader.submit(writer.load, part.file("nq.gz")))
            progress("dumps", len(parts), len(ranges))
        parts.sort(key=lambda part: part.number)
        written = Written(
            dumps=[],
            chunks=[chunk for part in parts for chunk in part.chunks],
            blocks=sorted(_blocks(contents, joined, ground), key=lambda block: block.graph),
            statistics=_total(parts),
            problems=[problem for part in parts for problem in part.problems],
        )
        if not written.problems:
            segments = {
                ending: [Segment.whole(part.file(ending)) for part in parts] for ending in CHUNKED
            }
            written.dumps = write_dumps(draft, segments, written, ground.base)
        for number, loaded in enumerate(loading):
            progress("store", number, len(loading))
            loaded.result()
    writer.finish(optimize=True)
    progress("store", len(loading), len(loading))
    return written


def parts_beside(dumps_folder: Path) -> Path:
    """Make a folder for parts of dumps, outside of the release."""
    folder = dumps_folder.parents[1] / "parts"
    folder.mkdir()
    return folder


def write_dumps(
    folder: Path, segments: dict[str, list[Segment]], written: Written, base: str
) -> list[dict[str, Any]]:
    """Write all dumps of `segments` and of the blocks of named graphs."""
    blocks = [segment for block in written.blocks for segment in block.segments]
    described = [
        dumps.write_dump(folder, ending, content, base, written.statistics)
        for ending, content in {**segments, "trig": [*segments["ttl"], *blocks]}.items()
    ]
    dumps.write_sums(folder, described)
    return described


def article_blocks(
    contents: Contents, graphs: set[str], joined: Joined, base: str
) -> Iterator[Block]:
    """Yield the TriG blocks of the articles whose graphs are among `graphs`."""
    links = {graph_of(line): line for line in joined.named}
    for shard, article in contents.articles:
        if article.entry.graph in graphs and article.block is not None:
            graph = str(article.entry.graph).replace(BASE, base)
            start, end = article.block
            segments = [Segment(shard.path / BLOCKS, start, end - start)]
            link = links.get(f"<{graph}>".encode())
            if link is not None:
                segments.append(
                    Segment.of(turtle.block(ox.parse(link, ox.RdfFormat.N_QUADS), base))
                )
            yield Block(graph, tuple(segments))


def _blocks(contents: Contents, joined: Joined, ground: Ground) -> Iterator[Block]:
    graphs = {str(article.entry.graph) for _, article in contents.articles}
    yield from article_blocks(contents, graphs, joined, ground.base)
    by_graph: dict[str, list[ox.Quad]] = {}
    for quad in ground.quads:
        by_graph.setdefault(str(quad.graph_name)[1:-1], []).append(quad)
    for graph, quads in by_graph.items():
        yield Block(graph, (Segment.of(turtle.block(quads, ground.base)),))


def _sources(folder: Path, joined: Joined, ground: Ground) -> Iterator[Lines]:
    merged = {f"{s} {p} {o} .\n".encode() for s, p, o in ground.graph.triples}
    named = {f"{quad} .\n".encode() for quad in ground.quads}
    for name, kind, lines in (
        ("ground", "merged", merged | joined.inferred),
        ("sources", "named", named),
        ("links", "article", set(joined.named)),
    ):
        path = folder / name
        path.write_bytes(b"".join(sorted(lines)))
        yield Lines(path, kind)  # type: ignore[arg-type]


def _of_articles(contents: Contents) -> Iterator[Lines]:
    shards: dict[str, tuple[Shard, set[str]]] = {}
    for shard, article in contents.articles:
        _, keys = shards.setdefault(shard.path.name, (shard, set()))
        keys.add(article.key)
    for shard, keys in shards.values():
        without = shard.graphs() - shard.graphs(keys)
        yield Lines(shard.path / NAMED, "article", frozenset(without))
        yield Lines(shard.path / INFERRED, "inferred", frozenset(without))


def _spoken_for(folder: Path, sources: Iterable[Lines], voices: dict[bytes, bytes]) -> Lines:
    """Write the statements about nodes for which others speak, said of those."""
    path = folder / "spoken-for"
    found = set()
    for lines in sources:
        if lines.kind == "named":
            continue
        for line in lines.read(None, None):
            merged = line if lines.kind == "merged" else without_graph(line)
            if is_silenced(merged, voices):
                first, predicate, rest = merged.split(b" ", 2)
                value = rest[:-3]
                words = (voices.get(first, first), predicate, voices.get(value, value))
                found.add(b" ".join(words) + b" .\n")
    path.write_bytes(b"".join(sorted(found)))
    return Lines(path, "merged")


def _ranges(
    sources: Iterable[Lines], contents: Contents, ground: Ground
) -> list[tuple[bytes | None, bytes | None]]:
    size = sum(lines.path.stat().st_size for lines in sources)
    shards = {shard.path.name: shard for shard, _ in contents.articles}
    cuts = [cut for shard in shards.values() for cut in shard.cuts()]
    subjects = {triple[0].encode() for triple in ground.graph.triples}
    cuts += filter(begins_chunk, subjects)
    return even_ranges(cuts, -(-size // RANGE_BYTES))


def _total(parts: Iterable[Part]) -> Statistics:
    total = Statistics()
    for part in parts:
        total.add(part.statistics)
    return total
