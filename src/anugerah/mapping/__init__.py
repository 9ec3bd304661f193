"""From facts to RDF: one named graph an article. Knows no text patterns."""

from anugerah.mapping.article_graph import article_quads, same_text

__all__ = ["article_quads", "same_text"]
