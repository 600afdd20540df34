"""The page as a whole: where the focus is, what the sums say, how types and language change it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget

from einvoice_desktop.gui.fields.code import CodeBox
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


TOP = Path(__file__).resolve().parents[3]
TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


def test_a_new_document_begins_at_the_customers_vat_number(office: Office) -> None:
    assert office.page.first_field.objectName() == "counterParty.vat"
    assert office.focus() is office.page.first_field
    assert office.field("counterParty.registeredName").isVisible()


def test_what_is_typed_before_the_engine_arrives_is_kept(unready: Office) -> None:
    unready.page.focus_first()
    unready.type("EL0940")
    unready.start()
    unready.type("14201")

    assert unready.session.value("counterParty.vat") == "EL094014201"
    assert unready.field("counterParty.vat").text() == "EL094014201"


def test_tab_goes_through_the_header_and_the_customer_in_reading_order(office: Office) -> None:
    office.field("invoiceTypeCode").parentWidget().setFocus()
    seen = []
    for _ in range(8):
        seen.append(office.focus().objectName())
        office.key(TAB)

    assert seen == [
        "invoiceTypeCode",
        "series",
        "number",
        "dateIssued",
        "currencyCode",
        "specialInvoiceCategory",
        "issuer",
        "counterParty.vat",
    ]


def test_every_field_has_its_path_as_identifier_and_a_spoken_name_and_a_buddy(office: Office) -> None:
    office.page.show_problem("issuer.vat")
    buddies = {id(label.buddy()) for label in office.page.findChildren(QLabel) if label.buddy()}
    fields = [w for w in office.page.findChildren(QWidget) if hasattr(w, "path")]

    assert len(fields) > 35
    for field in fields:
        assert field.objectName() == field.accessibleIdentifier() == field.path
        assert field.accessibleName(), field.path
        assert id(field) in buddies, field.path


def test_sums_are_bare_values_named_through_their_caption(office: Office) -> None:
    figures = [w for w in office.page.findChildren(QLabel) if w.objectName().startswith("summaries.")]
    buddies = {id(label.buddy()) for label in office.page.findChildren(QLabel) if label.buddy()}

    assert len(figures) == 9
    for figure in figures:
        assert figure.accessibleIdentifier() == figure.objectName()
        assert not figure.accessibleName()
        assert id(figure) in buddies


def test_the_sums_follow_each_field(office: Office, line: Callable[..., None]) -> None:
    line(0, "Μελέτη", "1", "1000")
    assert office.sum("totalPayableAmount") == "1.240,00"
    office.session.choose("details[0].vatCategoryCode", 8)
    assert office.sum("totalVATAmount") == "0,00"
    office.session.insert_row("taxes")
    office.session.choose("taxes[0].taxTypeCode", 1)
    office.session.choose("taxes[0].taxCategoryCode", 3)
    assert office.sum("totalWithheldAmount") == "200,00"
    office.session.insert_row("taxes")
    office.session.choose("taxes[1].taxTypeCode", 5)
    office.session.edit("taxes[1].taxAmount", "190,94")

    assert office.sum("totalDeductionsAmount") == "190,94"
    assert office.sum("totalPayableAmount") == "609,06"


def test_a_tax_is_shown_only_when_it_is_not_zero(office: Office, line: Callable[..., None]) -> None:
    line(0, "Μελέτη", "1", "100")
    withheld = office.page.findChild(QLabel, "summaries.totalWithheldAmount")
    assert withheld is not None
    assert not withheld.isVisible()
    office.session.insert_row("taxes")
    office.session.choose("taxes[0].taxTypeCode", 1)
    office.session.choose("taxes[0].taxCategoryCode", 3)

    assert withheld.isVisible()
    assert withheld.text() == "20,00"


def test_vat_is_shown_by_rate(office: Office, line: Callable[..., None]) -> None:
    line(0, "α", "1", "100")
    line(1, "β", "2", "10")
    office.session.choose("details[1].vatCategoryCode", 2)
    texts = {
        w.objectName(): w.text()
        for w in office.page.findChildren(QLabel)
        if w.objectName().startswith("vatAnalysis[") and w.isVisible()
    }

    assert texts["vatAnalysis[0].percentage"] == "24 %"
    assert texts["vatAnalysis[0].vatAmount"] == "24,00"
    assert texts["vatAnalysis[1].underlyingValue"] == "20,00"
    assert texts["vatAnalysis[1].vatAmount"] == "2,60"


def test_six_lines_can_be_seen_in_a_window_of_1280_by_900(office: Office) -> None:
    for _ in range(7):
        office.page.add_line()
    table = office.table()
    table.scrollToTop()
    last = table.visualRect(table.rows.index(5, 0))

    assert table.viewport().rect().contains(last)


def test_columns_fit_without_scrolling_in_a_window_of_1280_by_900(office: Office) -> None:
    assert office.table().horizontalScrollBar().maximum() == 0


# --- documents, types, language -------------------------------------------------------------------------


def test_the_document_type_decides_which_classification_is_asked_for(office: Office) -> None:
    office.go(0, "Class")
    office.session.choose("invoiceTypeCode", "3.1")
    model = office.table().rows
    index = model.index(0, office.column("Class"))

    assert model.path(index) == "details[0].expensesClassification.classificationCategoryCode"
    office.go(0, "Class")
    office.key(Qt.Key.Key_F2)
    box = office.focus()
    assert isinstance(box, CodeBox)
    assert box.table() == "expense_categories"


def test_the_category_of_a_tax_comes_from_the_table_of_its_kind(office: Office) -> None:
    office.page.findChild(QWidget, "compose.tabs").setCurrentIndex(1)
    office.page.add_line()
    office.type("τελη")
    office.key(TAB)
    office.type("δακοκτονιας 2%")
    office.key(TAB)

    assert office.session.value("taxes[0].taxTypeCode") == 2
    assert office.session.value("taxes[0].taxCategoryCode") == 9


def test_undo_and_redo_lead_to_the_cell_that_they_changed(office: Office, line: Callable[..., None]) -> None:
    for row in range(30):
        line(row, f"γραμμή {row}", "1", "1")
    table = office.go(3, "Code")
    office.session.undo()
    assert (table.currentIndex().row(), table.currentIndex().column()) == (29, office.column("Price"))
    office.go(3, "Code")
    office.session.redo()

    assert (table.currentIndex().row(), table.currentIndex().column()) == (29, office.column("Price"))
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("counterParty.registeredName", "Παπαδόπουλος"),
        ("issuer.vat", "EL123"),
        ("distributionDetails.vehileNumber", "ΥΑΒ 1"),
        ("orderNumber", "7"),
        ("distributionDetails.billOfLading", "7"),
    ],
)
def test_undo_opens_the_tab_or_fold_of_what_it_changed(office: Office, path: str, text: str) -> None:
    office.session.edit(path, text)
    office.go(0, "Code")
    office.session.undo()

    focus = office.focus()
    if focus.objectName() == "fields":
        assert focus.fields.node(focus.currentIndex()).path == path
    else:
        assert focus is office.field(path)
    assert focus.isVisible()


def test_another_document_takes_the_page(office: Office) -> None:
    office.field("counterParty.vat").setFocus()
    office.type("EL123")
    office.session.replace(office.desk.new_draft(), None)

    assert office.field("counterParty.vat").text() == ""


class Upper(QTranslator):
    """A language in which everything is shouted."""

    def translate(self, _context: str, source: str, _note: str | None = None, _n: int = -1) -> str:
        return source.upper()

    def isEmpty(self) -> bool:
        return False


def test_the_language_changes_while_the_page_is_open(office: Office, line: Callable[..., None]) -> None:
    line(0, "α", "1", "1234,5")
    office.page.show_problem("issuer.vat")
    office.page.show_problem("distributionDetails.billOfLading")
    translator = Upper()
    office.session.language = "en"
    QApplication.installTranslator(translator)
    QApplication.processEvents()
    try:
        assert office.sum("totalNetAmount") == "1,234.50"
        assert office.cell(0, "Price") == "1,234.50"
        assert office.field("invoiceTypeCode").text() == "1.1 Sales Invoice"
        assert office.table().rows.headerData(1, Qt.Orientation.Horizontal) == "DESCRIPTION"
        shown = {label.text() for label in office.page.findChildren(QLabel)}
        assert {"TO PAY", "CUSTOMER", "REGISTERED NAME", "PROBLEMS"} <= shown
    finally:
        QApplication.removeTranslator(translator)


def test_the_issuers_fold_is_one_line_that_opens(office: Office, qtbot: QtBot) -> None:
    fold = office.page.findChild(QToolButton, "issuer")
    assert "EL999999993" in fold.text()
    assert office.page.findChild(QWidget, "issuer.vat") is None
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    name = office.field("issuer.registeredName")
    assert name.isVisible()
    name.setFocus()
    office.type("Χ")

    assert "Χ" in fold.text()


def test_f6_goes_round_the_panes(office: Office) -> None:
    seen = []
    for _ in range(4):
        office.key(Qt.Key.Key_F6)
        seen.append(office.focus().objectName())

    assert seen == ["details", "problems", "invoiceTypeCode", "counterParty.vat"]


def test_the_shortcut_for_undo_is_left_to_the_window(office: Office) -> None:
    for path in ("counterParty.vat", "invoiceTypeCode"):
        widget = office.page.findChild(QWidget, path)
        widget.setFocus()
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "z"
        )
        event.ignore()
        QApplication.sendEvent(widget, event)
        assert not event.isAccepted()


# --- start --------------------------------------------------------------------------------------------

START = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from einvoice_desktop.gui.session import DraftSession
from einvoice_desktop.gui.tasks import TaskRunner
from einvoice_desktop.gui.compose.page import ComposePage
session = DraftSession(TaskRunner(), "el")
page = ComposePage(session, lambda table: 1 / 0)
page.resize(1056, 808)
page.show()
app.processEvents()
heavy = ("pydantic", "sqlalchemy", "httpx", "qrcode", "einvoice_desktop.domain.document")
print(*[name for name in heavy if name in sys.modules])
"""


def test_the_page_stands_before_anything_heavy_is_imported() -> None:
    run = subprocess.run(
        [sys.executable, "-B", "-c", START], cwd=TOP, capture_output=True, text=True, timeout=30, check=True
    )
    assert run.stdout.splitlines() == [""]


# --- the search for a customer --------------------------------------------------------------------------


def test_without_a_search_there_is_no_box(office: Office) -> None:
    assert office.page.findChild(QLineEdit, "counterParty.search") is None
