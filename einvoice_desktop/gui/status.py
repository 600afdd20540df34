"""The line at the foot of the window: whose books, who sends, what waits and since when, what is saved."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from einvoice_desktop.gui.band import PRACTICE_SERVER
from einvoice_desktop.gui.fields.identity import identify, plain_tip, restyle

if TYPE_CHECKING:
    from einvoice_desktop.app.sender import SenderStatus
    from einvoice_desktop.gui.companies.look import Swatch
    from einvoice_desktop.gui.office import Office

LATE_SECONDS = 15 * 60
"""From this age on the oldest waiting document is shown as a warning."""
_JUST_NOW_SECONDS = 5
"""Below this age the oldest is not told."""

_PARTS = ("company", "environment", "signin", "sender", "outbox", "backup", "saved")
_LEAST = {
    "company": 90,
    "sender": 90,
    "saved": 60,
    "backup": 60,
    "signin": 60,
    "environment": 60,
    "outbox": 60,
}
"""How narrow each may become (pixels), those first that are shortened first."""
_LONGEST_COMPANY = 260
_GAP, _EDGE = 20, 16
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Words(QLabel):
    """A text that is shortened on the screen where it has too little room; `text()` is the whole of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.sizeHint().width() <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), _MIDDLE_LEFT, self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()


