"""The samples page: the published documents as they print, their sums made anew, each a good start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.app.samples import SumCheck, sum_checks
from einvoice_desktop.gui.pages.list_page import ListPage
from einvoice_desktop.gui.pages.page import SPACING
from einvoice_desktop.gui.pages.sums_table import SumsTable
from einvoice_desktop.gui.paper.fonts import point_at
from einvoice_desktop.gui.paper.pages import PaperPages, lay_out
from einvoice_desktop.gui.paper.view import PaperView
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.samples import Sample
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.gui.office import Office

_LEFT, _RIGHT = 330, 700
_ROOM = 12
"""Pixels above and below the words of a row together."""
_BESIDE = 56
"""Pixels of icon and room beside the words of a row."""
_TALL = 1000


@dataclass(frozen=True)
class SampleRow:
    """A sample with everything that follows from it here."""

    sample: Sample
    composition: Composition
    checks: tuple[SumCheck, ...]

    @property
    def agrees(self) -> bool:
        """Whether each of our sums is the published one."""
        return not any(check.difference for check in self.checks)


def sample_rows(desk: Desk) -> list[SampleRow]:
    """Every sample, recomputed. Blocks: not on the GUI thread."""
    rows = []
    for sample in desk.samples():
        composition = desk.compose(desk.read_draft(sample.data))
        published = desk.read_document(sample.data).summaries
        rows.append(SampleRow(sample, composition, sum_checks(composition.summaries, published)))
    return rows


class SamplesPage(ListPage[SampleRow]):
    """A list of samples; the chosen one is shown as it prints, and opens as a new draft."""

    draft_made = Signal(object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("samples", office, lambda row: row.sample.name, parent)
        self._shown: tuple[object, ...] = ()
        point_at(office.resource)
        self.open_button = self.add_button("samples.open", self.open_chosen, "Enter", "compose", "primary")
        self.for_chosen = [self.open_button]
        self.sums = SumsTable("samples", self)
        self.paper = PaperView("samples.paper", self)
        self._lay_out_parts()
        self.retranslate()
        self.follow_chosen()

    def _lay_out_parts(self) -> None:
        self.table.horizontalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.table.viewport().installEventFilter(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.shown, 1)
        column.addWidget(self.sums)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(left)
        splitter.addWidget(self.paper)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LEFT, _RIGHT])
        self.content.addWidget(splitter)

    def columns(self) -> list[Column[SampleRow]]:
        return [Column("title", lambda: self.tr("Sample"), self._words, icon=self._verdict, width=0)]

    def _words(self, row: SampleRow) -> str:
        language = self.office.language
        title = row.sample.title_el if language == "el" else row.sample.title_en
        payable = show_amount(row.composition.summaries.payable, language)
        code = row.composition.source.invoice_type_code or ""
        to_pay = self.tr("To pay")
        return f"{title}\n{code} · {to_pay} {payable}"

    def _verdict(self, row: SampleRow) -> QIcon:
        colours = self.office.theme.colours
        if row.agrees:
            return self.office.icons.sign("issued", colours.success, colours)
        return self.office.icons.sign("warning", colours.warning, colours)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            # A title takes as many lines as the width asks for; the table has laid out its column by then.
            QTimer.singleShot(0, self._fit_rows)
        return super().eventFilter(watched, event)

    def _fit_rows(self) -> None:
        """Qt's own measure forgets the room that the style takes from a cell on both sides."""
        width = max(1, self.table.columnWidth(0) - _BESIDE)
        for place, row in enumerate(self.model.rows):
            words = self.table.fontMetrics().boundingRect(
                QRect(0, 0, width, _TALL), Qt.TextFlag.TextWordWrap, self._words(row)
            )
            self.table.setRowHeight(place, words.height() + _ROOM)

    # --- reading ------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if self.model.rows:
            return
        desk = self.office.the_desk
        self.office.tasks.run(lambda: sample_rows(desk), self._on_rows, self.office.on_failed)

    def _on_rows(self, rows: list[SampleRow]) -> None:
        self.show_rows(rows)
        self._fit_rows()

    def follow_chosen(self) -> None:
        super().follow_chosen()
        row, language = self.table.current_record(), self.office.language
        wanted = (row.sample.name if row else "", language)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.sums.show_checks(row.checks if row else (), language)
        self.paper.show_pages(None)
        if row is None:
            return
        desk, composition = self.office.the_desk, row.composition

        def work() -> PaperPages:
            return lay_out(desk.paper_of(composition, PaperWishes(languages=(language,))))

        self.office.tasks.run(work, lambda pages: self._on_pages(wanted, pages), self.office.on_failed)

    def _on_pages(self, wanted: tuple[object, ...], pages: PaperPages) -> None:
        """Of several rows in quick succession the last one is shown."""
        if wanted == self._shown:
            self.paper.show_pages(pages)

    def open_chosen(self) -> None:
        row = self.table.current_record()
        if row is None:
            return
        desk, data = self.office.the_desk, row.sample.data
        self.office.tasks.run(lambda: desk.read_draft(data), self._on_draft, self.office.on_failed)

    def _on_draft(self, draft: Draft) -> None:
        self.draft_made.emit(draft)

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Samples"))
        self.hint.setText(self.tr("Published documents, added up anew. Open one as the start of your own."))
        self.open_button.setText(self.tr("Open as new draft"))
        self.table.setAccessibleName(self.tr("Samples"))
        self.shown.hint.setText(self.tr("Reading the samples…"))
        self.paper.setAccessibleName(self.tr("The sample as it prints"))
        self.paper.set_hint(self.tr("Laying out…"))
        self.sums.retranslate()
        self.name_columns()
        self._fit_rows()
        self.follow_chosen()
