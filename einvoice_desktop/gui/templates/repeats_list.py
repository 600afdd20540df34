"""The monthly documents whose day has come: each becomes a draft, is skipped or put off till tomorrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.app.repeats import MONTHS
from einvoice_desktop.gui import words
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.list_dialog import ListDialog
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.app.template_book import Due
    from einvoice_desktop.gui.office import Office

_SIZE = (860, 440)


class RepeatsDialog(ListDialog["Due"]):
    """Several can be chosen; nothing of it is ever sent by itself."""

    drafts_wanted = Signal(list)
    skip_wanted = Signal(list)
    put_off_wanted = Signal(list)

    def __init__(self, office: Office, parent: QWidget) -> None:
        self._office = office
        super().__init__("repeats", self._columns(), lambda due: due.record.id, _SIZE, parent)
        self.setWindowTitle(self.tr("Monthly documents"))
        heading = label("muted", self, wrap=True)
        heading.setText(
            self.tr(
                "Their day has come. A draft is issued only by you, from Compose or with others from Drafts."
            )
        )
        self.head.addWidget(heading)
        self.back = label("warning", self, wrap=True)
        self.head.addWidget(self.back)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAccessibleName(self.tr("Monthly documents"))
        self.shown.hint.setText(self.tr("Nothing is due."))
        self.make = self.add_button(
            "make", self.tr("Make drafts"), "Enter", lambda: self._wish(self.drafts_wanted), role="primary"
        )
        self.skip = self.add_button(
            "skip",
            self.tr("Skip this month"),
            "Del",
            lambda: self._wish(self.skip_wanted),
            works_in=self.table,
        )
        self.put_off = self.add_button(
            "putOff", self.tr("Tomorrow"), "F6", lambda: self._wish(self.put_off_wanted)
        )
        self.foot.addStretch(1)
        self.add_button("close", self.tr("Close"), "Esc", self.reject)
        self.make.setDefault(True)
        self.table.opened.connect(lambda: self._wish(self.drafts_wanted))
        self.table.setFocus()

    def _columns(self) -> list[Column[Due]]:
        office = self._office
        return [
            Column("name", lambda: self.tr("Name"), lambda due: due.record.name, width=0),
            Column(
                "customer",
                lambda: self.tr("Customer"),
                lambda due: due.record.counterparty_name or "–",
                width=0,
            ),
            Column(
                "month",
                lambda: self.tr("Month"),
                lambda due: month_text(due.month, office.language),
                sort=lambda due: due.month,
                width=150,
            ),
            Column(
                "gross",
                lambda: self.tr("Amount"),
                lambda due: show_amount(due.record.gross, office.language),
                sort=lambda due: due.record.gross,
                figure=True,
                width=110,
            ),
        ]

    def show_due(self, due: list[Due]) -> None:
        """What is still to be answered; at first all is chosen but what may have been issued already."""
        self.show_rows(due)
        self._tell_of_copies(due)
        for button in (self.make, self.skip, self.put_off):
            button.setEnabled(bool(due))

    def _tell_of_copies(self, due: list[Due]) -> None:
        """Of those that came back with the books from a copy each is chosen by hand."""
        copied = [one.record for one in due if one.record.copied_at is not None]
        self.back.setVisible(bool(copied))
        if not copied:
            self.table.selectAll()
            return
        told = self.tr(
            "Came back with the books from a copy of {0} and may have been issued since: {1}. Look in the "
            "archive before you make drafts of them."
        )
        day = words.moment_text(copied[0].copied_at)
        self.back.setText(told.format(day, ", ".join(record.name for record in copied)))
        self.table.clearSelection()
        for row, one in enumerate(self.model.rows):
            if one.record.copied_at is None:
                place = self.table.filtered.mapFromSource(self.model.index(row, 0))
                how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                self.table.selectionModel().select(place, how)

    def _wish(self, signal: SignalInstance) -> None:
        table, rows = self.table, self.model.rows
        places = sorted(index.row() for index in table.selectionModel().selectedRows())
        sources = (table.filtered.mapToSource(table.filtered.index(place, 0)).row() for place in places)
        chosen = [rows[source] for source in sources]
        if chosen:
            signal.emit(chosen)


def month_text(month: str, language: Language) -> str:
    """A month (yyyy-MM) in words."""
    return f"{MONTHS[language][int(month[5:]) - 1]} {month[:4]}"
