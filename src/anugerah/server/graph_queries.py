"""The queries behind linked data and pages; every IRI put into one is checked first."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pyoxigraph import Literal, NamedNode

from anugerah.namespaces import PREFIXES

INCOMING_LIMIT = 200
OUTGOING_LIMIT = 2000

EVIDENCE_LIMIT = 2000
NAMES_LIMIT = 20_000

ForMany = Callable[[Iterable[str]], str]

_PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
_LABELS = "rdfs:label|skos:prefLabel|dcterms:title|foaf:name"


def term(iri: str) -> str:
    """Return the IRI as it is written in a query.

    Raises:
        ValueError: it is no absolute IRI.
    """
    if any(char in '<>"{}|^`\\' or char <= " " for char in iri):
        raise ValueError(f"{iri!r} is not an IRI.")
    return str(NamedNode(iri))


def exists(iri: str) -> str:
    """Return the query whether the graph says anything of the thing."""
    return f"ASK {{ {{ {term(iri)} ?p ?o }} UNION {{ ?s ?p {term(iri)} }} }}"


def exists_graph(iri: str) -> str:
    """Return the query whether there is a named graph of that name."""
    return f"ASK {{ GRAPH {term(iri)} {{ ?s ?p ?o }} }}"


def exists_file(name: str) -> str:
    """Return the query whether an article was read from a file of that name."""
    return f"{_PROLOGUE}ASK {{ ?article anugerah:sourceName {Literal(name)} }}"


def names(class_name: str) -> str:
    """Return the query for every name of the things of a class; the lowest rank is the main one."""
    return f"""{_PROLOGUE}
SELECT ?thing ?label ?name ?rank WHERE {{
  VALUES (?property ?rank) {{
    (rdfs:label 0) (skos:prefLabel 0) (skos:altLabel 1) (skos:hiddenLabel 1) (anugerah:plainName 2)
  }}
  ?thing a anugerah:{class_name} ; rdfs:label ?label ; ?property ?name .
}} LIMIT {NAMES_LIMIT}"""


def options(class_name: str, number: int) -> str:
    """Return the query for the things of a class by name."""
    return f"""{_PROLOGUE}
SELECT ?thing (MIN(STR(?label)) AS ?value) WHERE {{
  ?thing a anugerah:{class_name} ; rdfs:label ?label .
}} GROUP BY ?thing ORDER BY ?value LIMIT {number}"""


def files(number: int) -> str:
    """Return the query for the names of the articles' files."""
    return f"""{_PROLOGUE}
SELECT ?thing (MIN(?file) AS ?value) (MIN(STR(?title)) AS ?beside) WHERE {{
  ?thing anugerah:sourceName ?file . OPTIONAL {{ ?thing dcterms:title ?title }}
}} GROUP BY ?thing ORDER BY ?value LIMIT {number}"""


def document(iri: str) -> str:
    """Return the query for a concise bounded description with incoming links and labels."""
    thing = term(iri)
    return f"""{_PROLOGUE}
CONSTRUCT {{ {thing} ?p ?o . ?o ?bp ?bo . ?s ?q {thing} . ?n rdfs:label ?label }}
WHERE {{
  {{ {thing} ?p ?o . OPTIONAL {{ ?o ?bp ?bo FILTER(isBlank(?o)) }} }}
  UNION {{ {{ SELECT ?s ?q WHERE {{ ?s ?q {thing} }} LIMIT {INCOMING_LIMIT} }} }}
  UNION {{ {thing} ?any ?n . ?n rdfs:label ?label FILTER(isIRI(?n)) }}
  UNION {{
    {{ SELECT ?n WHERE {{ ?n ?any {thing} }} LIMIT {INCOMING_LIMIT} }}
    ?n rdfs:label ?label
  }}
}}"""


def graph(iri: str) -> str:
    """Return the query for all statements of a named graph."""
    return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {term(iri)} {{ ?s ?p ?o }} }}"


