"""owl:sameAs by rewriting: one representative speaks for all nodes that are the same.

After B. Motik, Y. Nenov, R. Piro, I. Horrocks: Handling owl:sameAs via rewriting, AAAI 2015. The
store keeps statements about representatives alone, and the links from each to the nodes it speaks
for; so a plain query gives no row twice. Terms of the ontology are not to be merged.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

SAME_AS = NamedNode("http://www.w3.org/2002/07/owl#sameAs")

Individual = NamedNode | BlankNode
Term = TypeVar("Term")


class Equalities:
    """Which node speaks for which: our own IRIs first, then others, each by the alphabet."""

    def __init__(self, own: str) -> None:
        """Prefer IRIs that start with `own`."""
        self._own = own
        self._parents: dict[Individual, Individual] = {}

    def representative(self, node: Individual) -> Individual:
        """Return the node that speaks for `node`."""
        root = node
        while root in self._parents:
            root = self._parents[root]
        while node != root:
            self._parents[node], node = root, self._parents[node]
        return root

    def merge(self, pairs: Iterable[tuple[Individual, Individual]]) -> set[Individual]:
        """Take each pair as the same; return the nodes that have lost their voice."""
        silenced = set()
        for pair in pairs:
            one, other = sorted(map(self.representative, pair), key=self._rank)
            if one != other:
                self._parents[other] = one
                silenced.add(other)
        return silenced

    def merged(self) -> dict[Individual, Individual]:
        """Return the representative of each node that has another one."""
        return {node: self.representative(node) for node in self._parents}

    def _rank(self, node: Individual) -> tuple[bool, bool, str]:
        return (
            isinstance(node, BlankNode),
            not node.value.startswith(self._own),
            node.value,
        )


def links(store: Store) -> list[tuple[Individual, Individual]]:
    """Return the pairs that `store` links by owl:sameAs."""
    return [
        (quad.subject, quad.object)
        for quad in store.quads_for_pattern(None, SAME_AS, None, DefaultGraph())
        if isinstance(quad.subject, NamedNode | BlankNode)
        and isinstance(quad.object, NamedNode | BlankNode)
    ]


def rewrite(store: Store, equalities: Equalities, silenced: Iterable[Individual]) -> None:
    """Say of the representatives what `store` says of the `silenced` nodes."""
    default = DefaultGraph()
    removed: set[Quad] = set()
    for node in silenced:
        removed.update(store.quads_for_pattern(node, None, None, default))
        removed.update(store.quads_for_pattern(None, None, node, default))
    removed.update(store.quads_for_pattern(None, SAME_AS, None, default))
    added = {
        Quad(_voice(quad.subject, equalities), quad.predicate, _voice(quad.object, equalities))
        for quad in removed
        if quad.predicate != SAME_AS or isinstance(quad.object, Literal)
    }
    added.update(Quad(voice, SAME_AS, node) for node, voice in equalities.merged().items())
    for quad in removed - added:
        store.remove(quad)
    store.extend(added - removed)


def _voice(term: Term, equalities: Equalities) -> Term | Individual:
    if isinstance(term, NamedNode | BlankNode):
        return equalities.representative(term)
    return term
