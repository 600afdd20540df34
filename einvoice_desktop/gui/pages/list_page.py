"""A page that is a list: one table, a sentence in its place while it is empty, buttons for the chosen row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.gui.pages.page import Page
from einvoice_desktop.gui.pages.table import RecordTable, TableOrHint
from einvoice_desktop.gui.records import RecordModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from einvoice_desktop.gui.buttons import KeyButton
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.records import Column

R = TypeVar("R")


class ListPage(Page, Generic[R]):
    """`name` is also the identifier of the table. The first button of a subclass opens the chosen row."""

    def __init__(
        self, name: str, office: Office, identity: Callable[[R], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, office, parent)
        self.for_chosen: list[KeyButton] = []
        self.model: RecordModel[R] = self.make_model(identity)
        self.table: RecordTable[R] = RecordTable(name, self.model, self)
        self.shown = TableOrHint(self.table, self)
        self.table.opened.connect(self.open_chosen)
        self.table.current_changed.connect(self.follow_chosen)

    def make_model(self, identity: Callable[[R], object]) -> RecordModel[R]:
        """The rows of the table; `identity` tells them apart."""
        return RecordModel(self.columns(), identity, self)

    def columns(self) -> Sequence[Column[R]]:
        """The table's columns."""
        raise NotImplementedError

    def open_chosen(self) -> None:
        """Opens the row that the keys stand on."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[R]) -> None:
        """Shows what was read; work can begin on the first row."""
        self.model.set_rows(rows)
        self.table.fit_figures(rows)
        self.table.choose_first()
        self.follow_chosen()
        if self.hasFocus():
            self.focus_first()

    def follow_chosen(self) -> None:
        """Buttons for a row can be pressed while there is one."""
        chosen = self.table.current_record() is not None
        for button in self.for_chosen:
            button.setEnabled(chosen)
        self.sight_changed.emit()

    def subject_in_sight(self) -> int | None:
        record = self.table.current_record()
        return record.id if isinstance(record, Submission) else None

    def focus_first(self) -> None:
        # An empty table is out of sight; until there are rows the page itself keeps the keys.
        (self.table if self.table.isVisibleTo(self) else self).setFocus()

    def repaint_icons(self) -> None:
        self.model.refresh()

    def name_columns(self) -> None:
        """The titles and texts in the language of now."""
        self.model.refresh()
        self.table.fit_titles()
