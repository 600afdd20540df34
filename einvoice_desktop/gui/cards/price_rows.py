"""The rows of own prices and the table that they are typed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from einvoice_desktop.app.entry import show_value, understand_amount
from einvoice_desktop.domain.cards import CustomerPrice
from einvoice_desktop.gui.fields.identity import identify, tabular

if TYPE_CHECKING:
    from decimal import Decimal

    from einvoice_desktop.gui.office import Office

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CODE, _NAME, PRICE, DISCOUNT = range(4)
_WHOLE = 100
_PATHS = {PRICE: "details[0].unitPrice", DISCOUNT: "details[0].allowancesCharges[0].percentage"}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WIDTHS = {_CODE: 130, PRICE: 120, DISCOUNT: 110}


@dataclass
class PriceRow:
    """One row; the texts are what was typed, where that is no amount."""

    other: int
    code: str
    name: str
    price: CustomerPrice
    misread: dict[int, str] | None = None


class PriceRows(QAbstractTableModel):
    """Code, name, price, discount; the last two are typed."""

    edited = Signal()

    def __init__(
        self, office: Office, rows: Sequence[PriceRow], *, of_customer: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._office, self._of_customer = office, of_customer
        self._rows = sorted(rows, key=lambda row: row.name)

    # --- what it holds --------------------------------------------------------------------------

    def prices(self) -> dict[int, CustomerPrice]:
        """By the other card's id."""
        nothing = CustomerPrice()
        return {row.other: row.price for row in self._rows if row.price != nothing}

    def state(self) -> object:
        """All of what is typed."""
        return (self.prices(), [row.misread for row in self._rows if row.misread])

    @property
    def is_misread(self) -> bool:
        """Whether a text is no amount."""
        return any(row.misread for row in self._rows)

    def add(self, other: int, code: str, name: str) -> int:
        """The place of its row, made now if need be."""
        for place, row in enumerate(self._rows):
            if row.other == other:
                return place
        place = len(self._rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.append(PriceRow(other, code, name, CustomerPrice()))
        self.endInsertRows()
        return place

    def remove(self, place: int) -> None:
        """Takes a row away."""
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()
        self.edited.emit()

    # --- the model ------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_WIDTHS) + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in _PATHS else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, column)
        if column in _PATHS:
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT
            if role == Qt.ItemDataRole.ForegroundRole and row.misread and column in row.misread:
                return QColor(self._office.theme.colours.error)
            if role == Qt.ItemDataRole.ToolTipRole and row.misread and column in row.misread:
                return self.tr("No price or discount can be this.")
        return None

    def _text(self, row: PriceRow, column: int) -> str:
        if column in (_CODE, _NAME):
            return row.code if column == _CODE else row.name
        if row.misread and column in row.misread:
            return row.misread[column]
        value = row.price.unit_price if column == PRICE else row.price.discount
        return show_value(_PATHS[column], value, self._office.language)

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() not in _PATHS:
            return False
        row, text = self._rows[index.row()], str(value).strip()
        understood = understand_amount(text, self._office.language)
        row.misread = {place: told for place, told in (row.misread or {}).items() if place != index.column()}
        amount = understood.value
        if amount is not None and (amount < 0 or (index.column() == DISCOUNT and amount > _WHOLE)):
            amount = None
        if text and amount is None:
            row.misread[index.column()] = text
        self._take(row, index.column(), amount)
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def _take(self, row: PriceRow, column: int, value: Decimal | None) -> None:
        held = row.price
        if column == PRICE:
            row.price = CustomerPrice(value, held.discount)
        else:
            row.price = CustomerPrice(held.unit_price, value)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _PATHS else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        first = (
            (self.tr("Code"), self.tr("Item"))
            if self._of_customer
            else (self.tr("VAT number"), self.tr("Customer"))
        )
        return (*first, self.tr("Price"), self.tr("Discount %"))[section]

    def retranslate(self) -> None:
        """Titles and amounts in the language of now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, DISCOUNT))


class PriceTable(QTableView):
    """Typing edits a cell; Del takes the row away; Tab leaves."""

    def __init__(self, rows: PriceRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._prices = rows
        identify(self, "prices")
        self.setProperty("role", "records")
        self.setModel(rows)
        self.setFont(tabular(self.font()))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)

    def stand_on(self, place: int) -> None:
        """Puts the keys on the price of a row."""
        self.setCurrentIndex(self._prices.index(place, PRICE))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Takes over what is still being typed."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_row(self) -> None:
        """Takes the present row away."""
        place = self.currentIndex().row()
        if place >= 0:
            self._prices.remove(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_row()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._next_cell()
        else:
            super().keyPressEvent(event)

    def _next_cell(self) -> None:
        index = self.currentIndex()
        if index.column() < DISCOUNT:
            self.setCurrentIndex(index.siblingAtColumn(max(index.column() + 1, PRICE)))
        elif index.row() + 1 < self._prices.rowCount():
            self.setCurrentIndex(self._prices.index(index.row() + 1, PRICE))