def graph_rows(iri: str) -> str:
    """Return the query for the statements of a named graph, as a page shows them."""
    return f"""SELECT ?s ?p ?o WHERE {{ GRAPH {term(iri)} {{ ?s ?p ?o }} }}
ORDER BY ?s ?p ?o LIMIT {OUTGOING_LIMIT}"""


def outgoing(iri: str) -> str:
    """Return the query for what the graph says of the thing."""
    return f"SELECT ?p ?o WHERE {{ {term(iri)} ?p ?o }} ORDER BY ?p ?o LIMIT {OUTGOING_LIMIT}"


def incoming(iri: str) -> str:
    """Return the query for what points to the thing; one row more than is shown."""
    return f"""SELECT ?s ?p WHERE {{ ?s ?p {term(iri)} FILTER(isIRI(?s)) }}
ORDER BY ?p ?s LIMIT {INCOMING_LIMIT + 1}"""


def evidence(iri: str) -> str:
    """Return the query for the passages and citations that support the thing."""
    return _evidence(f"?evidence anugerah:supports {term(iri)} . BIND({term(iri)} AS ?fact)")


def evidence_from(iri: str) -> str:
    """Return the query for what the passages of a source support."""
    return _evidence(f"?evidence oa:hasSource {term(iri)} ; anugerah:supports ?fact .")


def _evidence(pattern: str) -> str:
    return f"""{_PROLOGUE}
SELECT ?evidence ?source ?fact ?passage ?quote ?property ?rule ?confidence ?doubtful ?note
WHERE {{
  {pattern}
  ?evidence oa:hasSource ?source .
  OPTIONAL {{ ?evidence oa:hasSelector ?passage . ?passage oa:exact ?quote ; oa:start ?start }}
  OPTIONAL {{ ?evidence anugerah:aboutProperty ?property }}
  OPTIONAL {{ ?evidence anugerah:byRule ?rule }}
  OPTIONAL {{ ?evidence anugerah:confidence ?confidence }}
  OPTIONAL {{ ?evidence anugerah:doubtful ?doubtful }}
  OPTIONAL {{ ?evidence skos:note ?note }}
}} ORDER BY ?source ?start ?passage ?fact ?property ?evidence LIMIT {EVIDENCE_LIMIT}"""


def sources(iris: Iterable[str]) -> str:
    """Return the query for what is known of sources."""
    values = " ".join(term(iri) for iri in iris)
    return _sources(f"VALUES ?source {{ {values} }} OPTIONAL {{ ?source anugerah:sourceName ?f }}")


def sources_of_files(files: Iterable[str]) -> str:
    """Return the query for what is known of the articles in files of these names."""
    values = " ".join(str(Literal(name)) for name in files)
    return _sources(f"VALUES ?f {{ {values} }} ?source anugerah:sourceName ?f .")


def _sources(pattern: str) -> str:
    return f"""{_PROLOGUE}
SELECT ?source (SAMPLE(?f) AS ?file) (MIN(STR(?t)) AS ?title) (MIN(STR(?l)) AS ?label)
  (MIN(STR(?p)) AS ?publisher) (MIN(STR(?d)) AS ?issued)
WHERE {{
  {pattern}
  OPTIONAL {{ ?source dcterms:title ?t }}
  OPTIONAL {{ ?source rdfs:label ?l }}
  OPTIONAL {{ ?source dcterms:publisher ?by . ?by rdfs:label ?p }}
  OPTIONAL {{ ?source dcterms:issued ?d }}
}} GROUP BY ?source"""


def quotes(iris: Iterable[str]) -> str:
    """Return the query for the passages of sources and where they start."""
    values = " ".join(term(iri) for iri in iris)
    return f"""{_PROLOGUE}
SELECT DISTINCT ?source ?start ?quote WHERE {{
  VALUES ?source {{ {values} }}
  ?evidence oa:hasSource ?source ; oa:hasSelector ?passage .
  ?passage oa:start ?start ; oa:exact ?quote .
}}"""


