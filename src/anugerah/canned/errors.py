"""What can be wrong with a canned query or with a value given to it."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from anugerah.errors import AnugerahError


class QueryFileError(AnugerahError):
    """A query file has a head that can't be read."""


class UnknownQueryError(AnugerahError):
    """There is no canned query of that name; `matches` are the names nearest to it."""

    def __init__(self, name: str, known: Collection[str]) -> None:
        self.name = name
        self.matches = difflib.get_close_matches(name, sorted(known), n=3, cutoff=0.5)
        advice = f"did you mean {' or '.join(self.matches)}?" if self.matches else "list them all."
        super().__init__(f"There is no canned query {name!r}; {advice}")


class ParameterError(AnugerahError):
    """A value does not fit its parameter, is missing, or is for no parameter of the query."""

    def __init__(self, parameter: str, problem: str, advice: str) -> None:
        self.parameter = parameter
        self.problem = problem
        self.advice = advice
        super().__init__(f"Parameter {parameter!r} {problem}; {advice}")
