"""The drafts page: everything begun and not issued yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui import words
from einvoice_desktop.gui.pages.list_page import ListPage
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.ports import DraftRecord
    from einvoice_desktop.gui.office import Office


class DraftsPage(ListPage["DraftRecord"]):
    """Open or delete a draft; a deleted one can be brought back while the message stands."""

    open_requested = Signal(int)
    counted = Signal(int)
    deleted = Signal(int)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("drafts", office, lambda row: row.id, parent)
        self.open_button = self.add_button("drafts.open", self.open_chosen, "Enter", "open", "primary")
        self.delete_button = self.add_button("drafts.delete", self._on_delete, "Del", "delete")
        self.for_chosen = [self.open_button, self.delete_button]
        self.content.addWidget(self.shown)
        self.retranslate()
        self.follow_chosen()

    def columns(self) -> list[Column[DraftRecord]]:
        office = self.office
        return [
            Column(
                "updated_at",
                lambda: self.tr("Last change"),
                lambda row: words.moment_text(row.updated_at),
                sort=lambda row: row.updated_at,
                width=150,
            ),
            Column("type", lambda: self.tr("Type"), lambda row: office.kind(row.type_code), width=280),
            Column(
                "customer", lambda: self.tr("Customer"), lambda row: row.counterparty_name or "–", width=0
            ),
            Column(
                "gross",
                lambda: self.tr("Amount"),
                lambda row: show_amount(row.gross, office.language),
                sort=lambda row: row.gross,
                figure=True,
                width=130,
            ),
        ]

    def refresh(self) -> None:
        self.office.tasks.run(self.office.the_desk.draft_rows, self._on_rows, self.office.on_failed)

    def _on_rows(self, rows: list[DraftRecord]) -> None:
        self.show_rows(rows)
        self.counted.emit(len(rows))

    def open_chosen(self) -> None:
        row = self.table.current_record()
        if row is not None and row.id is not None:
            self.open_requested.emit(row.id)

    def _on_delete(self) -> None:
        row = self.table.current_record()
        if row is None or row.id is None:
            return
        desk, draft_id, language = self.office.the_desk, row.id, self.office.language

        def delete() -> Draft | None:
            draft = desk.load_draft(draft_id, language)
            desk.delete_draft(draft_id)
            return draft

        self.office.tasks.run(delete, lambda draft: self._on_deleted(draft_id, draft), self.office.on_failed)

    def _on_deleted(self, draft_id: int, draft: Draft | None) -> None:
        self.deleted.emit(draft_id)
        self.refresh()
        if draft is not None:
            self.office.say(
                self.tr("Draft deleted."), "info", self.tr("Undo"), lambda: self._bring_back(draft)
            )

    def _bring_back(self, draft: Draft) -> None:
        desk = self.office.the_desk
        self.office.tasks.run(
            lambda: desk.save_draft(draft, None, desk.compose(draft).summaries.gross),
            lambda _id: self.refresh(),
            self.office.on_failed,
        )

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Drafts"))
        self.hint.setText(self.tr("Begun and not issued yet. They are saved while you type."))
        self.open_button.setText(self.tr("Open"))
        self.delete_button.setText(self.tr("Delete"))
        self.table.setAccessibleName(self.tr("Drafts"))
        self.shown.hint.setText(self.tr("No drafts. What you begin on the compose page appears here."))
        self.name_columns()
