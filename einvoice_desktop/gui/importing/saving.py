"""The report of an import as a file that opens in a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from einvoice_desktop.gui.importing.words import notes_words, verdict_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from einvoice_desktop.app.importing.report import Report
    from einvoice_desktop.app.ports.tables import Table
    from einvoice_desktop.gui.office import Office


def ask_where(office: Office, window: QWidget, report: Report) -> None:
    """Asks for a place for the report and writes it there."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(window, translate("Importing", "Save the report"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.setNameFilters([translate("Importing", "Table for Excel (*.csv)")])
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.selectFile(
        f"{Path(report.source.removesuffix(' …')).stem} – {translate('Importing', 'report')}.csv"
    )
    dialog.fileSelected.connect(lambda name: save_report(office, report, Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save_report(office: Office, report: Report, path: Path) -> None:
    """Writes the whole file or none, and says so."""
    from einvoice_desktop.app.ports.tables import TableForm

    table, exports = report_table(office, report), office.the_desk.exports
    told = QCoreApplication.translate("Importing", "Saved: {0}").format(path.name)
    office.tasks.run(
        lambda: exports.write(path, [table], TableForm.CSV_GREEK),
        lambda _none: office.say(told, "success"),
        office.on_failed,
    )


def report_table(office: Office, report: Report) -> Table:
    """A row for each row of the file."""
    from einvoice_desktop.app.ports.tables import Table, TableColumn

    translate = QCoreApplication.translate
    columns = (
        TableColumn(translate("ResultStep", "Row"), "whole"),
        TableColumn(translate("ResultStep", "Name")),
        TableColumn(translate("ResultStep", "What happened")),
        TableColumn(translate("ResultStep", "Remarks")),
    )
    rows = [
        (row.row, row.name, verdict_words(row.verdict, done=True), notes_words(row.notes, office))
        for row in report.plan.rows
    ]
    return Table(translate("Importing", "report"), columns, rows)
