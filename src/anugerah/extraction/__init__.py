"""From articles to facts: rules in code, words in `language/`. Knows no RDF beyond names."""

from anugerah.extraction.extractor import Extraction, Extractor

__all__ = ["Extraction", "Extractor"]
