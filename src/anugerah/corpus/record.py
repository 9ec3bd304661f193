"""A record: one article of a document, not yet read."""

from __future__ import annotations

from dataclasses import dataclass, field

from anugerah.corpus.article import Article, parse_article
from anugerah.corpus.metadata import Metadata, is_text
from anugerah.corpus.page import read_page
from anugerah.corpus.reader import DocumentError


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a document, as it stands there.

    Records are cheap to make and can be sent to another process; `article` does the work.

    Attributes:
        source: what names the article in the graph.
        place: where it stands, for messages: the file, or the file and the line.
        content: its text, or its page's HTML.
        is_page: whether `content` is HTML.
        metadata: what is said of it beside its text; it wins over what the page says.
    """

    source: str
    place: str
    content: str
    is_page: bool = False
    metadata: Metadata = field(default_factory=Metadata)

    def article(self) -> Article:
        """Read the article.

        Raises:
            DocumentError: the page holds no article.
        """
        text, metadata = self.content, self.metadata
        if self.is_page:
            page = read_page(text, self.place)
            text, metadata = page.text, metadata.or_else(page.metadata)
        if not text.strip():
            raise DocumentError(f"{self.place} is empty: give the article's text or remove it.")
        if not is_text(text):
            raise DocumentError(f"{self.place} has characters that are no text: save it as UTF-8.")
        return parse_article(
            text,
            self.source,
            title=metadata.title,
            publisher=metadata.publisher,
            published=metadata.published,
            url=metadata.url,
        )
