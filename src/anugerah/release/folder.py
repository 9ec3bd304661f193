"""The folder of releases: `<id>/` for each, and `current`, a link to the one that is served."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anugerah.errors import AnugerahError

CURRENT = "current"
MANIFEST = "release.json"
LEDGER = "ledger.json"
DESCRIPTION = "description.ttl"
REPORT = "shacl.ttl"
REPORT_JSON = "shacl.json"
DUMPS = "dumps"
STORE = "store"
EVALUATION = "evaluation.json"

_DRAFT = ".draft-"
_LOCK = "lock"


class ReleaseError(AnugerahError):
    """A release that is not there or not whole."""


@dataclass(frozen=True, slots=True)
class Release:
    """A finished release.

    Attributes:
        id: the first 16 hexadecimal digits of the SHA-256 of its content.
        path: its folder.
        manifest: the content of `release.json`.
    """

    id: str
    path: Path
    manifest: dict[str, Any]

    @property
    def store_path(self) -> Path:
        """The folder of the on-disk store, to be opened read-only."""
        return self.path / STORE

    @property
    def dumps_path(self) -> Path:
        """The folder of the dumps."""
        return self.path / DUMPS

    def ledger(self) -> list[dict[str, Any]]:
        """Return the documents of the release, each with its status and the reason for it."""
        entries: list[dict[str, Any]] = json.loads((self.path / LEDGER).read_text("utf-8"))
        return entries


def open_release(path: Path) -> Release:
    """Open a release, or of a folder of releases its current one.

    Raises:
        ReleaseError: there is no finished release at `path`.
    """
    folder = path if (path / MANIFEST).is_file() else path / CURRENT
    manifest = folder / MANIFEST
    if not manifest.is_file():
        raise ReleaseError(f"There is no release in {path}: run `anugerah build` first.")
    try:
        content = json.loads(manifest.read_text("utf-8"))
        return Release(content["id"], folder.resolve(), content)
    except (OSError, ValueError, KeyError) as error:
        raise ReleaseError(
            f"The release in {folder} is damaged ({manifest.name}): build it again."
        ) from error


class Releases:
    """A folder of releases."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> Release | None:
        """Return the release that `current` points to, if there is one."""
        return open_release(self.root / CURRENT) if (self.root / CURRENT).exists() else None

    def all(self) -> list[Release]:
        """Return the finished releases, the newest first."""
        if not self.root.is_dir():
            return []
        folders = [
            folder
            for folder in self.root.iterdir()
            if (folder / MANIFEST).is_file()
            and not folder.is_symlink()
            and not folder.name.startswith(".")
        ]
        releases = [open_release(folder) for folder in folders]
        return sorted(releases, key=lambda r: (r.manifest["created"], r.id), reverse=True)

    def named(self, release_id: str) -> Release:
        """Return the release whose id begins with `release_id`.

        Raises:
            ReleaseError: no release, or more than one, begins so.
        """
        found = [release for release in self.all() if release.id.startswith(release_id)]
        if len(found) != 1:
            known = ", ".join(release.id for release in self.all()) or "none"
            problem = "No release" if not found else "More than one release"
            raise ReleaseError(
                f"{problem} in {self.root} is called {release_id}: there is {known}."
            )
        return found[0]

    @contextmanager
    def draft(self) -> Iterator[Path]:
        """Give an empty folder to build in; it is removed again if the build fails.

        Raises:
            ReleaseError: the folder of releases can't be written.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self._clear_away()
            folder = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=self.root))
        except OSError as error:
            raise ReleaseError(
                f"{self.root} can't be written ({error.strerror}): choose another --out folder."
            ) from error
        with (folder / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            try:
                folder.chmod(0o755)
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def _clear_away(self) -> None:
        """Remove the drafts of builds that were killed: nobody holds their locks any more."""
        for folder in self.root.glob(f"{_DRAFT}*"):
            try:
                with (folder / _LOCK).open("r") as lock:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(folder, ignore_errors=True)
            except OSError:
                # Its build is running, or is just about to take the lock.
                continue

    def keep(self, former: int) -> list[Release]:
        """Remove all but the current release and the newest `former` others; return the removed.

        A server that still reads a removed release goes on with its open files.
        """
        current = self.current()
        others = [release for release in self.all() if not current or release.id != current.id]
        for release in others[former:]:
            shutil.rmtree(release.path)
        return others[former:]

    def publish(self, draft: Path) -> Release:
        """Make the finished `draft` the current release; one rename is the moment of change.

        A release with the same content that is already here is kept as it is.
        """
        finished = open_release(draft)
        target = self.root / finished.id
        if not target.exists():
            _sync(draft)
            draft.rename(target)
        self.point_to(finished.id)
        return open_release(target)

    def point_to(self, release_id: str) -> None:
        """Let `current` be the release `release_id`, in one step."""
        link = self.root / f".{CURRENT}-{os.getpid()}"
        link.unlink(missing_ok=True)
        link.symlink_to(release_id, target_is_directory=True)
        link.replace(self.root / CURRENT)
        _sync_folder(self.root)


def _sync(folder: Path) -> None:
    """Write every file of `folder` through to the disk, so that a rename never outruns them."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
