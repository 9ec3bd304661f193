"""Evidence: which passage of which article supports a fact, or one field of it."""

from __future__ import annotations

import hashlib

import pyoxigraph as ox

from anugerah.extraction.facts import Support
from anugerah.mapping.statements import Statements
from anugerah.mapping.things import decimal
from anugerah.vocabulary import ANUGERAH, OA, RDF

FIELDS = {
    "held_on": ANUGERAH.conferredOn,
    "venue": ANUGERAH.heldAt,
    "conferred_by": ANUGERAH.conferredBy,
    "conferred_through": ANUGERAH.conferredThrough,
    "presented_by": ANUGERAH.presentedBy,
    "accepted_by": ANUGERAH.acceptedBy,
    "target_groups": ANUGERAH.serves,
}


class EvidenceWriter:
    """Writes the evidence of one article.

    A passage's IRI is the article's with the character range as fragment (RFC 5147); that of an
    evidence depends on what it says alone, so that no new rule shifts the others.
    """

    def __init__(self, graph: Statements, article: ox.NamedNode) -> None:
        self._graph = graph
        self._article = article
        self._passages: dict[tuple[int, int], ox.NamedNode] = {}

    def support(self, fact: ox.NamedNode, supports: tuple[Support, ...]) -> None:
        """Say which passages support `fact`."""
        for support in supports:
            node = self._node(fact, support)
            add = self._graph.add
            add(node, RDF.type, ANUGERAH.Evidence)
            add(node, ANUGERAH.supports, fact)
            add(node, OA.hasSource, self._article)
            add(node, OA.hasSelector, self._passage(support))
            add(node, ANUGERAH.byRule, ox.Literal(support.rule))
            add(node, ANUGERAH.confidence, decimal(round(support.confidence, 2)))
            if support.field is not None:
                add(node, ANUGERAH.aboutProperty, FIELDS[support.field])

    def _node(self, fact: ox.NamedNode, support: Support) -> ox.NamedNode:
        said = (fact.value, support.field or "", support.rule, support.start, support.end)
        digest = hashlib.sha256("|".join(map(str, said)).encode()).hexdigest()[:12]
        return ox.NamedNode(f"{self._article.value}#evidence-{digest}")

    def _passage(self, support: Support) -> ox.NamedNode:
        place = (support.start, support.end)
        if place not in self._passages:
            self._passages[place] = self._new_passage(support)
        return self._passages[place]

    def _new_passage(self, support: Support) -> ox.NamedNode:
        node = ox.NamedNode(f"{self._article.value}#char={support.start},{support.end}")
        self._graph.add(node, RDF.type, ANUGERAH.Passage)
        self._graph.add(node, OA.exact, ox.Literal(support.quote))
        # The store keeps every integer as xsd:integer, so that is what all graphs shall say.
        self._graph.add(node, OA.start, ox.Literal(support.start))
        self._graph.add(node, OA.end, ox.Literal(support.end))
        return node
