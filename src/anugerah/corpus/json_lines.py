"""JSON Lines: a file with one article a line, as corpora are passed on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from anugerah.corpus.metadata import FieldError, read_metadata
from anugerah.corpus.names import Names
from anugerah.corpus.reader import MAX_BYTES, DocumentError, even_lines, stem
from anugerah.corpus.record import Record

_TEXT = ("text", "content", "body")
_ID = ("id", "source")


def json_records(path: Path) -> Iterator[Record | DocumentError]:
    """Yield the record of each line, or what is wrong with it.

    A line is an object with `text` or `html`, and `title`, `publisher`, `published`, `url` and
    `id` as far as they are known. The source of its article is the file's name with the id, or
    with the number of the line where there is no id.

    Raises:
        DocumentError: the file can't be read.
    """
    names = Names(stem(path))
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(MAX_BYTES + 1):
                number += 1
                place = f"{path}, line {number}"
                if len(line) > MAX_BYTES:
                    while not line.endswith(b"\n") and (line := file.readline(MAX_BYTES)):
                        pass
                    yield DocumentError(
                        f"{place} is longer than the {MAX_BYTES / 1e6:.0f} MB that an article may "
                        "have: write one article a line."
                    )
                elif line.strip():
                    yield _record(line, number, place, names)
    except OSError as error:
        raise DocumentError(f"{path} can't be read ({error.strerror}): check the file.") from error


def _record(line: bytes, number: int, place: str, names: Names) -> Record | DocumentError:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return DocumentError(f"{place} is no JSON: write one object a line, in UTF-8.")
    if not isinstance(fields, dict):
        return DocumentError(f"{place} is no JSON object: write one object a line.")
    html = _text(fields, ("html",))
    text = _text(fields, _TEXT)
    if html is None and text is None:
        return DocumentError(f"{place} has no field 'text' or 'html': give the article in one.")
    try:
        metadata = read_metadata(fields)
    except FieldError as error:
        return DocumentError(f"{place}: {error}.")
    return Record(
        source=names.of(_identifier(fields), number),
        place=place,
        content=even_lines(text if text is not None else html or ""),
        is_page=text is None,
        metadata=metadata,
    )


def _text(fields: dict[str, Any], names: tuple[str, ...]) -> str | None:
    values = (fields.get(name) for name in names)
    return next((v for v in values if isinstance(v, str) and v.strip()), None)


def _identifier(fields: dict[str, Any]) -> str | None:
    values = (fields.get(name) for name in _ID)
    return next((str(v) for v in values if isinstance(v, str | int) and str(v).strip()), None)
