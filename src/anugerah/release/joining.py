"""What follows from several articles together, though from none alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

import pyoxigraph as ox

from anugerah.errors import AnugerahError
from anugerah.inference import Index, Stepwise, Triple
from anugerah.inference.equality import Equalities
from anugerah.inference.program import Program
from anugerah.inference.stepwise import Closed
from anugerah.mapping import same_text
from anugerah.namespaces import BASE
from anugerah.release.collecting import Contents
from anugerah.release.ground import Ground, as_text
from anugerah.release.lines import graph_of
from anugerah.release.shards import JOINS, Shard


@dataclass(slots=True)
class Joined:
    """What the articles add together.

    Attributes:
        named: statements in named graphs, that one article repeats another.
        inferred: what follows for the default graph.
        voices: nodes that turned out to be the same as others, which speak for them.
    """

    named: list[bytes] = field(default_factory=list)
    inferred: set[bytes] = field(default_factory=set)
    voices: dict[bytes, bytes] = field(default_factory=dict)


def join(contents: Contents, ground: Ground) -> Joined:
    """Return what the accepted articles of `contents` add together to their `ground`.

    Raises:
        AnugerahError: together they contradict the ontology.
    """
    graphs = {str(article.entry.graph) for _, article in contents.articles}
    closed = Index(ground.graph.triples)
    step = Stepwise(ground.program, closed, ground.graph)
    joined = _follow(step, contents, graphs, contents.links, ground)
    silenced = {node for _, article in contents.articles for node in article.silenced}
    if step.pairs or silenced:
        equalities = Equalities(ground.base)
        equalities.merge((_name(voice), _name(node)) for node, voice in ground.voices.items())
        step.settle(equalities, closed)
        same = {str(node): str(voice) for node, voice in equalities.merged().items()}
        _check(same, ground.program)
        joined.voices = {
            node.encode(): voice.encode()
            for node, voice in same.items()
            if node not in ground.voices or ground.voices[node] != voice or node in silenced
        }
    joined.inferred.update(map(_line, step.inferred))
    return joined


def join_more(
    contents: Contents,
    graphs: set[str],
    links: Iterable[tuple[str, str]],
    ground: Ground,
    closed: Closed,
) -> Joined | None:
    """Return what `graphs` and `links` add to a closed graph that has all the others.

    None means that nodes turned out to be the same, so that what is there must change.
    """
    step = Stepwise(ground.program, closed, ground.graph)
    joined = _follow(step, contents, graphs, links, ground)
    silenced = any(a.silenced for _, a in contents.articles if str(a.entry.graph) in graphs)
    if step.pairs or silenced:
        return None
    joined.inferred.update(map(_line, step.inferred))
    return joined


def _follow(
    step: Stepwise,
    contents: Contents,
    graphs: set[str],
    links: Iterable[tuple[str, str]],
    ground: Ground,
) -> Joined:
    joined = Joined()
    terms: dict[str, str] = {}
    shards: dict[str, tuple[Shard, set[bytes]]] = {}
    for shard, article in contents.articles:
        if article.entry.graph in graphs:
            _, chosen = shards.setdefault(shard.path.name, (shard, set()))
            chosen.add(f"<{article.entry.graph}>".replace(BASE, ground.base).encode())
    for shard, chosen in shards.values():
        for group in _groups(shard, chosen, terms):
            step.add_closed(group)
    for repeating, original in links:
        quad = same_text(repeating, original)
        line = f"{quad} .\n".replace(f"<{BASE}", f"<{ground.base}").encode()
        joined.named.append(line)
        (moved,) = ox.parse(line, ox.RdfFormat.N_QUADS)
        alone = Stepwise(ground.program, ground.graph)
        alone.add([as_text(moved)])
        joined.inferred.update(map(_line, alone.inferred))
        step.add_closed({*alone.joining()})
    return joined


def _groups(shard: Shard, chosen: set[bytes], terms: dict[str, str]) -> Iterator[set[Triple]]:
    lines = (shard.path / JOINS).read_bytes().splitlines(keepends=True)
    for graph, group in groupby(lines, graph_of):
        if graph in chosen:
            yield {_triple(line, terms) for line in group}


def _triple(line: bytes, terms: dict[str, str]) -> Triple:
    subject, predicate, rest = line.decode().split(" ", 2)
    value = rest[: rest.rindex(" <")]
    return (
        terms.setdefault(subject, subject),
        terms.setdefault(predicate, predicate),
        terms.setdefault(value, value),
    )


def _check(same: dict[str, str], program: Program) -> None:
    for one, other in program.apart:
        if same.get(one, one) == same.get(other, other):
            raise AnugerahError(
                f"The graph contradicts the ontology: {one} and {other} differ, but what the "
                "articles say makes them the same. Look for a node with two values where it can "
                "have one only."
            )
    for pair in same.items():
        if program.terms.intersection(pair):
            raise AnugerahError(
                f"The graph contradicts the ontology: {pair[0]} and {pair[1]} can't be the same, "
                "since one is a term of the ontology."
            )


def _line(triple: Triple) -> bytes:
    return f"{' '.join(triple)} .\n".encode()


def _name(term: str) -> ox.NamedNode:
    return ox.NamedNode(term[1:-1])
