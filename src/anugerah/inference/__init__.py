"""OWL 2 RL inference: the ontology, closed once, becomes rules.

`close_ontology` → `compile_rules` → `infer` over a whole store, or `Program` → `Stepwise` over what
is added to a closed graph; both give the same. The outcome equals the closure that owlrl computes
of the whole graph, leaving out what `anugerah.inference.closure` says.
"""

from __future__ import annotations

from anugerah.inference.closure import close_ontology
from anugerah.inference.compiler import compile_rules
from anugerah.inference.engine import Inferred, infer
from anugerah.inference.program import Program, Triple
from anugerah.inference.rule import Rule
from anugerah.inference.stepwise import Index, InStore, Stepwise

__all__ = [
    "InStore",
    "Index",
    "Inferred",
    "Program",
    "Rule",
    "Stepwise",
    "Triple",
    "close_ontology",
    "compile_rules",
    "infer",
]
