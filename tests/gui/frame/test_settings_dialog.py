"""The settings: applied at once, kept, in words; and where things stand, kept across starts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QLabel, QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from einvoice_desktop.gui.kept_places import KeptPlaces

_INTERACTIVE = QHeaderView.ResizeMode.Interactive
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(office: Any) -> Any:
    office.key(Qt.Key.Key_Comma, CTRL)
    return dialog()


def dialog() -> Any:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == "settings" and w.isVisible()]
    assert len(found) == 1
    return found[0]


def field(settings: Any, name: str) -> Any:
    found = settings.findChild(QWidget, f"settings.{name}")
    assert found is not None, name
    return found


def choose(settings: Any, name: str, value: str) -> None:
    box = field(settings, name)
    box.setCurrentIndex(box.findData(value))


@pytest.fixture(autouse=True)
def _closed_at_the_end(qapp: QApplication) -> Any:
    yield
    for widget in qapp.topLevelWidgets():
        if widget.objectName() == "settings":
            widget.close()


def test_ctrl_comma_opens_it_once_and_esc_closes_it(office: Any) -> None:
    settings = opened(office)
    office.key(Qt.Key.Key_Comma, CTRL)
    assert dialog() is settings
    QTest.keyClick(settings, Qt.Key.Key_Escape)
    assert not settings.isVisible()


def test_each_setting_has_a_name_and_a_sentence(office: Any) -> None:
    settings = opened(office)
    labels = [
        label
        for label in settings.findChildren(QLabel)
        if label.buddy() is not None and not label.buddy().objectName().startswith("encryption.")
    ]
    assert len(labels) >= 11
    for label in labels:
        assert label.text()
        assert label.buddy().accessibleDescription() or label.buddy().objectName() == "settings.paper.logo"


def test_a_choice_holds_at_once_and_is_kept(office: Any) -> None:
    settings = opened(office)
    choose(settings, "issue.countdown", "0")
    choose(settings, "paper.form", "80mm")
    choose(settings, "paper.language", "both")
    field(settings, "paper.attachData").setChecked(True)
    line = field(settings, "paper.providerLine")
    line.setText("  Πάροχος Α.Ε., άδεια 12  ")
    line.editingFinished.emit()
    office.rest()
    assert office.settings.values["issue.countdown"] == "0"
    assert office.settings.values["paper.form"] == "80mm"
    assert office.settings.values["paper.language"] == "both"
    assert office.settings.values["paper.attachData"] == "1"
    assert office.settings.values["paper.providerLine"] == "Πάροχος Α.Ε., άδεια 12"
    assert office.window.preferences.number("issue.countdown", 4, 0, 30) == 0


def test_the_language_changes_the_dialog_too_and_the_menu_follows(office: Any) -> None:
    settings = opened(office)
    assert settings.windowTitle() == "Ρυθμίσεις"
    choose(settings, "language", "en")
    office.rest()
    assert settings.windowTitle() == "Settings"
    assert office.find("view.drafts").text() == "Drafts"
    office.window.choose("language", "el")
    office.rest()
    assert field(settings, "language").currentData() == "el"


def test_the_wheel_changes_nothing(office: Any) -> None:
    settings = opened(office)
    box = field(settings, "issue.countdown")
    box.setFocus()
    before = box.currentData()
    spot = QPointF(box.rect().center())
    wheel = QWheelEvent(
        spot,
        box.mapToGlobal(spot),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentData() == before


def test_a_logo_is_shown_and_taken_away(office: Any, tmp_path: Path) -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    logo = tmp_path / "Λογότυπο.png"
    assert picture.save(str(logo))
    settings = opened(office)
    office.window.choose("paper.logo", str(logo))
    thumbnail = field(settings, "paper.logo.picture")
    office.wait(lambda: not thumbnail.pixmap().isNull())
    assert field(settings, "paper.logo.words").text() == "Λογότυπο.png"
    field(settings, "paper.logo.clear").click()
    office.rest()
    assert office.settings.values["paper.logo"] == ""
    assert thumbnail.pixmap().isNull()


def test_a_logo_that_is_none_is_told(office: Any, tmp_path: Path) -> None:
    broken = tmp_path / "x.png"
    broken.write_bytes(b"no picture")
    settings = opened(office)
    words = field(settings, "paper.logo.words")
    office.window.choose("paper.logo", str(broken))
    office.wait(lambda: "δεν είναι εικόνα" in words.text())
    office.window.choose("paper.logo", str(tmp_path / "gone.png"))
    office.wait(lambda: "δεν υπάρχει" in words.text())


def test_a_setting_that_cannot_be_kept_is_told_and_holds(office: Any, monkeypatch: Any) -> None:
    def full(_name: str, _value: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(office.settings, "set", full)
    office.window.choose("paper.form", "80mm")
    office.wait(lambda: office.window.message)
    assert office.window.message == "Ο δίσκος είναι γεμάτος."
    assert office.window.preferences.get("paper.form") == "80mm"
    monkeypatch.undo()


def test_of_two_quick_choices_the_later_is_kept(office: Any) -> None:
    for value in ("80mm", "a4", "80mm", "a4"):
        office.window.choose("paper.form", value)
    office.rest()
    assert office.settings.values["paper.form"] == "a4"


# --- where things stand --------------------------------------------------------------------------


def test_the_window_stands_where_it_stood(start: Any, qtbot: QtBot) -> None:
    office = start()
    office.window.close()
    assert office.settings.values["window"]
    # A window that the screen of the tests has room for.
    window, settings = QMainWindow(), office.settings
    qtbot.addWidget(window)
    window.setGeometry(60, 40, 500, 300)
    window.show()
    settings.values["window"] = KeptPlaces(settings, window).texts()["window"]
    again = QMainWindow()
    qtbot.addWidget(again)
    KeptPlaces(settings, again).restore_window()
    again.show()
    assert again.geometry() == window.geometry()


@pytest.mark.parametrize(
    ("room", "whole"), [((1920, 1040), False), ((1280, 900), False), ((1366, 728), True), ((1024, 700), True)]
)
def test_at_first_the_window_has_the_whole_of_a_small_screen(
    start: Any, room: tuple[int, int], whole: bool
) -> None:
    office = start()
    office.window.hide()
    office.window.show_on(QSize(*room))
    assert office.window.isMaximized() is whole
    assert office.window.normalGeometry().width() <= room[0]
    assert office.window.normalGeometry().height() <= room[1]


def test_a_splitter_that_was_moved_stays_so(start: Any) -> None:
    office = start()
    splitter = office.view("outbox").findChild(QSplitter)
    handle = splitter.handle(1)
    spot = handle.rect().center()
    drag(office, handle, spot, spot - QPoint(0, 60))
    sizes = splitter.sizes()
    office.window.close()
    again = start(**(office.settings.values | {"window": ""}))
    splitter = again.view("outbox").findChild(QSplitter)
    assert abs(splitter.sizes()[0] - sizes[0]) <= 2


def test_a_column_that_was_dragged_wider_stays_so(start: Any) -> None:
    office = start()
    office.window.session.edit("counterParty.registeredName", "Αφοί")
    office.wait(office.desk.draft_rows)
    table = office.view("drafts").table
    header = table.horizontalHeader()
    place = next(n for n in range(header.count()) if header.sectionResizeMode(n) is _INTERACTIVE)
    before = header.sectionSize(place)
    edge = header.sectionViewportPosition(place) + before
    drag(office, header.viewport(), QPoint(edge - 1, 8), QPoint(edge + 39, 8))
    assert header.sectionSize(place) == before + 40
    office.window.close()
    assert "columns.drafts" in office.settings.values
    again = start(**(office.settings.values | {"window": ""}))
    assert again.view("drafts").table.columnWidth(place) == before + 40


def drag(office: Any, widget: QWidget, start: QPoint, end: QPoint) -> None:
    """As a person does it: the window system says which button is down."""
    handle, corner = office.window.windowHandle(), widget.mapTo(office.window, QPoint(0, 0))
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseMove(handle, corner + start)
    QTest.mousePress(handle, button, none, corner + start)
    for step in range(1, 5):
        QTest.mouseMove(handle, corner + start + (end - start) * step / 4)
    QTest.mouseRelease(handle, button, none, corner + end)


def test_damaged_places_are_as_if_there_were_none(start: Any) -> None:
    office = start(**{"window": "zzz", "splitter.outbox": "%%%", "columns.outbox": "state:-5,x:9,gross:abc"})
    assert office.view("outbox").isVisible()
