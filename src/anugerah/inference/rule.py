"""One axiom of the ontology as a rule, and the SPARQL that serves all rules of its kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True)
class Kind:
    """A rule of the OWL 2 RL tables, written once for all the axioms that it serves.

    Attributes:
        name: Its name in W3C OWL 2 Profiles, section 4.3.
        columns: The variables that an axiom fills in.
        body: What must hold, as a SPARQL pattern.
        head: What then holds, as a SPARQL triple; for a check, the variables to report.
    """

    name: str
    columns: str
    body: str
    head: str

    def values(self, rows: Iterable[Row]) -> str:
        """Return the axioms as a SPARQL VALUES table."""
        table = " ".join(f"({' '.join(row)})" for row in rows)
        return f"VALUES ({self.columns}) {{ {table} }}"

    def insert(self, rows: Iterable[Row]) -> str:
        """Return the update that adds what follows from `rows` and isn't there yet."""
        return f"INSERT {{ {self.head} }} WHERE {{ {self._new(rows)} }}"

    def ask(self, rows: Iterable[Row]) -> str:
        """Return the query whether anything new follows from `rows`."""
        return f"ASK {{ {self._new(rows)} }}"

    def select(self, rows: Iterable[Row]) -> str:
        """Return the query for the variables of `head`."""
        return f"SELECT DISTINCT {self.head} WHERE {{ {self.values(rows)} {self.body} }}"

    def _new(self, rows: Iterable[Row]) -> str:
        return f"{self.values(rows)} {self.body} FILTER NOT EXISTS {{ {self.head} }}"


@dataclass(frozen=True)
class Rule:
    """One axiom as a rule.

    Attributes:
        kind: The rule of the OWL 2 RL tables that it is a case of.
        row: The terms of the axiom, in the order of the kind's columns.
        body: The predicates (see `property_` and `class_`) that it reads.
        head: The predicate that it adds to, or None where it adds none.
    """

    kind: Kind
    row: Row
    body: frozenset[str] = frozenset()
    head: str | None = None


def property_(term: str) -> str:
    """Return the predicate "x is related by the property `term`"."""
    return term


def class_(term: str) -> str:
    """Return the predicate "x is in the class `term`"."""
    return f"a {term}"


_NODE = "FILTER (!isLiteral(?y))"

FACT = Kind("fact", "?x ?p ?y", "", "?x ?p ?y")

SUBPROPERTY = Kind("prp-spo1", "?p ?q", "?x ?p ?y", "?x ?q ?y")
INVERSE = Kind("prp-inv", "?p ?q", f"?x ?p ?y {_NODE}", "?y ?q ?x")
TRANSITIVE = Kind("prp-trp", "?p", "?x ?p ?y . ?y ?p ?z", "?x ?p ?z")
DOMAIN = Kind("prp-dom", "?p ?c", "?x ?p ?y", "?x a ?c")
RANGE = Kind("prp-rng", "?p ?c", f"?x ?p ?y {_NODE}", "?y a ?c")
SUBCLASS = Kind("cax-sco", "?c ?d", "?x a ?c", "?x a ?d")
HAS_VALUE_OUT = Kind("cls-hv1", "?c ?p ?v", "?x a ?c", "?x ?p ?v")
HAS_VALUE_IN = Kind("cls-hv2", "?p ?v ?c", "?x ?p ?v", "?x a ?c")
SOME_VALUES = Kind("cls-svf1", "?p ?d ?c", "?x ?p ?y . ?y a ?d", "?x a ?c")
ALL_VALUES = Kind("cls-avf", "?c ?p ?d", f"?x a ?c . ?x ?p ?y {_NODE}", "?y a ?d")


def chain(length: int) -> Kind:
    """Return prp-spo2 for chains of `length` properties; columns: the steps, their sum."""
    steps = [f"?p{i}" for i in range(length)]
    path = " . ".join(f"?x{i} {step} ?x{i + 1}" for i, step in enumerate(steps))
    return Kind("prp-spo2", f"{' '.join(steps)} ?q", path, f"?x0 ?q ?x{length}")


