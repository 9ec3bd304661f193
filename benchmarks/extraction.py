"""Time the extraction on one core: python -m benchmarks.extraction --stream 200000.

Three numbers: articles of 2,000 characters a second, the memory of a process early and late in a
stream of articles, and the time of an article of 2 MB against one of 2 kB.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from anugerah import resources
from anugerah.corpus import Article, read_article
from anugerah.corpus.article import parse_article
from anugerah.extraction import Extractor

_LENGTH = 2_000
_ROUNDS = 5


def _texts(folder: Path) -> list[str]:
    texts = [read_article(file).text for file in sorted(folder.rglob("*.txt"))]
    return [text[: _LENGTH * 6 // 5] for text in texts]


def _seconds(extractor: Extractor, texts: Sequence[str]) -> float:
    """Return the time on the core that `texts` take, parsing included."""
    begin = time.process_time()
    for number, text in enumerate(texts):
        extractor.extract(parse_article(text, f"artikel-{number}"))
    return time.process_time() - begin


def _a_second(extractor: Extractor, texts: Sequence[str]) -> float:
    articles = sum(map(len, texts)) / _LENGTH
    _seconds(extractor, texts)
    return articles / statistics.median(_seconds(extractor, texts) for _ in range(_ROUNDS))


def _linearity(extractor: Extractor, texts: Sequence[str]) -> float:
    """Return how many times longer 2 MB take than 2 kB; 1,000 is in proportion."""
    bodies = [parse_article(text, "artikel").paragraphs for text in texts]
    body = "\n".join(paragraph.text for paragraphs in bodies for paragraph in paragraphs)
    long = "\n".join([body] * (1_000 * _LENGTH // len(body)))
    pieces = [long[at : at + _LENGTH] for at in range(0, len(long), _LENGTH)]
    short = _seconds(extractor, pieces) / len(pieces)
    return _seconds(extractor, [long]) / short


def _stream(texts: Sequence[str], count: int) -> Iterator[Article]:
    for number, text in enumerate(islice(cycle(texts), count)):
        yield parse_article(f"{text} Artikel {number}.", f"artikel-{number}")


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=resources.gold())
    parser.add_argument("--stream", type=int, default=2_000, help="articles to read in one process")
    arguments = parser.parse_args()
    extractor, texts = Extractor.from_files(), _texts(arguments.folder)
    print(f"{len(texts)} texts of {arguments.folder}")
    print(f"{_a_second(extractor, texts):.0f} articles of {_LENGTH:,} characters a second")
    before = 0.0
    for number, article in enumerate(_stream(texts, arguments.stream), 1):
        extractor.extract(article)
        before = before or (_megabytes() if number * 10 >= arguments.stream else 0.0)
    print(f"peak memory after a tenth of {arguments.stream:,} articles: {before:.0f} MB")
    print(f"peak memory after all of them: {_megabytes():.0f} MB")
    print(f"2 MB take {_linearity(extractor, texts):,.0f} times as long as 2 kB")


if __name__ == "__main__":
    main()
