"""Fetching pages from the web: politely, and without trust in what answers."""

from anugerah.corpus.web.client import Client, FetchError
from anugerah.corpus.web.fetcher import Fetcher, Outcome
from anugerah.corpus.web.visitor import Visitor

__all__ = ["Client", "FetchError", "Fetcher", "Outcome", "Visitor"]
