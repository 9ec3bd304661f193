"""The error of a page that can't be fetched."""

from __future__ import annotations

from anugerah.errors import AnugerahError


class FetchError(AnugerahError):
    """A page that can't be fetched; the message says why, and the caller names the page."""
