"""What follows when triples are added to a graph that is closed already.

The graph itself stays where it is (in memory, in a store): it is only asked. So a build can close
each article by itself over the reference graph, then close what joins articles, and never hold the
whole; and what is added to a release costs what is added, not what is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store, parse
from pyoxigraph import RdfFormat as Syntax

from anugerah.inference.equality import Equalities
from anugerah.inference.program import OBJECT, SAME_AS, SUBJECT, TYPE, Program, Triple


class Closed(Protocol):
    """A closed graph that can be asked."""

    def __contains__(self, triple: Triple, /) -> bool:
        """Tell whether the graph holds `triple`."""

    def objects(self, subject: str, predicate: str) -> Iterable[str]:
        """Return the objects of `subject` and `predicate`."""

    def subjects(self, predicate: str, value: str) -> Iterable[str]:
        """Return the subjects of `predicate` and `value`."""


class Index:
    """A graph in memory."""

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self.triples: set[Triple] = set()
        self._objects: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._subjects: dict[tuple[str, str], list[str]] = defaultdict(list)
        for triple in triples:
            self.add(triple)

    def __contains__(self, triple: Triple, /) -> bool:
        """Tell whether the graph holds `triple`."""
        return triple in self.triples

    def add(self, triple: Triple) -> None:
        """Add `triple`, which is not there yet, and let it be found by its ends."""
        subject, predicate, value = triple
        self.triples.add(triple)
        self._objects[subject, predicate].append(value)
        self._subjects[predicate, value].append(subject)

    def take(self, nodes: Collection[str]) -> list[Triple]:
        """Remove the triples about `nodes`, and return them."""
        taken = [t for t in self.triples if t[0] in nodes or t[2] in nodes]
        for triple in taken:
            subject, predicate, value = triple
            self.triples.remove(triple)
            self._objects[subject, predicate].remove(value)
            self._subjects[predicate, value].remove(subject)
        return taken

    def objects(self, subject: str, predicate: str) -> Collection[str]:
        """Return the objects of `subject` and `predicate`."""
        return tuple(self._objects.get((subject, predicate), ()))

    def subjects(self, predicate: str, value: str) -> Collection[str]:
        """Return the subjects of `predicate` and `value`."""
        return tuple(self._subjects.get((predicate, value), ()))


class InStore:
    """The default graph of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, triple: Triple, /) -> bool:
        """Tell whether the graph holds `triple`."""
        subject, predicate, value = map(_term, triple)
        found = self._store.quads_for_pattern(subject, predicate, value, DefaultGraph())  # type: ignore[arg-type]
        return next(found, None) is not None

    def objects(self, subject: str, predicate: str) -> Iterator[str]:
        """Return the objects of `subject` and `predicate`."""
        found = self._store.quads_for_pattern(
            _term(subject),  # type: ignore[arg-type]
            _term(predicate),  # type: ignore[arg-type]
            None,
            DefaultGraph(),
        )
        return (str(quad.object) for quad in found)

    def subjects(self, predicate: str, value: str) -> Iterator[str]:
        """Return the subjects of `predicate` and `value`."""
        found = self._store.quads_for_pattern(
            None,
            _term(predicate),  # type: ignore[arg-type]
            _term(value),
            DefaultGraph(),
        )
        return (str(quad.subject) for quad in found)


def _term(text: str) -> NamedNode | BlankNode | Literal:
    if text.startswith("<"):
        return NamedNode(text[1:-1])
    if text.startswith("_:"):
        return BlankNode(text[2:])
    (triple,) = parse(f"<a:> <a:> {text} .", Syntax.N_TRIPLES)
    assert isinstance(triple.object, Literal)  # noqa: S101
    return triple.object


