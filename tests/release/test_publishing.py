from __future__ import annotations

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from anugerah.errors import AnugerahError
from anugerah.release import Release, open_release, publishing
from anugerah.release.publishing import Judging, publish_rdf

TURTLE = """
@prefix : <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Dog a owl:Class ; rdfs:subClassOf :Animal . :Animal a owl:Class .
:rex a :Dog ; rdfs:label "Réx"@id , "a <b> .\\n c" ; :owner [ :name "Ani" ] ; :legs 4 .
"""
TRIG = """
@prefix : <http://example.org/> .
:g { :rex :owner [ :name "Budi" ] . :tom a :Cat . }
:h { :tom a :Cat . }
:tom :age 3 .
"""
SHAPES = """
@prefix : <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
:DogShape a sh:NodeShape ; sh:targetClass :Dog ;
  sh:property [ sh:path :legs ; sh:maxCount 1 ; sh:message "A dog has one number of legs."@en ] .
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    turtle, trig = tmp_path / "dogs.ttl", tmp_path / "cats.trig.gz"
    turtle.write_text(TURTLE, encoding="utf-8")
    trig.write_bytes(gzip.compress(TRIG.encode()))
    return [turtle, trig]


def dataset(quads: object) -> ox.Dataset:
    """Return a data set whose blank nodes have canonical names, so that two can be compared."""
    found = ox.Dataset(quads)  # type: ignore[arg-type]
    found.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return found


def expected() -> ox.Dataset:
    store = ox.Store()
    store.load(TURTLE, ox.RdfFormat.TURTLE)
    store.load(TRIG, ox.RdfFormat.TRIG)
    return dataset(store)


def stored(release: Release) -> ox.Dataset:
    store = ox.Store.read_only(str(release.store_path))
    return dataset(quad for quad in store if ".well-known" not in str(quad.graph_name))


def test_everything_stays_as_it_stands(files: list[Path], tmp_path: Path) -> None:
    release = publish_rdf(files, tmp_path / "out", title="Animals")
    assert open_release(tmp_path / "out").id == release.id
    assert stored(release) == expected()
    for ending, syntax in (("trig", ox.RdfFormat.TRIG), ("nq.gz", ox.RdfFormat.N_QUADS)):
        content = (release.dumps_path / f"anugerah.{ending}").read_bytes()
        text = gzip.decompress(content) if ending.endswith("gz") else content
        assert dataset(ox.parse(text, syntax)) == expected()
    assert "Animals" in (release.path / "description.ttl").read_text("utf-8")
    assert release.manifest["counts"]["triples"] == 10
    assert release.manifest["counts"]["articles"] == 0


def test_the_same_files_give_the_same_bytes(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = publish_rdf(files, tmp_path / "one")
    monkeypatch.setattr(publishing, "RUN", 2)
    other = publish_rdf(files, tmp_path / "other")
    assert one.id == other.id
    assert one.manifest["dumps"] == other.manifest["dumps"]


def test_inference_is_asked_for(files: list[Path], tmp_path: Path) -> None:
    release = publish_rdf(files, tmp_path / "out", judging=Judging(infer=True))
    store = ox.Store.read_only(str(release.store_path))
    prefix = "PREFIX : <http://example.org/>"
    assert store.query(f"{prefix} ASK {{ :rex a :Animal . :tom a :Cat }}")
    assert store.query(f"{prefix} ASK {{ GRAPH :g {{ :tom a :Cat }} }}")
    assert not store.query(f"{prefix} ASK {{ GRAPH :g {{ ?x a :Animal }} }}")


def test_shapes_are_asked_for(files: list[Path], tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(SHAPES, encoding="utf-8")
    judging = Judging(shapes=(shapes,))
    release = publish_rdf(files, tmp_path / "out", judging=judging)
    files[0].write_text(TURTLE.replace(":legs 4", ":legs 4 , 5"), encoding="utf-8")
    with pytest.raises(AnugerahError, match="A dog has one number of legs"):
        publish_rdf(files, tmp_path / "out", judging=judging)
    assert open_release(tmp_path / "out").id == release.id


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.ttl", "<a> <b> ", "can't be read as Turtle"),
        ("x.doc", "", "no ending of an RDF syntax"),
        ("x.nt.gz", "no gzip", "can't be read as N-Triples"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AnugerahError, match=said):
        publish_rdf([path], tmp_path / "out")
