"""What several articles say together, in graphs made to join."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from anugerah.errors import AnugerahError
from anugerah.inference import infer
from anugerah.namespaces import BASE, PREFIXES
from anugerah.release.collecting import Contents
from anugerah.release.crew import Processes
from anugerah.release.ground import ground
from anugerah.release.joining import join
from anugerah.release.ledger import Entry
from anugerah.release.reading import close_over
from anugerah.release.shards import Batch, ReadArticle, Shelf
from anugerah.release.writing import write_whole

HEAD = f"@base <{BASE}id/> .\n" + "".join(
    f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()
)


def contents(folder: Path, *graphs: str) -> Contents:
    """Return contents in which each of `graphs` (Turtle) is what an article says."""
    shelf, found = Shelf(folder, BASE), Contents()
    for number, text in enumerate(graphs):
        digest = f"{number:016x}"
        name = ox.NamedNode(f"{BASE}graph/{digest}")
        quads = [
            ox.Quad(quad.subject, quad.predicate, quad.object, name)
            for quad in ox.parse(HEAD + text, ox.RdfFormat.TURTLE)
        ]
        batch = Batch(BASE)
        read = ReadArticle(str(number), Entry(str(number), "accepted", digest, name.value))
        close_over(ground(), read, quads, batch)
        batch.articles.append(read)
        shard = shelf.add(batch.files())
        found.articles.append((shard, shard.articles[0]))
    return found


def default_graph(folder: Path, found: Contents) -> set[str]:
    joined = join(found, ground())
    dumps = folder / "draft" / "release" / "dumps"
    dumps.parent.mkdir(parents=True)
    with Processes(1) as crew:
        written = write_whole(
            dumps, dumps.with_name("store"), found, joined, ground(), crew, lambda *_: None
        )
    assert written.problems == []
    lines = gzip.decompress((dumps / "anugerah.nt.gz").read_bytes())
    return set(lines.decode().splitlines())


def whole(*graphs: str) -> Iterator[str]:
    store = ox.Store()
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in ground().quads)
    for text in graphs:
        store.extend(ox.parse(HEAD + text, ox.RdfFormat.TURTLE))
    infer(store, ground().rules)
    return (f"{quad} ." for quad in store)


@pytest.mark.parametrize(
    "graphs",
    [
        (
            "<innovation/x> anugerah:runBy <agency/y> .",
            "<agency/y> anugerah:agencyOf <government/kota-batu> .",
        ),
        (
            "<person/a> anugerah:holdsTenure <tenure/t> .",
            "<tenure/t> anugerah:inOffice <office/o> .",
            "<office/o> anugerah:officeAt <government/kota-batu> .",
        ),
        (
            "<government/kota-batu> anugerah:received <conferral/c> .",
            "<conferral/c> anugerah:conferredIn <edition/iga-2019> .",
        ),
        (
            "<conferral/c> anugerah:recipient <organisation/b> .",
            "<conferral/c> anugerah:recipient <organisation/a> .",
            '<organisation/b> rdfs:label "B" ; anugerah:gives <award/iga> .',
        ),
        (
            "<conferral/c> anugerah:recipient <agency/a> .",
            "<conferral/c> anugerah:recipient <government/kota-batu> .",
            "<government/kota-batu> anugerah:received <conferral/d> .",
        ),
        ('wd:Q11156 rdfs:label "Kota Batu" .', "<conferral/c> anugerah:recipient wd:Q11156 ."),
    ],
)
def test_together_they_are_the_inference_over_the_whole(
    graphs: tuple[str, ...], tmp_path: Path
) -> None:
    ours = default_graph(tmp_path, contents(tmp_path / "shelf", *graphs))
    theirs = set(whole(*graphs))
    assert not sorted(ours - theirs), "more than over the whole"
    assert not sorted(theirs - ours), "less than over the whole"


def test_articles_that_make_different_things_the_same(tmp_path: Path) -> None:
    found = contents(
        tmp_path,
        "<agency/x> anugerah:atLevel <level/agency> .",
        "<agency/x> anugerah:atLevel <level/city> .",
    )
    with pytest.raises(AnugerahError, match="contradicts the ontology"):
        join(found, ground())


def test_articles_that_contradict_each_other(tmp_path: Path) -> None:
    found = contents(tmp_path, "<x> a anugerah:Person .", "<x> a anugerah:Award .")
    with pytest.raises(AssertionError, match="exclude each other"):
        default_graph(tmp_path, found)