class StatusLine(QFrame):
    """Shows what it is told; knows nothing by itself but the time."""

    outbox_wanted = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._server = ""
        self._own = self._issuer = ""
        self._swatch: Swatch | None = None
        self._sender: SenderStatus | None = None
        self._alive = True
        self._clock_is_off = False
        self._waiting: tuple[int, datetime | None] = (0, None)
        self._saved: datetime | None = None
        self._signed_in: tuple[bool, datetime | None] = (False, None)
        self.setProperty("role", "status")
        self.parts: dict[str, QLabel | QPushButton] = {}
        for name in _PARTS:
            self.parts[name] = self._make(name)
        self.setFixedHeight(self.fontMetrics().height() + 14)

    def _make(self, name: str) -> QLabel | QPushButton:
        shown: QLabel | QPushButton
        if name == "outbox":
            shown = QPushButton(self)
            shown.setProperty("role", "status")
            shown.setAutoDefault(True)
            shown.clicked.connect(lambda _checked=False: self.outbox_wanted.emit())
        else:
            shown = _Words(self)
            shown.setProperty("role", "muted")
        identify(shown, f"status.{name}")
        shown.hide()
        return shown

    # --- what is told ---------------------------------------------------------------------------

    def show_company(self, name: str) -> None:
        """The issuer of the document on the stage; the company of this window has its own name."""
        self._issuer = name
        self._set("company", self._own or name)

    def show_own(self, name: str, colour: str) -> None:
        """Whose window it is, where there are several; "" for nobody's."""
        self._own = name
        if self._swatch is None and name:
            from einvoice_desktop.gui.companies.look import Swatch

            self._swatch = Swatch(self._office.theme, self)
        if self._swatch is not None:
            self._swatch.show_company(name, colour)
        self.show_company(self._issuer)

    def show_server(self, server: str) -> None:
        """The name of the books."""
        self._server = server
        self._set("environment", self._environment())

    def show_sign_in(self, needed: bool, until: datetime | None) -> None:
        """Till when the company is signed in, where the provider asks for that at all."""
        self._signed_in = (needed, until)
        self._set("signin", self._sign_in_text())

    def show_sender(self, status: SenderStatus, *, alive: bool) -> None:
        """Who sends, where it is not this window; `alive`: whether this window's own sender still runs."""
        self._sender, self._alive = status, alive
        text, tone = self._sender_text()
        self._set("sender", text, tone)

    def show_clock_off(self, off: bool) -> None:
        """Whether this computer's clock differs from the provider's by minutes."""
        self._clock_is_off = off
        self._set("sender", *self._sender_text())

    def show_outbox(self, count: int, oldest: datetime | None) -> None:
        """How many documents are unsettled, and since when the oldest has been sealed."""
        self._waiting = (count, oldest)
        self.tick()

    def show_backup(self, text: str, tone: str, tip: str = "") -> None:
        """When the books were last backed up, or why a person should look after it."""
        self._set("backup", text, tone)
        if tip:
            self.parts["backup"].setToolTip(plain_tip(f"{text}\n{tip}"))

    def show_saved(self, moment: datetime) -> None:
        """When the draft was last saved."""
        from einvoice_desktop.gui import words

        self._saved = moment
        self._set("saved", self.tr("Draft saved at {0}").format(words.clock(moment)))

    def tick(self) -> None:
        """Time has passed."""
        from einvoice_desktop.gui import words

        self._set("signin", self._sign_in_text())
        count, oldest = self._waiting
        if not count or oldest is None:
            self._set("outbox", self.tr("Outbox: nothing waits"))
            return
        now = datetime.now(UTC)
        seconds = (now - oldest).total_seconds()
        late = seconds >= LATE_SECONDS
        if seconds < _JUST_NOW_SECONDS:
            text = self.tr("Outbox: {0} waiting").format(count)
        else:
            text = self.tr("Outbox: {0} waiting, oldest {1}").format(count, words.age(oldest, now))
        self._set("outbox", f"⚠ {text}" if late else text, "warning" if late else "muted")

    # --- words ----------------------------------------------------------------------------------

    def _environment(self) -> str:
        names = {
            "": "",
            PRACTICE_SERVER: self.tr("Practice"),
            "uat": self.tr("Trial (UAT)"),
            "softone-uat": self.tr("Trial (SoftOne UAT)"),
            "production": self.tr("Production"),
            "softone-production": self.tr("Production (SoftOne)"),
        }
        return names.get(self._server, self._server)

    def _sign_in_text(self) -> str:
        needed, until = self._signed_in
        if not needed:
            return ""
        if until is None or until <= datetime.now(UTC):
            return self.tr("Not signed in yet")
        from einvoice_desktop.gui import words

        return self.tr("Signed in until {0}").format(words.clock(until))

    def _sender_text(self) -> tuple[str, str]:
        sender = self._sender
        if sender is None:
            return "", "muted"
        if not self._alive:
            return "⚠ " + self.tr("Sending has stopped – F8 starts it again"), "error"
        if sender.trouble:
            trouble = self._office.the_desk.sentence(sender.trouble, {}, self._office.language)
            return "⚠ " + self.tr("Sending waits: {0}").format(trouble), "warning"
        if sender.holder:
            told = self.tr("Another window sends (process {0} on {1})")
            return told.format(sender.holder.process, sender.holder.computer), "muted"
        if self._clock_is_off:
            return "⚠ " + self.tr("This computer's clock is wrong"), "warning"
        return "", "muted"

    def _set(self, name: str, text: str, tone: str = "muted") -> None:
        shown = self.parts[name]
        told = "tone" if name == "outbox" else "role"
        if shown.property(told) != tone:
            shown.setProperty(told, tone)
            restyle(shown)
        if shown.text() != text:
            shown.setText(text)
            shown.setToolTip(plain_tip(text))
        shown.setVisible(bool(text))
        self._arrange()

    # --- room -----------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Texts never make the window wider: they are shortened."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """From the left in the order of _PARTS, the last one at the right end."""
        left = _EDGE
        if self._swatch is not None and self._own:
            self._swatch.move(left, (self.height() - self._swatch.height()) // 2)
            left += self._swatch.width() + 6
        widths = self._widths(left)
        for name, width in widths.items():
            shown = self.parts[name]
            height = min(shown.sizeHint().height(), self.height())
            place = self.width() - _EDGE - width if name == "saved" else left
            shown.setGeometry(QRect(place, (self.height() - height) // 2, width, height))
            left += width + _GAP

    def _widths(self, left: int) -> dict[str, int]:
        """Of what is shown; what there is no room for is taken from the less important first."""
        widths = {name: part.sizeHint().width() for name, part in self.parts.items() if part.text()}
        if "company" in widths:
            widths["company"] = min(widths["company"], _LONGEST_COMPANY)
        over = sum(widths.values()) + _GAP * (len(widths) - 1) + left + _EDGE - self.width()
        for name, least in _LEAST.items():
            if over > 0 and widths.get(name, 0) > least:
                less = min(over, widths[name] - least)
                widths[name] -= less
                over -= less
        return widths

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._set("environment", self._environment())
            self._set("sender", *self._sender_text())
            if self._saved is not None:
                self.show_saved(self._saved)
            if self._server:
                self.tick()
