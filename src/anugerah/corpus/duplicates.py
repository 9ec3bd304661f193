"""The same article twice: a mirror, a reprint, the page for phones.

Two articles are the same where they share at least half of their sentences. Each article is
known by a sketch, the smallest hashes of its sentences (Broder's bottom-k), and compared only to
those earlier ones that share one of the very smallest: time is linear in the number of articles,
and each takes about one kilobyte.
"""

from __future__ import annotations

import re
from array import array
from hashlib import blake2b

from anugerah.corpus.article import Article

LONGEST_SKETCH = 32
INDEXED = 6
SHARED = 0.5
SHORTEST_SENTENCE = 5
"""Words; shorter ones ("Selamat pagi.") say nothing of an article."""

Sketch = tuple[int, ...]

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+")
_WORD = re.compile(r"\w+")


def sketch(article: Article) -> Sketch:
    """Return the smallest hashes of the article's sentences, in ascending order.

    It depends on the words alone, not on quotes, case, spaces or the order of paragraphs, and is
    the same in every process. An article without words has an empty one.
    """
    sentences: set[str] = set()
    for paragraph in article.paragraphs:
        for sentence in _SENTENCE_END.split(paragraph.text):
            words = _WORD.findall(sentence.casefold())
            if len(words) >= SHORTEST_SENTENCE:
                sentences.add(" ".join(words))
    if not sentences:
        sentences = {" ".join(_WORD.findall(article.text.casefold()))} - {""}
    return tuple(sorted(map(_hash, sentences))[:LONGEST_SKETCH])


class Originals:
    """The articles seen so far, each once: of the same ones the first counts as the original."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._ends = array("Q", [0])
        self._hashes = array("Q")
        self._first: dict[int, int] = {}

    def __len__(self) -> int:
        """Return the number of originals."""
        return len(self._names)

    def add(self, name: str, sketch: Sketch) -> str | None:
        """Return the name of the original that the article repeats; None makes it one itself.

        Articles must come in the order of their documents, so that the outcome does not depend
        on which was read first.

        Args:
            name: what stands for the article in later answers, such as its digest.
            sketch: what `sketch` makes of the article.
        """
        candidates = sorted({self._first[h] for h in sketch[:INDEXED] if h in self._first})
        shares = [(_resemblance(sketch, self._sketch(n)), -n) for n in candidates]
        best, number = max(shares, default=(0.0, 0))
        if best >= SHARED:
            return self._names[-number]
        if sketch:
            for smallest in sketch[:INDEXED]:
                self._first.setdefault(smallest, len(self._names))
            self._names.append(name)
            self._hashes.extend(sketch)
            self._ends.append(len(self._hashes))
        return None

    def _sketch(self, number: int) -> Sketch:
        return tuple(self._hashes[self._ends[number] : self._ends[number + 1]])


def _hash(sentence: str) -> int:
    return int.from_bytes(blake2b(sentence.encode(), digest_size=8).digest(), "big")


def _resemblance(one: Sketch, other: Sketch) -> float:
    """Return the share of sentences that both have, of those that either has."""
    # Of a cut sketch only the hashes up to its last one are known.
    cut = [each[-1] for each in (one, other) if len(each) == LONGEST_SKETCH]
    known = min(cut, default=max(one[-1], other[-1]))
    either = {h for h in (*one, *other) if h <= known}
    return len(set(one) & set(other) & either) / len(either)
