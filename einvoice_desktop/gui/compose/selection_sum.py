"""The sum of the selected amounts, in the lower corner of a table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel

from einvoice_desktop.app.entry import show_sum
from einvoice_desktop.gui.compose.columns import Kind
from einvoice_desktop.gui.fields.identity import identify, tabular

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.table_view import RowsView

_LEAST = 2
_MOST = 20_000


class SelectionSum(QLabel):
    """Shown while two amounts or more of one column are selected."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view.viewport())
        self._view = view
        identify(self, f"{view.objectName()}.sum")
        self.setProperty("role", "echo")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(tabular(self.font()))
        self.hide()

    def refresh(self) -> None:
        """What is selected, or what stands in it, has changed."""
        parts = list(self._view.selectionModel().selection())  # type: ignore[call-overload]  # it can be iterated
        cells = sum(part.width() * part.height() for part in parts)
        amounts = self._amounts(self._view.selectedIndexes()) if _LEAST <= cells <= _MOST else []
        if len(amounts) < _LEAST:
            self.hide()
            return
        total = show_sum(amounts, self._view.rows.session.language)
        self.setText(self.tr("Sum of {0}: {1}").format(len(amounts), total))
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()

    def _amounts(self, chosen: Sequence[QModelIndex]) -> list[Decimal]:
        """The money of the one column that is selected; two columns are never added together."""
        rows = self._view.rows
        money = [column.kind is Kind.AMOUNT and column.places > 0 for column in rows.columns]
        held = {index.column() for index in chosen if money[index.column()]}
        if len(held) != 1 or self._view.isColumnHidden(min(held)):
            return []
        values = (rows.session.value(rows.path(index)) for index in chosen if index.column() in held)
        return [value for value in values if isinstance(value, Decimal)]

    def place(self) -> None:
        """Stays in its corner."""
        room = self._view.viewport().rect()
        self.move(room.right() - self.width() - 4, room.bottom() - self.height() - 4)
