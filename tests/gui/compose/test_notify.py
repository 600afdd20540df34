"""The tab that says who is told: a choice and its recipients, into the provider's fields, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget, QWidget

from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.domain.movement import AdditionalDetails
from einvoice_desktop.gui.compose.notify import NotificationBox
from einvoice_desktop.gui.compose.notify_fields import (
    EMAILS,
    METHOD,
    MOBILES,
    NOTIFY_GROUPS,
    PDF_EMAILS,
    SEND_AS_PDF,
    SHOWN_FOR,
)
from einvoice_desktop.gui.compose.tab_kinds import PLACE_OF, tab_of
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ENGLISH = pytest.mark.parametrize("unready", ["en"], indirect=True)


def open_tab(office: Office) -> None:
    tabs = office.page.findChild(QTabWidget, "compose.tabs")
    assert tabs is not None
    tabs.setCurrentIndex(PLACE_OF["notify"])


def box(office: Office) -> NotificationBox:
    found = office.page.findChild(NotificationBox, METHOD)
    assert found is not None
    return found


def shown(office: Office) -> set[str]:
    return {path for path in (*SHOWN_FOR, SEND_AS_PDF) if office.page.findChild(QWidget, path).isVisible()}


def says(office: Office) -> str:
    found = office.page.findChild(QLabel, "part.notify.says")
    assert found is not None
    return found.text()


def more(office: Office) -> AdditionalDetails:
    assert office.session.draft is not None
    found = office.session.draft.document.additional_details
    assert found is not None
    return found


def codes(office: Office) -> set[tuple[str, str]]:
    assert office.session.composition is not None
    return {
        (p.path, p.code)
        for p in office.session.composition.problems
        if p.path.startswith("additionalDetails")
    }


@ENGLISH
def test_a_new_document_tells_nobody_and_asks_for_no_recipient(office: Office) -> None:
    open_tab(office)
    assert box(office).text() == "Nobody: to the archive only"
    assert says(office) == "The provider sends nobody a message."
    assert shown(office) == set()
    assert more(office).model_fields_set == {"transmission_method"}


@ENGLISH
@pytest.mark.parametrize(
    ("steps", "words", "method", "pdf", "wanted"),
    [
        (1, "E-mail with a link", "E", None, {EMAILS}),
        (2, "E-mail with the PDF", "A", True, {PDF_EMAILS}),
        (3, "E-mail with a link, and e-mail with the PDF", "E", True, {EMAILS, PDF_EMAILS}),
        (4, "Message to the mobile", "M", None, {MOBILES}),
        (5, "E-mail with a link, and message to the mobile", "C", None, {EMAILS, MOBILES}),
    ],
)
def test_a_choice_by_keyboard_fills_the_provider_s_fields(
    office: Office, steps: int, words: str, method: str, pdf: bool | None, wanted: set[str]
) -> None:
    open_tab(office)
    box(office).setFocus()
    office.key(Qt.Key.Key_F4)
    for _ in range(steps):
        office.key(Qt.Key.Key_Down)
    office.key(Qt.Key.Key_Return)
    assert box(office).text() == words
    assert (more(office).transmission_method, more(office).send_as_pdf) == (method, pdf)
    assert wanted <= shown(office)
    assert shown(office) & {EMAILS, PDF_EMAILS, MOBILES} == wanted & {EMAILS, PDF_EMAILS, MOBILES}
    office.session.undo()
    assert box(office).text() == "Nobody: to the archive only"


@ENGLISH
def test_the_way_is_found_by_typing_a_word_of_it(office: Office) -> None:
    open_tab(office)
    box(office).setFocus()
    office.type("pdf")
    office.key(Qt.Key.Key_Return)
    assert (more(office).transmission_method, more(office).send_as_pdf) == ("A", True)


@ENGLISH
def test_recipients_are_typed_and_named_before_issuing(office: Office) -> None:
    office.session.choose(METHOD, "C")
    open_tab(office)
    assert codes(office) == {(EMAILS, "recipients_missing"), (MOBILES, "recipients_missing")}
    office.field(EMAILS).setFocus()
    office.type("a@example.com, b@example.com")
    office.field(MOBILES).setFocus()
    office.type("6912345678")
    office.field(EMAILS).setFocus()
    assert more(office).accounting_department_emails == ("a@example.com", "b@example.com")
    assert more(office).customer_cell_numbers == ("6912345678",)
    assert codes(office) == set()
    assert says(office) == (
        "When it is issued, the provider writes to: a@example.com, b@example.com, 6912345678"
    )


@ENGLISH
def test_recipients_without_a_way_ask_for_one(office: Office) -> None:
    assert office.session.draft is not None
    document = office.session.draft.document.with_member(
        "additional_details", AdditionalDetails(accounting_department_emails=("a@example.com",))
    )
    office.session.replace(Draft(document), None)
    open_tab(office)
    assert box(office).text() == ""
    assert "nobody is sent anything" in says(office)
    assert codes(office) == {(METHOD, "recipients_without_method")}
    office.page.show_problem(METHOD)
    assert office.focus() in (box(office), box(office).lineEdit())


def test_every_field_of_it_leads_to_it() -> None:
    for group in NOTIFY_GROUPS:
        for row in group.rows:
            for spec in row:
                assert tab_of(f"{group.prefix}{spec.path}") == PLACE_OF["notify"]


@ENGLISH
def test_what_holds_something_is_shown_whatever_the_choice(office: Office) -> None:
    office.session.edit(MOBILES, "6912345678")
    open_tab(office)
    assert shown(office) == {MOBILES}


@ENGLISH
def test_recipients_of_a_pdf_that_is_not_sent_ask_whether_it_is(office: Office) -> None:
    office.session.edit(PDF_EMAILS, "a@example.com")
    open_tab(office)
    assert shown(office) == {PDF_EMAILS, SEND_AS_PDF}
    assert codes(office) == {(SEND_AS_PDF, "pdf_recipients_without_pdf")}
    office.session.choose(SEND_AS_PDF, True)
    assert box(office).text() == "E-mail with the PDF"
    assert codes(office) == set()


@ENGLISH
def test_the_sign_policy_is_strict_and_changed_in_words(office: Office, qtbot: QtBot) -> None:
    open_tab(office)
    assert office.field("iaprSignPolicy").text() == "2 the provider never signs itself"
    office.session.choose("iaprSignPolicy", 0)
    qtbot.waitUntil(lambda: office.field("iaprSignPolicy").text().startswith("0 "))
