"""Write generated award articles, as many as asked: python -m benchmarks.articles 1000 --out DIR.

The articles are Indonesian, of about 2,000 characters, and skewed as news are: a few governments
and awards are reported often, most seldom. Some are winner lists, some tell of histories, officials
and innovations, some are traps (targets, nominations, visits of a jury), some are reprints or
near-copies of another. The same seed gives the same articles.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import yaml

from anugerah import resources
from anugerah.namespaces import ANUGERAH, BASE

_MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
_DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
_LEVELS = {
    "ProvincialGovernment": ("Provinsi", "Pemerintah Provinsi", "Pemprov", "Gubernur"),
    "RegencyGovernment": ("Kabupaten", "Pemerintah Kabupaten", "Pemkab", "Bupati"),
    "CityGovernment": ("Kota", "Pemerintah Kota", "Pemkot", "Wali Kota"),
}
_LENGTH = 2_000
_KINDS = {"win": 0.62, "list": 0.08, "trap": 0.18, "reprint": 0.05, "near-copy": 0.07}


@dataclass(frozen=True)
class Government:
    """A government of the reference graph, with the words for its level."""

    name: str
    level: str
    body: str
    short_body: str
    office: str


@dataclass(frozen=True)
class Generated:
    """An article with the name under which it is stored."""

    name: str
    text: str


class Newsroom:
    """Writes articles; what it writes depends on the seed alone."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        text = Path(__file__).with_name("articles.yaml").read_text("utf-8")
        self._phrases: dict[str, Any] = yaml.safe_load(text)
        self._governments = _governments()
        self._random.shuffle(self._governments)
        self._by_rank = _zipf(len(self._governments), 0.8)
        self._award_ranks = _zipf(len(self._phrases["awards"]), 1.0)
        self._recent: list[str] = []

    def articles(self, count: int) -> Iterator[Generated]:
        """Yield `count` articles."""
        for number in range(count):
            (kind,) = self._random.choices(list(_KINDS), list(_KINDS.values()))
            yield Generated(f"{number:07d}", self._article(kind))

    def _article(self, kind: str) -> str:
        if kind == "reprint" and self._recent:
            return self._random.choice(self._recent)
        if kind == "near-copy" and self._recent:
            former = self._random.choice(self._recent)
            site = self._random.choice(self._phrases["sites"])
            return f"{former}\n\n{self._one('noise')}\n\nSumber: {site}"
        words = self._words()
        paragraphs = [self._random.choice(self._phrases["titles_of_articles"]).format(**words)]
        paragraphs.append(self._one("trap" if kind == "trap" else kind, "win").format(**words))
        if kind == "list":
            paragraphs += self._winners(words)
        elif kind != "trap":
            paragraphs += self._details()
        while sum(map(len, paragraphs)) < _LENGTH * self._random.uniform(0.85, 1.05):
            paragraphs.append(self._one("filler" if self._random.random() < 0.7 else "quotes"))
        text = "\n\n".join(paragraphs).format(**words)
        self._recent = [*self._recent[-200:], text]
        return text

    def _details(self) -> list[str]:
        chosen = [
            self._one(kind)
            for kind, odds in (("history", 0.3), ("official", 0.6), ("innovation", 0.5))
            if self._random.random() < odds
        ]
        return [self._one("quotes"), *chosen, self._one("noise")]

    def _winners(self, words: dict[str, Any]) -> list[str]:
        lines = [
            f"{number}. {government.level} {government.name}"
            for number, government in enumerate(self._some(words["count"]), start=1)
        ]
        return [self._phrases["list_head"].format(**words), "\n".join(lines)]

    def _words(self) -> dict[str, Any]:
        chance = self._random
        (government,) = self._some(1)
        (award,) = chance.choices(self._phrases["awards"], cum_weights=self._award_ranks)
        day = date(2008, 1, 1) + timedelta(days=int(6_850 * chance.random() ** 0.5))
        year = day.year
        # A government keeps its head for a term of five years.
        term = random.Random(f"{government.level} {government.name} {year // 5}")
        name = self._person(term)
        category = chance.choice(award["categories"]).format(level=government.level)
        agency = term.choice(self._phrases["agencies"])
        return {
            "award": award["name"],
            "by": award["by"],
            "giver": award["giver"],
            "giver_name": self._person(random.Random(f"{award['giver']}-{year // 5}")),
            "as_category": f" kategori {category}" if category else "",
            "year": year,
            "next_year": year + 1,
            "year_1": year - 2,
            "year_2": year - 1,
            "ordinal": chance.choice(["kedua", "ketiga", "keempat", "kelima"]),
            "body": f"{government.body} {government.name}",
            "short_body": government.short_body,
            "short": f"{government.short_body} {government.name}",
            "office": government.office,
            "area": government.name,
            "area_caps": government.name.upper(),
            "place": f"{government.level} {government.name}",
            "name": f"{term.choice(self._phrases['titles'])}{name}"
            f"{term.choice(self._phrases['degrees'])}",
            "nick": name.split()[0],
            "agency": agency,
            "head": self._person(term),
            "secretary": self._person(term),
            "innovation": chance.choice(self._phrases["innovations"]),
            "innovation_2": chance.choice(self._phrases["innovations"]),
            "purpose": chance.choice(self._phrases["purposes"]),
            "number": chance.randrange(12, 300),
            "count": chance.randrange(5, 25),
            "site": chance.choice(self._phrases["sites"]),
            "venue": chance.choice(self._phrases["venues"]),
            "town": (town := chance.choice(self._phrases["towns"])),
            "town_caps": town.upper(),
            "date": f"{_DAYS[day.weekday()]} ({day.day}/{day.month}/{year})"
            if chance.random() < 0.6
            else f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {year}",
        }

    def _some(self, count: int) -> list[Government]:
        chosen = self._random.choices(self._governments, cum_weights=self._by_rank, k=count)
        return list(dict.fromkeys(chosen))

    def _one(self, *kinds: str) -> str:
        kind = next(kind for kind in kinds if kind in self._phrases)
        phrase: str = self._random.choice(self._phrases[kind])
        return phrase

    def _person(self, chance: random.Random) -> str:
        parts = [chance.choice(self._phrases[f"{part}_names"]) for part in _PARTS]
        return " ".join(part for part in parts if part)


