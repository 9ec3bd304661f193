"""What the graph says of a thing, in the order in which people look for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from anugerah.namespaces import PREFIXES
from anugerah.server.engine import Binding

Term = Mapping[str, str]

_TYPE = f"{PREFIXES['rdf']}type"
_FIRST = (_TYPE, f"{PREFIXES['rdfs']}label")
_SHOWN_ELSEWHERE = {"o": {"evidence", "statedIn"}, "s": {"supports"}}


@dataclass(frozen=True)
class Group:
    """A property and its values, or the things that have it."""

    property: str
    terms: list[Term]


@dataclass(frozen=True)
class Statements:
    """What is worth a first look, and what only other vocabularies and the evidence add."""

    main: list[Group]
    more: list[Group]


def arrange(
    rows: Iterable[Binding],
    end: Literal["o", "s"],
    ontology: str,
    names: Mapping[str, str],
    known: Collection[str] = (),
) -> Statements:
    """Return statements grouped by property.

    Args:
        rows: bindings of `p` and of the variable `end`.
        end: `o` for what the thing has, `s` for the things that point to it.
        ontology: what the IRIs of the ontology's own terms start with.
        names: labels, by which properties and things are sorted.
        known: things that are shown already, and so are not worth a first look.
    """
    pairs = [(row["p"]["value"], row[end]) for row in rows]
    own = {_key(term) for name, term in pairs if name.startswith(ontology)}
    main: dict[str, list[Term]] = {}
    more: dict[str, list[Term]] = {}
    for name, term in pairs:
        if name == _TYPE:
            is_main = end == "s" or term["value"].startswith(ontology)
        elif name.startswith(ontology):
            shown = name.removeprefix(ontology) in _SHOWN_ELSEWHERE[end]
            is_main = not shown and term["value"] not in known
        else:
            is_main = _key(term) not in own and term["value"] not in known
        (main if is_main else more).setdefault(name, []).append(term)

    def groups(found: dict[str, list[Term]]) -> list[Group]:
        def rank(name: str) -> tuple[int, bool, str]:
            first = _FIRST.index(name) if name in _FIRST else len(_FIRST)
            return first, not name.startswith(ontology), names.get(name, name).casefold()

        return [
            Group(name, sorted(found[name], key=lambda term: _sorting(term, names)))
            for name in sorted(found, key=rank)
        ]

    return Statements(groups(main), groups(more))


def _key(term: Term) -> tuple[str, str]:
    return term["type"], term["value"]


def _sorting(term: Term, names: Mapping[str, str]) -> tuple[str, str]:
    return names.get(term["value"], term["value"]).casefold(), term["value"]
