"""The preview of an import: the rows as the file has them, with what becomes of each in words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from einvoice_desktop.app.importing.plan import RowPlan, Verdict
from einvoice_desktop.gui.fields.identity import identify, plain_tip
from einvoice_desktop.gui.importing.header import MeaningHeader
from einvoice_desktop.gui.importing.words import note_words, row_words
from einvoice_desktop.gui.records import NOWHERE, AnyIndex

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office

_WHAT_WIDTH = 280
_CELL_WIDTH = 165
_FACT_WIDTH = 190
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GridRow(NamedTuple):
    """A row of the file: its number there, and its cells as texts (a number as a person reads it)."""

    number: int
    cells: tuple[str, ...]
    figures: frozenset[int] = frozenset()


class PreviewModel(QAbstractTableModel):
    """The first column says what becomes of a row; the others are the file's."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self.rows: Sequence[GridRow] = ()
        self.headings: Sequence[str] = ()
        self.columns: Sequence[str] = ()
        self._plans: dict[int, RowPlan] = {}

    def show_rows(self, rows: Sequence[GridRow], headings: Sequence[str], columns: Sequence[str]) -> None:
        """Rows of the file; `columns`: the paths of what theirs mean."""
        self.beginResetModel()
        self.rows, self.headings, self.columns, self._plans = rows, headings, columns, {}
        self.endResetModel()

    def show_plans(self, plans: dict[int, RowPlan]) -> None:
        """What becomes of the rows, by their numbers."""
        self._plans = plans
        self.refresh()

    def refresh(self) -> None:
        """Words may have changed."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.headings)))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.headings))

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.headings) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self.rows[section].number) if section < len(self.rows) else None
        if section == 0:
            return self.tr("What happens")
        return self.headings[section - 1] if section <= len(self.headings) else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        plan, place = self._plans.get(row.number), index.column() - 1
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._what(plan) if place < 0 else _cell(row, place)
            case Qt.ItemDataRole.ToolTipRole:
                told = self._what(plan) if place < 0 else self._told(plan, place)
                return plain_tip(told or _cell(row, place)) if told or place >= 0 else None
            case Qt.ItemDataRole.AccessibleTextRole:
                told = self._told(plan, place) if place >= 0 else ""
                return f"{_cell(row, place)} – {told}" if told else None
            case Qt.ItemDataRole.DecorationRole:
                return self._sign(plan, place)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if place in row.figures else _LEFT
            case Qt.ItemDataRole.BackgroundRole | Qt.ItemDataRole.ForegroundRole:
                return self._colour(plan, place, ground=role == Qt.ItemDataRole.BackgroundRole)
        return None

    def _what(self, plan: RowPlan | None) -> str:
        return "" if plan is None else row_words(plan, self._office)

    def _told(self, plan: RowPlan | None, place: int) -> str:
        """What is said of one cell."""
        notes = [note for note in plan.notes if self._is_of(note.path, place)] if plan is not None else []
        return " ".join(note_words(note, self._office) for note in notes)

    def _is_of(self, path: str, place: int) -> bool:
        return bool(path) and place < len(self.columns) and self.columns[place] == path

    def _tone(self, plan: RowPlan | None, place: int) -> str:
        """ "error", "warning" or "": of one cell, or of the whole row."""
        if plan is None:
            return ""
        notes = [n for n in plan.notes if place < 0 or self._is_of(n.path, place)]
        if any(n.is_fault for n in notes) or (place < 0 and plan.verdict is Verdict.FAULTY):
            return "error"
        return "warning" if notes and place >= 0 else ""

    def _colour(self, plan: RowPlan | None, place: int, *, ground: bool) -> QColor | None:
        tone = self._tone(plan, place)
        colours = self._office.theme.colours
        return QColor(getattr(colours, f"{tone}_soft" if ground else tone)) if tone else None

    def _sign(self, plan: RowPlan | None, place: int) -> QIcon | None:
        """Colours are never alone."""
        tone = self._tone(plan, place)
        if not tone or place < 0:
            return None
        colours = self._office.theme.colours
        return self._office.icons.icon("refused" if tone == "error" else "warning", getattr(colours, tone))


def _cell(row: GridRow, place: int) -> str:
    return row.cells[place] if 0 <= place < len(row.cells) else ""


class PreviewTable(QTableView):
    """Read, not typed into; the boxes over it are typed into."""

    def __init__(self, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, "import.rows")
        self.setModel(model)
        self.head = MeaningHeader(self, 1)
        self.setHorizontalHeader(self.head)
        self.head.setDefaultSectionSize(_CELL_WIDTH)
        self.head.setMinimumSectionSize(100)
        self.verticalHeader().setDefaultSectionSize(28)
        self.verticalHeader().setSectionsClickable(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        model.modelReset.connect(self._on_reset)

    def _on_reset(self) -> None:
        self.setColumnWidth(0, _WHAT_WIDTH)
        for column in range(1, self.model().columnCount()):
            self.setColumnWidth(column, _CELL_WIDTH if self.head.boxes else _FACT_WIDTH)


def figure_places(cells: Sequence[object]) -> frozenset[int]:
    """Which cells of a row are numbers."""
    return frozenset(place for place, cell in enumerate(cells) if isinstance(cell, Decimal))