def intersection(size: int) -> Kind:
    """Return cls-int1 for `size` classes; columns: the classes, their intersection."""
    classes = [f"?c{i}" for i in range(size)]
    body = " . ".join(f"?x a {each}" for each in classes)
    return Kind("cls-int1", f"{' '.join(classes)} ?c", body, "?x a ?c")


_BOTH = "FILTER (!sameTerm(?y, ?z) && !isLiteral(?y) && !isLiteral(?z))"

FUNCTIONAL = Kind("prp-fp", "?p", f"?x ?p ?y . ?x ?p ?z {_BOTH}", "?y ?z")
INVERSE_FUNCTIONAL = Kind("prp-ifp", "?p", f"?y ?p ?x . ?z ?p ?x {_BOTH}", "?y ?z")
AT_MOST_ONE = Kind("cls-maxc2", "?c ?p", f"?x a ?c . ?x ?p ?y . ?x ?p ?z {_BOTH}", "?y ?z")
AT_MOST_ONE_IN = Kind(
    "cls-maxqc3", "?c ?p ?d", f"?x a ?c . ?x ?p ?y . ?x ?p ?z . ?y a ?d . ?z a ?d {_BOTH}", "?y ?z"
)


def key(length: int) -> Kind:
    """Return prp-key for keys of `length` properties; columns: the class, the properties."""
    steps = [f"?p{i}" for i in range(length)]
    values = "".join(f"?y {step} ?v{i} . ?z {step} ?v{i} . " for i, step in enumerate(steps))
    return Kind("prp-key", f"?c {' '.join(steps)}", f"{values}?y a ?c . ?z a ?c {_BOTH}", "?y ?z")


EQUALITIES = frozenset({"prp-fp", "prp-ifp", "cls-maxc2", "cls-maxqc3", "prp-key"})

IRREFLEXIVE = Kind("prp-irp", "?p", "?x ?p ?x", "?x ?p")
ASYMMETRIC = Kind("prp-asyp", "?p", "?x ?p ?y . ?y ?p ?x", "?x ?p ?y")
DISJOINT_PROPERTIES = Kind("prp-pdw", "?p ?q", "?x ?p ?y . ?x ?q ?y", "?x ?p ?q ?y")
DISJOINT_CLASSES = Kind("cax-dw", "?c ?d", "?x a ?c . ?x a ?d", "?x ?c ?d")
DENIED = Kind("prp-npa1", "?x ?p ?y", "?x ?p ?y", "?x ?p ?y")
EMPTY_CLASS = Kind("cls-nothing2", "?c", "?x a ?c", "?x ?c")
AT_MOST_NONE = Kind("cls-maxc1", "?c ?p", "?x a ?c . ?x ?p ?y", "?x ?p ?y")
AT_MOST_NONE_IN = Kind("cls-maxqc1", "?c ?p ?d", "?x a ?c . ?x ?p ?y . ?y a ?d", "?x ?p ?y")
ONE_LITERAL = Kind(
    "prp-fp",
    "?p",
    "?x ?p ?y . ?x ?p ?z FILTER (isLiteral(?y) && isLiteral(?z) && ?y < ?z)",
    "?x ?p ?y ?z",
)
DIFFERENT = Kind("eq-diff1", "?p", "?x ?p ?x", "?x")
DIFFERENT_PAIR = Kind("eq-diff2", "?y ?z", "", "?y ?z")

CHECKS = (
    IRREFLEXIVE,
    ASYMMETRIC,
    DISJOINT_PROPERTIES,
    DISJOINT_CLASSES,
    DENIED,
    EMPTY_CLASS,
    AT_MOST_NONE,
    AT_MOST_NONE_IN,
    ONE_LITERAL,
    DIFFERENT,
    DIFFERENT_PAIR,
)
