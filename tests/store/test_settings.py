"""The settings file: what is kept under any name, and what a person has edited by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from einvoice_desktop.store.settings import SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_a_name_may_hold_a_servers_address(path: Path) -> None:
    settings = SettingsFile(path)
    settings.set("connection.server", "https://127.0.0.1:18443")
    for place in range(3):
        settings = SettingsFile(path)
        settings.set("running.https://127.0.0.1:18443", str(place))
        settings.set("pgp.https://127.0.0.1:18443.on", "1")
    again = SettingsFile(path)
    assert again.get("connection.server") == "https://127.0.0.1:18443"
    assert again.get("running.https://127.0.0.1:18443") == "2"
    assert again.get("pgp.https://127.0.0.1:18443.on") == "1"
    assert path.read_text(encoding="utf-8").count("=") == 3


def test_a_file_of_an_earlier_version_that_has_a_name_twice_loses_nothing(path: Path) -> None:
    path.write_text("[settings]\nlanguage = en\nlanguage = en\ndesk.note = a\n", encoding="utf-8")
    settings = SettingsFile(path)
    assert (settings.get("language"), settings.get("desk.note")) == ("en", "a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_line_that_is_no_setting_costs_nothing_but_itself(path: Path, encoding: str) -> None:
    path.write_text("[settings]\ndatabase.url = postgresql://a@b/c\nword\nlanguage = en\n", encoding=encoding)
    settings = SettingsFile(path)
    settings.set("window", "x")
    again = SettingsFile(path)
    assert again.get("database.url") == "postgresql://a@b/c"
    assert (again.get("language"), again.get("window")) == ("en", "x")


def test_greek_of_another_encoding_spares_the_rest(path: Path) -> None:
    path.write_bytes("[settings]\ntitle = Εταιρεία\nlanguage = en\n".encode("cp1253"))
    assert SettingsFile(path).get("language") == "en"


def test_a_value_is_one_line(path: Path) -> None:
    SettingsFile(path).set("note", "a\r\nb\rc\nd")
    assert SettingsFile(path).get("note") == "a b c d"


def test_a_file_that_cannot_be_read_is_not_written_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SettingsFile(path).set("connection.server", "production")
    before = path.read_bytes()

    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as locked:
        locked.setattr(Path, "open", refuse)
        settings = SettingsFile(path)
        with pytest.raises(PermissionError):
            settings.set("language", "en")
    assert path.read_bytes() == before
    settings.set("language", "en")
    assert SettingsFile(path).get("connection.server") == "production"