class Stepwise:
    """Triples that are added to a closed graph, and what follows of them.

    Attributes:
        inferred: what followed so far and was neither in the closed graph nor added.
        pairs: nodes that are the same and not yet made one (see `settle`).
    """

    def __init__(self, program: Program, closed: Closed, base: Closed | None = None) -> None:
        """Add to the graph `closed`; groups (see `add_closed`) are closed over `base`."""
        self._program = program
        self._closed = closed
        self._base = closed if base is None else base
        self._index = Index()
        self._known: set[Triple] = set()
        self._given: Collection[Triple] = ()
        self._joining: list[Triple] = []
        self._waiting: list[Triple] = []
        self.inferred: set[Triple] = set()
        self.pairs: list[tuple[str, str]] = []

    def add(self, triples: Iterable[Triple]) -> None:
        """Add `triples` and all that follows."""
        self._given = ()
        stated = list(triples)
        for triple in stated:
            self._insert(triple, self._program.joins(triple))
        for triple in stated:
            self._infer_directly(triple)
        self._run()
        self.inferred.difference_update(stated)

    def add_closed(self, triples: Collection[Triple]) -> None:
        """Add `triples` that are closed over the base: only joins with others are looked for."""
        self._given = triples
        for triple in triples:
            self._insert(triple, joins=True)
        self._run()
        self.inferred.difference_update(triples)

    def joining(self) -> Iterator[Triple]:
        """Yield the triples, added or inferred, that a rule may join with others."""
        yield from self._index.triples

    def settle(self, equalities: Equalities, closed: Index) -> None:
        """Make one of the nodes that are the same, and infer what follows, until nothing is new.

        Args:
            equalities: what is the same in the closed graph.
            closed: the closed graph; what it says of nodes that lose their voice is taken out.
        """
        while self.pairs:
            merged = equalities.merge((_node(one), _node(other)) for one, other in self.pairs)
            silenced = set(map(str, merged))
            self.pairs = []
            if silenced:
                self._move(silenced, closed, equalities)
        for node, voice in equalities.merged().items():
            link = (str(voice), SAME_AS, str(node))
            if link not in closed:
                self.inferred.add(link)

    def _move(self, silenced: set[str], closed: Index, equalities: Equalities) -> None:
        moved = [*self._index.take(silenced), *closed.take(silenced)]
        self._known.difference_update(moved)
        self._given = ()
        voices = {str(node): str(voice) for node, voice in equalities.merged().items()}
        self.inferred = {_renamed(triple, voices) for triple in self.inferred}
        self._waiting += [_renamed(triple, voices) for triple in moved if triple[1] != SAME_AS]
        self._run()

    def _run(self) -> None:
        while self._waiting or self._joining:
            while self._waiting:
                triple = self._waiting.pop()
                if triple not in self._known and triple not in self._closed:
                    self.inferred.add(triple)
                    self._insert(triple, self._program.joins(triple))
                    self._infer_directly(triple)
            if self._joining:
                self._join(self._joining.pop())

    def _infer_directly(self, triple: Triple) -> None:
        known, closed = self._known, self._closed
        subject, _, value = triple
        ends = {SUBJECT: subject, OBJECT: value}
        for start, predicate, end, joins in self._program.follows(triple):
            derived = (ends.get(start, start), predicate, ends.get(end, end))
            if derived not in known and derived not in closed:
                self.inferred.add(derived)
                known.add(derived)
                if joins:
                    self._index.add(derived)
                    self._joining.append(derived)

    def _insert(self, triple: Triple, joins: bool) -> None:
        if triple in self._known or (not joins and triple in self._closed):
            return
        self._known.add(triple)
        if joins:
            self._index.add(triple)
            self._joining.append(triple)

    def _join(self, triple: Triple) -> None:
        subject, predicate, value = triple
        if predicate == TYPE:
            self._join_class(subject, value)
            return
        if predicate == SAME_AS:
            self.pairs.append((subject, value))
            return
        program = self._program
        for steps, place, head in program.chains.get(predicate, ()):
            self._join_chain(triple, steps, place, head)
        for broad in program.value_in.get((predicate, value), ()):
            self._waiting.append((subject, TYPE, broad))
        for filler, owner in program.some.get(predicate, ()):
            self._follow((subject, TYPE, owner), triple, (value, TYPE, filler))
        if value.startswith('"'):
            return
        for owner, filler in program.all.get(predicate, ()):
            self._follow((value, TYPE, filler), triple, (subject, TYPE, owner))
        if predicate in program.single:
            self._same(value, self._objects(subject, predicate))
        if predicate in program.inverse_single:
            self._same(subject, self._subjects(predicate, value))
        for limited, among in program.single_in.get(predicate, ()):
            self._limit(subject, predicate, limited, among)

    def _join_class(self, node: str, name: str) -> None:
        program, typed = self._program, (node, TYPE, name)
        for predicate, owner in program.some_of.get(name, ()):
            for subject in self._subjects(predicate, node):
                self._follow((subject, TYPE, owner), typed, (subject, predicate, node))
        for predicate, filler in program.all_of.get(name, ()):
            for value in self._objects(node, predicate):
                if not value.startswith('"'):
                    self._follow((value, TYPE, filler), typed, (node, predicate, value))
        for parts, head in program.both.get(name, ()):
            self._follow((node, TYPE, head), *((node, TYPE, part) for part in parts))
        for predicate, places in program.single_in.items():
            for limited, among in places:
                if name == limited:
                    self._limit(node, predicate, limited, among)
                elif name == among:
                    for subject in self._subjects(predicate, node):
                        self._limit(subject, predicate, limited, among)

    def _join_chain(self, triple: Triple, steps: tuple[str, ...], place: int, head: str) -> None:
        before = [(triple[0], [triple])]
        for step in reversed(steps[:place]):
            before = [
                (start, [*path, (start, step, node)])
                for node, path in before
                for start in self._subjects(step, node)
            ]
        after = [(triple[2], [triple])]
        for step in steps[place + 1 :]:
            after = [
                (end, [*path, (node, step, end)])
                for node, path in after
                for end in self._objects(node, step)
            ]
        for start, left in before:
            for end, right in after:
                self._follow((start, head, end), *left, *right)

    def _follow(self, head: Triple, *body: Triple) -> None:
        """Take it that `head` holds if `body` does, and the body isn't all of one closed group."""
        given = self._given
        if given and all(triple in given or triple in self._base for triple in body):
            return
        if all(triple in self._known or triple in self._closed for triple in body):
            self._waiting.append(head)

    def _limit(self, subject: str, predicate: str, owner: str, filler: str | None) -> None:
        if self._holds((subject, TYPE, owner)):
            values = [
                value
                for value in self._objects(subject, predicate)
                if filler is None or self._holds((value, TYPE, filler))
            ]
            for value in values[1:]:
                self._same(value, values[:1])

    def _same(self, node: str, others: Iterable[str]) -> None:
        if not node.startswith('"'):
            self.pairs += [(node, o) for o in others if o != node and not o.startswith('"')]

    def _holds(self, triple: Triple) -> bool:
        return triple in self._known or triple in self._closed

    def _objects(self, subject: str, predicate: str) -> set[str]:
        return {*self._index.objects(subject, predicate), *self._closed.objects(subject, predicate)}

    def _subjects(self, predicate: str, value: str) -> set[str]:
        return {*self._index.subjects(predicate, value), *self._closed.subjects(predicate, value)}


def _node(text: str) -> NamedNode | BlankNode:
    term = _term(text)
    assert isinstance(term, NamedNode | BlankNode)  # noqa: S101
    return term


def _renamed(triple: Triple, voices: dict[str, str]) -> Triple:
    subject, predicate, value = triple
    return voices.get(subject, subject), predicate, voices.get(value, value)
