"""From files to articles: reading, page noise, title, publisher and date."""

from anugerah.corpus.article import Article, Paragraph, read_article
from anugerah.corpus.reader import find_documents

__all__ = ["Article", "Paragraph", "find_documents", "read_article"]
