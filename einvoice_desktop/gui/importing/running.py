"""The third step of an import: it is under way, and can be ended until the books are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.gui.importing.work import ImportWork

_LOOK_MS = 100


class RunningStep(QWidget):
    """Looks at the progress while it is in sight."""

    def __init__(self, work: ImportWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self._words = label("subheading", self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar(self)
        identify(self._bar, "import.progress")
        self._bar.setTextVisible(False)
        self._words.setBuddy(self._bar)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(80, 40, 80, 40)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self._words)
        layout.addWidget(self._bar)
        layout.addStretch(2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _look(self) -> None:
        progress = self._work.progress
        counted = progress.total > 0 and not progress.is_writing
        # Without a total the bar only moves.
        self._bar.setRange(0, progress.total if counted else 0)
        self._bar.setValue(progress.done if counted else 0)
        writing = self.tr("Writing into the books…")
        self._words.setText(writing if progress.is_writing else self.tr("Reading…"))
        self._bar.setAccessibleName(self._words.text())
