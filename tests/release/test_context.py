from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib.namespace import RDFS

from anugerah.namespaces import ANUGERAH, BASE
from anugerah.release.context import Context
from anugerah.validation import Report, Shapes

EDITION = f"{BASE}id/edition/iga-2024"
AWARD = f"{BASE}id/award/iga"


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.load()


def _edition(year: int) -> list[ox.Quad]:
    text = f"""
        <{EDITION}> a <{ANUGERAH.Edition}> ; <{RDFS.label}> "IGA 2024" ;
          <{ANUGERAH.editionOf}> <{AWARD}> ; <{ANUGERAH.year}> {year} ."""
    return list(ox.parse(text, ox.RdfFormat.TURTLE))


def _context(*extra: str) -> Context:
    text = f'<{AWARD}> a <{ANUGERAH.Award}> ; <{RDFS.label}> "IGA" . ' + " ".join(extra)
    return Context(ox.parse(text, ox.RdfFormat.TURTLE))


def test_what_is_described_elsewhere_counts(shapes: Shapes) -> None:
    assert not Context([]).judge(_edition(2024), shapes).conforms
    assert _context().judge(_edition(2024), shapes).conforms


def test_faults_of_other_descriptions_are_not_the_graphs(shapes: Shapes) -> None:
    broken = _context(f'<{AWARD}> <{ANUGERAH.firstYear}> "lama" .')
    assert not shapes.validate(broken.around(_edition(2024))).conforms
    assert broken.judge(_edition(2024), shapes).conforms


def test_own_faults_count(shapes: Shapes) -> None:
    assert not _context().judge(_edition(24), shapes).conforms


def test_what_cannot_be_checked_is_no_foreign_fault(
    shapes: Shapes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Report:
        raise RecursionError("too deep")

    monkeypatch.setattr("pyshacl.validate", fail)
    assert not _context().judge(_edition(2024), shapes).conforms
