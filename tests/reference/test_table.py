from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from anugerah.reference.table import Row, TableError, read_table


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "things.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_rows_carry_their_line(tmp_path: Path) -> None:
    rows = read_table(table(tmp_path, 'id,name\na,"one, two"\nb, three \n'), ["id", "name"])
    assert [(row.line, row.text("id"), row.text("name")) for row in rows] == [
        (2, "a", "one, two"),
        (3, "b", "three"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id\na\n", "things.csv, line 1, column 'name': the table lacks it; add the column."),
        ("", "things.csv, line 1, column 'id': the table lacks it; add the column."),
        (
            "id,name\na,b,c\n",
            (
                "things.csv, line 2: the number of cells differs from that of line 1; "
                "quote cells that hold a comma."
            ),
        ),
        (
            "id,name\na,b\nc\n",
            (
                "things.csv, line 3: the number of cells differs from that of line 1; "
                "quote cells that hold a comma."
            ),
        ),
        ("id,name\na,b\na,c\n", "things.csv, line 3, column 'id': 'a' repeats line 2; drop one."),
        (b"id,name\na,\xff\n", "things.csv is not UTF-8 (byte 10); save it as UTF-8."),
        (
            'id,name\na,"b\n',
            "things.csv, line 2: unexpected end of data; correct the line.",
        ),
    ],
)
def test_bad_tables(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(TableError) as caught:
        read_table(table(tmp_path, text), ["id", "name"], key=["id"])
    assert str(caught.value) == message


def test_missing_table(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"give a folder that has things\.csv"):
        read_table(tmp_path / "things.csv", ["id"])


@pytest.mark.parametrize(
    ("read", "value", "problem"),
    [
        (lambda row: row.text("x"), "", "the cell is empty; fill it in."),
        (lambda row: row.integer("x"), "1,5", "'1,5' is not a whole number; write digits only."),
        (lambda row: row.integer("x"), "²", "'²' is not a whole number; write digits only."),
        (lambda row: row.decimal("x"), "1e3", "'1e3' is not a number; write it like 12.5."),
        (
            lambda row: row.date("x"),
            "5/12/2024",
            "'5/12/2024' is not a date; write it like 2024-12-05.",
        ),
        (lambda row: row.choice("x", ["a", "b"]), "c", "'c' is none of a, b; correct it."),
        (lambda row: row.boolean("x"), "yes", "'yes' is none of true, false; correct it."),
        (
            lambda row: row.urls("x"),
            "https://example.org/a|javascript:b",
            "'javascript:b' is not an http(s) address; correct it.",
        ),
    ],
)
def test_bad_cells(read: Callable[[Row], object], value: str, problem: str) -> None:
    row = Row(Path("things.csv"), 7, {"x": value})
    with pytest.raises(TableError) as caught:
        read(row)
    assert str(caught.value) == f"things.csv, line 7, column 'x': {problem}"


@pytest.mark.parametrize(("cell", "number"), [("70.0", "70"), ("5.380", "5.38"), ("100", "100")])
def test_decimals_lose_idle_zeros(cell: str, number: str) -> None:
    decimal = Row(Path("things.csv"), 2, {"x": cell}).decimal("x")
    assert decimal is not None
    assert format(decimal, "f") == number
