"""How paper is wished: the settings, and the logo from its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from einvoice_desktop.gui.opening import read_bounded
from einvoice_desktop.gui.paper.wishes import LARGEST_LOGO, ReadWishes, WishReader
from einvoice_desktop.gui.preferences import Preferences
from einvoice_desktop.gui.tasks import TaskRunner


class Kept:
    """Settings of one test."""

    def __init__(self, values: dict[str, str]) -> None:
        self.values = values

    def get(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def set(self, name: str, value: str) -> None:
        self.values[name] = value


@pytest.fixture
def tasks(qtbot: QtBot) -> TaskRunner:
    assert qtbot is not None
    return TaskRunner()


def read(tasks: TaskRunner, **values: str) -> ReadWishes:
    preferences = Preferences(Kept({f"paper.{name}": value for name, value in values.items()}), tasks)
    return WishReader(preferences, read_bounded).read()


def test_without_settings_paper_is_greek_on_a4(tasks: TaskRunner) -> None:
    wishes, missing = read(tasks)
    assert (wishes.languages, wishes.form, wishes.logo, missing) == (("el",), "a4", b"", "")


def test_what_was_chosen_holds(tasks: TaskRunner, tmp_path: Path) -> None:
    logo = tmp_path / "λογότυπο.png"
    logo.write_bytes(b"\x89PNG")
    wishes, missing = read(tasks, language="both", form="80mm", logo=str(logo), providerLine="Πάροχος Α.Ε.")
    assert (wishes.languages, wishes.form) == (("el", "en"), "80mm")
    assert (wishes.logo, wishes.provider_line, missing) == (b"\x89PNG", "Πάροχος Α.Ε.", "")


def test_a_setting_that_means_nothing_is_the_default(tasks: TaskRunner) -> None:
    wishes, _ = read(tasks, language="klingon", form="A5")
    assert (wishes.languages, wishes.form) == (("el",), "a4")


def test_a_logo_that_is_not_there_is_named_and_left_out(tasks: TaskRunner, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.png")
    assert read(tasks, logo=gone).missing_logo == gone
    assert read(tasks, logo=str(tmp_path)).missing_logo == str(tmp_path), "a folder is no logo"
    assert read(tasks, logo=gone).wishes.logo == b""


def test_a_huge_logo_is_left_out(tasks: TaskRunner, tmp_path: Path) -> None:
    huge = tmp_path / "photo.png"
    with huge.open("wb") as file:
        file.truncate(LARGEST_LOGO + 1)
    wishes, missing = read(tasks, logo=str(huge))
    assert (wishes.logo, missing) == (b"", str(huge))


def test_the_choice_is_that_of_the_moment_it_was_asked(tasks: TaskRunner) -> None:
    preferences = Preferences(Kept({"paper.language": "el", "paper.attachData": "1"}), tasks)
    reader = WishReader(preferences, read_bounded)
    preferences.choose("paper.language", "en")
    assert reader.read().wishes.languages == ("el",)
    assert reader.attaches_data
    assert tasks.shutdown()
