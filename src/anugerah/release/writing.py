"""A release written as a whole, from shards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from anugerah.namespaces import BASE
from anugerah.release import turtle
from anugerah.release.assembling import Material, Progress, Written, assemble, parts_beside
from anugerah.release.collecting import Contents
from anugerah.release.crew import Crew
from anugerah.release.dumps import Block, Segment
from anugerah.release.ground import Ground
from anugerah.release.joining import Joined
from anugerah.release.lines import begins_chunk, graph_of, without_graph
from anugerah.release.merging import Lines, is_silenced
from anugerah.release.shards import BLOCKS, INFERRED, NAMED, Shard


def write_whole(
    folder: Path,
    store: Path,
    contents: Contents,
    joined: Joined,
    ground: Ground,
    crew: Crew,
    progress: Progress,
) -> Written:
    """Write dumps and store of `contents`.

    Args:
        folder: the folder of the dumps, to be made.
        store: the folder of the store, to be made.
        contents: the articles.
        joined: what they add together.
        ground: the closed sources.
        crew: does the work of each range of subjects.
        progress: told how it goes on.
    """
    parts = parts_beside(folder)
    lines = [*_sources(parts, joined, ground), *_of_articles(contents)]
    if joined.voices:
        lines.append(_spoken_for(parts, lines, joined.voices))
    shards = {shard.path.name: shard for shard, _ in contents.articles}
    subjects = {triple[0].encode() for triple in ground.graph.triples}
    material = Material(
        lines=lines,
        cuts=[
            *filter(begins_chunk, subjects),
            *(cut for shard in shards.values() for cut in shard.cuts()),
        ],
        blocks=lambda _: _blocks(contents, joined, ground),
        rules=ground.rules,
        base=ground.base,
        voices=joined.voices,
    )
    return assemble(folder, store, material, crew, progress)


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
