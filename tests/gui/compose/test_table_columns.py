"""Which columns are shown and how wide: chosen by mouse or key, remembered, and given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def menu(office: Office) -> QMenu:
    found = [widget for widget in office.table().findChildren(QMenu, "columns") if widget.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_menu_key_opens_the_list_of_columns_and_hides_one(office: Office, qtbot: QtBot) -> None:
    table = office.go(0, "Code")
    place = table.rect().center()
    QApplication.sendEvent(
        table, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, table.mapToGlobal(place))
    )
    shown = menu(office)
    entry = next(action for action in shown.actions() if action.text() == "Item code")
    assert entry.isChecked()
    with qtbot.waitSignal(table.room.changed) as said:
        entry.trigger()
    shown.close()

    assert table.isColumnHidden(office.column("Code"))
    assert said.args == ["Code:-"]


def test_the_column_that_stretches_cannot_be_hidden(office: Office) -> None:
    office.table().room.choose()
    shown = menu(office)
    entry = next(action for action in shown.actions() if action.text() == "Description")
    assert not entry.isEnabled()
    shown.close()


def test_a_width_that_was_pulled_stays_and_is_remembered(office: Office, qtbot: QtBot) -> None:
    table, price = office.table(), office.column("Price")
    with qtbot.waitSignal(table.room.changed) as said:
        table.setColumnWidth(price, 131)
    assert said.args == ["Price:131"]
    office.page.resize(office.page.width() - 60, office.page.height())
    assert table.columnWidth(price) == 131


def test_what_was_remembered_is_given_back(office: Office) -> None:
    room, table = office.table().room, office.table()
    room.restore("Code:-;Price:140;VAT amount:+90")
    assert table.isColumnHidden(office.column("Code"))
    assert table.columnWidth(office.column("Price")) == 140
    assert not table.isColumnHidden(office.column("VAT amount"))
    assert room.text() == "Code:-;Price:140;VAT amount:+90"
    room.reset()
    assert room.text() == ""
    assert not table.isColumnHidden(office.column("Code"))


def test_a_text_that_nobody_wrote_changes_nothing(office: Office) -> None:
    room = office.table().room
    for text in ("", ";;", "Nobody:50", "Price:x", "Price:999999999", "Price:-5;:;::", "Description:-"):
        room.restore(text)
    assert not office.table().isColumnHidden(office.column("Description"))
    assert office.table().columnWidth(office.column("Price")) < 200


def test_tab_passes_a_hidden_column_by(office: Office) -> None:
    office.table().room.show_column(office.column("Unit"), False)
    table = office.go(0, "Description")
    office.key(Qt.Key.Key_Tab)
    assert table.currentIndex().column() == office.column("Qty")


def test_a_column_of_amounts_widens_for_an_amount_of_twelve_digits(office: Office) -> None:
    table, price = office.table(), office.column("Price")
    before = table.columnWidth(price)
    office.session.edit("details[0].quantity", "1")
    office.session.edit("details[0].unitPrice", "9999999999")

    for column in (price, office.column("Net")):
        shown = str(table.rows.index(0, column).data())
        assert shown.startswith("9.999.999.999,00")
        assert table.columnWidth(column) > table.fontMetrics().horizontalAdvance(shown)
    assert table.columnWidth(price) > before
