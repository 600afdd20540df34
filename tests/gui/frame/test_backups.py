"""Backups in the window: made by themselves, told in the status line, restored only on purpose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from einvoice_desktop import bootstrap, paths
from einvoice_desktop.app.backups import Backups
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Backup, BackupReason, Restored
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.gui.backups import deeds
from einvoice_desktop.gui.bottom_panel import DEAF_SECONDS
from einvoice_desktop.gui.start import load
from einvoice_desktop.store.restored import mark_restored
from tests.gui.frame.test_other_books import run

CTRL = Qt.KeyboardModifier.ControlModifier
NOW = datetime.now(UTC)


@pytest.fixture
def backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Backups:
    monkeypatch.setattr(deeds, "AFTER_START_MS", 0)
    return bootstrap.open_backups(tmp_path, None)


def made(backups: Backups, days: int, reason: BackupReason = BackupReason.DAILY) -> Backup:
    shelf = backups._shelf
    return shelf.make(shelf.own_folder, reason, NOW - timedelta(days=days))


@pytest.fixture
def office(start: Any, backups: Backups) -> Any:
    """A window with backups of its books; one of five days ago is there."""
    office = start(late=True, language="en")
    made(backups, 5)
    office.window.office.backups = lambda: backups
    office.reopened = []
    office.window.office.reopen = lambda: office.reopened.append(backups.planned)
    return office


def status(office: Any) -> str:
    return office.text("status.backup")


def dialog() -> Any:
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == "backups" and w.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_days_own_is_made_by_itself_and_one_is_restored_by_typing_its_day(
    office: Any, backups: Backups
) -> None:
    office.settings.values["backup.daily"] = "0"
    (Path(backups.folder()[0]).parent / "settings.ini").write_text(
        "[settings]\nbackup.daily = 0\n", encoding="utf-8"
    )
    office.engine_comes()
    office.wait(lambda: status(office).startswith("⚠ Last backup "))
    # The look of the start is over: none is made while another one is.
    office.rest()
    (Path(backups.folder()[0]).parent / "settings.ini").unlink()
    deeds = office.program.deeds.backups
    # Again and again: the one that looks by itself after the start may be under way, with the old setting.
    office.wait(lambda: deeds.make_if_due() or status(office).startswith("Last backup today "))
    assert office.find("status.backup").property("role") == "muted"

    office.key(Qt.Key.Key_B, CTRL)
    shown = dialog()
    office.wait(lambda: len(shown.table.records.rows) == 2)
    assert shown.focusWidget() is shown.table
    QTest.keyClick(shown, Qt.Key.Key_Insert)
    office.wait(lambda: len(shown.table.records.rows) == 3)
    assert "Backed up: einvoice-backup-" in office.window.message

    old = shown.table.records.rows[-1]
    shown.table.choose(old.path)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    panel = shown.restore
    office.wait(panel.isVisible)
    assert not panel.go.isEnabled()
    QTest.keyClicks(panel.field, "01/01/2020")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert not panel.go.isEnabled()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert (office.reopened, shown.isVisible()) == ([], True)

    shown.restore_button.click()
    office.wait(panel.isVisible)
    assert panel.field.text() == ""
    year, month, day = athens_day(old.made_at).split("-")
    QTest.keyClicks(panel.field, f"{int(day)}.{int(month)}.{year}")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert [planned.path for planned in office.reopened] == [old.path]
    # This window has stayed, so nothing takes the place of its books behind its back.
    assert backups.planned is None
    office.rest()


def test_a_damaged_file_is_said_and_not_offered(office: Any, tmp_path: Path) -> None:
    office.engine_comes()
    office.rest()
    office.key(Qt.Key.Key_B, CTRL)
    shown = dialog()
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"no backup")
    shown.restore.ask(broken)
    office.wait(lambda: "broken.zip" in office.window.message)
    assert not shown.restore.isVisible()
    shown.close()
    office.rest()


def test_what_a_restore_came_to_is_said_in_the_window_that_opens_after_it(
    office: Any, backups: Backups
) -> None:
    there = backups.listed()[0]
    backups.ended = Restored(there, 4, 2, there.path)
    office.engine_comes()
    office.rest()
    assert "Asked about at the provider: 4." in office.window.message
    assert there.path.name in office.window.message
    assert backups.ended is None


def test_a_failed_backup_warns_in_words(
    office: Any, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Backup:
        raise UserError("backup_no_room", path="E:/")

    monkeypatch.setattr(backups._shelf, "make", full)
    office.engine_comes()
    office.wait(lambda: status(office).startswith("⚠ Backup failed: There is no room"))
    assert office.find("status.backup").property("role") == "warning"
    office.rest()


def test_where_the_books_are_damaged_the_newest_backup_is_offered(office: Any, backups: Backups) -> None:
    def damaged() -> Any:
        raise UserError("store_damaged", path="books.sqlite")

    made(backups, 1)
    load(office.program, damaged, None)
    office.wait(lambda: office.window.is_barred)
    office.wait(lambda: office.find("offered").isVisible())
    assert "with 0 documents" in office.text("offered.words")
    office.press("offered.restore")
    shown = dialog()
    office.wait(lambda: len(shown.table.records.rows) == 2)
    assert not shown.make_button.isVisible()
    newest = shown.table.records.rows[0]
    shown.restore_button.click()
    office.wait(shown.restore.isVisible)
    QTest.keyClicks(shown.restore.field, shown.restore._day())
    shown.restore.go.click()
    assert [planned.path for planned in office.reopened] == [newest.path]
    office.rest()


def test_closing_makes_todays_where_there_is_none(office: Any, backups: Backups) -> None:
    office.engine_comes()
    office.rest()
    for path in backups.folder()[0].iterdir():
        path.unlink()
    office.fill()
    office.window.close()
    assert [one.reason for one in backups.listed()] == [BackupReason.DAILY]


# --- after a restore --------------------------------------------------------------------------------


def test_a_series_asks_for_its_last_number_and_says_why_in_practice_too(office: Any) -> None:
    office.engine_comes()
    office.rest()
    office.window.open_view("compose")
    for number in ("1", "9"):
        office.fill()
        office.key(Qt.Key.Key_Return, CTRL)
        if number == "9":
            office.wait(lambda: office.program.deeds.issuing.is_reviewing)
            assert "came back from a backup" in office.text("firstUse.question")
            assert "know of 1;" in office.text("firstUse.question")
            office.qtbot.wait(int(DEAF_SECONDS * 1000) + 20)
            office.key(Qt.Key.Key_Return)
            office.wait(lambda: office.text("firstUse.fault"))
            QTest.keyClicks(office.find("firstUse.number"), "8")
            office.key(Qt.Key.Key_Return)
        office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
        assert office.desk.submissions()[-1].sealed.key.number == number
        office.rest()
        mark_restored(office.desk._parts.store._database, NOW, datetime.now(UTC))
        office.window.open_view("compose")


RESTORED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from einvoice_desktop import __main__ as program
from einvoice_desktop.gui import deeds

attach, starts = deeds.Deeds.attach, []

def on_attached(self, desk, draft, draft_id):
    attach(self, desk, draft, draft_id)
    starts.append(desk)
    QTimer.singleShot(0, lambda: STEPS[len(starts) - 1](self))

def first(deeds):
    print("language", deeds._window.session.language, "documents", len(starts[0].submissions()), flush=True)
    deeds._session.edit("counterParty.vat", "EL090000045")
    deeds.backups.show_dialog()
    dialog = deeds.backups._dialog
    dialog.restore.shown_or_hidden.connect(lambda: QTimer.singleShot(0, lambda: confirm(dialog.restore)))
    dialog.restore.ask(Path(sys.argv[2]))

def confirm(panel):
    if panel.isVisible():
        panel.field.setText(panel._day())
        panel.go.click()

def second(deeds):
    window, rows = deeds._window, starts[1].submissions()
    print("language", window.session.language, "documents", len(rows), flush=True)
    print("said", window.message, flush=True)
    window.close()

STEPS = [first, second]
deeds.Deeds.attach = on_attached
QTimer.singleShot(40000, lambda: (print("too late", flush=True), sys.exit(3)))
print("ended", program.main(["--data-dir", sys.argv[1]]), flush=True)
"""


