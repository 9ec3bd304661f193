"""Time the store's inference beside owlrl's on the same graphs: python benchmarks/inference.py."""

from __future__ import annotations

import argparse
import statistics
import time

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.term import Node
from rich.console import Console
from rich.table import Table

from anugerah import resources
from anugerah.inference import close_ontology, compile_rules, infer
from anugerah.inference.closure import Triple, close
from anugerah.namespaces import WIKIDATA

SIZES = (3_000, 10_000, 30_000, 100_000)
LARGEST_FOR_OWLRL = 30_000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog="By default it takes one to two minutes, most of them owlrl's at "
        f"{LARGEST_FOR_OWLRL:,} triples; --sizes 3000 10000 takes about 20 seconds. owlrl runs "
        f"once a size, and not at all above {LARGEST_FOR_OWLRL:,} triples.",
    )
    parser.add_argument(
        "--repeat",
        type=int,
        default=3,
        metavar="N",
        help="our runs of which the median counts (default: 3)",
    )
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=SIZES,
        metavar="N",
        help=f"triples in the graphs (default: {' '.join(map(str, SIZES))})",
    )
    options = parser.parse_args()
    ontology = Graph().parse(resources.ontology() / "anugerah.ttl")
    started = time.perf_counter()
    rules = compile_rules(close_ontology(ontology))
    preparing = time.perf_counter() - started
    table = Table("triples", "owlrl, s", "ours, s", "times faster", "µs a triple", "triples added")
    for size in options.sizes:
        data = sample(size - len(ontology))
        whole = Graph()
        for triple in (*ontology, *data):
            whole.add(triple)
        text = whole.serialize(format="nt", encoding="utf-8")
        seconds, added = [], 0
        for _ in range(options.repeat):
            store = ox.Store()
            store.bulk_load(text, ox.RdfFormat.N_TRIPLES)
            started = time.perf_counter()
            added = infer(store, rules).inferred
            seconds.append(time.perf_counter() - started)
        ours = statistics.median(seconds)
        theirs = seconds_for_owlrl(whole) if size <= LARGEST_FOR_OWLRL else None
        table.add_row(
            f"{len(whole):,}",
            f"{theirs:.1f}" if theirs else "not run",
            f"{ours:.3f}",
            f"{theirs / ours:.0f}" if theirs else "",
            f"{ours / len(whole) * 1e6:.1f}",
            f"{added:,}",
        )
    console = Console()
    console.print(table)
    console.print(f"Closing the ontology and making {len(rules):,} rules, once: {preparing:.1f} s")


def seconds_for_owlrl(graph: Graph) -> float:
    started = time.perf_counter()
    close(graph)
    return time.perf_counter() - started


def sample(size: int) -> Graph:
    """Return about `size` triples: descriptions of the seed graph, then copies of them."""
    seed = Graph()
    for folder in (resources.reference(), resources.curated()):
        for path in sorted(folder.glob("*.ttl")):
            seed.parse(path)
    subjects = sorted({node for node in seed.subjects() if isinstance(node, URIRef)})
    chosen = Graph()
    copy = 0
    while True:
        for subject in subjects[copy % 7 :: 7]:
            for triple in seed.triples((subject, None, None)):
                chosen.add(_renamed(triple, copy // 7))
            if len(chosen) >= size:
                return chosen
        copy += 1


def _renamed(triple: Triple, copy: int) -> Triple:
    subject, predicate, value = triple
    return _copy(subject, copy), predicate, _copy(value, copy)


def _copy(term: Node, copy: int) -> Node:
    own = isinstance(term, URIRef) and "/id/" in term and "/id/level/" not in term
    other = isinstance(term, URIRef) and term.startswith(str(WIKIDATA))
    return URIRef(f"{term}-copy-{copy}") if copy and (own or other) else term


if __name__ == "__main__":
    main()
