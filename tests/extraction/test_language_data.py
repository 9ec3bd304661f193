from __future__ import annotations

from importlib import resources

import pytest
import yaml

FILES = sorted(
    file.name
    for file in resources.files("anugerah.extraction").joinpath("language").iterdir()
    if file.name.endswith(".yaml")
)


def _words(value: object) -> list[object]:
    if isinstance(value, dict):
        return [word for inner in value.values() for word in _words(inner)]
    if isinstance(value, list):
        return [word for inner in value for word in _words(inner)]
    return [value]


@pytest.mark.parametrize("name", FILES)
def test_no_word_is_read_as_something_else(name: str) -> None:
    """YAML reads a bare `no` as false: such a word must stand in quotes."""
    folder = resources.files("anugerah.extraction").joinpath("language")
    data = yaml.safe_load(folder.joinpath(name).read_text("utf-8"))
    assert all(isinstance(word, str | int) and not isinstance(word, bool) for word in _words(data))
