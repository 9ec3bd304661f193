"""From files to articles: reading, page noise, title, publisher and date."""

from anugerah.corpus.article import Article, Paragraph, parse_article
from anugerah.corpus.documents import read_article, read_articles, read_records
from anugerah.corpus.duplicates import Originals, Sketch, sketch
from anugerah.corpus.reader import DocumentError, find_documents
from anugerah.corpus.record import Record

__all__ = [
    "Article",
    "DocumentError",
    "Originals",
    "Paragraph",
    "Record",
    "Sketch",
    "find_documents",
    "parse_article",
    "read_article",
    "read_articles",
    "read_records",
    "sketch",
]
