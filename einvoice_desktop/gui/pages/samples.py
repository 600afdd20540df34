"""The samples page: the published documents with their sums made anew, each a good start for one's own."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui.pages.list_page import ListPage
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.samples import Sample
    from einvoice_desktop.gui.office import Office


@dataclass(frozen=True)
class SampleRow:
    """A sample and what it adds up to here."""

    sample: Sample
    type_code: str
    net: Decimal
    vat: Decimal
    gross: Decimal
    payable: Decimal

    @property
    def agrees(self) -> bool:
        """Whether our sum is the published one."""
        return self.payable == self.sample.gross or self.gross == self.sample.gross


def sample_rows(desk: Desk) -> list[SampleRow]:
    """Every sample, recomputed. Blocks: not on the GUI thread."""
    rows = []
    for sample in desk.samples():
        draft = desk.read_draft(sample.data)
        sums = desk.compose(draft).summaries
        code = draft.document.invoice_type_code or ""
        rows.append(SampleRow(sample, code, sums.net, sums.vat, sums.gross, sums.payable))
    return rows


class SamplesPage(ListPage[SampleRow]):
    """A list of samples; one opens as a new draft."""

    draft_made = Signal(object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("samples", office, lambda row: row.sample.name, parent)
        self.open_button = self.add_button("samples.open", self.open_chosen, "Enter", "compose", "primary")
        self.for_chosen = [self.open_button]
        self.content.addWidget(self.shown)
        self.retranslate()
        self.follow_chosen()

    def columns(self) -> list[Column[SampleRow]]:
        figures: list[tuple[str, Callable[[], str], Callable[[SampleRow], Decimal]]] = [
            ("net", lambda: self.tr("Net"), lambda row: row.net),
            ("vat", lambda: self.tr("VAT"), lambda row: row.vat),
            ("gross", lambda: self.tr("Gross"), lambda row: row.gross),
            ("payable", lambda: self.tr("To pay"), lambda row: row.payable),
        ]
        return [
            Column("title", lambda: self.tr("Sample"), self._title, width=0),
            Column("type", lambda: self.tr("Type"), lambda row: row.type_code, width=60),
            *(self._figure(key, title, value) for key, title, value in figures),
            Column(
                "published",
                lambda: self.tr("Published gross"),
                lambda row: show_amount(row.sample.gross, self.office.language),
                sort=lambda row: row.sample.gross,
                icon=self._verdict,
                figure=True,
                width=150,
            ),
        ]

    def _figure(
        self, key: str, title: Callable[[], str], value: Callable[[SampleRow], Decimal]
    ) -> Column[SampleRow]:
        return Column(
            key,
            title,
            lambda row: show_amount(value(row), self.office.language),
            sort=value,
            figure=True,
            width=100,
        )

    def _title(self, row: SampleRow) -> str:
        return row.sample.title_el if self.office.language == "el" else row.sample.title_en

    def _verdict(self, row: SampleRow) -> QIcon:
        colours = self.office.theme.colours
        if row.agrees:
            return self.office.icons.icon("issued", colours.success)
        return self.office.icons.icon("warning", colours.warning)

    def refresh(self) -> None:
        if self.model.rows:
            return
        desk = self.office.the_desk
        self.office.tasks.run(lambda: sample_rows(desk), self.show_rows, self.office.on_failed)

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
        self.hint.setText(self.tr("Published documents, added up anew. Open one to make it your own."))
        self.open_button.setText(self.tr("Open as new draft"))
        self.table.setAccessibleName(self.tr("Samples"))
        self.shown.hint.setText(self.tr("Reading the samples…"))
        self.name_columns()
