"""The second step of an import: the rows, what their columns mean, and what would become of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from einvoice_desktop.app.entry import show_amount, show_date
from einvoice_desktop.app.importing.cells import plain_text
from einvoice_desktop.app.importing.document_plan import DraftPlan
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.importing import words
from einvoice_desktop.gui.importing.grid import GridRow, PreviewModel, PreviewTable, figure_places
from einvoice_desktop.gui.importing.options import ReadingOptions
from einvoice_desktop.gui.importing.words import row_words
from einvoice_desktop.gui.importing.work import SHOWN_ROWS, ImportWork

if TYPE_CHECKING:
    from decimal import Decimal

    from einvoice_desktop.app.ports.sheets import Cell
    from einvoice_desktop.gui.office import Office


class PreviewStep(QWidget):
    """Draws what the work tells; every choice goes to the work."""

    def __init__(self, office: Office, work: ImportWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._work = office, work
        self._name = label("subheading", self)
        identify(self._name, "import.file")
        self.options = ReadingOptions(work, self)
        self.model = PreviewModel(office, self)
        self.table = PreviewTable(self.model, self)
        self._row = label("", self, wrap=True)
        identify(self._row, "import.row")
        self._summary = label("section", self, wrap=True)
        identify(self._summary, "import.summary")
        self._twice = label("warning", self, wrap=True)
        identify(self._twice, "import.twice")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 4)
        layout.setSpacing(10)
        layout.addWidget(self._name)
        layout.addWidget(self.options)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._row)
        layout.addWidget(self._summary)
        layout.addWidget(self._twice)
        self.table.head.meaning_chosen.connect(work.choose_column)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._show_row())
        self.model.modelReset.connect(self._show_row)
        self.options.only_remarks_changed.connect(lambda _on: self._show_rows())
        work.opened.connect(self._on_opened)
        work.reading_changed.connect(self._on_reading_changed)
        work.planned.connect(self._on_planned)

    # --- what the work tells ------------------------------------------------------------------------

    def _on_opened(self) -> None:
        self.options.only_remarks.blockSignals(True)
        self.options.only_remarks.setChecked(False)
        self.options.only_remarks.blockSignals(False)
        self._on_reading_changed()

    def _on_reading_changed(self) -> None:
        self._name.setText(self._work.file.name if self._work.file else "")
        self.options.refresh()
        self._show_rows()
        self._show_summary()

    def _on_planned(self) -> None:
        if self._work.reading is None or self.options.only_remarks.isChecked():
            self._show_rows()
        self.model.show_plans(self._work.by_row)
        self._stand_on_fault()
        self._show_row()
        self._show_summary()

    def _stand_on_fault(self) -> None:
        """On the first row that something is said of, unless the keys stand on one already."""
        if not self.table.currentIndex().isValid() and self.model.rows:
            told = (n for n, row in enumerate(self.model.rows) if self._notes(row.number))
            self.table.setCurrentIndex(self.model.index(next(told, 0), 0))

    def _notes(self, number: int) -> bool:
        plan = self._work.by_row.get(number)
        return plan is not None and bool(plan.notes)

    def _show_row(self) -> None:
        """All that is said of the row that the keys stand on: its cell has seldom room for it."""
        index = self.table.currentIndex()
        row = self.model.rows[index.row()] if index.isValid() else None
        plan = self._work.by_row.get(row.number) if row is not None else None
        told = row_words(plan, self._office) if plan is not None else ""
        self._row.setText(f"{plan.row}: {told}" if plan is not None else "")

    # --- the rows -----------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        reading = self._work.reading
        if reading is None:
            self._show_documents()
            return
        first = 0 if reading.wish.header is None else reading.wish.header + 1
        numbers = self._numbers(first)
        rows = [self._grid_row(number, self._work.rows[number - 1]) for number in numbers]
        headings = [text or _letters(place) for place, text in enumerate(self._work.headings)]
        says = self.tr("What the column “{0}” means")
        names = [says.format(heading) for heading in headings]
        self.table.head.show_meanings(words.meaning_rows(reading.wish.subject), reading.wish.columns, names)
        self.model.show_rows(rows, headings, reading.wish.columns)
        self.model.show_plans(self._work.by_row)

    def _numbers(self, first: int) -> Sequence[int]:
        """The numbers of the rows that are shown."""
        if self.options.only_remarks.isChecked():
            told = (row.row for row in self._work.by_row.values() if row.notes)
            return sorted(told)[:SHOWN_ROWS]
        filled = (
            n for n, row in enumerate(self._work.rows[first:], first + 1) if any(c is not None for c in row)
        )
        return [number for number, _ in zip(filled, range(SHOWN_ROWS), strict=False)]

    def _grid_row(self, number: int, cells: Sequence[Cell]) -> GridRow:
        return GridRow(number, tuple(map(self._text, cells)), figure_places(cells))

    def _text(self, cell: Cell) -> str:
        from decimal import Decimal

        if isinstance(cell, Decimal) and cell != cell.to_integral_value():
            return show_amount(cell, self._office.language, 0)
        return plain_text(cell)

    def _show_documents(self) -> None:
        """Documents have no columns of their own: their facts stand there."""
        plan = self._work.plan
        headings = [self.tr("File"), self.tr("Type"), self.tr("Customer"), self.tr("Total")]
        rows: list[GridRow] = []
        if isinstance(plan, DraftPlan):
            facts = {one.row: self._facts(one.draft.document, one.gross) for one in plan.drafts}
            wanted = [r for r in plan.plan.rows if r.notes or not self.options.only_remarks.isChecked()]
            for row in wanted[:SHOWN_ROWS]:
                rows.append(GridRow(row.row, (row.name, *facts.get(row.row, ())), frozenset({3})))
        self.table.head.show_meanings((), (), ())
        self.model.show_rows(rows, headings, ())

    def _facts(self, document: object, gross: Decimal) -> tuple[str, str, str]:
        from einvoice_desktop.domain.document import Document

        assert isinstance(document, Document)
        party = document.counter_party
        name = (party.registered_name if party else None) or ""
        return (
            self._office.kind(document.invoice_type_code or ""),
            name,
            show_amount(gross, self._office.language),
        )

    # --- the sum of it --------------------------------------------------------------------------------

    def _show_summary(self) -> None:
        plan = self._work.plan
        day = self._work.imported_on
        self._twice.setVisible(bool(day))
        self._twice.setText(
            self.tr("The same documents were imported on {0}: they would be here twice.").format(
                show_date(day)
            )
        )
        if plan is None or not self._work.is_whole:
            self._summary.setText(self.tr("Looking at all rows…"))
            return
        told = words.counts_words(plan.plan.counts) or self.tr("There is nothing in it.")
        rows = len(self._work.rows) if self._work.reading is not None else len(plan.plan.rows)
        if rows > SHOWN_ROWS and not self.options.only_remarks.isChecked():
            told = self.tr("{0}   (the first {1} rows are shown)").format(told, SHOWN_ROWS)
        self._summary.setText(told)

    def retranslate(self) -> None:
        """The words of the language of now."""
        self.table.setAccessibleName(self.tr("Rows of the file"))
        if self._work.file is not None:
            self._on_reading_changed()

    def focus_first(self) -> None:
        """Where the keys begin."""
        box = self.options.subject
        (box if box.isVisibleTo(self) else self.table).setFocus()


def _letters(place: int) -> str:
    """A column as spreadsheets name it: A, B … AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
