"""Printing: which printer, how many copies, which pages; what was chosen last is remembered per paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from einvoice_desktop.gui.paper.output import print_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from einvoice_desktop.gui.paper.subjects import Sheet
    from einvoice_desktop.gui.preferences import Preferences

_MOST_COPIES = 99


def has_printer() -> bool:
    """Whether this computer has a printer at all."""
    return bool(QPrinterInfo.availablePrinterNames())


class Printing(QObject):
    """Asks once for every document, with the last answers filled in."""

    printed = Signal(str)
    """The printer's name."""
    refused = Signal()
    """The printer did not take it."""

    def __init__(self, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._window = window
        self._open: tuple[QPrintDialog, QPrinter] | None = None

    def ask(self, sheet: Sheet) -> None:
        """The system's own dialog; what it says is printed."""
        form = sheet.wishes.form
        printer = self._printer(form)
        printer.setDocName(sheet.naming.title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, sheet.pages.count)
        dialog.accepted.connect(lambda: self._on_accepted(sheet, printer))
        dialog.finished.connect(self._on_finished)
        # Both must live until the person has answered.
        self._open = (dialog, printer)
        # Its own `open` wants a receiver and hides the plain one.
        QDialog.open(dialog)

    def _printer(self, form: str) -> QPrinter:
        info = QPrinterInfo.printerInfo(self._preferences.get(f"printer.{form}"))
        if info.isNull():
            info = QPrinterInfo.defaultPrinter()
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setCopyCount(self._preferences.number(f"printer.{form}.copies", 1, 1, _MOST_COPIES))
        return printer

    def _on_accepted(self, sheet: Sheet, printer: QPrinter) -> None:
        form = sheet.wishes.form
        self._preferences.choose(f"printer.{form}", printer.printerName())
        self._preferences.choose(f"printer.{form}.copies", str(printer.copyCount()))
        print_on(sheet.pages, printer)
        if printer.printerState() is QPrinter.PrinterState.Error:
            self.refused.emit()
        else:
            self.printed.emit(printer.printerName())

    def _on_finished(self) -> None:
        if self._open is not None:
            self._open[0].deleteLater()
            self._open = None
