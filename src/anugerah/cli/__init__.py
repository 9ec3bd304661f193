"""The command line: `anugerah build`, `serve`, `extract`, `query` and the care of releases."""

from anugerah.cli.app import app, main

__all__ = ["app", "main"]
