"""The errors that Anugerah raises on purpose."""

from __future__ import annotations


class AnugerahError(Exception):
    """A problem that the user can mend.

    The message is one sentence that names what is wrong, where, and what to do.
    """
