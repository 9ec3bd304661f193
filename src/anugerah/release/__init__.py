"""Releases: built in a folder of their own, published by one rename, never changed after."""

from anugerah.release.folder import Release, ReleaseError, Releases, open_release

__all__ = ["Release", "ReleaseError", "Releases", "open_release"]
