"""What an amount is read as, shown under its field while it could mean two things."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from einvoice_desktop.gui.fields.identity import identify, tabular


class Echo(QLabel):
    """ "= 1.234,00" at the lower right of a field, over whatever stands there."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        identify(self, "amount.echo")
        self.setProperty("role", "echo")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(tabular(field.font()))

    def say(self, amount: str) -> None:
        """Shows an amount as it is understood."""
        self.setText(f"= {amount}")
        self.adjustSize()
        self.follow()
        self.show()
        self.raise_()

    def follow(self) -> None:
        """Stays with its field; above it where there is no room below."""
        window = self.parentWidget()
        if window is None:
            return
        corner = self._field.mapTo(window, QPoint(self._field.width(), self._field.height()))
        top = corner.y() + 1
        if top + self.height() > window.height():
            top = corner.y() - self._field.height() - self.height() - 1
        self.move(max(corner.x() - self.width(), 0), top)