def test_the_window_gives_way_and_comes_back_on_the_restored_books(tmp_path: Path) -> None:
    then, now = tmp_path / "then", tmp_path / "now"
    for folder in (then, now):
        folder.mkdir()
    (then / "settings.ini").write_text("[settings]\nlanguage = en\n", encoding="utf-8")
    _seal_one(then)
    backup = bootstrap.open_backups(then, None).make()
    told = run(now, str(backup.path), settings="language = el\n", program=RESTORED)
    assert told[0] == "language el documents 0"
    assert told[1] == "language en documents 1"
    assert told[2].startswith("said The books of ")
    assert "The books before: einvoice-backup-" in told[2]
    assert told[3:] == ["ended 0"]
    kept = bootstrap.open_backups(now, None).listed()
    assert BackupReason.BEFORE_RESTORE in {one.reason for one in kept}


def _seal_one(folder: Path) -> None:
    desk = bootstrap.open_desk(bootstrap.Options(folder, database_url=None))
    document = desk.read_document(paths.resource("samples/published/3.1-1.json").read_bytes())
    desk.seal(Draft(document.without_member("date_issued")))
    desk.close()


def test_who_restores_while_practising_goes_on_practising_whatever_the_backup_was_connected_to(
    tmp_path: Path,
) -> None:
    then, now = tmp_path / "then", tmp_path / "now"
    for folder in (then, now):
        folder.mkdir()
    settings = "[settings]\nlanguage = en\nconnection.server = production\nconnection.vat = 094014201\n"
    (then / "settings.ini").write_text(settings, encoding="utf-8")
    _seal_one(then)
    backup = bootstrap.open_backups(then, None).make()
    practising = RESTORED.replace("sys.argv[1]])", "sys.argv[1], '--practice'])").replace(
        '"said", window.message', '"server", starts[1].server'
    )
    told = run(now, str(backup.path), settings="language = el\n", program=practising)
    assert told[2:] == ["server practice", "ended 0"]
