"""The start: a window that takes keys before anything heavy is there; the end: nothing lost, nothing hung."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).resolve().parents[3]
HEAVY = ("pydantic", "sqlalchemy", "httpx", "keyring", "qrcode", "werkzeug", "gnupg")

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from einvoice_desktop import bootstrap, paths
from einvoice_desktop.gui import start
import einvoice_desktop.gui.main_window as main_window

folder = Path(sys.argv[1])
painted = main_window.MainWindow._on_first_painted

def on_first_painted(window):
    print("heavy", [name for name in {heavy!r} if name in sys.modules], flush=True)
    painted(window)
    window.session.ready_changed.connect(lambda: print("ready", flush=True))
    window.session.draft_saved.connect(lambda when: (print("saved", flush=True), window.close()))

main_window.MainWindow._on_first_painted = on_first_painted

class Settings:
    def get(self, name, default=""):
        return default
    def set(self, name, value):
        pass

QTimer.singleShot(20000, lambda: sys.exit(3))
sys.exit(start.run(lambda: bootstrap.open_desk(bootstrap.Options(folder)), Settings(), file=None,
                   resource=paths.resource, server="practice"))
"""


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    environ = os.environ | {
        "EINVOICE_START_PROBE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(TOP),
        "PYTHONUTF8": "1",
    }
    program = PROGRAM.format(heavy=HEAVY)
    return subprocess.run(
        [sys.executable, "-P", "-c", program, str(folder)],
        env=environ,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def test_the_first_key_is_taken_before_anything_heavy_and_is_never_lost(tmp_path: Path) -> None:
    first = run(tmp_path)
    lines = first.stdout.split("\n")
    assert "heavy []" in lines, first.stdout + first.stderr
    assert "first-key" in lines
    assert lines.index("first-key") < lines.index("ready"), "the key was taken before the engine was there"
    assert "saved" in lines, "what was typed before the engine came is in the drafts"
    assert first.returncode == 0, first.stderr


def test_closing_saves_what_was_typed_a_moment_ago(start: Any) -> None:
    office = start()
    office.window.session.edit("counterParty.registeredName", "Τελευταία στιγμή")
    office.window.close()
    again = start()
    assert [row.counterparty_name for row in again.desk.draft_rows()] == ["Τελευταία στιγμή"]


@pytest.mark.leaves_running(reason="the provider hangs; the thread ends with the process")
def test_what_is_typed_before_the_engine_comes_survives_closing_at_once(start: Any) -> None:
    office = start(late=True)
    field = office.find("counterParty.registeredName")
    field.setFocus()
    office.qtbot.keyClicks(field, "Early bird")
    office.engine_comes_in(200)
    office.window.close()
    again = start()
    assert [row.counterparty_name for row in again.desk.draft_rows()] == ["Early bird"]


def test_a_page_asked_for_before_the_engine_opens_when_it_is_there(start: Any) -> None:
    office = start(late=True)
    office.press("view.samples")
    assert office.window.book.view == "compose"
    office.engine_comes_in(50)
    office.wait(lambda: office.window.book.view == "samples")


def test_new_text_is_never_typed_into_the_draft_of_last_time(start: Any) -> None:
    first = start()
    first.window.session.edit("counterParty.registeredName", "Παλιό")
    first.window.close()
    office = start(late=True)
    office.qtbot.keyClicks(office.find("counterParty.vat"), "094014201")
    office.engine_comes_in(10)
    office.wait(lambda: office.window.session.ready)
    assert office.text("counterParty.registeredName") == ""
    assert office.text("counterParty.vat") == "094014201"
    office.wait(lambda: len(office.desk.draft_rows()) == 2)


def test_ctrl_s_says_that_it_is_saved_once_it_is(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Αφοί")
    office.press("action.save")
    office.wait(lambda: "Αποθηκεύτηκε" in office.window.message)
    assert [row.counterparty_name for row in office.desk.draft_rows()] == ["Αφοί"]


def test_closing_is_not_held_up_by_a_provider_that_hangs(office: Any) -> None:
    office.line.hold()
    office.fill()
    office.find("action.issue").click()
    office.wait(lambda: office.line.sent)
    begun = time.monotonic()
    office.window.close()
    assert time.monotonic() - begun < 3.0
    assert not office.window.isVisible()


def test_a_draft_that_cannot_be_saved_keeps_the_window_open_once(office: Any, monkeypatch: Any) -> None:
    def full(*_args: object) -> int:
        from einvoice_desktop.app.errors import UserError

        raise UserError("disk_full")

    monkeypatch.setattr(office.desk, "save_draft", full)
    office.window.session.edit("counterParty.registeredName", "Δεν σώζεται")
    office.window.close()
    assert office.window.isVisible(), "the first try says what is wrong"
    assert "δεν αποθηκεύτηκε" in office.window.message
    office.window.close()
    assert not office.window.isVisible()


def test_the_band_says_where_documents_go(start: Any) -> None:
    assert start().text("band") == "ΕΞΑΣΚΗΣΗ – τίποτα δεν φεύγει από αυτόν τον υπολογιστή"


def test_a_trial_server_has_its_own_band_and_production_none(start: Any) -> None:
    trial = start(server="uat")
    assert "ΔΟΚΙΜΕΣ" in trial.text("band")
    assert trial.find("band").property("role") == "trial"
    trial.window.close()
    live = start(server="production")
    assert not live.find("band").isVisible()
    assert live.text("status.environment") == "Παραγωγή"
