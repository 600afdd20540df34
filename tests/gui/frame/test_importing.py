"""The import as a person does it: drop a file, look, say what a column means, import, undo."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from einvoice_desktop import paths
from einvoice_desktop.gui.importing.dialog import ImportDialog
from einvoice_desktop.gui.importing.saving import save_report

CUSTOMERS = (
    "Πελατολόγιο\n"
    "Κωδικός;Επωνυμία;ΑΦΜ;Πόλη;Τ.Κ.;Έδρα\n"
    "00012;Παπαδόπουλος & Υιοί Α.Ε.;094014201;Αθήνα;10431;Σταδίου 5\n"
    "00013;Άνθη Αιγαίου ΕΠΕ;;Ερμούπολη;84100;Ερμού 3\n"
    "00014;;999999993;;;\n"
)
SAMPLES = sorted(paths.resource("samples/published").glob("*.json"))


def drop(office: Any, *files: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    spot, action = QPointF(400, 300), Qt.DropAction.CopyAction
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(spot.toPoint(), action, data, button, plain)
    enter.setAccepted(False)
    office.window.dragEnterEvent(enter)
    if enter.isAccepted():
        office.window.dropEvent(QDropEvent(spot, action, data, button, plain))
    return enter.isAccepted()


class Imports:
    """The window of the import, worked by what can be seen of it."""

    def __init__(self, office: Any) -> None:
        self.office = office

    @property
    def dialog(self) -> ImportDialog:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, ImportDialog) and w.isVisible()]
        assert len(found) == 1
        return found[0]

    def find(self, identifier: str) -> Any:
        found = self.dialog.findChild(QWidget, identifier)
        assert found is not None, identifier
        return found

    def press(self, identifier: str) -> None:
        button = self.find(identifier)
        assert button.isVisible(), identifier
        assert button.isEnabled(), identifier
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        handle = self.dialog.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifiers)

    def wait(self, what: Callable[[], object]) -> None:
        self.office.wait(what)

    def wait_for_plan(self) -> None:
        self.wait(lambda: self.dialog.work.is_whole)

    def what(self, row: int) -> str:
        table = self.find("import.rows")
        return str(table.model().index(row, 0).data())

    def text(self, identifier: str) -> str:
        return str(self.find(identifier).text())


@pytest.fixture
def imports(office: Any) -> Imports:
    return Imports(office)


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    file = tmp_path / "Πελάτες.csv"
    file.write_bytes(CUSTOMERS.encode("cp1253"))
    return file


def test_customers_are_dropped_looked_at_imported_and_taken_back(
    office: Any, imports: Imports, customers: Path, tmp_path: Path
) -> None:
    assert drop(office, customers)
    imports.wait_for_plan()
    # Guessed: what it holds, its encoding and separator, the row of headings, the columns.
    assert imports.text("import.file") == "Πελάτες.csv"
    chosen = {
        name: imports.find(f"import.{name}").currentText() for name in ("subject", "encoding", "separator")
    }
    assert chosen["subject"] == "Πελάτες"
    assert "1253" in chosen["encoding"]
    assert imports.find("import.header").currentText() == "2"
    assert imports.find("import.column.1").currentText() == "Επωνυμία"
    # A faulty row says so in words, at its own number, and its cell to those who hear it.
    assert imports.what(0) == "Νέο"
    assert imports.what(2).startswith("Με λάθος, μένει έξω – Επωνυμία: Λείπει")
    table = imports.find("import.rows")
    assert table.model().headerData(2, Qt.Orientation.Vertical) == "5"
    told = table.model().index(2, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Λείπει" in told
    assert "νέα: 2" in imports.text("import.summary")
    assert "με λάθη: 1" in imports.text("import.summary")

    # By the keys alone: to the box of the last column, its meaning, and the import.
    box = imports.find("import.column.5")
    assert box.currentText() == "– δεν εισάγεται –"
    imports.find("import.column.4").setFocus()
    imports.key(Qt.Key.Key_Tab)
    assert imports.dialog.focusWidget() is box
    assert box.visibleRegion().boundingRect().width() == box.width(), "what has the focus is in sight"
    while box.currentText() != "Οδός":
        imports.key(Qt.Key.Key_Down)
        assert box.currentIndex() < box.count() - 1
    imports.wait_for_plan()
    meant = [imports.find(f"import.column.{place}").currentText() for place in range(5)]
    assert meant == ["Κωδικός πελάτη", "Επωνυμία", "ΑΦΜ", "Πόλη", "Τ.Κ."], "what was passed by is as it was"
    assert office.desk.customers.rows() == [], "nothing is written before the person says so"
    imports.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    imports.wait(lambda: imports.dialog.outcome.report)
    assert imports.text("import.result") == "Πελάτες.csv: εισήχθησαν 2"
    assert [kept.customer.party.address.street for kept in office.desk.customers.rows()] == [
        "Σταδίου 5",
        "Ερμού 3",
    ]
    office.wait(lambda: len(office.window.stage.books.customers.rows) == 2)

    # What went wrong comes first, and the report can be kept.
    report = imports.find("import.report")
    assert report.model().rowCount() == 1
    save_report(office.window.office, imports.dialog.outcome.report, tmp_path / "no" / "report.csv")
    office.wait(lambda: office.window.message)
    kept = tmp_path / "αναφορά.csv"
    save_report(office.window.office, imports.dialog.outcome.report, kept)
    office.wait(lambda: "αναφορά.csv" in office.window.message)
    lines = kept.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Γραμμή;Όνομα;Τι έγινε;Παρατηρήσεις"
    assert lines[1] == "3;Παπαδόπουλος & Υιοί Α.Ε.;Προστέθηκε;"
    assert lines[3].startswith("5;999999993;Με λάθος, έμεινε έξω;Επωνυμία: Λείπει")

    imports.press("import.undo")
    imports.wait(lambda: imports.text("import.result") == "Η εισαγωγή αναιρέθηκε: 2")
    assert office.desk.customers.rows() == []
    office.wait(lambda: not office.window.stage.books.customers.rows)
    assert not imports.find("import.undo").isEnabled()

    # The same headings again: what the last column means is remembered.
    imports.press("import.other")
    imports.dialog.open_files([customers])
    imports.wait(lambda: imports.find("import.file").isVisible())
    imports.wait_for_plan()
    assert imports.find("import.column.5").currentText() == "Οδός"
    imports.key(Qt.Key.Key_Escape)
    office.wait(lambda: not any(isinstance(w, ImportDialog) for w in QApplication.topLevelWidgets()))


def test_what_a_person_says_of_the_file_counts(office: Any, imports: Imports, tmp_path: Path) -> None:
    office.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    office.wait(lambda: imports.dialog.isVisible())
    assert imports.find("import.files").isVisible()
    file = tmp_path / "a.csv"
    file.write_bytes("Κωδικός;Περιγραφή;Τιμή\nΑ-1;Καφές;12,5\n;Τσάι;δέκα\n".encode("cp1253"))
    imports.dialog.open_files([file])
    imports.wait_for_plan()
    subject = imports.find("import.subject")
    assert subject.value == "items"
    # Other columns belong to other things.
    subject.setFocus()
    imports.key(Qt.Key.Key_Up)
    imports.wait_for_plan()
    assert subject.value == "customers"
    assert imports.find("import.column.0").currentText() == "Κωδικός πελάτη"
    imports.key(Qt.Key.Key_Down)
    imports.wait_for_plan()
    assert imports.find("import.column.2").currentText() == "Τιμή χωρίς ΦΠΑ"
    # Only rows of which something is said.
    imports.press("import.onlyRemarks")
    assert imports.find("import.rows").model().rowCount() == 1
    assert "Το «δέκα» δεν είναι ποσό." in imports.what(0)
    # Without headings the first row is one of the rows.
    imports.press("import.onlyRemarks")
    header = imports.find("import.header")
    header.setFocus()
    imports.key(Qt.Key.Key_Up)
    imports.wait_for_plan()
    assert imports.find("import.rows").model().rowCount() == 3
    # In the other language everything says so at once.
    office.window.choose("language", "en")
    imports.wait(lambda: imports.find("import.go").text().startswith("Import"))
    assert imports.find("import.column.1").itemText(0) == "– not imported –"
    # An encoding in which it is no text is told, and the file stays open.
    encoding = imports.find("import.encoding")
    encoding.choose("utf-8")
    encoding.activated.emit(encoding.currentIndex())
    imports.wait(lambda: "cannot be read" in imports.text("import.fault"))
    assert imports.find("import.rows").isVisible()


def test_json_documents_become_drafts_and_a_bad_file_is_told(
    office: Any, imports: Imports, tmp_path: Path
) -> None:
    folder = tmp_path / "παραστατικά"
    folder.mkdir()
    for sample in SAMPLES:
        shutil.copy(sample, folder)
    (folder / "x.json").write_bytes(b"{")
    assert drop(office, folder)
    imports.wait_for_plan()
    table = imports.find("import.rows")
    assert table.model().rowCount() == len(SAMPLES) + 1
    assert table.model().index(0, 1).data() == SAMPLES[0].name
    assert imports.what(len(SAMPLES)).startswith("Με λάθος, μένει έξω")
    imports.press("import.go")
    imports.wait(lambda: imports.dialog.outcome.report)
    assert len(office.desk.draft_rows()) == len(SAMPLES)
    imports.press("import.show")
    office.wait(lambda: office.window.book.view == "drafts")
    office.rest()
    assert office.find("drafts").model().rowCount() == len(SAMPLES)

    broken = tmp_path / "b.xlsx"
    broken.write_bytes(b"PK\x03\x04 half")
    assert drop(office, broken)
    imports.wait(lambda: "κατεστραμμένο" in imports.text("import.fault"))
    assert imports.find("import.files").isVisible(), "another one can be chosen"
    assert "παραστατικά" in imports.text("import.last") or SAMPLES[0].name in imports.text("import.last")
    imports.press("import.undoLast")
    imports.wait(lambda: "αναιρέθηκε" in imports.text("import.fault"))
    assert office.desk.draft_rows() == []


def test_documents_that_were_imported_before_say_so_until_they_are_taken_back(
    office: Any, imports: Imports, tmp_path: Path
) -> None:
    file = tmp_path / "πωλήσεις.csv"
    head = "Αριθμός;ΑΦΜ;Επωνυμία;Περιγραφή;Ποσότητα;Τιμή;ΦΠΑ\n"
    file.write_text(head + "1;094014201;Α;Καφές;1;10;24\n;;;ΣΥΝΟΛΟ;1;10;\n", "utf-8-sig")
    assert drop(office, file)
    imports.wait_for_plan()
    assert not imports.find("import.twice").isVisible()
    assert imports.what(1) == "Σύνολα, μένουν έξω"
    during: list[float] = []
    importer = office.desk.importer
    carry_out = importer.carry_out

    def watched(*details: Any) -> Any:
        during.append(sys.getswitchinterval())
        return carry_out(*details)

    importer.carry_out = watched
    imports.press("import.go")
    imports.wait(lambda: imports.dialog.outcome.report)
    assert during[0] < sys.getswitchinterval(), "the window has its turns while the books are written"

    def again() -> None:
        imports.press("import.other")
        imports.dialog.open_files([file])
        imports.wait(lambda: imports.find("import.file").isVisible())
        imports.wait_for_plan()

    again()
    assert imports.text("import.twice").startswith("Τα ίδια παραστατικά εισήχθησαν στις ")
    assert imports.find("import.twice").isVisible()
    imports.press("import.other")
    imports.press("import.undoLast")
    imports.wait(lambda: "αναιρέθηκε" in imports.text("import.fault"))
    imports.dialog.open_files([file])
    imports.wait(lambda: imports.find("import.file").isVisible())
    imports.wait_for_plan()
    assert not imports.find("import.twice").isVisible()
