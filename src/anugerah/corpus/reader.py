"""Reading documents from disk, with one clear sentence for each that can't be read."""

from __future__ import annotations

from pathlib import Path

from anugerah.errors import AnugerahError

ENDINGS = (".txt", ".md", ".html", ".htm", ".jsonl", ".warc", ".warc.gz")
MAX_BYTES = 10_000_000
_README = "readme"


class DocumentError(AnugerahError):
    """A document that can't be read; the message names the file and what to do."""


def find_documents(paths: list[Path]) -> list[Path]:
    """Return the documents of `paths`: files as they are, folders searched for `ENDINGS`.

    Raises:
        AnugerahError: a path doesn't exist, or a folder holds no document.
    """
    documents: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = sorted(
                file
                for file in path.rglob("*")
                if file.is_file()
                and file.name.lower().endswith(ENDINGS)
                and file.stem.lower() != _README
            )
            if not found:
                raise AnugerahError(
                    f"The folder {path} holds no document: put {', '.join(ENDINGS)} files there."
                )
            documents += found
        elif path.is_file():
            documents.append(path)
        else:
            raise AnugerahError(f"There is no file or folder {path}: check the path.")
    return list(dict.fromkeys(documents))


def stem(path: Path) -> str:
    """Return the file's name without its ending: `arsip` for `arsip.warc.gz`."""
    name = path.name
    endings = sorted((*ENDINGS, path.suffix), key=len)
    longest = next(e for e in reversed(endings) if name.lower().endswith(e.lower()))
    return name[: len(name) - len(longest)] or name


def read_bytes(path: Path, longest: int = MAX_BYTES) -> bytes:
    """Return what the file at `path` holds.

    Raises:
        DocumentError: the file is missing or has more than `longest` bytes.
    """
    try:
        size = path.stat().st_size
        if size > longest:
            raise DocumentError(
                f"{path} has {size / 1e6:.0f} MB, more than the {longest / 1e6:.0f} MB that an "
                "article may have: split it into one file an article."
            )
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path} can't be read ({error.strerror}): check the file.") from error


def decode(data: bytes, place: str) -> str:
    """Return `data` as text; `place` says in messages where it stands.

    Line ends become `\\n` and a byte order mark is dropped; nothing else is changed.

    Raises:
        DocumentError: it is empty, binary or not UTF-8.
    """
    if b"\0" in data:
        raise DocumentError(f"{place} is a binary file, not text: save the article as UTF-8 text.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{place} is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x}): "
            "save the article as UTF-8."
        ) from error
    if not text.strip():
        raise DocumentError(f"{place} is empty: put the article's text in it or remove it.")
    return even_lines(text)


def even_lines(text: str) -> str:
    """Return `text` with `\\n` for every line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(path: Path) -> str:
    """Return the text of the document at `path`.

    Raises:
        DocumentError: the file is missing, empty, too large, binary or not UTF-8.
    """
    return decode(read_bytes(path), str(path))
