"""CSV tables whose bad cells are told by file, line and column."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from anugerah.errors import AnugerahError

_ABSOLUTE_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_PLAIN_DECIMAL = re.compile(r"-?\d+(\.\d+)?")
_PLAIN_INTEGER = re.compile(r"\d+")


class TableError(AnugerahError):
    """A CSV file is missing, lacks a column, or has a cell that can't be read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; each reader raises `TableError` for a cell it can't read."""

    path: Path
    line: int
    cells: dict[str, str]

    def error(self, column: str, problem: str) -> TableError:
        """Return the error that names this row's file and line, and `column`."""
        return TableError(f"{self.path.name}, line {self.line}, column {column!r}: {problem}")

    def optional(self, column: str) -> str | None:
        """Return the text of the cell, or None when it is empty."""
        return self.cells[column] or None

    def text(self, column: str) -> str:
        """Return the text of a cell that must not be empty."""
        if not self.cells[column]:
            raise self.error(column, "the cell is empty; fill it in.")
        return self.cells[column]

    def choice(self, column: str, choices: Sequence[str]) -> str:
        """Return the text of a cell that must be one of `choices`."""
        value = self.text(column)
        if value not in choices:
            raise self.error(column, f"{value!r} is none of {', '.join(choices)}; correct it.")
        return value

    def several(self, column: str) -> list[str]:
        """Return the values of a cell that may hold several, with `|` between them."""
        return [part.strip() for part in self.cells[column].split("|") if part.strip()]

    def urls(self, column: str) -> list[str]:
        """Return the web addresses of a cell."""
        values = self.several(column)
        for value in values:
            if not _ABSOLUTE_URL.fullmatch(value):
                raise self.error(column, f"{value!r} is not an http(s) address; correct it.")
        return values

    def integer(self, column: str) -> int | None:
        """Return the whole number of a cell, or None when it is empty."""
        value = self.optional(column)
        if value is None:
            return None
        if not _PLAIN_INTEGER.fullmatch(value):
            raise self.error(column, f"{value!r} is not a whole number; write digits only.")
        return int(value)

    def decimal(self, column: str) -> Decimal | None:
        """Return the decimal number of a cell without idle zeros, or None when it is empty."""
        value = self.optional(column)
        if value is None:
            return None
        if not _PLAIN_DECIMAL.fullmatch(value):
            raise self.error(column, f"{value!r} is not a number; write it like 12.5.")
        number = Decimal(value)
        return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()

    def date(self, column: str) -> dt.date | None:
        """Return the date of a cell, or None when it is empty."""
        value = self.optional(column)
        if value is None:
            return None
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise self.error(
                column, f"{value!r} is not a date; write it like 2024-12-05."
            ) from None

    def boolean(self, column: str) -> bool:
        """Return whether the cell says `true`; anything but `true` or `false` is an error."""
        return self.choice(column, ("true", "false")) == "true"


def read_table(path: Path, columns: Sequence[str], *, key: Sequence[str] = ()) -> list[Row]:
    """Return the rows of the CSV file at `path`.

    Args:
        path: a UTF-8 file whose first line names its columns.
        columns: the columns that the file must have; others are let be.
        key: the columns whose values together must differ from row to row.

    Raises:
        TableError: the file is missing or not UTF-8, lacks a column, has a row with too many or too
            few cells, or two rows with the same key.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TableError(f"There is no table {path}; give a folder that has {path.name}.") from None
    except UnicodeDecodeError as error:
        raise TableError(
            f"{path.name} is not UTF-8 (byte {error.start}); save it as UTF-8."
        ) from None
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise TableError(
            f"{path.name}, line 1, column {missing[0]!r}: the table lacks it; add the column."
        )
    rows: list[Row] = []
    seen: dict[tuple[str, ...], int] = {}
    try:
        for cells in reader:
            if "" in cells or None in cells.values():
                raise TableError(
                    f"{path.name}, line {reader.line_num}: the number of cells differs "
                    "from that of line 1; quote cells that hold a comma."
                )
            row = Row(path, reader.line_num, {name: cell.strip() for name, cell in cells.items()})
            rows.append(row)
            values = tuple(row.cells[column] for column in key)
            if key and values in seen:
                raise row.error(key[-1], f"{values[-1]!r} repeats line {seen[values]}; drop one.")
            seen[values] = row.line
    except csv.Error as error:
        raise TableError(
            f"{path.name}, line {reader.line_num + 1}: {error}; correct the line."
        ) from None
    return rows
