"""What a release is made of, kept beside it so that the next one can take it over."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from anugerah.release.dumps import Block
from anugerah.release.merging import Chunk, Statistics

FILE = "makeup.json"


@dataclass(frozen=True, slots=True)
class Makeup:
    """What a release is made of.

    Attributes:
        version: the version of the reading.
        keys: those of the articles in it.
        links: pairs of articles of which the first repeats the second.
        extensible: whether statements can be added without changing others.
        statistics: its numbers.
        chunks: the chunks of its dumps, in order.
        blocks: the graphs of its TriG dump with the length of their text, in order.
    """

    version: str
    keys: frozenset[str]
    links: frozenset[tuple[str, str]]
    extensible: bool
    statistics: Statistics
    chunks: list[Chunk]
    blocks: list[tuple[str, int]]

    def write(self, folder: Path) -> None:
        """Write it to the folder of a release."""
        numbers = fields(Statistics)
        content = {
            "version": self.version,
            "keys": sorted(self.keys),
            "links": sorted(self.links),
            "extensible": self.extensible,
            "statistics": {field.name: getattr(self.statistics, field.name) for field in numbers},
            "chunks": [(chunk.first, chunk.digest, chunk.lengths) for chunk in self.chunks],
            "blocks": self.blocks,
        }
        (folder / FILE).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Makeup | None:
        """Read it from the folder of a release; None for one that has none."""
        path = folder / FILE
        if not path.is_file():
            return None
        content: dict[str, Any] = json.loads(path.read_text("utf-8"))
        numbers = content["statistics"]
        for name in ("classes", "properties"):
            numbers[name] = Counter(numbers[name])
        return cls(
            version=content["version"],
            keys=frozenset(content["keys"]),
            links=frozenset((one, other) for one, other in content["links"]),
            extensible=content["extensible"],
            statistics=Statistics(**numbers),
            chunks=[Chunk(first, digest, tuple(at)) for first, digest, at in content["chunks"]],
            blocks=[(graph, length) for graph, length in content["blocks"]],
        )


def lengths(blocks: list[Block]) -> list[tuple[str, int]]:
    """Return what `Makeup` keeps of `blocks`."""
    return [(block.graph, block.length) for block in blocks]
