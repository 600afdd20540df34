"""The drafts page: everything begun and not issued yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from einvoice_desktop.app.archive import joined
from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui import words
from einvoice_desktop.gui.bulk.words import sums_text
from einvoice_desktop.gui.fields.identity import identify, tabular
from einvoice_desktop.gui.pages.list_page import ListPage
from einvoice_desktop.gui.pages.page import label
from einvoice_desktop.gui.pages.piecewise import Piecewise
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.app.archive import ArchiveSums
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.ports import DraftRecord
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.office import Office

_PIECE = 50


class DraftsPage(ListPage["DraftRecord"]):
    """Open or delete drafts, or issue many; deleted ones can be brought back while the message stands."""

    open_requested = Signal(int)
    counted = Signal(int)
    deleted = Signal(int)

    def __init__(self, office: Office, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("drafts", office, lambda row: row.id, parent)
        self.open_button = self.add_button("drafts.open", self.open_chosen, "Enter", "open", "primary")
        self.delete_button = self.add_button("drafts.delete", self._on_delete, "Del", "delete")
        self.for_chosen = [self.open_button, self.delete_button]
        self.content.addWidget(self.shown, 1)
        self.sums = label("muted", self, wrap=True)
        self.sums.setFont(tabular(self.sums.font()))
        identify(self.sums, "drafts.sums")
        foot = QHBoxLayout()
        foot.addWidget(self.sums, 1)
        foot.addWidget(self.make_action(actions, "issueMany"))
        self.content.addLayout(foot)
        self._adding: Piecewise[ArchiveSums] = Piecewise(office, self._sums_of, _PIECE)
        self._added: ArchiveSums | None = None
        self._wanted: tuple[int, ...] = ()
        self._chosen = QTimer(self, singleShot=True, interval=0)
        self._chosen.timeout.connect(self._on_chosen)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._chosen.start())
        self.retranslate()
        self.follow_chosen()

    # --- what is chosen -------------------------------------------------------------------------

    @property
    def has_chosen(self) -> bool:
        """Whether any is chosen."""
        return self.table.selectionModel().hasSelection()

    def chosen_ids(self) -> list[int]:
        """The chosen drafts in the order in which they are listed."""
        table, rows = self.table, self.model.rows
        places = sorted(index.row() for index in table.selectionModel().selectedRows())
        sources = (table.filtered.mapToSource(table.filtered.index(place, 0)).row() for place in places)
        return [draft_id for source in sources if (draft_id := rows[source].id) is not None]

    def choose(self, draft_ids: Sequence[int]) -> None:
        """Chooses these, as far as they are listed; once they are read where that is still to come."""
        self._wanted = tuple(draft_ids)
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        wanted = set(self._wanted)
        places = [place for place, row in enumerate(self.model.rows) if row.id in wanted]
        if not wanted or len(places) < len(wanted):
            return
        self._wanted = ()
        selection = QItemSelection()
        for place in places:
            index = self.table.filtered.mapFromSource(self.model.index(place, 0))
            selection.select(index, index)
        how = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(selection, how.ClearAndSelect | how.Rows)

    def _on_chosen(self) -> None:
        self._adding.start(self.chosen_ids(), self._on_added)
        self.follow_chosen()

    def _sums_of(self, draft_ids: list[int]) -> ArchiveSums:
        from einvoice_desktop.app.bulk_plan import draft_sums

        return draft_sums(self.office.the_desk, draft_ids, self.office.language)

    def _on_added(self, parts: list[ArchiveSums]) -> None:
        self._added = joined(parts) if parts else None
        self._say_sums()

    def _say_sums(self) -> None:
        added = self._added
        self.sums.setText("" if added is None else sums_text(added, self.office.language))

    # --- the list -------------------------------------------------------------------------------

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
        self._choose_wanted()
        self._chosen.start()
        self.counted.emit(len(rows))

    def open_chosen(self) -> None:
        row = self.table.current_record()
        if row is not None and row.id is not None:
            self.open_requested.emit(row.id)

    def _on_delete(self) -> None:
        desk, draft_ids, language = self.office.the_desk, self.chosen_ids(), self.office.language

        def delete() -> list[Draft]:
            drafts = []
            for draft_id in draft_ids:
                draft = desk.load_draft(draft_id, language)
                desk.delete_draft(draft_id)
                drafts += [draft] if draft is not None else []
            return drafts

        if draft_ids:
            self.office.tasks.run(
                delete, lambda drafts: self._on_deleted(draft_ids, drafts), self.office.on_failed
            )

    def _on_deleted(self, draft_ids: list[int], drafts: list[Draft]) -> None:
        for draft_id in draft_ids:
            self.deleted.emit(draft_id)
        self.refresh()
        told, tone = self.tr("Draft deleted."), "info"
        if len(drafts) > 1:
            # It stands until it is answered.
            told, tone = self.tr("Drafts deleted: {0}").format(len(drafts)), "warning"
        if drafts:
            self.office.say(told, tone, self.tr("Undo"), lambda: self._bring_back(drafts))

    def _bring_back(self, drafts: list[Draft]) -> None:
        desk = self.office.the_desk

        def save() -> None:
            for draft in reversed(drafts):
                desk.save_draft(draft, None, desk.compose(draft).summaries.gross)

        self.office.tasks.run(save, lambda _none: self.refresh(), self.office.on_failed)

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Drafts"))
        self.hint.setText(
            self.tr(
                "Begun and not issued yet. They are saved while you type. Shift, Ctrl, Ctrl+A choose many."
            )
        )
        self.open_button.setText(self.tr("Open"))
        self.delete_button.setText(self.tr("Delete"))
        self.table.setAccessibleName(self.tr("Drafts"))
        self.shown.hint.setText(self.tr("No drafts. What you begin on the compose page appears here."))
        self._say_sums()
        self.name_columns()
