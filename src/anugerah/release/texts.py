"""The texts of articles that a release may show: only those that their own folder names.

A release quotes single sentences. Where the texts are one's own, or free, a file `texts.yaml`
beside the documents says so:

    show: ["*.md", "pidato-2024.txt"]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import yaml

from anugerah.corpus import Article, DocumentError, read_articles
from anugerah.errors import AnugerahError

DECLARATION = "texts.yaml"
FOLDER = "texts"
LONGEST = 200_000
"""Characters of a text that a page can show; a longer one is no news article."""

_DIGEST = re.compile(r"[0-9a-f]{16}")


def write_texts(folder: Path, documents: list[Path], accepted: Collection[str]) -> list[str]:
    """Write the texts of the documents that may be shown to the folder of a release.

    Args:
        folder: the release.
        documents: the documents of the release.
        accepted: the digests of the articles in it.

    Returns:
        The digests of the articles whose texts were written, in order.

    Raises:
        AnugerahError: a `texts.yaml` can't be read.
    """
    written = set()
    for article in _shown(documents):
        if article.digest in accepted and len(article.text) <= LONGEST:
            path = _path(folder, article.digest)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(article.text.encode())
            written.add(article.digest)
    return sorted(written)


def read_text(folder: Path, digest: str) -> str | None:
    """Return the text of an article if the release in `folder` may show it.

    Args:
        folder: the release.
        digest: the 16 digits in the article's IRI; of anything else there is no text.
    """
    path = _path(folder, digest)
    shown = _DIGEST.fullmatch(digest) and path.is_file()
    return path.read_bytes().decode() if shown else None


def _path(folder: Path, digest: str) -> Path:
    return folder / FOLDER / f"{digest}.txt"


def _shown(documents: list[Path]) -> Iterator[Article]:
    patterns = cache(_patterns)
    for document in documents:
        if any(fnmatchcase(document.name, pattern) for pattern in patterns(document.parent)):
            # The ledger tells already what can't be read.
            with suppress(DocumentError):
                yield from (
                    found for found in read_articles(document) if isinstance(found, Article)
                )


def _patterns(folder: Path) -> list[str]:
    path = folder / DECLARATION
    if not path.is_file():
        return []
    try:
        content = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise AnugerahError(f"{path} can't be read: write it as YAML, in UTF-8.") from error
    names = content.get("show") if isinstance(content, dict) else None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise AnugerahError(
            f'{path} names no documents: write `show: ["name.txt", "*.md"]`, or remove the file.'
        )
    return names
