"""The wizard for the company: by keys, resumed where it was left, and never live by accident."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from einvoice_desktop.app.companies import card_of
from einvoice_desktop.app.series_choice import SeriesFor, series_table
from einvoice_desktop.connections import SystemConnections
from einvoice_desktop.gui.set_up import wizard as set_up

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
VAT = "094014201"
KEY = "11111111-2222-4333-8444-555555555555"


class Vault(dict[tuple[str, str], str]):
    """The system's keyring of one test."""

    def api_key(self, server: str, vat: str) -> str | None:
        return self.get((server, vat))

    def set_api_key(self, server: str, vat: str, key: str) -> None:
        self[server, vat] = key


class Person:
    """Somebody before the wizard."""

    def __init__(self, office: Any, folder: Path) -> None:
        self.office, self.vault = office, Vault()
        self.reopened = 0
        connections = SystemConnections(folder, office.settings, None, self.vault)
        office.window.office.connections = connections
        office.window.office.reopen = self._on_reopen
        office.window.actions_["setUp"].setEnabled(True)

    def _on_reopen(self) -> None:
        self.reopened += 1

    def open(self) -> None:
        self.office.window.activateWindow()
        self.office.key(Qt.Key.Key_F7, CTRL)
        self.office.rest()

    @property
    def wizard(self) -> Any:
        (found,) = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.objectName() == "setUp" and widget.isVisible()
        ]
        return found

    def find(self, name: str) -> Any:
        (found,) = [w for w in self.wizard.findChildren(QWidget) if w.accessibleIdentifier() == name]
        return found

    def type(self, name: str, text: str) -> None:
        field = self.find(name)
        field.setFocus()
        field.setText(text)
        field.editingFinished.emit()

    def enter(self) -> None:
        """Enter, wherever the focus is."""
        QTest.keyClick(self.wizard, Qt.Key.Key_Return)
        self.office.rest()

    def leave(self) -> None:
        """Esc."""
        QTest.keyClick(self.wizard, Qt.Key.Key_Escape)
        self.office.wait(lambda: "setUp" not in self.office.program.deeds.frame._open)
        self.office.rest()

    @property
    def step(self) -> str:
        return str(self.wizard.steps[self.wizard.place].name)

    @property
    def fault(self) -> str:
        shown = self.find("setUp.fault")
        return str(shown.text()) if shown.isVisible() else ""

    def setting(self, name: str) -> str:
        return str(self.office.settings.values.get(name, ""))


@pytest.fixture
def person(office: Any, tmp_path: Path) -> Person:
    return Person(office, tmp_path)


@pytest.fixture(autouse=True)
def _closed_at_the_end(qapp: QApplication) -> Iterator[None]:
    yield
    for widget in qapp.topLevelWidgets():
        if widget.objectName() == "setUp":
            widget.close()


def test_from_the_number_to_the_books_by_keys(person: Person) -> None:
    person.open()
    assert person.find("setUp.vat.field").hasFocus()
    person.type("setUp.vat.field", "EL 094014200")
    assert "⚠" in person.find("setUp.vat.verdict").text()
    person.type("setUp.vat.field", "12")
    person.enter()
    assert person.step == "vat"
    assert person.fault
    person.type("setUp.vat.field", VAT)
    assert "✓" in person.find("setUp.vat.verdict").text()
    person.enter()
    assert person.step == "company"
    person.type("setUp.company.registeredName", "Καφεκοπτείο Α.Ε.")
    person.find("setUp.company.branches.add").click()
    person.type("setUp.company.branchCode", "2")
    person.enter()
    # Branch 2 is none of the branches.
    assert person.step == "company"
    assert "2" in person.fault
    person.type("setUp.company.branchCode", "1")
    person.enter()
    card = card_of(person.setting("company.card"))
    assert card is not None
    assert (card.vat, card.registered_name, card.branch_code) == (f"EL{VAT}", "Καφεκοπτείο Α.Ε.", 1)
    assert person.office.desk.company.vat == f"EL{VAT}"
    assert person.step == "connection"
    assert person.find("connection.server").value == "practice"
    person.find("connection.server").choose("uat")
    assert person.find("connection.vat").text() == VAT
    person.type("connection.key", KEY)
    person.enter()
    assert person.vault == {("uat", VAT): KEY}
    assert KEY not in str(person.office.settings.values)
    assert person.step == "series"
    person.find("setUp.series.add").click()
    person.type("setUp.series.0.series", "ΠΕΙΡ")
    person.type("setUp.series.0.last", "41")
    person.find("setUp.series.0.branch").choose("1")
    person.enter()
    assert series_table(person.setting("document.series.uat")) == {SeriesFor("1.1", 1): "ΠΕΙΡ"}
    (place,) = [person.office.desk.series_of("uat").names()]
    assert place == {"ΠΕΙΡ"}
    assert person.office.desk.series.names() == frozenset()
    assert person.step == "paper"
    person.type("setUp.paper.providerLine", "Πάροχος Α.Ε.")
    person.enter()
    assert person.setting("paper.providerLine") == "Πάροχος Α.Ε."
    assert person.step == "summary"
    told = person.find("setUp.summary.text").text()
    assert all(word in told for word in ("Καφεκοπτείο Α.Ε.", VAT, "ΠΕΙΡ", "Πάροχος Α.Ε."))
    # Nothing has changed hands before the end.
    assert person.setting("connection.server") == ""
    person.enter()
    assert person.setting("connection.server") == "uat"
    assert person.reopened == 1


