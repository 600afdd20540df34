"""Every page by key, by rail and by menu; nothing dead, nothing nameless."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from einvoice_desktop.gui.actions import COMMANDS
from einvoice_desktop.gui.rail import VIEWS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(("place", "view"), list(enumerate(VIEWS, 1)))
def test_ctrl_and_a_digit_opens_a_page(office: Any, place: int, view: str) -> None:
    office.key(Qt.Key(Qt.Key.Key_0 + place), CTRL)
    office.rest()
    assert office.find(f"page.{view}").isVisible()
    assert office.find(f"view.{view}").isChecked()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert office.find(f"page.{view}").isAncestorOf(focus), "the page can be worked at once"


def test_the_rail_is_worked_with_the_keys_alone(office: Any) -> None:
    office.find("view.compose").setFocus()
    office.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is office.find("view.drafts")
    office.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is office.find("view.outbox")
    office.key(Qt.Key.Key_Return)
    assert office.window.book.view == "outbox"
    office.find("view.outbox").setFocus()
    office.key(Qt.Key.Key_Up)
    office.key(Qt.Key.Key_Space)
    assert office.window.book.view == "drafts"


def test_a_click_on_the_rail_opens_the_page(office: Any) -> None:
    office.press("view.samples")
    assert office.find("page.samples").isVisible()


def test_coming_back_to_compose_finds_the_field_that_was_left(office: Any) -> None:
    office.find("counterParty.registeredName").setFocus()
    office.key(Qt.Key.Key_3, CTRL)
    office.rest()
    office.key(Qt.Key.Key_1, CTRL)
    assert QApplication.focusWidget() is office.find("counterParty.registeredName")


def test_the_buttons_of_compose_carry_identifier_and_key(office: Any) -> None:
    for name, key in (
        ("new", "Ctrl+N"),
        ("open", "Ctrl+O"),
        ("save", "Ctrl+S"),
        ("issue", "Ctrl+Enter"),
        ("addLine", "Insert"),
        ("removeLine", "Ctrl+Delete"),
    ):
        button = office.find(f"action.{name}")
        assert button.isVisible(), name
        assert button.key == key


def test_insert_and_ctrl_delete_add_and_remove_a_line(office: Any) -> None:
    session = office.window.session
    before = session.row_count("details")
    office.key(Qt.Key.Key_Insert)
    assert session.row_count("details") == before + 1
    office.key(Qt.Key.Key_Delete, CTRL)
    assert session.row_count("details") == before


def test_undo_and_redo_by_key_and_they_rest_where_there_is_nothing(office: Any) -> None:
    actions = office.window.actions_
    assert not actions["undo"].isEnabled()
    office.window.session.edit("counterParty.registeredName", "Αφοί")
    office.key(Qt.Key.Key_Z, CTRL)
    assert office.text("counterParty.registeredName") == ""
    office.key(Qt.Key.Key_Y, CTRL)
    assert office.text("counterParty.registeredName") == "Αφοί"


def test_commands_of_the_document_rest_on_other_pages(office: Any) -> None:
    office.view("outbox")
    assert not office.window.actions_["issue"].isEnabled()
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.rest()
    assert office.desk.submissions() == []


def test_no_action_in_the_menus_is_dead(office: Any) -> None:
    menus = list(office.window.menu_row.menus.values())
    entries = [action for menu in menus for action in walk(menu)]
    assert len(entries) > 25
    for action in entries:
        group = action.actionGroup()
        # The menu that an action stands in listens to it too.
        menus_that_listen = sum(isinstance(there, QMenu) for there in action.associatedObjects())
        heard = action.receivers("2triggered(bool)") - menus_that_listen
        assert heard + (group.receivers("2triggered(QAction*)") if group else 0) > 0, action.text()


def test_no_button_on_any_page_is_dead(office: Any) -> None:
    for view in VIEWS:
        page = office.view(view)
        for button in page.findChildren(QAbstractButton):
            if button.isVisible() and button.accessibleIdentifier().count("."):
                assert button.receivers("2clicked(bool)") + button.receivers("2toggled(bool)") > 0, (
                    button.accessibleIdentifier()
                )


@pytest.mark.parametrize("language", ["el", "en"])
def test_menu_letters_are_unique_and_can_be_typed(start: Any, language: str) -> None:
    office = start(language=language)
    row = office.window.menu_row
    for title, actions in [("", [menu.menuAction() for menu in row.menus.values()])] + [
        (menu.title(), [a for a in menu.actions() if a.text()]) for menu in row.menus.values()
    ]:
        letters = [a.text().partition("\t")[0].partition("&")[2][:1].upper() for a in actions]
        assert all(letters), (title, [a.text() for a in actions])
        assert len(set(letters)) == len(letters), (title, letters)
        alphabet = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ" if language == "el" else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        assert set(letters) <= set(alphabet), (title, letters)


@pytest.mark.parametrize("view", VIEWS)
def test_everything_that_takes_the_focus_has_a_name(office: Any, view: str) -> None:
    page = office.view(view)
    for widget in [page, *page.findChildren(QWidget)]:
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if widget.focusProxy() is not None or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        assert name, (widget.metaObject().className(), widget.objectName())


def test_f10_and_alt_reach_the_menus_whichever_layout_is_on(office: Any) -> None:
    QTest.keyClick(office.window.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    bar = office.window.menu_row.bar
    assert bar.activeAction() is office.window.menu_row.menus["file"].menuAction()
    menu = office.window.menu_row.menus["file"]
    menu.close()


def test_the_list_of_keys_and_about_open_beside_the_window(office: Any) -> None:
    office.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    dialogs = {w.objectName() for w in QApplication.topLevelWidgets() if w.isVisible()}
    assert "keys" in dialogs
    office.window.actions_["about"].trigger()
    about = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "about")
    assert any("eInvoice Desktop" in label.text() for label in about.findChildren(QLabel))
    for widget in QApplication.topLevelWidgets():
        if widget.objectName() in ("keys", "about"):
            widget.close()


@pytest.mark.parametrize("language", ["el", "en"])
def test_every_page_fits_a_small_screen(start: Any, language: str) -> None:
    office = start(language=language)
    for view in VIEWS:
        office.view(view)
    office.window.say("Λ" * 300, "error")
    office.qtbot.wait(50)
    assert office.window.minimumSizeHint().width() <= 1280
    assert office.window.minimumSizeHint().height() <= 800


def test_every_command_is_written_down_once() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(set(keys)) == len(keys), "one key, one command"


def walk(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += walk(inner)
        elif not action.isSeparator():
            found.append(action)
    return found
