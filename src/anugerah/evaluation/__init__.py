"""How well the extraction reads: its facts against a gold set, as precision, recall and F1."""

from anugerah.evaluation.evaluation import Evaluation, evaluate

__all__ = ["Evaluation", "evaluate"]
