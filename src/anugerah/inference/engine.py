"""Running the rules inside the store, to a fixed point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, QueryBoolean, QuerySolutions, Store

from anugerah.inference import rule as kinds
from anugerah.inference.checks import contradictions
from anugerah.inference.compiler import ANONYMOUS
from anugerah.inference.equality import Equalities, Individual, links, rewrite
from anugerah.inference.rule import Kind, Row, Rule
from anugerah.inference.strata import Stratum, stratify
from anugerah.namespaces import BASE


@dataclass(frozen=True)
class Inferred:
    """The outcome of an inference.

    Attributes:
        asserted: How many triples the default graph had before.
        inferred: How many it has more (fewer, where nodes turned out to be the same).
        merged: How many nodes another node now speaks for.
        inconsistencies: A sentence for each contradiction with the ontology.
    """

    asserted: int
    inferred: int
    merged: int
    inconsistencies: tuple[str, ...]


def infer(store: Store, rules: Sequence[Rule], own: str = BASE) -> Inferred:
    """Add to the default graph of `store` all that follows from it by `rules`.

    Nodes that are the same by owl:sameAs are rewritten to one representative: an IRI that starts
    with `own` where there is one. Contradictions are reported and not repaired.
    """
    asserted = _size(store)
    store.update(_facts(rules))
    equalities = Equalities(own)
    _merge(store, equalities, links(store))
    strata = stratify(rules)
    tables = _tables(rules)
    while True:
        for stratum in strata:
            _run(store, stratum)
        if not _merge(store, equalities, _equal(store, tables)):
            break
    problems = tuple(contradictions(store, rules, equalities))
    _forget_anonymous(store, rules)
    return Inferred(asserted, _size(store) - asserted, len(equalities.merged()), problems)


def _run(store: Store, stratum: Stratum) -> None:
    for kind, rows in (*stratum.once.items(), *stratum.mirrors.items()):
        store.update(kind.insert(rows))
    while any(_holds(store, kind.ask(rows)) for kind, rows in stratum.knotted.items()):
        for kind, rows in stratum.knotted.items():
            store.update(kind.insert(rows))


def _equal(
    store: Store, tables: Mapping[Kind, Sequence[Row]]
) -> list[tuple[Individual, Individual]]:
    pairs: list[tuple[Individual, Individual]] = []
    for kind, rows in tables.items():
        if kind.name in kinds.EQUALITIES and kind.head == "?y ?z":
            for one, other in _solutions(store, kind.select(rows)):
                if isinstance(one, NamedNode | BlankNode) and isinstance(
                    other, NamedNode | BlankNode
                ):
                    pairs.append((one, other))
    return pairs


def _merge(
    store: Store, equalities: Equalities, pairs: Iterable[tuple[Individual, Individual]]
) -> bool:
    silenced = equalities.merge(pairs)
    if silenced:
        rewrite(store, equalities, silenced)
    return bool(silenced)


def _tables(rules: Iterable[Rule]) -> dict[Kind, list[Row]]:
    tables: dict[Kind, list[Row]] = defaultdict(list)
    for rule in rules:
        if rule.head is None:
            tables[rule.kind].append(rule.row)
    return tables


def _facts(rules: Iterable[Rule]) -> str:
    facts = [" ".join(rule.row) for rule in rules if rule.kind is kinds.FACT]
    return f"INSERT DATA {{ {' . '.join(facts)} }}"


def _forget_anonymous(store: Store, rules: Iterable[Rule]) -> None:
    names = sorted(
        {term for rule in rules for term in rule.row if term.startswith(f"<{ANONYMOUS}")}
    )
    if names:
        store.update(f"DELETE {{ ?x a ?c }} WHERE {{ VALUES ?c {{ {' '.join(names)} }} ?x a ?c }}")


def _holds(store: Store, query: str) -> bool:
    answer = store.query(query)
    assert isinstance(answer, QueryBoolean)  # noqa: S101
    return bool(answer)


def _solutions(store: Store, query: str) -> QuerySolutions:
    answer = store.query(query)
    assert isinstance(answer, QuerySolutions)  # noqa: S101
    return answer


def _size(store: Store) -> int:
    (solution,) = _solutions(store, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    return int(solution["n"].value)
