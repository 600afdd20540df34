"""Customers of earlier days in the window: there from the books, and new ones as soon as they are billed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from tests.gui.frame.conftest import Office

CTRL = Qt.KeyboardModifier.ControlModifier
VAT, NAME = "EL094014201", "Παπαδόπουλος και Υιοί Α.Ε."


def bill(office: Office) -> None:
    """Seals what `fill` types, past the window's questions."""
    office.fill()
    sealed: list[Any] = []
    assert office.window.session.seal(sealed.append, sealed.append)
    office.wait(lambda: sealed)
    office.program.deeds.issuing.sealed.emit(sealed[0])
    office.rest()


def test_the_search_is_there_from_the_first_picture_on(start: Callable[..., Office]) -> None:
    office = start(late=True)
    assert office.find("counterParty.search").isVisible()
    assert office.window.focusWidget() is office.find("counterParty.vat")
    office.find("counterParty.search").setText("παπ")
    office.engine_comes()
    office.rest()


def test_who_was_billed_is_found_at_once_and_after_the_next_start(start: Callable[..., Office]) -> None:
    office = start()
    find = office.window.stage.known.find
    assert find("παπ") == []
    bill(office)
    assert [known.name for known in find("παπ υιοι")] == [NAME]
    again = start()
    again.wait(lambda: again.window.stage.known.is_read)
    assert [known.vat for known in again.window.stage.known.find("papadopoulos")] == [VAT]


def test_a_key_goes_to_the_search_and_enter_takes_the_customer(start: Callable[..., Office]) -> None:
    office = start()
    bill(office)
    office.window.open_view("compose")
    office.program.deeds.new()
    office.key(Qt.Key.Key_L, CTRL)
    search = office.find("counterParty.search")
    assert search.hasFocus()
    QTest.keyClicks(search, "papad")
    office.key(Qt.Key.Key_Return)

    assert office.text("counterParty.vat") == VAT
    assert office.text("counterParty.registeredName") == NAME
    assert isinstance(QApplication.focusWidget(), QTableView)


def test_refused_documents_make_nobody_known(start: Callable[..., Office], line: Any, play: Any) -> None:
    line.will(play.refused)
    office = start()
    office.fill()
    row = office.desk.seal(office.window.session.draft)
    office.program.deeds.watch.wake()
    office.wait(lambda: str(office.desk.submission(row.id).state) == "refused")
    assert office.desk.known_parties() == ()


def test_columns_are_remembered_in_the_settings(start: Callable[..., Office]) -> None:
    office = start()
    table = office.find("details")
    table.room.show_column(0, False)
    office.wait(lambda: office.settings.values.get("columns.details") == "Code:-")
    again = start(**{"columns.details": "Code:-;Price:150"})
    table = again.find("details")
    assert table.isColumnHidden(0)
    assert table.columnWidth(4) == 150


def test_what_became_of_a_block_is_said_in_the_window(start: Callable[..., Office]) -> None:
    office = start()
    QApplication.clipboard().setText("Κ1\tΚαφές\nΚ2\tΤσάι")
    office.find("details").setFocus()
    office.find("details").go(0, 0)
    office.key(Qt.Key.Key_V, CTRL)
    assert office.window.message == "Επικολλήθηκαν. Γραμμές: 2, κελιά: 4."


def test_fill_down_by_its_key(start: Callable[..., Office]) -> None:
    office = start()
    QApplication.clipboard().setText("Κ1\tΚαφές\nΚ2\tΤσάι")
    table = office.find("details")
    table.setFocus()
    table.go(0, 0)
    office.key(Qt.Key.Key_V, CTRL)
    office.key(Qt.Key.Key_D, CTRL)
    assert office.window.session.text("details[1].code") == "Κ1"
    assert office.window.session.text("details[1].descriptions[0]") == "Καφές"
