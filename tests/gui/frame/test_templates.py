"""Templates and monthly documents in the window: kept, found, begun, answered; nothing goes by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from einvoice_desktop import bootstrap
from einvoice_desktop.app.drafting import draft_of, edit_text
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.gui.bottom_panel import DEAF_SECONDS
from tests.app.scripted import INVOICE
from tests.gui import look

GROSS = Decimal("24.80")
CTRL = Qt.KeyboardModifier.ControlModifier


class Clock:
    """Stands where it is put."""

    moment = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(bootstrap, "SystemClock", lambda: clock)
    return clock


def dialog(office: Any, name: str) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    assert len(found) == 1, name
    office.rest()
    return found[0]


def names(shown: Any) -> list[str]:
    model = shown.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def keep(office: Any, name: str, day: str = "") -> None:
    office.window.open_view("compose")
    office.key(Qt.Key.Key_T, CTRL)
    office.wait(lambda: office.find("template").isVisible())
    assert look.nameless(office.find("template")) == []
    office.qtbot.wait(int(DEAF_SECONDS * 1000) + 20)
    if name:
        office.find("template.name").setText(name)
    office.find("template.day").setText(day)
    office.key(Qt.Key.Key_Return)
    office.rest()


def test_a_document_is_kept_and_another_begins_as_it(office: Any) -> None:
    office.fill()
    keep(office, "")
    assert "Φυλάχτηκε ως πρότυπο" in office.window.message
    keep(office, "Μίσθωμα")
    office.window.actions_["new"].trigger()
    office.key(Qt.Key.Key_J, CTRL)
    shown = dialog(office, "templates")
    office.wait(lambda: len(names(shown)) == 2)
    assert names(shown) == ["Μίσθωμα", "Παπαδόπουλος και Υιοί Α.Ε. · 1.1 Τιμολόγιο Πώλησης"]
    shown.search.setText("παπαδοπουλοσ 1.1 υιοι")
    assert len(names(shown)) == 2
    shown.search.setText("μισθωμα")
    assert names(shown) == ["Μίσθωμα"]
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    office.wait(lambda: office.text("counterParty.registeredName") == "Παπαδόπουλος και Υιοί Α.Ε.")
    assert office.window.book.view == "compose"
    assert office.window.session.value("number") is None
    office.rest()


def test_one_is_renamed_renewed_deleted_and_brought_back(office: Any) -> None:
    office.fill()
    for name in ("Α", "Β"):
        keep(office, name)
    office.window.session.edit("details[0].unitPrice", "1000")
    office.key(Qt.Key.Key_J, CTRL)
    shown = dialog(office, "templates")
    office.wait(lambda: names(shown) == ["Α", "Β"])
    assert (look.nameless(shown), look.labels_that_read_markup(shown), look.cut_words(shown)) == ([], [], [])
    QTest.keyClick(shown, Qt.Key.Key_F2)
    assert shown.name.hasFocus()
    shown.name.setText("Γ")
    shown.day.setText("31")
    QTest.keyClick(shown.day, Qt.Key.Key_Return)
    office.wait(lambda: names(shown) == ["Β", "Γ"])
    row = shown.table.current_record()
    assert (row.name, row.monthly, row.next_on[-2:]) == ("Γ", 31, row.next_on[-2:])
    assert shown.isVisible()
    office.qtbot.mouseClick(shown.update_button, Qt.MouseButton.LeftButton)
    office.wait(lambda: shown.table.current_record().gross == 9920)
    shown.table.setFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    office.wait(lambda: names(shown) == ["Β"])
    QTest.keyClick(shown, Qt.Key.Key_Z, CTRL)
    office.wait(lambda: names(shown) == ["Β", "Γ"])
    assert "Επανήλθε" in shown.told.text()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    office.rest()


def test_monthly_documents_are_proposed_once_their_day_comes_and_become_drafts(
    clock: Clock, start: Any
) -> None:
    office = start()
    draft = draft_of(read_document(INVOICE))
    described = edit_text(draft, "details[0].descriptions[0]", "Ενοίκιο {μήνας}", "el", office.desk.codes)
    for name in ("Α", "Β", "Γ"):
        office.desk.templates.add(described, GROSS, name, 30)
    repeats = office.program.deeds.repeats
    repeats.look()
    office.rest()
    assert office.window.message == ""
    clock.moment = datetime(2026, 11, 29, 22, 0, 1, tzinfo=UTC)
    repeats.look()
    office.rest()
    assert office.window.message == "Ήρθε η μέρα για 3 μηνιαία παραστατικά"
    repeats.look()
    office.press("message.action")
    shown = dialog(office, "repeats")
    assert names(shown) == ["Α", "Β", "Γ"]
    assert (look.nameless(shown), look.labels_that_read_markup(shown), look.cut_words(shown)) == ([], [], [])
    shown.table.selectRow(1)
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    office.wait(lambda: names(shown) == ["Α", "Γ"])
    shown.table.selectRow(1)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    office.wait(lambda: names(shown) == ["Α"])
    QTest.keyClick(shown, Qt.Key.Key_F6)
    office.rest()
    assert not repeats.due
    assert office.window.book.view == "drafts"
    assert len(office.desk.draft_rows()) == 1
    assert office.desk.submissions() == []
    made = office.desk.load_draft(office.desk.draft_rows()[0].id)
    assert made.document.details[0].descriptions == ("Ενοίκιο Νοέμβριος",)
    office.wait(lambda: office.window.actions_["issueMany"].isEnabled())
    kept = {row.name: row.next_on for row in office.desk.templates.rows()}
    assert kept == {"Α": "2026-12-01", "Β": "2026-12-30", "Γ": "2026-12-30"}


def test_what_nobody_answered_is_asked_again_when_the_window_is_opened_again(
    clock: Clock, start: Any
) -> None:
    office = start()
    office.desk.templates.add(draft_of(read_document(INVOICE)), GROSS, "Α", 30)
    clock.moment = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    office.program.deeds.repeats.look()
    office.rest()
    kept = office.settings.values["repeats.mine"]
    office.window.close()
    again = start(**{"repeats.mine": kept})
    again.wait(lambda: "Ήρθε η μέρα" in again.window.message)
    again.rest()


def test_after_a_restore_what_may_have_been_issued_already_is_told_and_chosen_by_hand(
    clock: Clock, start: Any
) -> None:
    office = start()
    draft = draft_of(read_document(INVOICE))
    for name, day in (("Ενοίκιο", 25), ("Συντήρηση", 30)):
        office.desk.templates.add(draft, GROSS, name, day)
    made_at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    office.desk._parts.store.mark_restored(made_at, datetime(2026, 11, 26, 9, tzinfo=UTC))
    clock.moment = datetime(2026, 11, 30, 9, tzinfo=UTC)
    repeats = office.program.deeds.repeats
    repeats.look()
    office.rest()
    office.press("message.action")
    shown = dialog(office, "repeats")
    assert names(shown) == ["Ενοίκιο", "Συντήρηση"]
    assert "24/11/2026 11:00" in shown.back.text()
    assert "εκδοθεί από τότε: Ενοίκιο." in shown.back.text()
    assert [index.row() for index in shown.table.selectionModel().selectedRows()] == [1]
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    office.rest()
