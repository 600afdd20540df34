"""A panel over the lower part of a page that keeps the keyboard until it is answered or cancelled."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from einvoice_desktop.gui.fields.identity import identify

DEAF_SECONDS = 0.3
_MARGIN = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BottomPanel(QFrame):
    """It lies on `page` and is no window of its own. Tab goes round inside it, Esc cancels it, and so does
    whoever goes back to the page. A subclass says what is asked; `is_open` is its own fact."""

    cancelled = Signal(bool)
    """Do not go on. True: the person said so; False: something else took its place."""

    def __init__(self, page: QWidget, identifier: str) -> None:
        super().__init__(page)
        self._page = page
        self._opened_at = 0.0
        self.setProperty("role", "review")
        identify(self, identifier)
        page.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    # --- what a panel is ------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether something is being asked."""
        raise NotImplementedError

    def close_quietly(self) -> None:
        """Nothing is asked any more, and nobody is told."""
        raise NotImplementedError

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order; what is hidden is passed over."""
        raise NotImplementedError

    def say_all(self) -> None:
        """Writes every word in the language that is set."""
        raise NotImplementedError

    # --- opening and ending ---------------------------------------------------------------------

    def open_with(self, first: QWidget) -> None:
        """Shows it in its place with the keyboard on `first`."""
        self._opened_at = time.monotonic()
        self.show()
        self.raise_()
        self.put_in_place()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def announce(self, spoken: str) -> None:
        """Tells who does not see it."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def is_deaf(self) -> bool:
        """Whether a key or a click comes so soon that it meant what was there before the panel."""
        return time.monotonic() - self._opened_at < DEAF_SECONDS

    def cancel(self) -> None:
        """Something else has taken the document's place."""
        self.end(by_person=False)

    def end(self, *, by_person: bool) -> None:
        """Closes it and says that it was not answered; nothing where it is closed."""
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

    # --- keys -----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and is_esc(event):
            # No shortcut of the window may take it.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_esc(event):
            self.end(by_person=True)
        elif not is_enter(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        stops = [stop for stop in self.stops() if stop.isVisible()]
        if not stops:
            # While it is being hidden.
            return super().focusNextPrevChild(next)
        focus = self.focusWidget()
        here = stops.index(focus) if focus in stops else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    # --- words and place ------------------------------------------------------------------------

    def place(self) -> QPoint:
        """Takes the size that its words need; where it lies then."""
        width = self._page.width() - 2 * _MARGIN
        self.setFixedWidth(width)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = min(self.heightForWidth(width), self._page.height() - _MARGIN)
        self.resize(width, height)
        return QPoint(_MARGIN, self._page.height() - height - _MARGIN // 2)

    def put_in_place(self) -> None:
        """Over the lower part of the page, as high as its words need."""
        self.move(self.place())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() is QEvent.Type.Resize and self.is_open:
            self.put_in_place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self.is_open:
            self.say_all()
            self.put_in_place()


def is_esc(event: QKeyEvent) -> bool:
    """Whether it is the Esc key."""
    return event.key() == Qt.Key.Key_Escape


def is_enter(event: QKeyEvent) -> bool:
    """Whether it is either Enter key."""
    return event.key() in _ENTER
