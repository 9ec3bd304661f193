"""OWL 2 RL inference: the ontology, closed once, becomes rules that the store runs by itself.

`close_ontology` → `compile_rules` → `infer`. The outcome equals the closure that owlrl computes of
the whole graph, leaving out what `anugerah.inference.closure` says.
"""

from __future__ import annotations

from anugerah.inference.closure import close_ontology
from anugerah.inference.compiler import compile_rules
from anugerah.inference.engine import Inferred, infer
from anugerah.inference.rule import Rule

__all__ = ["Inferred", "Rule", "close_ontology", "compile_rules", "infer"]
