"""The bar that says what has just happened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify, restyle
from einvoice_desktop.gui.icons import Icons
from einvoice_desktop.gui.theme import Theme

_BRIEF = 8000


class MessageBar(QWidget):
    """One sentence about what has just happened, with at most one thing to do about it. Never modal."""

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._theme = icons, theme
        self._then: Callable[[], None] | None = None
        self._frame = QFrame(self)
        self._picture = QLabel(self._frame)
        self._text = QLabel(self._frame)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        # A file's name may be one long word: it must not make the window wider.
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        identify(self._text, "message")
        self._action = QPushButton(self._frame)
        self._action.setProperty("role", "quiet")
        identify(self._action, "message.action")
        self._close = QPushButton(self._frame)
        self._close.setProperty("role", "quiet")
        self._close.setFixedWidth(32)
        identify(self._close, "message.close")
        self._timer = QTimer(self, singleShot=True, interval=_BRIEF)
        self._timer.timeout.connect(self.dismiss)
        self._action.clicked.connect(self._on_action)
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        self._retranslate()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 16, 0)
        outer.addWidget(self._frame)

    @property
    def text(self) -> str:
        """The sentence that stands there; "" while nothing does."""
        return self._text.text() if self.isVisible() else ""

    def say(
        self, text: str, tone: str = "info", action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Shows `text` in the tone "info", "success", "warning" or "error"; good news goes away by itself.

        `action` labels a button that does `then`.
        """
        self._then = then
        colours = self._theme.colours
        tones = {"success": ("issued", colours.success), "warning": ("warning", colours.warning)}
        tones["error"] = ("refused", colours.error)
        name, colour = tones.get(tone, ("info", colours.accent))
        self._picture.setPixmap(self._icons.pixmap(name, colour, 20, self.devicePixelRatioF()))
        self._close.setIcon(self._icons.icon("close", colours.muted))
        self._frame.setProperty("tone", tone)
        restyle(self._frame)
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        self._timer.stop()
        if tone in ("info", "success"):
            self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._text, text))

    def dismiss(self) -> None:
        """Takes the sentence away; what it offered is no longer offered."""
        self._timer.stop()
        self._then = None
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            # What was said in the other language is gone; what needs a person stands on its own page too.
            self.dismiss()

    def _retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))

    def _on_action(self) -> None:
        then = self._then
        self.dismiss()
        if then is not None:
            then()
