"""The report on the extraction that each release carries: how well it reads the gold set."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from anugerah import evaluation, resources
from anugerah.evaluation import evaluate
from anugerah.extraction import Extractor
from anugerah.release.shards import Shelf


def quality(shelf: Shelf) -> dict[str, Any]:
    """Return the scores of this version of the extraction; they are worked out once.

    What is wanted and found in single articles is left out: `anugerah evaluate` shows it.
    """
    path = shelf.path / f".evaluation-{_version()}.json"
    if path.is_file():
        kept: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return kept
    content = _scores()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return content


@cache
def _scores() -> dict[str, Any]:
    report = evaluate(resources.gold(), Extractor.from_files())
    content = report.as_json()
    del content["problems"]
    return {**content, "measures": report.measures()}


def _version() -> str:
    """Return the hash of the gold set and of what compares it."""
    digest = sha256()
    folders = (resources.gold(), Path(evaluation.__file__).parent)
    for path in sorted(path for folder in folders for path in folder.rglob("*.*")):
        if path.suffix != ".pyc" and path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
