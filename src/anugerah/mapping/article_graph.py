"""The named graph of one article: the article, its facts, their evidence and provenance."""

from __future__ import annotations

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS

from anugerah import __version__, iris
from anugerah.corpus import Article
from anugerah.extraction import Extraction
from anugerah.mapping.evidence import EvidenceWriter
from anugerah.mapping.facts import add_fact
from anugerah.mapping.things import day, describe, short_slug
from anugerah.namespaces import ANUGERAH, bind_prefixes


def article_graph(extraction: Extraction) -> Graph:
    """Return the statements of one article; the graph's identifier is its named graph's IRI."""
    article = extraction.article
    graph = Graph(identifier=iris.graph(article.digest))
    bind_prefixes(graph)
    node = _article(graph, article)
    _provenance(graph, article, node)
    evidence = EvidenceWriter(graph, node)
    for fact in extraction.facts:
        evidence.support(add_fact(fact, graph), fact.supports)
    return graph


def extraction_iri(article: Article) -> URIRef:
    """Return the IRI of the activity that read `article` with this version of the extractor."""
    return iris.thing("extraction", f"{article.digest}-{iris.slug(__version__)}")


def extractor_iri() -> URIRef:
    """Return the IRI of this version of the extractor."""
    return iris.thing("extractor", f"anugerah-{iris.slug(__version__)}")


def _article(graph: Graph, article: Article) -> URIRef:
    node = iris.article(article.digest)
    describe(graph, ANUGERAH.Article, node, article.title or article.source)
    graph.add((node, ANUGERAH.sourceName, Literal(article.source)))
    graph.add((node, ANUGERAH.sha256, Literal(article.sha256)))
    graph.add((node, DCTERMS.language, Literal("id")))
    if article.title:
        graph.add((node, DCTERMS.title, Literal(article.title)))
    if article.published:
        graph.add((node, DCTERMS.issued, day(article.published)))
    if article.publisher:
        publisher = iris.thing("organisation", short_slug(article.publisher))
        describe(graph, ANUGERAH.MediaOrganisation, publisher, article.publisher)
        graph.add((publisher, ANUGERAH.plainName, Literal(article.publisher)))
        graph.add((publisher, ANUGERAH.atLevel, iris.thing("level", "other")))
        graph.add((node, DCTERMS.publisher, publisher))
    return node


def _provenance(graph: Graph, article: Article, node: URIRef) -> None:
    named = iris.graph(article.digest)
    activity = extraction_iri(article)
    extractor = extractor_iri()
    graph.add((named, RDF.type, ANUGERAH.FactGraph))
    graph.add((named, RDFS.label, Literal(f"Facts of {article.source}")))
    graph.add((named, PROV.wasDerivedFrom, node))
    graph.add((named, PROV.wasGeneratedBy, activity))
    describe(graph, ANUGERAH.Extraction, activity, f"Reading of {article.source}")
    graph.add((activity, PROV.used, node))
    graph.add((activity, PROV.wasAssociatedWith, extractor))
    describe(graph, ANUGERAH.Extractor, extractor, f"Anugerah {__version__}")
