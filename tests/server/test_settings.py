from __future__ import annotations

import pytest

from anugerah.errors import AnugerahError
from anugerah.settings import Settings


def test_each_setting_has_a_description_and_a_default() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name
        assert not field.is_required(), name


def test_the_environment_and_the_caller_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANUGERAH_QUERY_TIMEOUT", "2.5")
    monkeypatch.setenv("ANUGERAH_PORT", "9000")
    settings = Settings.load(port=9001, host=None)
    assert (settings.query_timeout, settings.port, settings.host) == (2.5, 9001, "127.0.0.1")


@pytest.mark.parametrize(
    ("name", "value"),
    [("port", "many"), ("port", "70000"), ("query_timeout", "0"), ("base", "https://w3id.org/x")],
)
def test_a_wrong_setting_is_one_clear_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"ANUGERAH_{name.upper()}", value)
    with pytest.raises(AnugerahError, match=f"The setting {name} .*{value}"):
        Settings.load()
