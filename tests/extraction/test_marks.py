"""Every marked pattern of the extraction is tried where its regular expression would match."""

from __future__ import annotations

import gc
import re

from anugerah import resources
from anugerah.corpus import read_article
from anugerah.corpus.marks import MarkedPattern
from anugerah.extraction.tokens import split_sentences
from tests.extraction.conftest import Extract


def test_no_mark_hides_a_match(extract: Extract) -> None:
    sentences: set[str] = set()
    for file in sorted(resources.gold().rglob("*.txt")):
        article = read_article(file)
        extract(article.text)
        for paragraph in article.paragraphs:
            sentences.update(s.text for s in split_sentences(paragraph.text, 0, 0))
    patterns = [o for o in gc.get_objects() if isinstance(o, MarkedPattern)]
    assert len(patterns) > 30
    for pattern in patterns:
        plain = re.compile(pattern.pattern, pattern.flags)
        hidden = [s for s in sentences if plain.search(s) and not pattern.may_match(s)]
        assert not hidden, pattern.pattern
