"""Single fields: amounts, dates, codes, switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTabWidget, QWidget

from einvoice_desktop.gui.compose.table_model import SEVERITY_ROLE
from einvoice_desktop.gui.fields.amount import AmountField
from einvoice_desktop.gui.fields.code import CodeBox
from einvoice_desktop.gui.fields.switch import SwitchField
from einvoice_desktop.gui.fields.text import TextField
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape


def box(office: Office, path: str) -> CodeBox:
    found = office.page.findChild(CodeBox, path)
    assert found is not None
    return found


def put(office: Office, field: TextField | SwitchField) -> None:
    """Shows a field on the page and comes to it by the Tab key."""
    field.setParent(office.page)
    field.refresh()
    field.show()
    field.setFocus(Qt.FocusReason.TabFocusReason)


def test_a_long_name_shows_its_beginning_when_it_is_left(office: Office) -> None:
    name = office.field("counterParty.registeredName")
    name.setFocus()
    office.type("Ανώνυμη Εταιρεία Εμπορίας Τροφίμων και Ποτών " * 3)
    assert name.cursorPosition() > 0

    office.key(TAB)
    assert name.cursorPosition() == 0
    assert not name.hasFocus()


# --- amounts --------------------------------------------------------------------------------------------


def test_an_amount_shows_back_what_was_understood_when_it_is_left(office: Office) -> None:
    field = AmountField(office.session, "paymentDetails.prepaymentAmount")
    put(office, field)
    office.type("1.234,5")
    assert field.text() == "1.234,5"
    field.clearFocus()

    assert field.text() == "1.234,50"
    assert str(office.session.value(field.path)) == "1234.5"


def test_text_that_is_no_amount_stays(office: Office) -> None:
    field = AmountField(office.session, "paymentDetails.prepaymentAmount")
    put(office, field)
    office.type("12,3,4x")
    field.clearFocus()

    assert field.text() == "12,3,4x"
    assert office.session.value(field.path) is None


def test_a_negative_amount_that_is_shown_can_be_edited(office: Office) -> None:
    office.session.edit("paymentDetails.roundingAmount", "-0,5")
    field = AmountField(office.session, "paymentDetails.roundingAmount")
    put(office, field)
    assert field.text() == "−0,50"
    office.key(Qt.Key.Key_End)
    office.type("1")
    field.clearFocus()

    assert field.text() == "−0,501"


def test_the_focus_selects_an_amount_and_so_does_the_first_click(office: Office, qtbot: QtBot) -> None:
    office.session.edit("paymentDetails.prepaymentAmount", "12")
    field = AmountField(office.session, "paymentDetails.prepaymentAmount")
    put(office, field)
    assert field.selectedText() == "12,00"
    field.clearFocus()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)

    assert field.selectedText() == "12,00"


def wheel(target: QWidget) -> None:
    centre = QPointF(target.rect().center())
    event = QWheelEvent(
        centre,
        target.mapToGlobal(centre),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def test_the_wheel_changes_neither_amounts_nor_codes(office: Office) -> None:
    office.session.edit("paymentDetails.prepaymentAmount", "12")
    field = AmountField(office.session, "paymentDetails.prepaymentAmount")
    put(office, field)
    wheel(field)
    country = box(office, "counterParty.address.countryCode")
    country.setFocus()
    wheel(country)

    assert field.text() == "12,00"
    assert office.session.value("counterParty.address.countryCode") == "GR"


def test_the_wheel_changes_nothing_over_any_part_of_the_page(office: Office) -> None:
    office.session.edit("details[0].unitPrice", "12")
    office.go(0, "VAT")
    tabs = office.page.findChild(QTabWidget, "compose.tabs")
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        QApplication.processEvents()
        before = office.session.draft
        parts = [part for part in office.page.findChildren(QWidget) if part.isVisible()]
        assert len(parts) > 60
        for part in parts:
            part.setFocus()
            wheel(part)
        assert office.session.draft is before


def test_the_wheel_changes_nothing_in_a_cell_that_is_edited(office: Office) -> None:
    for title in ("Qty", "VAT", "Unit"):
        office.go(0, title)
        office.key(Qt.Key.Key_F2)
        editor = office.focus()
        assert editor is not office.table()
        before = office.session.draft
        wheel(editor)
        office.key(ESCAPE)
        assert office.session.draft.document == before.document


@pytest.mark.parametrize("unready", ["el", "en"], indirect=True)
def test_an_amount_below_zero_is_refused_at_its_field(unready: Office) -> None:
    unready.start()
    for title in ("Price", "Qty", "Disc.%"):
        unready.go(0, title)
        unready.type("-5")
        unready.key(ENTER)
        index = unready.table().rows.index(0, unready.column(title))
        assert index.data(SEVERITY_ROLE) == "error", title
        assert unready.cell(0, title).startswith("−5"), title


def test_undo_shows_in_the_field_that_has_the_focus(office: Office) -> None:
    office.field("counterParty.vat").setFocus()
    office.type("EL1")
    office.session.undo()

    assert office.field("counterParty.vat").text() == ""


# --- dates ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["5/3/2026", "05-03-2026", "5.3.26", "2026-03-05", "050326", "05032026"])
def test_a_typed_date_becomes_iso_and_is_shown_back(office: Office, typed: str) -> None:
    office.field("dateIssued").setFocus()
    office.type(typed)
    office.key(TAB)

    assert office.session.value("dateIssued") == "2026-03-05"
    assert office.field("dateIssued").text() == "05/03/2026"


def test_a_date_without_a_year_is_of_this_year(office: Office) -> None:
    office.field("dateIssued").setFocus()
    office.type("5/3")
    office.key(TAB)

    assert office.session.value("dateIssued") == f"{QDate.currentDate().year()}-03-05"


@pytest.mark.parametrize("letter", "tσΤs")
def test_one_letter_is_today(office: Office, letter: str) -> None:
    office.field("dateIssued").setFocus()
    office.type("5/3/2026")
    office.field("dateIssued").selectAll()
    office.type(letter)

    today = QDate.currentDate()
    assert office.session.value("dateIssued") == today.toString(Qt.DateFormat.ISODate)
    assert office.field("dateIssued").text() == today.toString("dd/MM/yyyy")


def test_a_half_typed_date_stays(office: Office) -> None:
    office.field("dateIssued").setFocus()
    office.type("31/2/20")
    office.key(TAB)

    assert office.field("dateIssued").text() == "31/2/20"
    assert office.session.value("dateIssued") is None


def test_an_emptied_date_is_taken_away(office: Office) -> None:
    office.field("dateIssued").setFocus()
    office.type("5/3/2026")
    office.field("dateIssued").selectAll()
    office.key(Qt.Key.Key_Backspace)

    assert office.session.value("dateIssued") is None


def test_a_day_is_picked_from_the_calendar(office: Office) -> None:
    office.field("dateIssued").setFocus()
    office.type("5/3/2026")
    office.key(Qt.Key.Key_F4)
    calendar = office.field("dateIssued").findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.isVisible()
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    calendar.activated.emit(calendar.selectedDate().addDays(1))

    assert not calendar.isVisible()
    assert office.session.value("dateIssued") == "2026-03-06"
    assert office.field("dateIssued").text() == "06/03/2026"


# --- codes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("11.2", "11.2"),
        ("2.1", "2.1"),
        ("λιανικης πωλησης", "11.1"),
        ("SALES INVOICE", "1.1"),
        ("rents", "8.1"),
        ("πιστωτικό συσχ", "5.1"),
        ("timologio pwlhshs", "1.1"),
        ("timologio polisis", "1.1"),
        ("lianikis polisis", "11.1"),
    ],
)
def test_a_code_is_found_by_code_and_by_words_of_both_languages(
    office: Office, typed: str, code: str
) -> None:
    box(office, "invoiceTypeCode").setFocus()
    office.type(typed)
    office.key(TAB)

    assert office.session.value("invoiceTypeCode") == code
    assert office.field("invoiceTypeCode").text().startswith(f"{code} ")


def test_a_box_shows_code_and_words(office: Office) -> None:
    assert office.field("invoiceTypeCode").text() == "1.1 Τιμολόγιο Πώλησης"
    assert office.field("counterParty.address.countryCode").text() == "GR Ελλάδα"
    assert office.field("currencyCode").text() == "EUR"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_list_opens_by_key_at_the_present_row(
    office: Office, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    country = box(office, "counterParty.address.countryCode")
    country.setFocus()
    office.key(key, modifier)
    assert country.is_open()
    office.key(Qt.Key.Key_Down)
    office.key(ENTER)

    assert not country.is_open()
    assert office.session.value("counterParty.address.countryCode") not in ("GR", None)


def test_escape_closes_the_list_and_forgets_what_was_typed(office: Office) -> None:
    country = box(office, "counterParty.address.countryCode")
    country.setFocus()
    office.type("γερμ")
    assert country.is_open()
    office.key(ESCAPE)

    assert not country.is_open()
    assert country.text() == "GR Ελλάδα"
    assert office.session.value("counterParty.address.countryCode") == "GR"


def test_looking_through_an_open_list_changes_nothing(office: Office) -> None:
    special = box(office, "specialInvoiceCategory")
    special.setFocus()
    office.key(Qt.Key.Key_F4)
    office.key(TAB)

    assert office.session.value("specialInvoiceCategory") is None


def test_a_code_that_nobody_knows_is_kept_as_typed(office: Office) -> None:
    box(office, "invoiceTypeCode").setFocus()
    office.type("99.9")
    office.key(TAB)

    assert office.session.value("invoiceTypeCode") == "99.9"
    assert office.field("invoiceTypeCode").text() == "99.9"


def test_an_emptied_box_takes_the_code_away(office: Office) -> None:
    box(office, "counterParty.address.countryCode").setFocus()
    office.key(Qt.Key.Key_Delete)
    office.key(TAB)

    assert office.session.value("counterParty.address.countryCode") is None


def test_a_click_in_the_list_chooses(office: Office, qtbot: QtBot) -> None:
    country = box(office, "counterParty.address.countryCode")
    country.setFocus()
    office.type("κυπρ")
    shown = country._open_list()
    qtbot.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(shown.currentIndex()).center()
    )

    assert office.session.value("counterParty.address.countryCode") == "CY"
    assert not shown.isVisible()


def test_text_put_in_by_a_screen_reader_is_taken_too(office: Office) -> None:
    """It sets the text without the focus and without keys."""
    office.field("invoiceTypeCode").setText("2.1")
    office.field("counterParty.vat").setText("EL094014201")

    assert office.session.value("invoiceTypeCode") == "2.1"
    assert office.session.value("counterParty.vat") == "EL094014201"


# --- switches -------------------------------------------------------------------------------------------


def test_a_switch_is_worked_by_the_space_bar(office: Office, qtbot: QtBot) -> None:
    switch = SwitchField(office.session, "selfPricing")
    put(office, switch)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert office.session.value("selfPricing") is True
    office.session.undo()
    switch.refresh()

    assert not switch.isChecked()


# --- what is still being typed --------------------------------------------------------------------------


def override(office: Office, key: Qt.Key) -> None:
    """A key with Ctrl, as the window system asks for shortcuts before it sends the key."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(office.focus(), event)


def test_a_command_takes_over_what_is_still_being_typed(office: Office) -> None:
    box(office, "counterParty.address.countryCode").setFocus()
    office.type("κυπρ")
    assert office.session.value("counterParty.address.countryCode") == "GR"
    override(office, ENTER)
    assert office.session.value("counterParty.address.countryCode") == "CY"

    office.session.edit("details[0].unitPrice", "10")
    office.go(0, "Net")
    office.type("9,99")
    override(office, ENTER)
    assert office.sum("totalNetAmount") == "9,99"


def test_characters_that_no_document_may_carry_are_left_out(office: Office) -> None:
    office.field("counterParty.registeredName").setText("Α\x0bΒ\x07 Ο.Ε.")

    assert office.session.value("counterParty.registeredName") == "ΑΒ Ο.Ε."
