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
            for number, found in enumerate(ArchiveIterator(file, parse_http=False), 1):
                if found.record_type in _CARRIERS:
                    record = _record(found, f"{path}, record {number}", names, number)
                    if record is not None:
                        yield record
    except OSError as error:
        where = f"record {number + 1}" if number else "its beginning"
        raise DocumentError(
            f"{path} can't be read as a web archive from {where} on ({_why(error)}): "
            "check the file."
        ) from error
    if not number:
        raise DocumentError(f"{path} holds no record of a web archive: check the file.")


def _why(error: OSError) -> str:
    return " ".join((error.strerror or str(error)).split())[:100]


def _record(
    found: WarcRecord, place: str, names: Names, number: int
) -> Record | DocumentError | None:
    raw = found.reader.read(MAX_BYTES + 1)
    too_large = DocumentError(
        f"{place} has more than the {MAX_BYTES / 1e6:.0f} MB that a page may have: leave it out."
    )
    charset = None
    data = raw
    kind = _kind(found.headers.get("Content-Type"))
    if kind == "application/http":
        try:
            answer = _http(raw)
            if answer.http_headers.status_code != 200:
                return None
            kind, charset = _kind(answer.http_content_type), answer.http_charset
            data = answer.reader.read(MAX_BYTES + 1) if kind in _PAGES else b""
        except OSError as error:
            return DocumentError(
                f"{place} holds no sound HTTP answer ({_why(error)}): leave it out."
            )
    if kind not in _PAGES:
        return None
    if max(len(raw), len(data)) > MAX_BYTES:
        return too_large
    try:
        html = decode_page(data, place, charset)
    except DocumentError as error:
        return error
    address = web_address(found.headers.get("WARC-Target-URI") or "")
    source = names.of(None, number)
    return Record(source, place, html, is_page=True, metadata=Metadata(url=address))


def _http(raw: bytes) -> WarcRecord:
    """Return the HTTP answer in `raw`, decoded.

    It gets a record of its own: a broken one would else end the reading of the archive.
    """
    answer = WarcRecord()
    answer.set_bytes_content(raw)
    answer.is_http = True
    answer.parse_http(auto_decode="all")
    return answer


def _kind(content_type: str | None) -> str:
    return (content_type or "").partition(";")[0].strip().lower()
