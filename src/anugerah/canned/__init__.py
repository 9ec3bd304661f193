"""Canned queries: SPARQL files with a described, typed head, whose parameters are bound as terms.

The head is what grlc reads too: lines `#+ key: value` that together are YAML, and parameters that
are variables such as `?_year_integer`, or `?__year_integer` when they may stay unbound.
"""

from __future__ import annotations

from anugerah.canned.errors import ParameterError, QueryFileError, UnknownQueryError
from anugerah.canned.parameter import Parameter
from anugerah.canned.query import CannedQuery, find_query, load_queries, parse_query

__all__ = [
    "CannedQuery",
    "Parameter",
    "ParameterError",
    "QueryFileError",
    "UnknownQueryError",
    "find_query",
    "load_queries",
    "parse_query",
]
