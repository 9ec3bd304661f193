"""Writes the reference graph and the curated facts: `python -m anugerah.reference CSV_DIR`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from anugerah.errors import AnugerahError
from anugerah.reference.writing import write_reference


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m anugerah.reference",
        description="Write the reference graph and the curated facts from a folder of CSV tables.",
        epilog="example: python -m anugerah.reference ../tables --out data",
    )
    parser.add_argument("csv_dir", type=Path, metavar="CSV_DIR", help="the folder of the tables")
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("data"),
        metavar="DATA_DIR",
        help="the folder in which reference/ and curated/ are written (default: data)",
    )
    options = parser.parse_args(arguments)
    try:
        paths = write_reference(options.csv_dir, options.out)
    except AnugerahError as error:
        parser.exit(1, f"{parser.prog}: {error}\n")
    sys.stdout.writelines(f"{path}\n" for path in paths)
    return 0


if __name__ == "__main__":
    sys.exit(main())
