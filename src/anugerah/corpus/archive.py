"""Web archives (WARC): the pages that a crawl kept.

Read with FastWARC: it limits the length of a header, holds no more of a record than is asked for,
and also reads archives that are a single gzip stream.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from anugerah.corpus.markup import decode_page
from anugerah.corpus.metadata import Metadata, web_address
from anugerah.corpus.names import Names
from anugerah.corpus.reader import MAX_BYTES, DocumentError, stem
from anugerah.corpus.record import Record

_PAGES = ("text/html", "application/xhtml+xml")
_CARRIERS = (WarcRecordType.response, WarcRecordType.resource)


def archived_records(path: Path) -> Iterator[Record | DocumentError]:
    """Yield the record of each page that the archive answers with, or what is wrong with it.

    Answers other than 200 and files that are no HTML are passed over. The source of an article is
    the archive's name with the number of its record.

    Raises:
        DocumentError: the file can't be read, or is no archive from some record on.
    """
    names = Names(stem(path))
    number = 0
    try:
        with path.open("rb") as file:
            archive = ArchiveIterator(file, auto_decode="all")
            for number, found in enumerate(archive, 1):
                if found.record_type in _CARRIERS and _is_page(found):
                    yield _record(found, f"{path}, record {number}", names.of(None, number))
    except OSError as error:
        where = f"record {number + 1}" if number else "its beginning"
        raise DocumentError(
            f"{path} can't be read as a web archive from {where} on ({error}): check the file."
        ) from error
    if not number:
        raise DocumentError(f"{path} holds no record of a web archive: check the file.")


def _is_page(found: WarcRecord) -> bool:
    if found.is_http:
        kind = found.http_content_type
        return found.http_headers.status_code == 200 and (kind or "").lower() in _PAGES
    kind = found.headers.get("Content-Type") or ""
    return kind.partition(";")[0].strip().lower() in _PAGES


def _record(found: WarcRecord, place: str, source: str) -> Record | DocumentError:
    data = found.reader.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return DocumentError(
            f"{place} holds a page of more than the {MAX_BYTES / 1e6:.0f} MB that an article may "
            "have."
        )
    try:
        html = decode_page(data, place, found.http_charset if found.is_http else None)
    except DocumentError as error:
        return error
    address = web_address(found.headers.get("WARC-Target-URI") or "")
    return Record(source, place, html, is_page=True, metadata=Metadata(url=address))
