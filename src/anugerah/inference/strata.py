"""The order in which rules run, so that each runs after all that it reads is complete.

As in stratified Datalog: predicates that depend on each other in a circle form one knot, and the
knots have an order. Rules between knots run once. So do those within a knot that is nothing but a
property and its inverse. All other rules within a knot are repeated until they add nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from anugerah.inference.rule import INVERSE, Kind, Row, Rule


@dataclass
class Stratum:
    """Rules that run together: those that run once, then mirror images, then the knotted ones."""

    once: dict[Kind, list[Row]] = field(default_factory=lambda: defaultdict(list))
    mirrors: dict[Kind, list[Row]] = field(default_factory=lambda: defaultdict(list))
    knotted: dict[Kind, list[Row]] = field(default_factory=lambda: defaultdict(list))


def stratify(rules: Iterable[Rule]) -> list[Stratum]:
    """Return `rules` (those with a head) in strata, to be run in this order."""
    heads = [(rule, rule.head) for rule in rules if rule.head is not None]
    reads: dict[str, set[str]] = defaultdict(set)
    for rule, head in heads:
        reads[head] |= rule.body
    knots = _knots(reads)
    depths = _depths(reads, knots)
    inside: dict[int, list[Rule]] = defaultdict(list)
    strata: dict[int, Stratum] = defaultdict(Stratum)
    for rule, head in heads:
        if any(knots[predicate] == knots[head] for predicate in rule.body):
            inside[knots[head]].append(rule)
        else:
            strata[depths[knots[head]]].once[rule.kind].append(rule.row)
    for knot, members in inside.items():
        mirrored = len(members) <= 2 and all(rule.kind == INVERSE for rule in members)
        stratum = strata[depths[knot]]
        for rule in members:
            (stratum.mirrors if mirrored else stratum.knotted)[rule.kind].append(rule.row)
    return [strata[depth] for depth in sorted(strata)]


def _knots(reads: Mapping[str, set[str]]) -> dict[str, int]:
    """Number the strongly connected components (Tarjan's algorithm, without recursion)."""
    index: dict[str, int] = {}
    lowest: dict[str, int] = {}
    knots: dict[str, int] = {}
    open_nodes: list[str] = []
    for start in sorted(reads):
        if start in index:
            continue
        work = [(start, iter(sorted(reads.get(start, ()))))]
        index[start] = lowest[start] = len(index)
        open_nodes.append(start)
        while work:
            node, following = work[-1]
            for other in following:
                if other not in index:
                    index[other] = lowest[other] = len(index)
                    open_nodes.append(other)
                    work.append((other, iter(sorted(reads.get(other, ())))))
                    break
                if other not in knots:
                    lowest[node] = min(lowest[node], index[other])
            else:
                work.pop()
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[node])
                if lowest[node] == index[node]:
                    while True:
                        member = open_nodes.pop()
                        knots[member] = index[node]
                        if member == node:
                            break
    return knots


def _depths(reads: Mapping[str, set[str]], knots: Mapping[str, int]) -> dict[int, int]:
    below: dict[int, set[int]] = defaultdict(set)
    for head, body in reads.items():
        below[knots[head]] |= {knots[predicate] for predicate in body} - {knots[head]}
    depths: dict[int, int] = {}
    pending = sorted(set(knots.values()))
    while pending:
        waiting = []
        for knot in pending:
            if below[knot] <= depths.keys():
                depths[knot] = 1 + max((depths[other] for other in below[knot]), default=-1)
            else:
                waiting.append(knot)
        pending = waiting
    return depths
