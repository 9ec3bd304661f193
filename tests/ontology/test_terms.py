from __future__ import annotations

from pathlib import Path

import pytest
from owlrl.Namespaces import ERRNS
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, VANN

from anugerah import resources
from anugerah.inference.closure import close
from anugerah.namespaces import ANUGERAH, BASE

ONTOLOGY = URIRef(f"{BASE}ontology")
LANGUAGES = {"en", "id"}


def own_terms(ontology: Graph) -> set[URIRef]:
    return {
        node
        for node in ontology.subjects()
        if isinstance(node, URIRef) and (node in ANUGERAH or node.startswith(f"{BASE}id/"))
    }


def used_terms(graph: Graph) -> set[URIRef]:
    return {
        term
        for triple in graph
        for term in triple
        if isinstance(term, URIRef) and term in ANUGERAH and term != URIRef(str(ANUGERAH))
    }


def languages(ontology: Graph, term: URIRef, predicate: URIRef) -> list[str]:
    return sorted(
        value.language or ""
        for value in ontology.objects(term, predicate)
        if isinstance(value, Literal)
    )


def test_every_term_has_a_label_in_both_languages(ontology: Graph) -> None:
    for term in own_terms(ontology):
        assert languages(ontology, term, RDFS.label) == ["en", "id"], term


def test_every_declared_term_of_another_vocabulary_has_labels_too(ontology: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    declared = {
        term
        for kind in kinds
        for term in ontology.subjects(RDF.type, kind)
        if isinstance(term, URIRef)
    }
    assert declared - own_terms(ontology)
    for term in declared:
        assert languages(ontology, term, RDFS.label) == ["en", "id"], term


def test_every_term_has_a_definition_in_both_languages(ontology: Graph) -> None:
    for term in own_terms(ontology):
        assert languages(ontology, term, SKOS.definition) == ["en", "id"], term


def test_a_definition_says_more_than_the_label(ontology: Graph) -> None:
    for term in own_terms(ontology):
        labels = {str(label).casefold() for label in ontology.objects(term, RDFS.label)}
        for definition in ontology.objects(term, SKOS.definition):
            text = str(definition)
            assert text.casefold().rstrip(".") not in labels, term
            assert text.endswith("."), term


def test_every_term_says_where_it_is_defined(ontology: Graph) -> None:
    for term in own_terms(ontology):
        assert (term, RDFS.isDefinedBy, ONTOLOGY) in ontology, term


def test_no_term_is_used_that_is_not_defined(ontology: Graph) -> None:
    assert used_terms(ontology) <= own_terms(ontology)


def test_the_shapes_use_defined_terms(ontology: Graph) -> None:
    shapes = Graph().parse(resources.ontology() / "shapes.ttl")
    assert used_terms(shapes) <= own_terms(ontology)


def test_the_data_use_defined_terms(ontology: Graph) -> None:
    terms = own_terms(ontology)
    paths: list[Path] = []
    for folder in (resources.reference(), resources.curated()):
        paths += folder.glob("*.ttl")
    assert paths
    for path in paths:
        assert used_terms(Graph().parse(path)) <= terms, path.name


def test_labels_are_unique_within_a_kind(ontology: Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for language in LANGUAGES:
            labels = [
                label
                for term in own_terms(ontology).intersection(ontology.subjects(RDF.type, kind))
                for label in ontology.objects(term, RDFS.label)
                if isinstance(label, Literal) and label.language == language
            ]
            assert len(labels) == len(set(labels)), (kind, language)


def test_every_object_property_says_what_it_relates(ontology: Graph) -> None:
    for term in own_terms(ontology):
        if (term, RDF.type, OWL.ObjectProperty) in ontology:
            assert (term, RDFS.range, None) in ontology, term
            stated = [
                *ontology.objects(term, RDFS.domain),
                *ontology.objects(term, URIRef("https://schema.org/domainIncludes")),
            ]
            assert stated, term


CHAINS = {
    "inTerritoryOf": ["governs", "partOf", "governedBy"],
    "ofAward": ["conferredIn", "editionOf"],
    "won": ["received", "ofAward"],
    "holdsOffice": ["holdsTenure", "inOffice"],
    "tenureAt": ["inOffice", "officeAt"],
    "servesIn": ["holdsOffice", "officeAt"],
    "innovationOf": ["runBy", "agencyOf"],
    "statedIn": ["evidence", "hasSource"],
}


@pytest.mark.parametrize("name", CHAINS)
def test_chains(ontology: Graph, name: str) -> None:
    (steps,) = ontology.objects(ANUGERAH[name], OWL.propertyChainAxiom)
    names = [str(step).rpartition("#")[2] for step in Collection(ontology, steps)]
    assert names == CHAINS[name]


@pytest.mark.parametrize(
    ("name", "inverse"),
    [
        ("governs", "governedBy"),
        ("partOf", "hasPart"),
        ("hasAgency", "agencyOf"),
        ("gives", "givenBy"),
        ("editionOf", "hasEdition"),
        ("categoryOf", "hasCategory"),
        ("conferredIn", "hasConferral"),
        ("recipient", "received"),
        ("won", "wonBy"),
        ("presentedBy", "presented"),
        ("acceptedBy", "accepted"),
        ("holdsTenure", "tenureOf"),
        ("holdsOffice", "heldBy"),
        ("innovationOf", "hasInnovation"),
        ("aspirant", "aspires"),
        ("evidence", "supports"),
        ("listedIn", "lists"),
    ],
)
def test_inverses(ontology: Graph, name: str, inverse: str) -> None:
    stated = {*ontology.subject_objects(OWL.inverseOf)}
    pair = (ANUGERAH[name], ANUGERAH[inverse])
    assert pair in stated or pair[::-1] in stated


def test_the_header(ontology: Graph) -> None:
    assert (ONTOLOGY, OWL.versionIRI, URIRef(f"{ONTOLOGY}/0.1.0")) in ontology
    assert (ONTOLOGY, OWL.versionInfo, Literal("0.1.0")) in ontology
    assert (ONTOLOGY, VANN.preferredNamespacePrefix, Literal("anugerah")) in ontology
    assert (ONTOLOGY, VANN.preferredNamespaceUri, Literal(str(ANUGERAH))) in ontology
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert (ONTOLOGY, DCTERMS.license, licence) in ontology
    for predicate in (DCTERMS.title, DCTERMS.description, SKOS.changeNote):
        assert languages(ontology, ONTOLOGY, predicate) == ["en", "id"]
    assert not [*ontology.objects(ONTOLOGY, OWL.imports)]


def test_the_graph_of_the_ontology_is_named_in_it(ontology: Graph) -> None:
    graph = URIRef(f"{BASE}graph/ontology")
    assert (graph, RDF.type, ANUGERAH.FactGraph) in ontology
    assert (graph, PROV.wasDerivedFrom, ONTOLOGY) in ontology
    assert languages(ontology, graph, RDFS.label) == ["en", "id"]


def test_the_ontology_does_not_contradict_itself(ontology: Graph) -> None:
    closed = close(ontology)
    assert not [*closed.subjects(RDF.type, ERRNS.ErrorMessage)]
    assert not [*closed.subjects(RDF.type, OWL.Nothing)]
    unsatisfiable = {*closed.subjects(RDFS.subClassOf, OWL.Nothing)} - {OWL.Nothing}
    assert not unsatisfiable
