"""The last step of an import: what became of each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.app.importing.plan import RowPlan, Verdict
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.importing import words
from einvoice_desktop.gui.pages.table import RowsTable
from einvoice_desktop.gui.records import Column, RecordModel

if TYPE_CHECKING:
    from einvoice_desktop.app.importing.report import Report
    from einvoice_desktop.gui.office import Office


class ResultStep(QWidget):
    """The report, a part of it, and what can be done with it."""

    save_wanted = Signal()
    undo_wanted = Signal()
    show_wanted = Signal()
    """The page that holds what was imported."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self.report: Report | None = None
        self._heading = label("subheading", self, wrap=True)
        identify(self._heading, "import.result")
        self._counts = label("muted", self, wrap=True)
        self.part = ChoiceBox("import.part", 14, self)
        self.part.currentIndexChanged.connect(lambda _index: self._show_rows())
        self.model: RecordModel[RowPlan] = RecordModel(self._columns(), lambda row: row.row, self)
        self.table: RowsTable[RowPlan] = RowsTable("import.report", self.model, parent=self)
        self.save = self._button("import.save", self.save_wanted)
        self.undo = self._button("import.undo", self.undo_wanted)
        self.show_them = self._button("import.show", self.show_wanted)
        self._lay_out()

    def _button(self, identifier: str, signal: object) -> KeyButton:
        button = KeyButton("", "", self)
        identify(button, identifier)
        button.clicked.connect(lambda _checked=False: signal.emit())  # type: ignore[attr-defined]
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.part)
        top.addStretch(1)
        for button in (self.save, self.show_them, self.undo):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 4)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(self._counts)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)

    def _columns(self) -> Sequence[Column[RowPlan]]:
        return (
            Column(
                "row", lambda: self.tr("Row"), lambda r: str(r.row), lambda r: r.row, figure=True, width=70
            ),
            Column("name", lambda: self.tr("Name"), lambda row: row.name, width=240),
            Column("verdict", lambda: self.tr("What happened"), self._verdict, width=210),
            Column("notes", lambda: self.tr("Remarks"), self._notes, width=0),
        )

    def _verdict(self, row: RowPlan) -> str:
        return words.verdict_words(row.verdict, done=True)

    def _notes(self, row: RowPlan) -> str:
        return words.notes_words(row.notes, self._office)

    # --- showing --------------------------------------------------------------------------------------

    def show_report(self, report: Report) -> None:
        """An import that was carried out; what went wrong comes first."""
        self.report = report
        self.undo.setEnabled(True)
        self.part.blockSignals(True)
        self._fill_parts()
        faulty = report.counts.get(Verdict.FAULTY, 0)
        self.part.choose(Verdict.FAULTY.value if faulty else "")
        self.part.blockSignals(False)
        self._show_words()
        self._show_rows()

    def show_taken_back(self, sentence: str) -> None:
        """It was undone."""
        self._heading.setText(sentence)
        self.undo.setEnabled(False)

    def _fill_parts(self) -> None:
        assert self.report is not None
        kinds = {row.verdict for row in self.report.plan.rows}
        rows = [(one.value, words.verdict_words(one, done=True)) for one in Verdict if one in kinds]
        self.part.fill([("", self.tr("All rows")), *rows])

    def _show_words(self) -> None:
        if self.report is not None:
            told = self.tr("{0}: imported {1}").format(self.report.source, self.report.written)
            self._heading.setText(told)
            self._counts.setText(words.counts_words(self.report.counts))

    def _show_rows(self) -> None:
        if self.report is not None:
            part = self.part.value
            self.model.set_rows([row for row in self.report.plan.rows if part in ("", row.verdict.value)])

    def retranslate(self) -> None:
        """The words of the language of now."""
        self.save.setText(self.tr("Save the report…"))
        self.undo.setText(self.tr("Undo the import"))
        self.show_them.setText(self.tr("Show them"))
        self.part.setAccessibleName(self.tr("Which rows are shown"))
        self.table.setAccessibleName(self.tr("What became of each row"))
        self.model.refresh()
        self.table.fit_titles()
        if self.report is not None:
            self._fill_parts()
            if self.undo.isEnabled():
                self._show_words()

    def focus_first(self) -> None:
        """Where the keys begin."""
        self.part.setFocus()
