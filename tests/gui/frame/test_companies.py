"""Several companies as a person sees them: whose window it is, the list, a new one, another name."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from einvoice_desktop import bootstrap
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.companies import SystemCompanies
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.gui.document_defaults import DocumentDefaults

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTE = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[-1], encoding='utf-8')"


@pytest.fixture(autouse=True)
def _closed_at_the_end(qapp: QApplication) -> Iterator[None]:
    yield
    for widget in qapp.topLevelWidgets():
        if widget.objectName() in ("companies", "companyName"):
            widget.close()


def dialog(name: str = "companies") -> Any:
    (found,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    return found


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The first company's data folder, which has no name yet."""
    folder = tmp_path / "first"
    bootstrap.open_settings(folder).set("language", "el")
    return folder


def opened(office: Any, first: Path, note: Path) -> Any:
    office.window.office.companies = SystemCompanies(first, (sys.executable, "-c", NOTE, str(note)))
    office.window.actions_["companies"].setEnabled(True)
    office.key(Qt.Key.Key_O, CTRL | SHIFT)
    office.rest()
    shown = dialog()
    assert shown.focusWidget() is shown.table
    return shown


def rows(shown: Any) -> list[str]:
    model = shown.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_new_company_is_made_and_its_window_opened(office: Any, first: Path, tmp_path: Path) -> None:
    note = tmp_path / "opened.txt"
    shown = opened(office, first, note)
    assert rows(shown) == ["Πρώτη εταιρεία"]
    QTest.keyClick(shown, Qt.Key.Key_Insert)
    asked = dialog("companyName")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    office.rest()
    assert "όνομα" in asked.findChild(QWidget, "companyName.fault").text()
    asked.name.setText("Δεύτερη Ι.Κ.Ε.")
    asked.colour.choose("orange")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    office.rest()
    made = SystemCompanies(first).listed()[1]
    assert (made.name, made.colour) == ("Δεύτερη Ι.Κ.Ε.", "orange")
    office.wait(lambda: note.exists() and note.read_text(encoding="utf-8") == made.place)
    # From now on this window says whose it is.
    assert office.window.windowTitle().startswith("Πρώτη εταιρεία – ")
    assert office.find("company").text() == "Πρώτη εταιρεία"
    assert bootstrap.open_settings(Path(made.place)).get("setUp.offered") == "open"


def test_name_and_colour_of_this_window_s_company_hold_at_once(
    office: Any, first: Path, tmp_path: Path
) -> None:
    SystemCompanies(first).make("Δεύτερη", "")
    shown = opened(office, first, tmp_path / "note")
    assert rows(shown) == ["Πρώτη εταιρεία", "Δεύτερη"]
    assert shown.table.current_record().folder == ""
    assert str(first) in shown.findChild(QWidget, "companies.told").text()
    QTest.keyClick(shown, Qt.Key.Key_F2)
    asked = dialog("companyName")
    asked.name.setText("ΔΕΥΤΕΡΗ")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    office.rest()
    assert "Υπάρχει ήδη" in asked.findChild(QWidget, "companyName.fault").text()
    asked.name.setText("Καφεκοπτείο")
    asked.colour.choose("green")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    office.rest()
    assert rows(shown) == ["Καφεκοπτείο", "Δεύτερη"]
    assert office.window.windowTitle().startswith("Καφεκοπτείο – ")
    assert office.text("status.company") == "Καφεκοπτείο"
    assert office.settings.values["company.colour"] == "green"
    # The company that is open needs no window.
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    office.rest()
    assert not (tmp_path / "note").exists()


def test_a_window_says_whose_it_is_from_the_first_picture_on(start: Any) -> None:
    office = start(late=True, **{"company.name": "Καφεκοπτείο <b>Α.Ε.</b>", "company.colour": "red"})
    assert office.window.windowTitle().startswith("Καφεκοπτείο <b>Α.Ε.</b> – ")
    badge = office.find("company")
    assert badge.isVisible()
    assert badge.accessibleName() == "Εταιρεία: Καφεκοπτείο <b>Α.Ε.</b>"
    assert office.text("status.company") == "Καφεκοπτείο <b>Α.Ε.</b>"
    office.engine_comes()
    office.rest()
    assert office.text("status.company") == "Καφεκοπτείο <b>Α.Ε.</b>"


def test_a_branch_is_chosen_under_issuer_and_its_series_comes_along(start: Any) -> None:
    branch = '[{"number": 2, "name": "Πειραιάς", "street": "Ακτή", "city": "Πειραιάς"}]'
    office = start(**{"company.branches": branch, "document.series.practice": '{"1.1/2": "ΠΕΙΡ"}'})
    office.window.stage.page.show_problem("issuer.vat")
    box = office.find("issuer.branchCode")
    box.setFocus()
    box.lineEdit().setText("πειρ")
    office.key(Qt.Key.Key_Return)
    session = office.window.session
    assert session.value("issuer.branchCode") == 2
    assert session.value("issuer.branchAddress.city") == "Πειραιάς"
    assert office.text("series") == "ΠΕΙΡ"
    office.key(Qt.Key.Key_Z, CTRL)
    assert (session.value("issuer.branchCode"), office.text("series")) == (0, "A")
    # A document that is made of another one is in the settled series too, unless it holds its number.
    settled = DocumentDefaults(office.window.preferences, "practice")
    made = Draft(session.draft.document.with_member("issuer", Party(branch_code=2)))
    assert settled.in_series(made).document.series == "ΠΕΙΡ"
    held = Draft(made.document.with_member("number", "7"))
    assert settled.in_series(held).document.series == "A"
    office.key(Qt.Key.Key_F3, SHIFT)
    office.rest()
    numbers = dialog("numbers")
    assert "σειρά ΠΕΙΡ" in numbers.box.toPlainText()
    numbers.close()