def labels(iris: Iterable[str]) -> str:
    """Return the query for the labels of things."""
    values = " ".join(term(iri) for iri in iris)
    return f"""{_PROLOGUE}
SELECT ?iri ?label WHERE {{ VALUES ?iri {{ {values} }} ?iri {_LABELS} ?label }}"""


def latest_editions(number: int) -> str:
    """Return the query for the newest editions that someone won in."""
    return f"""{_PROLOGUE}
SELECT ?edition (MIN(?l) AS ?label) (MIN(?a) AS ?award) (MAX(?y) AS ?year) (MAX(STR(?d)) AS ?date)
  (COUNT(DISTINCT ?conferral) AS ?awards)
WHERE {{
  ?conferral anugerah:conferredIn ?edition .
  ?edition rdfs:label ?l ; anugerah:editionOf ?a ; anugerah:year ?y .
  OPTIONAL {{ ?edition anugerah:ceremonyDate ?ofEdition }}
  OPTIONAL {{ ?conferral anugerah:conferredOn ?own }}
  BIND(COALESCE(?ofEdition, ?own) AS ?d)
}}
GROUP BY ?edition ORDER BY DESC(?year) DESC(?date) ?label LIMIT {number}"""


def recipients(editions: Iterable[str]) -> str:
    """Return the query for who won what in these editions, the best ranks first."""
    values = " ".join(term(iri) for iri in editions)
    return f"""{_PROLOGUE}
SELECT ?edition ?conferral (MIN(?c) AS ?category) (MIN(?n) AS ?name) (MIN(?r) AS ?rank) WHERE {{
  VALUES ?edition {{ {values} }}
  ?conferral anugerah:conferredIn ?edition ; anugerah:recipient ?recipient .
  ?recipient rdfs:label ?n .
  OPTIONAL {{ ?conferral anugerah:inCategory ?ofAward . ?ofAward rdfs:label ?c }}
  OPTIONAL {{ ?conferral anugerah:rank ?r }}
}}
GROUP BY ?edition ?conferral ORDER BY ?category (COALESCE(?rank, 9999)) ?name"""


ARTICLES_PAGE = 100


def articles(page: int) -> str:
    """Return the query for one page of the articles, and one more if it is not the last."""
    return f"""{_PROLOGUE}
SELECT ?article ?name (SAMPLE(?t) AS ?title) (SAMPLE(?d) AS ?issued) WHERE {{
  ?article a anugerah:Article ; anugerah:sourceName ?name .
  OPTIONAL {{ ?article dcterms:title ?t }}
  OPTIONAL {{ ?article dcterms:issued ?d }}
}}
GROUP BY ?article ?name ORDER BY ?name
LIMIT {ARTICLES_PAGE + 1} OFFSET {(page - 1) * ARTICLES_PAGE}"""


def terms(iri: str) -> str:
    """Return the query for the terms of an ontology: class or property, labels, definitions."""
    return f"""{_PROLOGUE}
SELECT ?term ?type ?label ?definition ?parent ?domain ?range WHERE {{
  GRAPH {term(iri)} {{
    ?term a ?type .
    OPTIONAL {{ ?term rdfs:label ?label }}
    OPTIONAL {{ ?term skos:definition|rdfs:comment ?definition }}
    OPTIONAL {{ ?term rdfs:subClassOf|rdfs:subPropertyOf ?parent FILTER(isIRI(?parent)) }}
    OPTIONAL {{ ?term rdfs:domain ?domain FILTER(isIRI(?domain)) }}
    OPTIONAL {{ ?term rdfs:range ?range FILTER(isIRI(?range)) }}
    FILTER(?type IN (owl:Class, owl:ObjectProperty, owl:DatatypeProperty, owl:AnnotationProperty))
  }}
  FILTER(STRSTARTS(STR(?term), "{PREFIXES["anugerah"]}"))
}} ORDER BY ?term"""
