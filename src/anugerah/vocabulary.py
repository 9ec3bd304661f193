"""The terms of the project's namespaces as pyoxigraph nodes, for code that handles many of them."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib.namespace import DCTERMS as _DCTERMS
from rdflib.namespace import FOAF as _FOAF
from rdflib.namespace import PROV as _PROV
from rdflib.namespace import RDF as _RDF
from rdflib.namespace import RDFS as _RDFS
from rdflib.namespace import SDO as _SDO
from rdflib.namespace import SKOS as _SKOS
from rdflib.namespace import XSD as _XSD

from anugerah import namespaces


class Vocabulary:
    """A namespace whose terms are its attributes; each term is made once."""

    def __init__(self, namespace: str) -> None:
        """Take the IRI that the terms begin with."""
        self._namespace = namespace

    def __getattr__(self, name: str) -> ox.NamedNode:
        """Return the term `name`."""
        term = ox.NamedNode(f"{self._namespace}{name}")
        setattr(self, name, term)
        return term


ANUGERAH = Vocabulary(str(namespaces.ANUGERAH))
DCTERMS = Vocabulary(str(_DCTERMS))
FOAF = Vocabulary(str(_FOAF))
OA = Vocabulary(str(namespaces.OA))
PROV = Vocabulary(str(_PROV))
RDF = Vocabulary(str(_RDF))
RDFS = Vocabulary(str(_RDFS))
SDO = Vocabulary(str(_SDO))
SKOS = Vocabulary(str(_SKOS))
XSD = Vocabulary(str(_XSD))
