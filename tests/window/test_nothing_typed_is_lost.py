"""What was typed outlives the program's sudden death, half-typed text included."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.driver.atspi import App
from tests.window.person import column, enter, issue, read_receipt, wait_for_focus, wait_for_rows, wait_until

VAT, NAME, CITY, POSTAL = "094014201", "Καφεκοπτείο «Η Ωραία» Α.Ε.", "Αθήνα", "10431"
DESCRIPTION = "Καφές ελληνικός, ½ κιλό"
SECONDS_TO_SAVE = 1.0
"""What the program promises: a second after the key the text is on disk."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")


def kill(app: App) -> None:
    """Ends the program as a power cut does, a second after the last key."""
    time.sleep(SECONDS_TO_SAVE)
    app.process.kill()
    app.process.wait()


def stands_as_it_was(app: App, price: str) -> None:
    wait_for_rows(app, 1)
    app.wait_for_text("counterParty.vat", VAT)
    app.wait_for_text("counterParty.registeredName", NAME)
    cells = [app.cell_text("details", 0, column(app, title)) for title in ("Περιγραφή", "Ποσ.", "Τιμή")]
    assert cells == [DESCRIPTION, "3", price]


def test_typing_survives_a_kill_and_is_issued_after_all(start: Callable[..., App], tmp_path: Path) -> None:
    app = start()
    wait_for_rows(app, 1)
    wait_for_focus(app, app.find("counterParty.vat"))
    enter(app, VAT)
    app.desktop.key("Tab")
    enter(app, NAME)
    app.desktop.key("F6", "Tab")
    enter(app, DESCRIPTION)
    app.desktop.key("Tab", "Tab")
    enter(app, "3")
    app.desktop.key("Tab")
    enter(app, "12,,")
    kill(app)

    app = start()
    stands_as_it_was(app, "12,,")
    app.wait_for_text("summaries.totalPayableAmount", "0,00")
    app.desktop.key("ctrl+Return")
    wait_for_focus(app, app.find("details"))
    enter(app, "12,5")
    app.wait_for_text("summaries.totalPayableAmount", "46,50")
    kill(app)

    app = start()
    stands_as_it_was(app, "12,50")
    app.paste("counterParty.address.city", CITY)
    app.paste("counterParty.address.postal", POSTAL)
    app.desktop.key("ctrl+2")
    wait_until(lambda: app.rows("drafts") == 1, "the one document is not one draft")
    app.desktop.key("ctrl+1")
    issue(app)
    read_receipt(app, tmp_path)
    app.desktop.key("ctrl+2")
    wait_until(lambda: app.rows("drafts") == 0, "what was issued is still a draft")
