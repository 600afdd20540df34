"""A long day at one window: two hundred documents typed and issued, and the memory that it costs."""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from einvoice_desktop import bootstrap, paths
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.gui.start import Opened, Program, attach, build_window, equip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.gui.session import DraftSession

DOCUMENTS, WARM, MOST_LINES = 200, 20, 8
MIB = 1024 * 1024
GROWTH_MIB = 24
"""From the twentieth document to the last; a page that is never given back would cost more at each."""
ISSUE_MS = 15_000

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")

CUSTOMER = {
    "counterParty.vat": "094014201",
    "counterParty.registeredName": "Παπαδόπουλος και Υιοί Α.Ε.",
    "counterParty.address.street": "Σταδίου",
    "counterParty.address.city": "Αθήνα",
    "counterParty.address.postal": "10431",
}


def resident_mib() -> float:
    """The memory of this process that is really there."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MIB


@dataclass
class Day:
    """A person at the window, and how long each key and each issue took."""

    qtbot: QtBot
    program: Program
    desk: Desk
    chance: random.Random
    keys: int = 0
    typing_seconds: float = 0.0
    memory: dict[int, float] = field(default_factory=dict)

    @property
    def session(self) -> DraftSession:
        return self.program.window.session

    def type(self, path: str, text: str) -> None:
        """Key by key, as the field hands it to the session, each key painted before the next."""
        started = time.monotonic()
        for end in range(1, len(text) + 1):
            self.session.edit(path, text[:end])
            QApplication.processEvents()
            self.keys += 1
        self.typing_seconds += time.monotonic() - started

    def compose(self, number: int) -> None:
        """A document of a few lines; some of them are taken away, doubled or undone again."""
        for path, text in CUSTOMER.items():
            self.type(path, text)
        for row in range(self.chance.randint(1, MOST_LINES)):
            if row > 0:
                self.session.insert_row("details")
            self.type(f"details[{row}].descriptions[0]", f"Είδος {number}.{row}")
            self.type(f"details[{row}].quantity", str(self.chance.randint(1, 99)))
            self.type(
                f"details[{row}].unitPrice", f"{self.chance.randint(1, 999)},{self.chance.randint(0, 99):02}"
            )
        self.session.duplicate_row("details", 0)
        self.session.undo()
        composition = self.session.composition
        assert composition is not None
        assert not composition.has_errors, composition.problems
        assert composition.summaries == self.desk.compose(self.session.draft).summaries

    def issue(self, number: int) -> None:
        """Ctrl+Enter, the receipt with its MARK, and on to the next document."""
        window = self.program.window
        window.actions_["issue"].trigger()
        self.qtbot.waitUntil(lambda: self.mark_of(number), timeout=ISSUE_MS)
        window.actions_["new"].trigger()
        self.qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=ISSUE_MS)

    def mark_of(self, number: int) -> bool:
        """Whether the receipt of document `number` shows its MARK."""
        book = self.program.window.book
        label = book.currentWidget().findChild(QLabel, "receipt.mark") if book.view == "receipt" else None
        return label is not None and label.text().endswith(f"{number:04}")


@pytest.fixture
def day(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Day]:
    """The real window on real books and the practice provider, on no screen."""
    settings = bootstrap.open_settings(tmp_path)
    # Whoever issues two hundred a day does not look at each for four seconds.
    settings.set("issue.countdown", "0")
    program = equip(build_window(qapp, settings, paths.resource, "practice"), settings)
    program.window.show()
    qtbot.waitExposed(program.window)
    desk = bootstrap.open_desk(bootstrap.Options(tmp_path, serve_practice=True))
    attach(program, Opened(desk, desk.new_draft(), None, None))
    yield Day(qtbot, program, desk, random.Random(200))
    program.window.close()


def test_two_hundred_documents_in_one_window(day: Day, tell: Callable[[str], None]) -> None:
    started = time.monotonic()
    for number in range(1, DOCUMENTS + 1):
        day.compose(number)
        day.issue(number)
        if number in (1, WARM, DOCUMENTS // 2, DOCUMENTS):
            day.memory[number] = resident_mib()
    growth = day.memory[DOCUMENTS] - day.memory[WARM]
    told = ", ".join(f"{mib:.1f} MiB after {number}" for number, mib in day.memory.items())
    seconds = time.monotonic() - started
    tell(
        f"a day at the window: {DOCUMENTS} documents in {seconds:.1f} s, {day.keys} keys at"
        f" {day.typing_seconds / day.keys * 1000:.2f} ms; {told}; growth {growth:.1f} MiB"
    )
    rows = day.desk.submissions()
    assert {row.state for row in rows} == {State.ISSUED}
    assert [int(row.sealed.key.number) for row in rows] == list(range(1, DOCUMENTS + 1))
    assert len({row.receipt.mark for row in rows if row.receipt}) == DOCUMENTS
    assert day.desk.draft_rows() == []
    assert growth < GROWTH_MIB, told
