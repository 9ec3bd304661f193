"""Documents in all their forms, as the articles in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from anugerah.corpus.archive import archived_records
from anugerah.corpus.article import Article
from anugerah.corpus.json_lines import json_records
from anugerah.corpus.markdown import plain, split_front_matter
from anugerah.corpus.markup import decode_page
from anugerah.corpus.reader import DocumentError, read_bytes, read_text, stem
from anugerah.corpus.record import Record


def read_records(path: Path) -> Iterator[Record | DocumentError]:
    """Yield each article of the document at `path` before it is read, or why it can't be.

    Raises:
        DocumentError: the document as a whole can't be read.
    """
    name = path.name.lower()
    if name.endswith(".jsonl"):
        return json_records(path)
    if name.endswith((".warc", ".warc.gz")):
        return archived_records(path)
    return iter([_single(path, name)])


def read_articles(path: Path) -> Iterator[Article | DocumentError]:
    """Yield each article of the document at `path`; an error for one that can't be read.

    The source of the article is the file's name without its ending; in a file of many articles,
    with the id or number of the record behind it.

    Raises:
        DocumentError: the document as a whole can't be read.
    """
    for record in read_records(path):
        if isinstance(record, DocumentError):
            yield record
            continue
        try:
            article = record.article()
        except DocumentError as error:
            yield error
        else:
            yield article


def read_article(path: Path) -> Article:
    """Read the article of a document that holds only one.

    Raises:
        DocumentError: it can't be read, or it holds none or several.
    """
    found = list(islice(read_articles(path), 2))
    if len(found) != 1:
        raise DocumentError(f"{path} holds {'several articles' if found else 'no article'}.")
    if isinstance(found[0], DocumentError):
        raise found[0]
    return found[0]


def _single(path: Path, name: str) -> Record:
    if name.endswith((".html", ".htm")):
        page = decode_page(read_bytes(path), str(path))
        return Record(stem(path), str(path), page, is_page=True)
    text = read_text(path)
    if not name.endswith(".md"):
        return Record(stem(path), str(path), text)
    metadata, body = split_front_matter(text, str(path))
    return Record(stem(path), str(path), plain(body), metadata=metadata)
