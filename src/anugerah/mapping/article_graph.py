"""The named graph of one article: the article, its facts, their evidence and provenance."""

from __future__ import annotations

import pyoxigraph as ox

from anugerah import __version__, iris
from anugerah.corpus import Article
from anugerah.extraction import Extraction
from anugerah.mapping.evidence import EvidenceWriter
from anugerah.mapping.facts import add_fact
from anugerah.mapping.statements import Statements, thing
from anugerah.mapping.things import day, short_slug
from anugerah.vocabulary import ANUGERAH, DCTERMS, PROV, SDO

_VERSION = iris.slug(__version__)


def article_quads(extraction: Extraction) -> list[ox.Quad]:
    """Return the statements of one article, each once, in its named graph."""
    article = extraction.article
    graph = Statements(ox.NamedNode(iris.graph(article.digest)))
    node = _article(graph, article)
    _provenance(graph, article, node)
    evidence = EvidenceWriter(graph, node)
    for fact in extraction.facts:
        evidence.support(add_fact(fact, graph), fact.supports)
    return graph.quads()


def same_text(digest: str, original: str) -> ox.Quad:
    """Return the statement, in the article's graph, that it repeats the text of `original`.

    Both stay sources of their own: PROV's alternate says no more than that they show the same
    thing, for which of two sites wrote it first can't be told from their texts.

    Args:
        digest: the digest of the article that repeats another one.
        original: the digest of that other one.
    """
    node, other = (ox.NamedNode(iris.article(name)) for name in (digest, original))
    return ox.Quad(node, PROV.alternateOf, other, ox.NamedNode(iris.graph(digest)))


def _article(graph: Statements, article: Article) -> ox.NamedNode:
    node = ox.NamedNode(iris.article(article.digest))
    graph.describe(ANUGERAH.Article, node, article.title or article.source)
    graph.add(node, ANUGERAH.sourceName, ox.Literal(article.source))
    graph.add(node, ANUGERAH.sha256, ox.Literal(article.sha256))
    graph.add(node, DCTERMS.language, ox.Literal("id"))
    if article.title:
        graph.add(node, DCTERMS.title, ox.Literal(article.title))
    if article.published:
        graph.add(node, DCTERMS.issued, day(article.published))
    if article.url:
        graph.add(node, SDO.url, ox.NamedNode(article.url))
    if article.publisher:
        publisher = thing("organisation", short_slug(article.publisher))
        graph.describe(ANUGERAH.MediaOrganisation, publisher, article.publisher)
        graph.add(publisher, ANUGERAH.plainName, ox.Literal(article.publisher))
        graph.add(publisher, ANUGERAH.atLevel, thing("level", "other"))
        graph.add(node, DCTERMS.publisher, publisher)
    return node


def _provenance(graph: Statements, article: Article, node: ox.NamedNode) -> None:
    activity = thing("extraction", f"{article.digest}-{_VERSION}")
    extractor = thing("extractor", f"anugerah-{_VERSION}")
    graph.describe(ANUGERAH.FactGraph, graph.name, f"Facts of {article.source}")
    graph.add(graph.name, PROV.wasDerivedFrom, node)
    graph.add(graph.name, PROV.wasGeneratedBy, activity)
    graph.describe(ANUGERAH.Extraction, activity, f"Reading of {article.source}")
    graph.add(activity, PROV.used, node)
    graph.add(activity, PROV.wasAssociatedWith, extractor)
    graph.describe(ANUGERAH.Extractor, extractor, f"Anugerah {__version__}")
