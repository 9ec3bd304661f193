"""From files to articles: reading, page noise, title, publisher and date."""

from anugerah.corpus.article import Article, Paragraph, parse_article
from anugerah.corpus.documents import read_article, read_articles, read_records
from anugerah.corpus.reader import DocumentError, find_documents
from anugerah.corpus.record import Record

__all__ = [
    "Article",
    "DocumentError",
    "Paragraph",
    "Record",
    "find_documents",
    "parse_article",
    "read_article",
    "read_articles",
    "read_records",
]
