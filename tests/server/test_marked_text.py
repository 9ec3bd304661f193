from __future__ import annotations

import time

import pytest

from anugerah.server.evidence import Quote
from anugerah.server.marked_text import mark, placed

ARTICLE = "https://w3id.org/anugerah/article/0123456789abcdef"


def quoted(text: str, start: int, end: int) -> Quote:
    return Quote(f"{ARTICLE}#char={start},{end}", text[start:end])


def shown(text: str, quotes: list[Quote]) -> list[str]:
    """Write marks as "[1:words:1]", with the passages that start and end there."""
    lines = []
    for line in mark(text, quotes):
        written = ""
        for piece in line:
            starts = ",".join(str(p.number) for p in piece.starting)
            ends = ",".join(str(p.number) for p in piece.ending)
            written += f"[{starts}:{piece.text}:{ends}]" if piece.within else piece.text
        lines.append(written)
    return lines


@pytest.mark.parametrize(
    ("text", "spans", "lines"),
    [
        ("Satu dua tiga", [], ["Satu dua tiga"]),
        ("Satu dua tiga", [(5, 8)], ["Satu [1:dua:1] tiga"]),
        ("Satu dua tiga", [(0, 13)], ["[1:Satu dua tiga:1]"]),
        ("Satu\n\n \ndua", [(0, 4), (8, 11)], ["[1:Satu:1]", "[2:dua:2]"]),
        ("Satu\ndua\ntiga", [(2, 10)], ["Sa[1:tu:]", "[:dua:]", "[:t:1]iga"]),
        ("Satu dua tiga", [(0, 8), (5, 13)], ["[1:Satu :][2:dua:1][: tiga:2]"]),
        ("Satu dua tiga", [(0, 13), (5, 8)], ["[1:Satu :][2:dua:2][: tiga:1]"]),
        ("Satu dua tiga", [(5, 8), (0, 4)], ["[2:Satu:2] [1:dua:1] tiga"]),
    ],
)
def test_passages_are_marked_in_place(
    text: str, spans: list[tuple[int, int]], lines: list[str]
) -> None:
    assert shown(text, [quoted(text, start, end) for start, end in spans]) == lines


@pytest.mark.parametrize(
    "quote",
    [
        Quote(None, "Satu"),
        Quote(f"{ARTICLE}#char=0,4", "Lain"),
        Quote(f"{ARTICLE}#char=0,4", None),
        Quote(f"{ARTICLE}#char=4,0", ""),
        Quote(f"{ARTICLE}#char=0,99999999999999999999", "Satu"),
        Quote(f"{ARTICLE}#evidence-1", "Satu"),
        Quote("urn:x", "Satu"),
    ],
)
def test_a_quote_that_does_not_stand_there_is_not_marked(quote: Quote) -> None:
    lines = mark("Satu dua", [quote])
    assert [[piece.text for piece in line] for line in lines] == [["Satu dua"]]
    assert placed(lines) == set()


def test_time_is_in_proportion() -> None:
    text = "satu dua\n" * 20_000
    quotes = [quoted(text, start, start + 8) for start in range(0, 18_000, 9)]
    begin = time.process_time()
    assert placed(mark(text, quotes)) == set(range(1, 2001))
    assert time.process_time() - begin < 2
