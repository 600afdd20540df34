"""The first document of a series: asks for the number that was used last, over the lower part of the page."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QRegularExpressionValidator,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.review import DEAF_SECONDS

if TYPE_CHECKING:
    from einvoice_desktop.domain.document import Document

_MARGIN = 12
_LONGEST = 50
_FIELD_WIDTH = 180
_MAIN_BRANCH = "0"


class FirstUsePanel(QFrame):
    """Where the review was: nothing is issued before the number is given, and Esc issues nothing."""

    answered = Signal(str)
    """The last number that was used; "0" for none."""
    cancelled = Signal(bool)
    """Do not issue it. True: the person said so; False: something else took its place."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._document: Document | None = None
        self._opened_at = 0.0
        self.setProperty("role", "review")
        identify(self, "firstUse")
        self._heading = label("subheading", self)
        self._question = label(parent=self, wrap=True)
        identify(self._question, "firstUse.question")
        self.number = QLineEdit(self)
        self.number.setMaxLength(_LONGEST)
        self.number.setFixedWidth(_FIELD_WIDTH)
        self.number.setValidator(QRegularExpressionValidator("[0-9]*", self.number))
        identify(self.number, "firstUse.number")
        self._question.setBuddy(self.number)
        self._what = label("muted", self, wrap=True)
        identify(self._what, "firstUse.meaning")
        self._fault = label("error", self, wrap=True)
        identify(self._fault, "firstUse.fault")
        self._go_on = KeyButton("Enter", "primary", self)
        identify(self._go_on, "firstUse.issue")
        self._cancel = KeyButton("Esc", "", self)
        identify(self._cancel, "firstUse.cancel")
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.number)
        foot.addStretch(1)
        foot.addWidget(self._go_on)
        foot.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        for line in (self._heading, self._question, self._what, self._fault):
            layout.addWidget(line)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.number.returnPressed.connect(self._on_answered)
        self.number.textChanged.connect(lambda _text: self._say_what())
        self._go_on.clicked.connect(self._on_answered)
        self._cancel.clicked.connect(lambda: self._end(by_person=True))
        self._page.installEventFilter(self)
        self.number.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    # --- what others ask for --------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a number is being asked for."""
        return self._document is not None

    def ask(self, document: Document) -> None:
        """Asks for the last number of the series of `document`."""
        self._document = document
        self._opened_at = time.monotonic()
        self.number.clear()
        self._fault.hide()
        self._say_all()
        self.show()
        self.raise_()
        self._put_in_place()
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        spoken = f"{self._heading.text()}. {self._question.text()} {self._what.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def say_fault(self, sentence: str) -> None:
        """The number cannot be that one."""
        self._fault.setText(sentence)
        self._fault.show()
        self._put_in_place()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._fault, sentence))

    def cancel(self) -> None:
        """Something else has taken the document's place."""
        self._end(by_person=False)

    def close_quietly(self) -> None:
        """The number stands in the books."""
        self._document = None
        self.hide()

    # --- ending ---------------------------------------------------------------------------------

    def _on_answered(self) -> None:
        """A key or a click that comes so soon meant what was there before the panel."""
        if self.is_open and time.monotonic() - self._opened_at >= DEAF_SECONDS:
            self.answered.emit(self.number.text() or "0")

    def _end(self, *, by_person: bool) -> None:
        if self.is_open:
            self.close_quietly()
            self.cancelled.emit(by_person)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes back to a field means to change something."""
        if self.is_open and now is not None and self._page.isAncestorOf(now) and not self.isAncestorOf(now):
            self.cancel()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.cancel()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_esc(event):
            # No shortcut of the window may take it.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_esc(event):
            self._end(by_person=True)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        fields: tuple[QWidget, ...] = (self.number, self._go_on, self._cancel)
        stops = [stop for stop in fields if stop.isVisible()]
        if not stops:
            # While it is being hidden.
            return super().focusNextPrevChild(next)
        focus = self.focusWidget()
        here = stops.index(focus) if focus in stops else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    # --- words and place ------------------------------------------------------------------------

    def _say_all(self) -> None:
        document = self._document
        if document is None:
            return
        branch = document.issuer.branch_code if document.issuer else None
        self._heading.setText(
            self.tr("First document of series {0}, type {1}, branch {2}").format(
                document.series or "–", document.invoice_type_code or "–", branch or _MAIN_BRANCH
            )
        )
        self._question.setText(
            self.tr("Which number of this series was used last, in another program or on paper?")
        )
        self.number.setAccessibleName(self.tr("Last number used"))
        self.number.setPlaceholderText(self.tr("none yet"))
        self._go_on.setText(self.tr("Keep and issue"))
        self._cancel.setText(self.tr("Cancel"))
        self.setAccessibleName(self._heading.text())
        self._say_what()

    def _say_what(self) -> None:
        last = int(self.number.text() or 0)
        self._fault.hide()
        self._what.setText(
            self.tr("This document gets number {0}, the next ones follow it. It is asked once.").format(
                last + 1
            )
        )

    def _put_in_place(self) -> None:
        width = self._page.width() - 2 * _MARGIN
        self.setFixedWidth(width)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = min(self.heightForWidth(width), self._page.height() - _MARGIN)
        self.resize(width, height)
        self.move(QPoint(_MARGIN, self._page.height() - height - _MARGIN // 2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() is QEvent.Type.Resize and self.is_open:
            self._put_in_place()
        # An Enter that is held since the review is no answer.
        held = isinstance(event, QKeyEvent) and event.isAutoRepeat() and _is_enter(event)
        return watched is self.number and held

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self.is_open:
            self._say_all()
            self._put_in_place()


def _is_esc(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