def test_it_goes_on_where_it_was_left_and_never_keeps_a_key(person: Person) -> None:
    person.open()
    person.type("setUp.vat.field", VAT)
    person.enter()
    person.type("setUp.company.registeredName", "Μισή επωνυμία")
    person.leave()
    # Left half-way: nothing of this step holds yet, and nothing of it is lost.
    assert card_of(person.setting("company.card")) is None
    person.open()
    assert person.step == "company"
    assert person.find("setUp.company.registeredName").text() == "Μισή επωνυμία"
    person.enter()
    person.find("connection.server").choose("uat")
    person.type("connection.key", KEY)
    person.leave()
    assert KEY not in person.setting("setUp.typed")
    person.open()
    assert person.find("connection.server").value == "uat"
    assert person.find("connection.key").text() == ""
    QTest.keyClick(person.wizard, Qt.Key.Key_Left, ALT)
    assert person.step == "company"


def test_what_is_typed_is_kept_while_the_step_is_still_in_sight(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "REMEMBER_MS", 10)
    person.open()
    person.type("setUp.vat.field", VAT)
    person.enter()
    person.type("setUp.company.registeredName", "Μισή επωνυμία")
    person.office.wait(lambda: "Μισή επωνυμία" in person.setting("setUp.typed"))
    assert person.step == "company"


def test_every_step_may_be_passed_by_and_practice_goes_on(person: Person) -> None:
    person.open()
    for name in ("vat", "company", "connection", "series", "paper", "summary"):
        assert person.step == name
        person.enter()
    assert not [w for w in QApplication.topLevelWidgets() if w.objectName() == "setUp" and w.isVisible()]
    assert person.reopened == 0
    assert person.setting("company.card") == ""
    assert person.office.window.message == "Η εταιρεία ρυθμίστηκε."


def test_production_wants_the_number_typed_again_and_a_key(person: Person) -> None:
    person.open()
    person.type("setUp.vat.field", VAT)
    person.enter()
    person.enter()
    person.find("connection.server").choose("production")
    person.enter()
    assert person.step == "connection"
    assert person.fault
    person.type("connection.confirm", VAT)
    person.enter()
    assert person.step == "series"
    for _step in range(3):
        person.enter()
    # Without a key it ends where the key is missing.
    assert person.step == "connection"
    assert person.fault
    assert person.setting("connection.server") == ""
    assert person.reopened == 0


def test_a_last_number_that_goes_back_is_told(person: Person) -> None:
    document = person.office.window.session.draft.document
    person.office.desk.series.set_last_number(document, "50")
    person.open()
    for _step in range(3):
        person.enter()
    person.find("setUp.series.add").click()
    person.office.rest()
    assert person.find("setUp.series.0.last").placeholderText() == "50"
    person.type("setUp.series.0.last", "49")
    person.enter()
    assert person.step == "series"
    assert "50" in person.fault


def test_it_is_offered_once_and_stands_in_nobody_s_way(start: Any, tmp_path: Path) -> None:
    office = start(late=True)
    Person(office, tmp_path)
    office.engine_comes()
    office.rest()
    assert "εξάσκηση" in office.window.message
    assert office.settings.values["setUp.offered"] == "1"
    assert office.window.stage.page.isEnabled()
    office.press("message.action")
    office.rest()
    assert [w for w in QApplication.topLevelWidgets() if w.objectName() == "setUp" and w.isVisible()]


def test_a_new_company_s_window_begins_with_it_and_a_known_one_says_nothing(
    start: Any, tmp_path: Path
) -> None:
    fresh = start(late=True, **{"setUp.offered": "open"})
    person = Person(fresh, tmp_path)
    fresh.engine_comes()
    fresh.rest()
    assert person.step == "vat"
    person.leave()
    fresh.window.close()
    known = start(late=True, **{"connection.vat": VAT})
    Person(known, tmp_path)
    known.engine_comes()
    known.rest()
    assert known.window.message == ""
