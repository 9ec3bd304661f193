from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import VOID

from anugerah.errors import AnugerahError
from anugerah.namespaces import BASE
from anugerah.release import Release, Releases, open_release
from anugerah.release.build import build_release
from tests.paths import ROOT

ARTICLES = ROOT / "data" / "articles"
ONE = ARTICLES / "004_bd825ba39ea1ad31.txt"

# The ceremony cannot have been ten years before its own edition: a typing error, as news has them.
BROKEN = (
    "CONTOH, CONTOH.ID – Pemerintah Kota Batu meraih penghargaan Innovative Government Award (IGA) "
    "tahun 2024 sebagai Kota Sangat Inovatif dari Kementerian Dalam Negeri.\n\n"
    "Penghargaan itu diterima langsung oleh Wali Kota Batu, Rina Sari Dewi, di Jakarta, "
    "Jumat (5/12/2014).\n"
)


def test_the_five_articles_are_all_accepted(release: Release) -> None:
    assert {entry["status"] for entry in release.ledger()} == {"accepted"}
    assert release.manifest["counts"]["articles"] == 5
    assert release.manifest["counts"]["quarantined"] == 0


def test_a_broken_article_is_quarantined_and_the_rest_is_published(tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_text(BROKEN, encoding="utf-8")
    release = build_release([ONE, broken], tmp_path / "out")
    entries = {entry["source"]: entry for entry in release.ledger()}
    assert entries[ONE.stem]["status"] == "accepted"
    assert entries["broken"]["status"] == "quarantined"
    (english,) = entries["broken"]["reasons"]["en"]
    (indonesian,) = entries["broken"]["reasons"]["id"]
    assert "year" in english
    assert "tahun" in indonesian
    store = ox.Store.read_only(str(release.store_path))
    graph = ox.NamedNode(entries["broken"]["graph"])
    assert not list(store.quads_for_pattern(None, None, None, graph))
    report = json.loads((release.path / "shacl.json").read_text("utf-8"))
    assert report["conforms"] is False
    assert report["results"][0]["source"] == "broken"


def test_the_same_input_gives_the_same_bytes(release: Release, tmp_path: Path) -> None:
    again = build_release([ARTICLES], tmp_path)
    assert again.id == release.id
    for dump in release.manifest["dumps"]:
        one = (release.dumps_path / dump["file"]).read_bytes()
        assert one == (again.dumps_path / dump["file"]).read_bytes()


def test_the_lines_are_sorted_and_each_there_once(release: Release) -> None:
    data = gzip.decompress((release.dumps_path / "anugerah.nq.gz").read_bytes())
    lines = data.splitlines()
    assert lines == sorted(set(lines))
    assert len(lines) == release.manifest["counts"]["quads"]


def test_the_sums_are_those_of_the_files(release: Release) -> None:
    lines = (release.dumps_path / "SHA256SUMS").read_text("utf-8").splitlines()
    assert len(lines) == 6
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((release.dumps_path / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("ending", ["ttl", "rdf", "jsonld", "nt.gz"])
def test_every_triple_dump_holds_the_same_graph(release: Release, ending: str) -> None:
    path = release.dumps_path / f"anugerah.{ending}"
    data = gzip.decompress(path.read_bytes()) if ending.endswith("gz") else path.read_bytes()
    syntax = {
        "ttl": ox.RdfFormat.TURTLE,
        "rdf": ox.RdfFormat.RDF_XML,
        "jsonld": ox.RdfFormat.JSON_LD,
        "nt.gz": ox.RdfFormat.N_TRIPLES,
    }[ending]
    dataset = ox.Dataset(ox.parse(data, syntax))
    assert len(dataset) == release.manifest["counts"]["triples"]


def test_rdflib_reads_the_dataset_dumps(release: Release) -> None:
    data = ox.parse(path=release.dumps_path / "anugerah.trig", format=ox.RdfFormat.TRIG)
    names = {
        str(quad.graph_name.value) for quad in data if isinstance(quad.graph_name, ox.NamedNode)
    }
    assert {f"{BASE}graph/{name}" for name in ("ontology", "reference", "curated")} < names
    assert len(names) == 8


def test_each_article_graph_tells_its_source_and_its_maker(release: Release) -> None:
    store = ox.Store.read_only(str(release.store_path))
    rows = store.query(
        """
            PREFIX anugerah: <https://w3id.org/anugerah/ontology#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            SELECT ?source ?made ?when WHERE {
              GRAPH ?graph { ?graph a anugerah:FactGraph ; prov:wasDerivedFrom ?article ;
                prov:wasGeneratedBy ?made . ?article anugerah:sourceName ?source .
                ?made prov:used ?article ; prov:wasAssociatedWith ?extractor }
              GRAPH <https://w3id.org/anugerah/.well-known/void> { ?made prov:endedAtTime ?when }
            }"""
    )
    assert isinstance(rows, ox.QuerySolutions)
    assert len(list(rows)) == 5


def test_the_default_graph_holds_what_the_named_graphs_say(release: Release) -> None:
    quads = list(ox.parse(path=release.dumps_path / "anugerah.trig", format=ox.RdfFormat.TRIG))
    default = {q.triple for q in quads if isinstance(q.graph_name, ox.DefaultGraph)}
    named = [q for q in quads if not isinstance(q.graph_name, ox.DefaultGraph)]
    assert len(named) > 20_000
    assert [q for q in named if q.triple not in default] == []


def test_the_description_counts_what_is_there(release: Release) -> None:
    graph = Graph().parse(release.path / "description.ttl")
    triples = graph.value(URIRef(f"{BASE}dataset"), VOID.triples)
    assert triples == Literal(release.manifest["counts"]["triples"])


def test_a_failed_build_leaves_the_former_release_as_it_was(
    releases: Path, release: Release, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(releases, out, symlinks=True)
    empty = tmp_path / "kosong.txt"
    empty.write_text("", encoding="utf-8")
    with pytest.raises(AnugerahError, match=r"kosong\.txt is empty"):
        build_release([empty], out)
    assert open_release(out).id == release.id
    assert sorted(p.name for p in out.iterdir()) == sorted(p.name for p in releases.iterdir())
    assert not list(out.glob(".draft-*"))


def test_the_same_text_twice_is_counted_once(tmp_path: Path) -> None:
    copy = tmp_path / "salinan.txt"
    shutil.copy(ONE, copy)
    release = build_release([ONE, copy], tmp_path / "out")
    statuses = [entry["status"] for entry in release.ledger()]
    assert statuses == ["accepted", "duplicate"]


def test_documents_left_out_are_told_even_when_the_rest_is_unchanged(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = build_release([ONE], out)
    empty = tmp_path / "kosong.txt"
    empty.write_text("", encoding="utf-8")
    second = build_release([ONE, empty], out)
    assert second.id != first.id
    assert [entry["status"] for entry in second.ledger()] == ["accepted", "rejected"]


def test_a_later_build_knows_the_one_before(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = build_release([ONE], out)
    second = build_release([ONE, ARTICLES / "003_708da7edf87c27c2.txt"], out)
    assert second.manifest["previous"] == first.id
    assert [entry["unchanged"] for entry in second.ledger()] == [True, False]
    assert [r.id for r in Releases(out).all()][-1] in (first.id, second.id)
    Releases(out).point_to(first.id)
    assert open_release(out).id == first.id


def test_an_article_keeps_the_time_at_which_it_was_first_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = build_release([ONE], tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    second = build_release([ONE, ARTICLES / "003_708da7edf87c27c2.txt"], tmp_path)
    times = {entry["source"]: entry["read_at"] for entry in second.ledger()}
    assert times[ONE.stem] == first.ledger()[0]["read_at"] == "2023-11-14T22:13:20+00:00"
    assert times["003_708da7edf87c27c2"] == "2027-01-15T08:00:00+00:00"


def test_another_base_renames_every_iri(tmp_path: Path) -> None:
    release = build_release([ONE], tmp_path, base="https://data.example.org/")
    data = gzip.decompress((release.dumps_path / "anugerah.nq.gz").read_bytes()).decode()
    assert f"<{BASE}" not in data
    assert "<https://data.example.org/id/government/kota-batu>" in data
