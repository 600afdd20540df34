"""Between two windows: the planned backup takes the place of the books while a small window says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from einvoice_desktop.gui.backups.words import day_text
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.languages import Languages, language_of
from einvoice_desktop.gui.office import PROGRAM
from einvoice_desktop.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.gui.preferences import Settings


class _Meanwhile(QWidget):
    """Nothing can be pressed here; it goes by itself."""

    def __init__(self, text: str) -> None:
        super().__init__(None, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        identify(self, "restoring")
        self.setWindowTitle(PROGRAM)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(14)
        column.addWidget(label("subheading", self, text=text))
        column.addWidget(bar)
        self.setMinimumWidth(420)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


def carry_out(backups: Backups, settings: Settings, resource: Callable[[str], Path]) -> None:
    """Restores what is planned; `backups.ended` says what came of it."""
    planned = backups.planned
    assert planned is not None
    languages = Languages(resource)
    languages.install(language_of(settings.get("language")))
    text = QCoreApplication.translate("Backups", "Restoring the books of {0}…")
    shown, loop = _Meanwhile(text.format(day_text(planned.made_at))), QEventLoop()
    tasks = TaskRunner()
    shown.show()
    tasks.run(backups.carry_out, lambda _none: loop.quit())
    loop.exec()
    tasks.shutdown()
    shown.hide()
    shown.deleteLater()
    languages.remove()
