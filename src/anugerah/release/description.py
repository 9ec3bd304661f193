"""The description of a release: VoID and DCAT, and when which article was read (PROV).

It stands beside the dumps and in its own named graph, because it tells times: the dumps are the
same whenever they are made, their description is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, VOID, XSD

from anugerah import __version__, iris
from anugerah.namespaces import ANUGERAH, BASE, OA, bind_prefixes
from anugerah.release.ledger import Entry
from anugerah.release.merging import Statistics

GRAPH = f"{BASE}.well-known/void"
DATASET = URIRef(f"{BASE}dataset")
LICENCE = URIRef("https://creativecommons.org/licenses/by/4.0/")
PUBLISHER = URIRef(f"{BASE}publisher")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VOCABULARIES = (ANUGERAH, DCTERMS, FOAF, OA, ORG, PROV, RDFS, SDO, SKOS)
_TITLES = {
    "en": "Anugerah: innovation awards of Indonesian local governments",
    "id": "Anugerah: penghargaan inovasi pemerintah daerah di Indonesia",
}
_DESCRIPTIONS = {
    "en": "Governments, awards, officials and innovations, each fact with the article, the "
    "sentence and the rule that it comes from.",
    "id": "Pemerintah daerah, penghargaan, pejabat, dan inovasi; setiap fakta disertai artikel, "
    "kalimat, dan aturan asalnya.",
}


def describe(
    statistics: Statistics,
    dumps: Sequence[dict[str, Any]],
    release_id: str,
    created: datetime,
    titles: Mapping[str, str] | None = None,
) -> Graph:
    """Return the description of a release with these statements and dumps.

    With `titles` it is that of somebody else's data: it has no other description.
    """
    graph = bind_prefixes(Graph())
    graph.bind("void", VOID)
    graph.bind("dcat", DCAT)
    graph.bind("spdx", SPDX)
    for kind in (VOID.Dataset, DCAT.Dataset):
        graph.add((DATASET, RDF.type, kind))
    for language, title in (titles or _TITLES).items():
        graph.add((DATASET, DCTERMS.title, Literal(title, lang=language or None)))
    if titles is None:
        for language, text in _DESCRIPTIONS.items():
            graph.add((DATASET, DCTERMS.description, Literal(text, lang=language)))
        graph.add((DATASET, DCTERMS.license, LICENCE))
        graph.add((DATASET, VOID.uriSpace, Literal(f"{BASE}id/")))
        for vocabulary in VOCABULARIES:
            graph.add((DATASET, VOID.vocabulary, URIRef(str(vocabulary))))
    graph.add((DATASET, DCTERMS.identifier, Literal(release_id)))
    graph.add((DATASET, DCTERMS.issued, _time(created)))
    graph.add((DATASET, VOID.sparqlEndpoint, URIRef(f"{BASE}sparql")))
    graph.add((DATASET, FOAF.homepage, URIRef(BASE)))
    graph.add((DATASET, DCTERMS.publisher, PUBLISHER))
    graph.add((PUBLISHER, RDF.type, FOAF.Agent))
    graph.add((PUBLISHER, FOAF.name, Literal("Anugerah")))
    graph.add((DATASET, URIRef(f"{DCAT}version"), Literal(release_id)))
    _statistics(graph, statistics)
    _distributions(graph, dumps, None if titles else LICENCE)
    return graph


def _time(moment: datetime) -> Literal:
    return Literal(moment.isoformat(timespec="seconds"), datatype=XSD.dateTime)


def _statistics(graph: Graph, statistics: Statistics) -> None:
    _count(graph, DATASET, VOID.triples, statistics.triples)
    _count(graph, DATASET, VOID.distinctSubjects, statistics.subjects)
    _count(graph, DATASET, VOID.classes, len(statistics.classes))
    _count(graph, DATASET, VOID.properties, len(statistics.properties))
    for number, (name, entities) in enumerate(sorted(statistics.classes.items())):
        node = _partition(graph, VOID.classPartition, f"class-{number}")
        graph.add((node, VOID["class"], URIRef(name)))
        _count(graph, node, VOID.entities, entities)
    for number, (name, triples) in enumerate(sorted(statistics.properties.items())):
        node = _partition(graph, VOID.propertyPartition, f"property-{number}")
        graph.add((node, VOID.property, URIRef(name)))
        _count(graph, node, VOID.triples, triples)


def _partition(graph: Graph, kind: URIRef, label: str) -> BNode:
    node = BNode(label.replace("-", ""))
    graph.add((DATASET, kind, node))
    return node


def _count(graph: Graph, node: URIRef | BNode, term: URIRef, number: int) -> None:
    graph.add((node, term, Literal(number)))


def _distributions(graph: Graph, dumps: Sequence[dict[str, Any]], licence: URIRef | None) -> None:
    for dump in dumps:
        file = URIRef(f"{BASE}dumps/{dump['file']}")
        graph.add((DATASET, VOID.dataDump, file))
        graph.add((DATASET, DCAT.distribution, file))
        graph.add((file, RDF.type, DCAT.Distribution))
        graph.add((file, RDFS.label, Literal(dump["file"])))
        graph.add((file, DCAT.downloadURL, file))
        graph.add((file, DCAT.accessURL, URIRef(f"{BASE}dumps")))
        graph.add((file, DCAT.byteSize, Literal(dump["bytes"], datatype=XSD.nonNegativeInteger)))
        media = f"https://www.iana.org/assignments/media-types/{dump['media_type']}"
        graph.add((file, DCAT.mediaType, URIRef(media)))
        if dump["compressed"]:
            gzip = "https://www.iana.org/assignments/media-types/application/gzip"
            graph.add((file, DCAT.compressFormat, URIRef(gzip)))
        checksum = URIRef(f"{file}#sha256")
        graph.add((file, SPDX.checksum, checksum))
        graph.add((checksum, RDF.type, SPDX.Checksum))
        graph.add((checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256))
        value = Literal(dump["sha256"], datatype=XSD.hexBinary)
        graph.add((checksum, SPDX.checksumValue, value))
        if licence is not None:
            graph.add((file, DCTERMS.license, licence))


def times(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield, as lines of N-Triples, when each article was first read by this version."""
    version = iris.slug(__version__)
    for entry in entries:
        if entry.status == "accepted" and entry.article and entry.read_at:
            activity = iris.thing("extraction", f"{entry.article}-{version}")
            yield (f'<{activity}> <{PROV.endedAtTime}> "{entry.read_at}"^^<{XSD.dateTime}> .\n')
