from __future__ import annotations

from collections.abc import Callable

import pytest

from anugerah import resources
from anugerah.corpus.article import parse_article
from anugerah.extraction import Extraction, Extractor
from anugerah.extraction.knowledge import Knowledge, load_knowledge

Extract = Callable[[str], Extraction]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    files = [*resources.reference().glob("*.ttl"), *resources.curated().glob("*.ttl")]
    return load_knowledge(sorted(files))


@pytest.fixture(scope="session")
def extract(knowledge: Knowledge) -> Extract:
    extractor = Extractor(knowledge)
    return lambda text: extractor.extract(parse_article(text, "contoh"))
