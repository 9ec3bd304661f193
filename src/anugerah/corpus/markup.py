"""The bytes of a web page as text, as browsers read them."""

from __future__ import annotations

import codecs
import re

from anugerah.corpus.reader import DocumentError, even_lines

_DECLARED = re.compile(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_BROWSERS_GUESS = "windows-1252"
"""What a browser takes where nothing is declared (WHATWG HTML, "determining the encoding")."""


def decode_page(data: bytes, place: str, charset: str | None = None) -> str:
    """Return the HTML in `data`; `place` says in messages where it stands.

    Args:
        data: the page, in UTF-8, or in the encoding that it or `charset` declares.
        place: where it stands.
        charset: the encoding that the HTTP header declares.

    Raises:
        DocumentError: it is empty or binary, or not in the encoding that it declares.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return even_lines(_decoded(data, "utf-16", place))
    if b"\0" in data:
        raise DocumentError(f"{place} is a binary file, not a page: save it as HTML.")
    if not data.strip():
        raise DocumentError(f"{place} is empty: save the page again or remove it.")
    try:
        return even_lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        found = _DECLARED.search(data, 0, 4096)
        declared = charset or (found[1].decode("ascii") if found else _BROWSERS_GUESS)
    return even_lines(_decoded(data, declared, place))


def _decoded(data: bytes, charset: str, place: str) -> str:
    # A page that declares UTF-8 and isn't, or declares Latin-1, is read as browsers do.
    known = charset.lower()
    if known in ("utf-8", "utf8", "iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"):
        known = _BROWSERS_GUESS
    try:
        return data.decode(known, "replace" if known == _BROWSERS_GUESS else "strict")
    except (LookupError, UnicodeError) as error:
        raise DocumentError(
            f"{place} can't be read as {charset}, the encoding that it declares: save it as UTF-8."
        ) from error
