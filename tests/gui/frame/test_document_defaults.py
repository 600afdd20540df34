"""What new documents begin with, by the settings of their books; and who is told, named before issuing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
PRACTICE_POLICY = "document.signPolicy.practice"


@pytest.fixture(autouse=True)
def _closed_at_the_end(qapp: QApplication) -> Iterator[None]:
    yield
    for widget in qapp.topLevelWidgets():
        if widget.objectName() == "settings":
            widget.close()


def settings_of(office: Any) -> Any:
    office.key(Qt.Key.Key_Comma, CTRL)
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "settings" and w.isVisible())


def field(settings: Any, name: str) -> Any:
    found = settings.findChild(QWidget, f"settings.{name}")
    assert found is not None, name
    return found


def document(office: Any) -> Any:
    return office.window.session.draft.document


def form(office: Any) -> str | None:
    return office.window.session.value("additionalDetails.documentTemplate")


def test_a_new_document_carries_the_sign_policy_of_its_books(start: Callable[..., Any]) -> None:
    office = start()
    assert document(office).iapr_sign_policy == 2
    settings = settings_of(office)
    box = field(settings, "document.signPolicy")
    assert [box.itemData(row) for row in range(box.count())] == ["2", "0", "1"]
    assert "υπογράφει" in box.currentText()
    box.setCurrentIndex(box.findData("0"))
    office.rest()
    assert office.settings.values[PRACTICE_POLICY] == "0"
    assert document(office).iapr_sign_policy == 2
    office.press("action.new")
    assert document(office).iapr_sign_policy == 0


def test_other_books_have_another_policy(start: Callable[..., Any]) -> None:
    office = start("uat", **{PRACTICE_POLICY: "1", "document.signPolicy.uat": "0"})
    assert document(office).iapr_sign_policy == 0


def test_an_opened_file_keeps_its_own_policy_and_form(start: Callable[..., Any], tmp_path: Path) -> None:
    office = start(**{PRACTICE_POLICY: "0", "document.template.practice.1.1": "Ours"})
    file = tmp_path / "x.json"
    file.write_text(json.dumps({"invoiceTypeCode": "1.1", "iaprSignPolicy": 1}))
    office.program.deeds.open_file(file)
    office.wait(lambda: document(office).iapr_sign_policy == 1)
    assert form(office) is None


def test_the_form_of_a_type_is_settled_and_follows_the_type(start: Callable[..., Any]) -> None:
    office = start()
    settings = settings_of(office)
    kind, line = field(settings, "document.type"), field(settings, "document.template")
    for code, name in (("1.1", "Sales"), ("2.1", "Services")):
        kind.setCurrentIndex(kind.findData(code))
        line.setText(name)
        line.editingFinished.emit()
    kind.setCurrentIndex(kind.findData("1.1"))
    assert line.text() == "Sales"
    office.rest()
    office.press("action.new")
    assert form(office) == "Sales"
    session = office.window.session
    session.choose("invoiceTypeCode", "2.1")
    assert form(office) == "Services"
    session.undo()
    assert (form(office), document(office).invoice_type_code) == ("Sales", "1.1")
    session.choose("invoiceTypeCode", "11.1")
    assert form(office) is None


def test_before_the_books_are_open_their_settings_wait(start: Callable[..., Any]) -> None:
    office = start(late=True)
    settings = settings_of(office)
    assert not field(settings, "document.signPolicy").isEnabled()
    office.engine_comes()
    office.rest()
    assert field(settings, "document.signPolicy").isEnabled()
    assert field(settings, "document.type").count() > 10


def test_the_pages_are_reached_by_key_and_named(start: Callable[..., Any]) -> None:
    office = start()
    pages = settings_of(office).findChild(QListWidget, "settings.pages")
    names = [pages.item(place).text() for place in range(pages.count())]
    wanted = ["Παράθυρο", "Εταιρεία", "Έκδοση", "Νέα παραστατικά", "Έντυπο"]
    assert [name for name in names if name in wanted] == wanted
    assert pages.hasFocus()


# --- who is told, before issuing ------------------------------------------------------------------


def told(start: Callable[..., Any], **fields: object) -> str:
    office = start(**{"issue.countdown": "30"})
    office.fill()
    for name, value in fields.items():
        if isinstance(value, str) and name != "transmissionMethod":
            office.window.session.edit(f"additionalDetails.{name}", value)
        else:
            office.window.session.choose(f"additionalDetails.{name}", value)
    office.key(Qt.Key.Key_Return, CTRL)
    assert office.find("review").isVisible()
    return office.text("review.notify")


def test_nobody_is_told_unless_somebody_asked(start: Callable[..., Any]) -> None:
    assert told(start) == "κανένας"


def test_who_is_told_is_named_before_issuing(start: Callable[..., Any]) -> None:
    assert told(
        start,
        transmissionMethod="C",
        accountingDepartmentEmails="a@example.com, b@example.com",
        customerCellNumbers="6912345678",
    ) == ("E-mail: a@example.com, b@example.com · Κινητό: 6912345678 · στην εξάσκηση δεν στέλνεται τίποτα")


def test_recipients_that_are_not_told_are_not_named(start: Callable[..., Any]) -> None:
    assert told(start, accountingDepartmentEmails="a@example.com") == "κανένας"


def test_many_recipients_are_counted(start: Callable[..., Any]) -> None:
    many = ", ".join(f"a{n}@example.com" for n in range(9))
    text = told(start, transmissionMethod="E", accountingDepartmentEmails=many)
    assert "a5@example.com" in text
    assert "a6@example.com" not in text
    assert "και 3 ακόμη" in text


def test_what_is_sealed_of_a_new_document_tells_nobody(start: Callable[..., Any]) -> None:
    office = start()
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.line.sent)
    sealed = json.loads(office.line.sent[0].payload)
    assert sealed["additionalDetails"] == {"transmissionMethod": "A"}
    assert sealed["iaprSignPolicy"] == 2
