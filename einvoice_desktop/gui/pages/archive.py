"""The archive page: everything issued, newest first, found without regard to accents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from einvoice_desktop.app.entry import show_amount, show_date
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.pages.list_page import ListPage
from einvoice_desktop.gui.pages.page import label
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office


class SearchBox(QLineEdit):
    """A search box: down goes to the table, Escape empties it."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ArchivePage(ListPage[Submission]):
    """Issued documents; opening one shows its receipt."""

    open_requested = Signal(int)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("archive", office, lambda row: row.id, parent)
        self.open_button = self.add_button("archive.open", self.open_chosen, "Enter", "receipt", "primary")
        self.search = SearchBox(self)
        self.search.setClearButtonEnabled(True)
        identify(self.search, "archive.search")
        self.count = label("muted", self)
        self.for_chosen = [self.open_button]
        self.content.addWidget(self.search)
        self.content.addWidget(self.shown, 1)
        self.content.addWidget(self.count)
        self.search.textChanged.connect(self._on_searched)
        self.search.left_downwards.connect(self._on_left_downwards)
        self.retranslate()
        self.follow_chosen()

    def columns(self) -> list[Column[Submission]]:
        office = self.office
        return [
            Column(
                "date",
                lambda: self.tr("Date"),
                lambda row: show_date(row.sealed.key.date),
                sort=lambda row: (row.sealed.key.date, row.id),
                width=100,
            ),
            Column(
                "type", lambda: self.tr("Type"), lambda row: office.kind(row.sealed.key.type_code), width=230
            ),
            Column(
                "number",
                lambda: self.tr("Number"),
                lambda row: f"{row.sealed.key.series} {row.sealed.key.number}".strip(),
                sort=lambda row: (row.sealed.key.series, row.sealed.key.number.rjust(20)),
                width=90,
            ),
            Column(
                "customer",
                lambda: self.tr("Customer"),
                lambda row: row.sealed.counterparty_name or "–",
                width=0,
            ),
            *self._figures(),
        ]

    def _figures(self) -> list[Column[Submission]]:
        office = self.office
        return [
            Column(
                "vat",
                lambda: self.tr("VAT number"),
                lambda row: row.sealed.counterparty_vat,
                figure=True,
                width=100,
            ),
            Column(
                "gross",
                lambda: self.tr("Amount"),
                lambda row: show_amount(row.sealed.gross, office.language),
                sort=lambda row: row.sealed.gross,
                figure=True,
                width=110,
            ),
            Column(
                "mark",
                lambda: self.tr("MARK"),
                lambda row: row.receipt.mark if row.receipt else "",
                figure=True,
                width=150,
            ),
        ]

    def refresh(self) -> None:
        desk = self.office.the_desk
        self.office.tasks.run(
            lambda: desk.submissions(frozenset({State.ISSUED}))[::-1], self._on_rows, self.office.on_failed
        )

    def on_submission(self, submission: Submission) -> None:
        if submission.state is State.ISSUED and self.isVisible():
            self.refresh()

    def _on_rows(self, rows: list[Submission]) -> None:
        self.show_rows(rows)
        self._say_count()

    def _on_searched(self, text: str) -> None:
        self.table.filtered.search(text)
        self.table.choose_first()
        self.follow_chosen()
        self._say_count()
        self._say_hint()

    def _on_left_downwards(self) -> None:
        self.table.setFocus()
        self.table.choose_first()

    def _say_count(self) -> None:
        self.count.setText(self.tr("Documents: {0}").format(self.table.filtered.rowCount()))

    def _say_hint(self) -> None:
        if self.search.text():
            self.shown.hint.setText(self.tr("No issued document has all these words."))
        else:
            self.shown.hint.setText(self.tr("Nothing has been issued yet."))

    def open_chosen(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self.open_requested.emit(row.id)

    def focus_first(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Archive"))
        self.hint.setText(self.tr("Everything issued, newest first."))
        self.open_button.setText(self.tr("Show receipt"))
        self.search.setPlaceholderText(self.tr("Search by customer, VAT number, series, MARK…"))
        self.search.setAccessibleName(self.tr("Search the archive"))
        self.table.setAccessibleName(self.tr("Issued documents"))
        self._say_hint()
        self._say_count()
        self.name_columns()
