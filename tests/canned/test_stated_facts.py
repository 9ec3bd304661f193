"""The four queries that tell, row by row, what each source states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

Run = Callable[..., list[dict[str, str | None]]]

BASE = "https://w3id.org/anugerah/"
BENGKULU = f"{BASE}id/conferral/iga-2022-kota-terinovatif-kota-bengkulu"


def test_a_conferral_in_an_article(run: Run) -> None:
    (row,) = [r for r in run("conferrals", source="karangan_a") if r["conferral"] == BENGKULU]
    names = [row.pop(column) or "" for column in ("conferrer",)]
    assert sorted(names[0].split(" dan ")) == [
        "Badan Strategi Kebijakan Dalam Negeri",
        "Kementerian Dalam Negeri",
    ]
    assert row == {
        "source": "karangan_a",
        "article": f"{BASE}article/00000000000000a1",
        "conferral": BENGKULU,
        "award": f"{BASE}id/award/iga",
        "awardLabel": "Innovative Government Award",
        "year": "2022",
        "category": "Kota Terinovatif",
        "recipient": f"{BASE}id/government/kota-bengkulu",
        "recipientLabel": "Bengkulu",
        "recipientLevel": "city",
        "date": "2022-12-23",
        "venue": "Gedung Sasana Bhakti Praja",
        "place": "Jakarta",
        "presentedBy": "Siti Rahma",
        "acceptedBy": "Dedi Karangan",
        "rank": "4",
        "score": None,
        "quote": "Kota Bengkulu meraih IGA 2022.",
    }


def test_each_source_has_its_own_row_and_values(run: Run) -> None:
    rows = run("conferrals", recipient="kota-bengkulu", year="2022", award="iga")
    told = {row["source"]: (row["date"], row["acceptedBy"], row["rank"]) for row in rows}
    assert len(rows) == len(told) == 4
    assert told["karangan_a"] == ("2022-12-23", "Dedi Karangan", "4")
    assert told["karangan_b"] == ("2022-12-24", "Rudi Contoh", None)
    pages = [source for source in told if source and source.startswith("https://")]
    assert len(pages) == 2
    assert all(told[page] == (None, None, None) for page in pages)


def test_conferrals_lists_every_fact_of_every_source_once(run: Run) -> None:
    rows = run("conferrals")
    keys = Counter((row["source"], row["conferral"]) for row in rows)
    assert set(keys.values()) == {1}
    articles = [row for row in rows if (row["source"] or "").startswith("karangan")]
    assert len(articles) == 4
    assert len({row["conferral"] for row in rows}) == 376 + 2


def test_a_conferral_without_category_has_none(run: Run) -> None:
    (row,) = run("conferrals", recipient="kabupaten-boyolali", year="2024")
    assert row["category"] is None
    assert row["source"] == row["article"]
    assert row["quote"] is None


def test_officials(run: Run) -> None:
    columns = ("source", "personLabel", "role", "acting", "organisationLabel", "organisationLevel")
    assert [tuple(row[column] for column in columns) for row in run("officials")] == [
        ("karangan_a", "Dedi Karangan", "Wali Kota", "true", "Kota Bengkulu", "city"),
        (
            "karangan_a",
            "Siti Rahma",
            "Wakil Menteri Dalam Negeri",
            "false",
            "Kementerian Dalam Negeri",
            "other",
        ),
        (
            "karangan_b",
            "Rudi Contoh",
            "Kepala Dinas Kesehatan",
            "false",
            "Dinas Kesehatan Kota Bengkulu",
            "agency",
        ),
    ]
    (row,) = run("officials", organisation="kota-bengkulu")
    assert row["person"] == f"{BASE}id/person/dedi-karangan-bengkulu"


def test_innovations(run: Run) -> None:
    expected = {
        "source": "karangan_a",
        "article": f"{BASE}article/00000000000000a1",
        "innovation": f"{BASE}id/innovation/kota-bengkulu/perahu-sehat",
        "innovationLabel": "Perahu Sehat",
        "government": f"{BASE}id/government/kota-bengkulu",
        "governmentLabel": "Kota Bengkulu",
        "agency": "Dinas Kesehatan Kota Bengkulu",
        "quote": "inovasi Perahu Seha",
    }
    assert run("innovations") == [expected]
    assert run("innovations", government="kota-bengkulu") == [expected]
    assert run("innovations", government="kota-batu") == []


def test_innovation_counts(run: Run) -> None:
    expected = {
        "source": "karangan_a",
        "article": f"{BASE}article/00000000000000a1",
        "government": f"{BASE}id/government/kota-bengkulu",
        "governmentLabel": "Kota Bengkulu",
        "year": "2022",
        "count": "51",
        "quote": "mengikutkan 51 ino",
    }
    assert run("innovation-counts") == [expected]
    assert run("innovation-counts", source="karangan_b") == []