_PARTS = ("first", "middle", "last")


def write_jsonl(articles: Iterator[Generated], path: Path) -> None:
    """Write `articles` to one file, one JSON object a line."""
    with path.open("w", encoding="utf-8") as file:
        for article in articles:
            line = {"source": article.name, "text": article.text}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def write_files(articles: Iterator[Generated], folder: Path) -> None:
    """Write each of `articles` to a file of its own, a thousand a folder."""
    for article in articles:
        shelf = folder / article.name[:-3]
        shelf.mkdir(parents=True, exist_ok=True)
        (shelf / f"{article.name}.txt").write_text(article.text, encoding="utf-8")


def _governments() -> list[Government]:
    kinds: dict[str, str] = {}
    names: dict[str, str] = {}
    path = resources.reference() / "governments.ttl"
    for triple in ox.parse(path=path, format=ox.RdfFormat.TURTLE, base_iri=BASE):
        if isinstance(triple.subject, ox.NamedNode) and not isinstance(triple.object, ox.Triple):
            subject, value = triple.subject.value, triple.object.value
            if triple.predicate.value == str(ANUGERAH.plainName):
                names[subject] = value
            elif value.removeprefix(str(ANUGERAH)) in _LEVELS:
                kinds[subject] = value.removeprefix(str(ANUGERAH))
    return [Government(names[iri], *_LEVELS[kind]) for iri, kind in sorted(kinds.items())]


def _zipf(count: int, exponent: float) -> Sequence[float]:
    return list(accumulate(1 / rank**exponent for rank in range(1, count + 1)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many articles")
    parser.add_argument("--out", type=Path, required=True, metavar="PATH", help="folder or .jsonl")
    parser.add_argument("--seed", type=int, default=0, metavar="N")
    options = parser.parse_args()
    articles = Newsroom(options.seed).articles(options.count)
    if options.out.suffix == ".jsonl":
        write_jsonl(articles, options.out)
    else:
        write_files(articles, options.out)


if __name__ == "__main__":
    main()
