"""What every article is closed over: ontology, reference graph and curated facts, inferred once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from rdflib import Graph

from anugerah.errors import AnugerahError
from anugerah.inference import Index, Program, Rule, Triple, close_ontology, compile_rules, infer
from anugerah.inference.program import SAME_AS, rebased
from anugerah.namespaces import BASE
from anugerah.release import sources


@dataclass(frozen=True)
class Ground:
    """A closed graph and the rules by which it is closed; not to be changed.

    Attributes:
        rules: the rules of the ontology.
        program: the same, for inference step by step.
        graph: all that the sources state and imply together.
        voices: the node that speaks for each node that is the same.
        quads: what the sources state, in their named graphs.
        base: what the graph's own IRIs start with.
    """

    rules: list[Rule]
    program: Program
    graph: Index
    voices: dict[str, str]
    quads: tuple[ox.Quad, ...]
    base: str

    @classmethod
    def of(
        cls, rules: list[Rule], triples: set[Triple], quads: tuple[ox.Quad, ...], base: str
    ) -> Ground:
        """Return the ground of a closed graph."""
        voices = {node: voice for voice, link, node in triples if link == SAME_AS}
        return cls(rules, Program(rules), Index(triples), voices, quads, base)

    def rebased(self, base: str) -> Ground:
        """Return the ground with the graph's own IRIs starting with `base`."""
        if base == BASE:
            return self
        lines = "".join(f"{s} {p} {o} .\n" for s, p, o in self.graph.triples)
        moved = lines.replace(f"<{BASE}", f"<{base}")
        text = "".join(f"{quad} .\n" for quad in self.quads).replace(f"<{BASE}", f"<{base}")
        quads = tuple(ox.parse(text, ox.RdfFormat.N_QUADS))
        return Ground.of(
            rebased(self.rules, BASE, base),
            {as_text(quad) for quad in ox.parse(moved, ox.RdfFormat.N_TRIPLES)},
            quads,
            base,
        )


@cache
def ground() -> Ground:
    """Return the ground of the project's own sources.

    Raises:
        AnugerahError: they contradict the ontology.
    """
    ontology = sources.ontology()
    quads = (*ontology, *sources.reference(), *sources.curated())
    text = "".join(f"{quad.triple} .\n" for quad in ontology)
    rules = compile_rules(close_ontology(Graph().parse(data=text, format="nt")))
    store = ox.Store()
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    inferred = infer(store, rules)
    if inferred.inconsistencies:
        raise AnugerahError(
            f"The graph contradicts the ontology at {len(inferred.inconsistencies)} places; "
            f"the first: {inferred.inconsistencies[0]}"
        )
    return Ground.of(rules, set(map(as_text, store)), quads, BASE)


def as_text(quad: ox.Quad) -> Triple:
    """Return the triple of `quad` in N-Triples."""
    return str(quad.subject), str(quad.predicate), str(quad.object)
