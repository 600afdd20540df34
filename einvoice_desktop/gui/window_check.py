"""Works the window by its keys until a practice invoice is issued: so a frozen program shows it is whole."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from einvoice_desktop.gui.compose.table_view import RowsView
from einvoice_desktop.gui.qr import QrCode

if TYPE_CHECKING:
    from einvoice_desktop.gui.main_window import MainWindow

ISSUED = "issued"
"""The word before the MARK on standard output."""
LIMIT_SECONDS = 90.0
_STEP_SECONDS = 30.0
_LOOK_MS = 20
_MOST_TABS = 40
# Longer than a panel is deaf for: a key that comes sooner meant what was there before.
_READING_SECONDS = 0.5
_MARK = re.compile(r"\d{15}")
_ISSUE_KEY = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return)

FIELDS = (
    ("counterParty.vat", "094014201"),
    ("counterParty.registeredName", "Καφεκοπτείο «Η Ωραία» Α.Ε."),
    ("counterParty.address.street", "Σταδίου"),
    ("counterParty.address.postal", "10431"),
    ("counterParty.address.city", "Αθήνα"),
    ("details[0].descriptions[0]", "Καφές ελληνικός, ½ κιλό"),
    ("details[0].quantity", "4"),
    ("details[0].unitPrice", "12,50"),
)
"""Where the Tab key leads, in this order, and what is typed there."""
_NET, _PAYABLE = ("summaries.totalNetAmount", "50,00"), ("summaries.totalPayableAmount", "62,00")


class CheckEnded(Exception):
    """Something is not as it should be; the text says what."""


class Awaited(NamedTuple):
    """What is to become true, in words and as a question."""

    what: str
    holds: Callable[[], bool]


class WindowCheck(QObject):
    """Types, issues and reads the MARK in `window`, in practice alone; then the program ends, with 0 or 1."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._steps = self._work()
        self._awaited = next(self._steps)
        self._since = time.monotonic()
        self._end = self._since + LIMIT_SECONDS
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    @property
    def is_at_work(self) -> bool:
        """Until the window is closed, or something has been told to be wrong."""
        return self._timer.isActive()

    # --- what is done -------------------------------------------------------------------------------

    def _work(self) -> Iterator[Awaited]:
        """One step after the other; each ends with what must come true before the next."""
        yield Awaited("the books are open", lambda: self._window.session.ready)
        self._refuse_what_counts()
        self._window.come_forward()
        yield Awaited("the window is the active one", self._window.isActiveWindow)
        yield self._focus_on(FIELDS[0][0])
        for place, text in FIELDS:
            yield from self._tab_to(place)
            self._type(text)
        for name, amount in (_NET, _PAYABLE):
            yield self._text_on(name, self._as_shown(amount))
        self._trigger(_ISSUE_KEY)
        yield self._focus_on("review.issueNow")
        opened = time.monotonic()
        yield Awaited("the review has been read", lambda: time.monotonic() - opened > _READING_SECONDS)
        self._press(Qt.Key.Key_Return)
        yield Awaited("the MARK is there", lambda: bool(_MARK.fullmatch(self._text("receipt.mark"))))
        yield Awaited("the code is drawn", self._code_is_drawn)
        print(f"{ISSUED} {self._text('receipt.mark')}", file=sys.stdout, flush=True)
        self._window.close()
        yield Awaited("the window is closed", lambda: not self._window.isVisible())

    def _refuse_what_counts(self) -> None:
        desk = self._window.office.desk
        if desk is None or not desk.is_practice:
            raise CheckEnded("these are no practice books: nothing was typed")
        if self._window.session.draft_id is not None or self._text(FIELDS[0][0]):
            raise CheckEnded("there is a draft in these books already: nothing was typed")

    def _tab_to(self, place: str) -> Iterator[Awaited]:
        for _ in range(_MOST_TABS):
            if self._here() == place:
                return
            self._press(Qt.Key.Key_Tab)
            yield Awaited("the keyboard is somewhere", lambda: self._focus() is not None)
        raise CheckEnded(f"the Tab key does not come to {place}; it is at {self._here()}")

    def _type(self, text: str) -> None:
        for letter in self._as_shown(text) if text == FIELDS[-1][1] else text:
            self._press(ord(letter.upper()) if letter.isascii() else 0, letter)

    def _press(self, key: int, text: str = "") -> None:
        """One key, down and up, where the keyboard is."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            focus = self._focus()
            if focus is None:
                raise CheckEnded("nothing has the keyboard")
            QCoreApplication.sendEvent(focus, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def _trigger(self, keys: QKeySequence) -> None:
        """The one command that has these keys. Keys from within pass by the window system, which finds it."""
        actions = [action for action in self._window.findChildren(QAction) if keys in action.shortcuts()]
        if len(actions) != 1 or not actions[0].isEnabled():
            raise CheckEnded(f"{len(actions)} commands have the key {keys.toString()}, or it is disabled")
        actions[0].trigger()

    # --- what is seen -------------------------------------------------------------------------------

    def _focus(self) -> QWidget | None:
        return QApplication.focusWidget() or self._window.focusWidget()

    def _here(self) -> str:
        """The JSON path of the field or the cell that has the keyboard."""
        focus = self._focus()
        if isinstance(focus, RowsView):
            return focus.rows.path(focus.currentIndex()) if focus.currentIndex().isValid() else ""
        return focus.objectName() if focus is not None else ""

    def _focus_on(self, name: str) -> Awaited:
        return Awaited(f"the keyboard is at {name}", lambda: self._here() == name)

    def _text_on(self, name: str, text: str) -> Awaited:
        return Awaited(f"{name} shows {text}", lambda: self._text(name) == text)

    def _text(self, name: str) -> str:
        """What a widget shows; "" where it is not in sight."""
        found = self._window.findChild(QWidget, name)
        return str(found.property("text") or "") if found is not None and found.isVisible() else ""

    def _as_shown(self, amount: str) -> str:
        return amount if self._window.session.language == "el" else amount.replace(",", ".")

    def _code_is_drawn(self) -> bool:
        code = self._window.findChild(QrCode, "receipt.qr")
        return code is not None and code.isVisible() and code.sizeHint().width() > 0

    # --- going on and ending ------------------------------------------------------------------------

    def _on_timeout(self) -> None:
        now = time.monotonic()
        if not self._awaited.holds():
            if now > min(self._end, self._since + _STEP_SECONDS):
                self._fail(f"in vain for {now - self._since:.0f} s: {self._awaited.what}")
            return
        self._since = now
        try:
            self._awaited = next(self._steps)
        except StopIteration:
            self._timer.stop()
        except CheckEnded as why:
            self._fail(str(why))

    def _fail(self, why: str) -> None:
        self._timer.stop()
        modal = QApplication.activeModalWidget()
        notes = (self._window.message, modal.windowTitle() if modal is not None else "", f"at {self._here()}")
        print("; ".join((f"window check: {why}", *filter(None, notes))), file=sys.stdout, flush=True)
        QApplication.exit(1)
