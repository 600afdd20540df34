"""About: version, places that can be copied and opened, the licences of what comes along."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from einvoice_desktop import __version__, paths
from einvoice_desktop.gui.parts import PARTS, parts

TOP = Path(__file__).resolve().parents[3]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that the system was asked to show."""
    folders: list[Path] = []

    def show(url: QUrl) -> bool:
        folders.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return folders


def about(office: Any) -> Any:
    office.window.actions_["about"].trigger()
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "about" and w.isVisible())


def part(dialog: Any, name: str) -> Any:
    found = dialog.findChild(QWidget, f"about.{name}")
    assert found is not None, name
    return found


def test_it_tells_version_and_places_and_opens_them(office: Any, opened: list[Path], tmp_path: Path) -> None:
    dialog = about(office)
    assert __version__ in part(dialog, "version").text()
    assert part(dialog, "data").text() == str(tmp_path)
    assert part(dialog, "books").text() == str(paths.database(tmp_path))
    part(dialog, "data.open").click()
    part(dialog, "logs.open").click()
    assert opened == [tmp_path, tmp_path], "the logs' folder is not there yet: the one above it"
    office.wait(lambda: "PySide6" in part(dialog, "licences").toPlainText())
    assert "LGPL-3.0" in part(dialog, "licences").toPlainText()
    assert "OFL-1.1" in part(dialog, "licences").toPlainText()
    dialog.close()


def test_it_may_be_closed_before_the_licences_have_been_read(office: Any) -> None:
    about(office).close()
    QApplication.sendPostedEvents()
    office.rest()


def test_every_part_of_the_lock_is_named_with_its_licence() -> None:
    lock = (TOP / "packaging" / "locks" / "runtime.txt").read_text(encoding="utf-8")
    locked = {
        name.lower().replace("_", "-").replace(".", "-") for name in re.findall(r"(?m)^([\w.-]+)==", lock)
    }
    named = {name.lower().replace("_", "-").replace(".", "-") for name in PARTS}
    assert locked - named == set()


def test_the_parts_that_are_here_bring_their_texts() -> None:
    found = {one.name: one for one in parts()}
    assert found["httpx"].version
    assert "Redistribution" in found["httpx"].text


def test_the_command_opens_the_logs(office: Any, opened: list[Path], tmp_path: Path) -> None:
    paths.log_dir(tmp_path).mkdir()
    office.window.actions_["openLogs"].trigger()
    assert opened == [paths.log_dir(tmp_path)]
