from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, RDF, RDFS

from anugerah import iris, resources
from anugerah.namespaces import ANUGERAH
from anugerah.reference.__main__ import main
from anugerah.reference.table import TableError
from anugerah.reference.turtle import to_turtle
from anugerah.reference.writing import write_reference

FILES = [
    "reference/governments.ttl",
    "reference/organisations.ttl",
    "reference/awards.ttl",
    "curated/iga.ttl",
]


@pytest.fixture
def copied(tables: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tables, tmp_path / "tables"))


def test_the_committed_files_are_what_the_tables_give(tables: Path, tmp_path: Path) -> None:
    assert write_reference(tables, tmp_path) == [tmp_path / name for name in FILES]
    for name in FILES:
        committed = resources.reference().parent / name
        assert (tmp_path / name).read_bytes() == committed.read_bytes(), name


def test_the_command_writes_and_tells_the_files(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tables), "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out.split() == [str(tmp_path / name) for name in FILES]


def test_the_command_tells_a_missing_folder_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="1"):
        main([str(tmp_path / "nowhere"), "--out", str(tmp_path)])
    message = capsys.readouterr().err
    assert message.startswith("python -m anugerah.reference: There is no table")
    assert message.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "governments.csv",
            "19.71,1971,city",
            "19.71,1971,town",
            "governments.csv, line 186, column 'level': 'town' is none of",
        ),
        (
            "governments.csv",
            "19.71,1971,city,Pangkal Pinang,Kota Pangkal Pinang,19",
            "19.71,1971,city,Pangkal Pinang,Kota Pangkal Pinang,99",
            "governments.csv, line 186, column 'province_code': no row has this code",
        ),
        (
            "governments.csv",
            "19.02,1902,regency,Belitung",
            "19.02,1902,regency,Bangka",
            "column 'name': the slug kabupaten-bangka is that of line",
        ),
        (
            "governments_extra.csv",
            "\n19.71,",
            "\n19.79,",
            "column 'code': '19.79' is not in governments.csv",
        ),
        (
            "organisations.csv",
            "kemendagri,Kem",
            "Kemendagri,Kem",
            "organisations.csv, line 2, column 'id': 'Kemendagri' is not lower-case",
        ),
        (
            "awards.csv",
            ",kemendagri|bskdn,2007,",
            ",kemendagri|nobody,2007,",
            "awards.csv, line 2, column 'conferrer': 'nobody' is not in organisations.csv",
        ),
        (
            "awards_sources.csv",
            "kipp,http",
            "kip,http",
            "awards_sources.csv, line 4, column 'id': 'kip' is not in awards.csv",
        ),
        (
            "iga_winners.csv",
            "2017,Provinsi Terinovatif,,province,Sumatera Selatan,16,",
            "2017,Provinsi Terinovatif,,regency,Sumatera Selatan,16,",
            "iga_winners.csv, line 2, column 'level': Provinsi Sumatera Selatan is a province",
        ),
        (
            "iga_winners.csv",
            "2017,Provinsi Terinovatif,,province,Sumatera Selatan,16,",
            "2017,Provinsi Inovatif,,province,Sumatera Selatan,16,",
            "winner-lists.csv, line 2, column 'announced': 2 winners are known but 3 announced",
        ),
        (
            "iga_editions.csv",
            "\n2017,",
            "\n2016,",
            "iga_editions.csv has no row for 2017, the year of a winner; add it.",
        ),
    ],
)
def test_a_bad_table_is_told_and_nothing_is_written(
    copied: Path, tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    path = copied / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TableError) as caught:
        write_reference(copied, tmp_path / "out")
    assert message in str(caught.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("reference", {Literal("Reference data", lang="en"), Literal("Data acuan", lang="id")}),
        (
            "curated",
            {Literal("Curated facts", lang="en"), Literal("Fakta hasil kurasi", lang="id")},
        ),
    ],
)
def test_each_file_says_of_which_graph_it_is_a_part(name: str, labels: set[Literal]) -> None:
    for file in (file for file in FILES if file.startswith(name)):
        graph = Graph().parse(resources.reference().parent / file)
        assert (iris.graph(name), RDF.type, ANUGERAH.FactGraph) in graph
        assert set(graph.objects(iris.graph(name), RDFS.label)) == labels
        assert list(graph.objects(iris.graph(name), DCTERMS.source))


def test_turtle_keeps_every_term() -> None:
    graph = Graph()
    subject = iris.thing("government", "kota-batu")
    for value in [
        Literal('tanda "kutip", garis miring \\ dan\nbaris'),
        Literal("city", lang="en"),
        Literal(5),
        Literal(True),
        Literal("2024-12-05", datatype=URIRef("http://www.w3.org/2001/XMLSchema#date")),
        Literal("70", datatype=URIRef("http://www.w3.org/2001/XMLSchema#decimal")),
        Literal("7.5", datatype=URIRef("http://www.w3.org/2001/XMLSchema#decimal")),
        URIRef("https://example.org/a?b=c&d#e"),
        ANUGERAH.Award,
    ]:
        graph.add((subject, ANUGERAH.plainName, value))
    text = to_turtle(graph, "One.\nTwo.")
    assert text.startswith("# One.\n# Two.\n@base <https://w3id.org/anugerah/> .\n")
    assert isomorphic(Graph().parse(data=text, format="turtle"), graph)
