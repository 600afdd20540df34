"""The company's branches as a short table: number, name, address."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from einvoice_desktop.app.companies import HIGHEST_BRANCH, Branch
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify

_COLUMNS = ("number", "name", "street", "street_number", "postal", "city")
_WIDTHS = {"number": 70, "street_number": 60, "postal": 80}
_HEIGHT = 150


class BranchesBox(QWidget):
    """`changed` after every edit; a row without a number of its own is no branch yet."""

    changed = Signal()

    def __init__(self, identifier: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, len(_COLUMNS), self)
        identify(self.table, identifier)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(_HEIGHT)
        header = self.table.horizontalHeader()
        for place, name in enumerate(_COLUMNS):
            if name in _WIDTHS:
                self.table.setColumnWidth(place, _WIDTHS[name])
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.add_button, self.remove_button = KeyButton("Ins", "", self), KeyButton("Del", "", self)
        identify(self.add_button, f"{identifier}.add")
        identify(self.remove_button, f"{identifier}.remove")
        for button in (self.add_button, self.remove_button):
            button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self.remove_button.clicked.connect(lambda _checked=False: self.remove())
        self.table.itemChanged.connect(lambda _item: self.changed.emit())
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.add_button)
        foot.addWidget(self.remove_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table)
        column.addLayout(foot)

    # --- values ---------------------------------------------------------------------------------

    def fill(self, branches: Sequence[Branch]) -> None:
        """Shows `branches`, unless they are what stands there."""
        if tuple(branches) == self.branches:
            return
        self.table.blockSignals(True)
        self.table.setRowCount(len(branches))
        for row, branch in enumerate(branches):
            for place, name in enumerate(_COLUMNS):
                self.table.setItem(row, place, QTableWidgetItem(str(getattr(branch, name))))
        self.table.blockSignals(False)

    @property
    def branches(self) -> tuple[Branch, ...]:
        """What is a branch already, by number."""
        found: dict[int, Branch] = {}
        for row in range(self.table.rowCount()):
            number, *texts = (self._text(row, place) for place in range(len(_COLUMNS)))
            if number.isascii() and number.isdigit() and 0 < int(number[:5]) <= HIGHEST_BRANCH:
                found.setdefault(int(number[:5]), Branch(int(number[:5]), *texts))
        return tuple(found[number] for number in sorted(found))

    @property
    def is_sound(self) -> bool:
        """Whether every row is a branch of its own."""
        return len(self.branches) == self.table.rowCount()

    def _text(self, row: int, place: int) -> str:
        item = self.table.item(row, place)
        return "" if item is None else item.text().strip()

    # --- rows -----------------------------------------------------------------------------------

    def add(self) -> None:
        """A new row, its number the next one."""
        row = self.table.rowCount()
        following = max((branch.number for branch in self.branches), default=0) + 1
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(str(following)))
        self.table.setCurrentCell(row, 1)
        self.table.setFocus()

    def remove(self) -> None:
        """Without the row that the keys stand on."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deeds = {Qt.Key.Key_Insert: self.add, Qt.Key.Key_Delete: self.remove}
        deed = deeds.get(Qt.Key(event.key()))
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    # --- words ----------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Branches"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Number"),
                self.tr("Name"),
                self.tr("Street"),
                self.tr("No."),
                self.tr("Postcode"),
                self.tr("City"),
            ]
        )
        self.add_button.setText(self.tr("Add a branch"))
        self.remove_button.setText(self.tr("Remove"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
