"""An amount that could mean two things is shown back before it counts, in either language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from einvoice_desktop.app.drafting import reread
from einvoice_desktop.app.errors import DocumentHasErrors
from einvoice_desktop.gui.fields.amount import AmountField
from tests.gui.compose.office import Office

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
BOTH = pytest.mark.parametrize(
    ("unready", "typed", "shown"),
    [("el", "1.234", "1.234,00"), ("en", "1,234", "1,234.00")],
    indirect=["unready"],
)


def echo(office: Office) -> str:
    """What is shown back just now; "" for nothing."""
    found = office.page.findChildren(QLabel, "amount.echo")
    return next((label.text() for label in found if label.isVisible()), "")


def net(office: Office) -> str:
    return office.sum("totalNetAmount")


@BOTH
@pytest.mark.parametrize("leave", [TAB, ENTER])
def test_in_a_cell_the_sums_wait_until_it_is_left(
    unready: Office, typed: str, shown: str, leave: Qt.Key
) -> None:
    unready.start()
    unready.go(0, "Price")
    unready.type(typed[:-1])
    before = net(unready)
    assert echo(unready) == ""
    unready.type(typed[-1])
    assert echo(unready) == f"= {shown}"
    assert net(unready) == before
    unready.key(leave)

    assert unready.cell(0, "Price") == shown
    assert net(unready) == shown
    assert echo(unready) == ""
    assert unready.session.value("details[0].unitPrice") == 1234


@BOTH
def test_in_a_field_it_counts_once_it_was_shown_and_left(unready: Office, typed: str, shown: str) -> None:
    unready.start()
    field = AmountField(unready.session, "paymentDetails.prepaymentAmount")
    field.setParent(unready.page)
    field.show()
    field.setFocus()
    unready.type(typed)
    assert echo(unready) == f"= {shown}"
    assert unready.session.value(field.path) != 1234
    field.clearFocus()

    assert field.text() == shown
    assert unready.session.value(field.path) == 1234
    assert echo(unready) == ""


def test_the_next_key_may_make_it_plain(office: Office) -> None:
    office.go(0, "Price")
    office.type("1.234")
    assert echo(office) == "= 1.234,00"
    office.type(",5")
    assert echo(office) == ""
    assert net(office) == "1.234,50"


@pytest.mark.parametrize(
    ("typed", "value"),
    [("123,00", "123.00"), ("35", "35"), ("9,99", "9.99"), ("9.99", "9.99"), ("1.234,56", "1234.56"),
     ("1,234.56", "1234.56"), ("12.5", "12.5"), ("0,500", "0.500"), ("1 234,5", "1234.5")],
)  # fmt: skip
@pytest.mark.parametrize("unready", ["el", "en"], indirect=True)
def test_what_can_mean_one_thing_counts_at_once(unready: Office, typed: str, value: str) -> None:
    unready.start()
    unready.go(0, "Price")
    unready.type(typed)
    assert echo(unready) == ""
    assert str(unready.session.value("details[0].unitPrice")) == value


def test_a_quantity_and_a_rate_are_shown_back_in_their_own_form(office: Office) -> None:
    office.go(0, "Qty")
    office.type("1.234")
    assert echo(office) == "= 1.234"
    office.key(ENTER)
    assert office.cell(0, "Qty") == "1.234"
    assert office.session.value("details[0].quantity") == 1234
    office.go(0, "Disc.%")
    office.type("12,5 %")
    office.key(ENTER)
    assert office.cell(0, "Disc.%") == "12,5"


def test_escape_takes_it_back_and_undo_too(office: Office) -> None:
    office.go(0, "Price")
    office.type("50")
    office.key(ENTER)
    office.go(0, "Price")
    office.type("1.234")
    office.key(ESCAPE)
    assert (office.cell(0, "Price"), net(office), echo(office)) == ("50,00", "50,00", "")
    office.type("1.234")
    office.key(ENTER)
    assert net(office) == "1.234,00"
    office.session.undo()
    assert net(office) == "50,00"


def test_a_sum_that_usually_follows_is_shown_back_too(office: Office) -> None:
    office.go(0, "Net")
    office.type("1.234")
    assert echo(office) == "= 1.234,00"
    office.key(ENTER)
    assert office.cell(0, "Net") == "1.234,00"


def test_a_command_counts_it_as_it_is_shown(office: Office) -> None:
    office.go(0, "Price")
    office.type("1.234")
    office.page.commit()
    assert net(office) == "1.234,00"


def test_what_was_not_shown_back_before_a_sudden_end_does_not_count(office: Office) -> None:
    office.go(0, "Price")
    office.type("1.234")
    draft = office.session.draft
    assert draft is not None
    with pytest.raises(DocumentHasErrors):
        office.desk.seal(draft)
    office.key(ESCAPE)
    again = reread(draft.document, draft.typed, "el")
    office.session.replace(again, None)
    assert office.cell(0, "Price") == "1.234"
    assert net(office) == "0,00"
    problems = [p.code for p in office.session.composition.problems]
    assert "amount_not_shown_back" in problems

    office.go(0, "Price")
    office.key(Qt.Key.Key_F2)
    assert echo(office) == "= 1.234,00"
    office.key(ENTER)
    assert (office.cell(0, "Price"), net(office)) == ("1.234,00", "1.234,00")


def test_text_put_in_by_a_screen_reader_is_shown_back_at_once(office: Office) -> None:
    field = AmountField(office.session, "paymentDetails.prepaymentAmount")
    field.setParent(office.page)
    field.show()
    field.setText("1.234")
    assert field.text() == "1.234,00"
    assert office.session.value(field.path) == 1234
