"""The program as a process, with a person at its window for a day: run by test_a_day_of_500.

python -P day_at_a_window.py DATA_FOLDER DOCUMENTS COUNTED_AT... prints one JSON object per count.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from einvoice_desktop import __main__ as program
from einvoice_desktop.gui import start

LIMIT_SECONDS = 60.0
_CUSTOMERS = (
    ("094014201", "Παπαδόπουλος και Υιοί Α.Ε.", "Σταδίου", "Αθήνα", "10431"),
    ("094259216", "Καφεκοπτείο «Η Ωραία» Ε.Π.Ε.", "Εγνατίας", "Θεσσαλονίκη", "54622"),
    ("090000045", "Ξυλουργική Μακεδονίας Ο.Ε.", "Τσιμισκή", "Θεσσαλονίκη", "54623"),
)
_PATHS = ("vat", "registeredName", "address.street", "address.city", "address.postal")


class Person:
    """Issues, looks up, prints and leaves half done, through the window's own commands."""

    def __init__(self, window: Any, documents: int, counted_at: frozenset[int]) -> None:
        from PySide6.QtCore import QTimer

        self._window = window
        self._documents = documents
        self._counted_at = counted_at
        self._chance = random.Random(500)
        self._begun = time.monotonic()
        QTimer.singleShot(0, window, self._work)

    def _work(self) -> None:
        try:
            self._day()
        except BaseException as error:  # noqa: BLE001 - told to the test; Qt would swallow it
            print(json.dumps({"broke": repr(error), "said": self._window.message}), flush=True)
            os._exit(1)
        self._window.close()

    def _day(self) -> None:
        self._wait(lambda: self._window.session.ready)
        for number in range(1, self._documents + 1):
            self._compose(number)
            if number % 40 == 0:
                self._look_at_paper()
            self._issue(number)
            if number % 25 == 0:
                self._search(f"Είδος {number}")
            if number % 50 == 0:
                self._go_round()
            self._begin_anew()
            if number % 100 == 0:
                self._leave_half_done(number)
            if number in self._counted_at:
                print(json.dumps(self._count(number)), flush=True)

    def _compose(self, number: int) -> None:
        for path, text in zip(_PATHS, _CUSTOMERS[number % len(_CUSTOMERS)], strict=True):
            self._type(f"counterParty.{path}", text)
        for row in range(self._chance.randint(1, 6)):
            if row > 0:
                self._window.actions_["addLine"].trigger()
            self._type(f"details[{row}].descriptions[0]", f"Είδος {number}.{row}")
            self._type(f"details[{row}].quantity", str(self._chance.randint(1, 99)))
            self._type(f"details[{row}].unitPrice", f"{self._chance.randint(1, 999)},50")
        self._type("details[0].quantity", "7")
        self._window.actions_["undo"].trigger()

    def _type(self, path: str, text: str) -> None:
        from PySide6.QtWidgets import QApplication

        self._window.session.edit(path, text)
        QApplication.processEvents()

    def _issue(self, number: int) -> None:
        from PySide6.QtWidgets import QLabel

        def is_told() -> bool:
            book = self._window.book
            page = book.currentWidget() if book.view == "receipt" else None
            mark = page.findChild(QLabel, "receipt.mark") if page is not None else None
            return mark is not None and mark.text().endswith(f"{number:04}")

        self._window.actions_["issue"].trigger()
        self._wait(is_told)

    def _begin_anew(self) -> None:
        self._window.actions_["new"].trigger()
        self._wait(lambda: self._window.tasks.is_idle and self._window.book.view == "compose")

    def _look_at_paper(self) -> None:
        self._window.actions_["preview"].trigger()
        self._wait(lambda: self._window.tasks.is_idle)
        self._window.open_view("compose")

    def _search(self, words: str) -> None:
        from PySide6.QtWidgets import QLineEdit

        self._window.actions_["find"].trigger()
        self._wait(lambda: self._window.book.view == "archive")
        box = self._window.findChild(QLineEdit, "archive.search")
        for end in range(1, len(words) + 1):
            box.setText(words[:end])
            self._settle()
        box.clear()
        self._wait(lambda: self._window.tasks.is_idle)

    def _go_round(self) -> None:
        for view in ("drafts", "outbox", "customers", "figures", "samples"):
            self._window.open_view(view)
            self._wait(lambda: self._window.tasks.is_idle)

    def _leave_half_done(self, number: int) -> None:
        self._type("counterParty.registeredName", f"Μισό {number}")
        self._window.actions_["save"].trigger()
        self._begin_anew()

    def _settle(self) -> None:
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents()

    def _wait(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + LIMIT_SECONDS
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError(self._window.book.view)
            self._settle()
            time.sleep(0.001)

    # --- what is counted ----------------------------------------------------------------------------

    def _count(self, number: int) -> dict[str, Any]:
        from PySide6.QtCore import QCoreApplication, QEvent, QObject
        from PySide6.QtWidgets import QApplication

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        resident = _resident_mib()
        for _ in range(2):
            gc.collect()
        kinds = Counter(
            type(thing).__name__
            for thing in gc.get_objects()
            if str(type(thing).__module__).startswith(("einvoice_desktop.", "PySide6."))
        )
        qt = Counter(type(thing).__name__ for thing in self._window.findChildren(QObject))
        return {
            "documents": number,
            "seconds": round(time.monotonic() - self._begun, 1),
            "resident": resident,
            "blocks": sys.getallocatedblocks(),
            "widgets": len(QApplication.allWidgets()),
            "qt": dict(qt),
            "kinds": {name: count for name, count in kinds.items() if count > 20},
        }


def _resident_mib() -> float:
    """As the system sees it, after the C library has given back what it only keeps."""
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


def main(folder: str, documents: str, *counted_at: str) -> int:
    built = start.build_window

    def build_window(*given: Any) -> Any:
        window = built(*given)
        window.first_painted.connect(
            lambda: setattr(window, "person", Person(window, int(documents), frozenset(map(int, counted_at))))
        )
        return window

    start.build_window = build_window
    return program.main(["--data-dir", folder, "--practice"])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
