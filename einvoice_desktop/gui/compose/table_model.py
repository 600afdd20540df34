"""The one model behind the tables of lines, taxes and payments: columns are data, values the session's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui.compose.columns import CONTEXT, WITHOUT_RATE, Column, Kind, RowPlace, Shown, SideOf
from einvoice_desktop.gui.compose.problem_index import ProblemIndex
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.identity import given_value, plain_tip

if TYPE_CHECKING:
    from einvoice_desktop.domain.node import Node
    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.gui.change import Change
    from einvoice_desktop.gui.session import DraftSession

Sentence = Callable[["Problem"], str]
"""What a problem says in the language of the day."""

Index = QModelIndex | QPersistentModelIndex
SEVERITY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Of a cell: "error", "warning" or ""."""

# Plain numbers: to compare members of an enumeration costs more than what is asked.
_DISPLAY, _EDIT, _TIP, _ALIGNMENT, _SPOKEN = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
)
_ANSWERED = frozenset((_DISPLAY, _EDIT, _TIP, _ALIGNMENT, _SPOKEN, SEVERITY_ROLE))

_OWN_DISCOUNTS = "allowancesCharges"

_CELL = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemNeverHasChildren
)
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TableModel(QAbstractTableModel):
    """Rows of the list at `list_path`. It holds no values: it asks the session, and tells views what changed.

    `sentence` turns a problem into words.
    """

    def __init__(
        self,
        session: DraftSession,
        list_path: str,
        columns: Sequence[Column],
        tables: ChoiceTables,
        side_of: SideOf,
        sentence: Sentence,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.list_path = list_path
        self.columns = columns
        self.tables = tables
        self.side_of = side_of
        self._sentence = sentence
        self._problems = ProblemIndex(None)
        self._marks: dict[int, dict[int, list[Problem]]] = {}
        self._count = self.session.row_count(self.list_path)
        # While rows come or go the session already has the new ones: (first row that shifted, by how many).
        self._shift = (0, 0)

    # --- where things are ---------------------------------------------------------------------------

    def place(self, row: int) -> RowPlace:
        """Row `row` as columns see it."""
        return RowPlace(self.session, f"{self.list_path}[{row}]", self.side_of)

    def path(self, index: Index) -> str:
        """The JSON path of a cell."""
        return self.columns[index.column()].path_in(self.place(index.row()))

    def column_of(self, row: int, member: str) -> int | None:
        """The column that shows `member` of a row, or what stands above or below it; None where none does."""
        prefix = len(f"{self.list_path}[{row}].")
        held = [column.path_in(self.place(row))[prefix:] for column in self.columns]
        if member in held:
            return held.index(member)
        for i, path in enumerate(held):
            if _contains(path, member) or (member and _contains(member, path)):
                return i
        return None

    def nodes(self, rows: range) -> Sequence[Node]:
        """What the document has in these rows."""
        given = given_value(self.session, self.list_path)
        return given[rows.start : rows.stop] if isinstance(given, tuple) else ()

    def begun(self, rows: range) -> set[str]:
        """The members that one of these rows has, or that something is being typed into."""
        from einvoice_desktop.domain.node import json_name

        held = set().union(*(node.model_fields_set for node in self.nodes(rows)))
        draft, head = self.session.draft, f"{self.list_path}["
        typed = draft.held | draft.misread if draft is not None else frozenset()
        return {json_name(name) for name in held} | {
            first_member(path.partition("].")[2]) for path in typed if path.startswith(head)
        }

    # --- what is shown ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _CELL if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Asked ten times for every cell that is painted: most of it is left to the view.
        if role not in _ANSWERED or not index.isValid():
            return None
        number, row = index.column(), self._row_now(index.row())
        if row < 0:
            return None
        column = self.columns[number]
        if role == _DISPLAY:
            return self._shown(column, row)
        if role == _ALIGNMENT:
            return _NUMBER if column.kind is Kind.AMOUNT else _TEXT
        if role == SEVERITY_ROLE:
            return self.severity(row, number)
        if role == _EDIT:
            return self.session.text(column.path_in(self.place(row)))
        told = self._told(column, row, number)
        return (plain_tip(told) if role == _TIP else told) or None

    def shown(self, row: int, column: int) -> str:
        """What a cell says."""
        return self._shown(self.columns[column], row)

    def _shown(self, column: Column, row: int) -> str:
        place = self.place(row)
        path, session = column.path_in(place), self.session
        value = session.value(path)
        text = session.text(path) if session.is_held(path) else session.show(path, value)
        if not text or column.kind is Kind.TEXT:
            return text
        if column.kind is Kind.AMOUNT:
            if isinstance(value, Decimal) and column.places != 2:
                return show_amount(value, session.language, column.places)
            return text
        return text if value is None else self._coded(column, place, value)

    def _coded(self, column: Column, place: RowPlace, code: object) -> str:
        table = column.table_in(place)
        if column.shown is Shown.CODE or not table:
            return str(code).removeprefix("category").removeprefix("E3_")
        if column.shown is Shown.RATE and code in WITHOUT_RATE:
            return QCoreApplication.translate(CONTEXT, WITHOUT_RATE[code])
        return self.tables.rate(table, code) if column.shown is Shown.RATE else self.tables.label(table, code)

    def _told(self, column: Column, row: int, number: int) -> str:
        place = self.place(row)
        found = [self._sentence(problem) for problem in self._marks_of(row).get(number, ())]
        value = self.session.value(column.path_in(place)) if column.kind is Kind.CODE else None
        if value is not None:
            found.append(self.tables.text(column.table_in(place), value))
        elif column.stretches and not found:
            found.append(self.session.text(column.path_in(place)))
        return "\n".join(found)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate(CONTEXT, column.title)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return QCoreApplication.translate(CONTEXT, column.name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBER if column.kind is Kind.AMOUNT else _TEXT
        return None

    # --- problems -----------------------------------------------------------------------------------

    def severity(self, row: int, column: int) -> str:
        """The worst that is wrong with a cell: "error", "warning" or ""."""
        problems = self._marks_of(row).get(column, ())
        if not problems:
            return ""
        return "error" if any(problem.is_error for problem in problems) else "warning"

    def severity_at(self, index: Index) -> str:
        """The same of a cell as the views know it."""
        row = self._row_now(index.row())
        return "" if row < 0 else self.severity(row, index.column())

    def _marks_of(self, row: int) -> dict[int, list[Problem]]:
        if row not in self._marks:
            marks: dict[int, list[Problem]] = {}
            for member, problem in self._problems.of_row(self.list_path, row):
                marks.setdefault(self.column_of(row, member) or 0, []).append(problem)
            self._marks[row] = marks
        return self._marks[row]

    def show_problems(self, problems: ProblemIndex) -> None:
        """Takes over the problems of a composition; views are told elsewhere."""
        self._problems = problems
        self._marks.clear()

    # --- what changed -------------------------------------------------------------------------------

    def apply(self, change: Change, problems: ProblemIndex) -> None:
        """Tells the views what an edit changed: one row for a row, the computed amounts for anything else."""
        marked = self._problems.marked_rows(self.list_path) ^ problems.marked_rows(self.list_path)
        self.show_problems(problems)
        held = self.session.row_count(self.list_path)
        if change.scope == "all":
            self._reset(held)
            return
        if held != self._count:
            self._rows_came_or_went(change, held)
        elif change.path == self.list_path:
            alone = change.scope == "row" and not self._shares()
            self._changed(change.row if alone else None)
        elif self._follows(change):
            self._changed(None)
        for row in marked:
            if row < self._count:
                self._changed(row)

    def _follows(self, change: Change) -> bool:
        """Whether an edit elsewhere shows here: taxes and payments follow the lines, classes the type."""
        if change.path in ("invoiceTypeCode", "currencyCode", _OWN_DISCOUNTS):
            return True
        return change.scope in ("row", "rows") and self.list_path != "details"

    def _shares(self) -> bool:
        """Whether the lines share discounts of the document: then each one's edit changes the others."""
        return self.list_path == "details" and self.session.row_count(_OWN_DISCOUNTS) > 0

    def _changed(self, row: int | None) -> None:
        first, last = (0, self._count - 1) if row is None else (row, row)
        if 0 <= first <= last < self._count:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _reset(self, held: int) -> None:
        self.beginResetModel()
        self._count = held
        self.endResetModel()

    def _rows_came_or_went(self, change: Change, held: int) -> None:
        more = held - self._count
        asked = change.row if change.scope == "rows" and change.path == self.list_path else None
        first = min(held, self._count) if asked is None else min(asked, held, self._count)
        self._shift = (first, more)
        if more > 0:
            self.beginInsertRows(QModelIndex(), first, first + more - 1)
        else:
            self.beginRemoveRows(QModelIndex(), first, first - more - 1)
        self._count = held
        self._shift = (0, 0)
        self.endInsertRows() if more > 0 else self.endRemoveRows()

    def _row_now(self, row: int) -> int:
        """Where the session has row `row` while the views are being told that rows come or go; -1: gone."""
        first, more = self._shift
        if not more or row < first:
            return row
        return row + more if row + more >= first else -1

    def forget(self) -> None:
        """The language changed: everything is shown anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._changed(None)


def first_member(path: str) -> str:
    """The member that a path within a row begins with."""
    return path.partition(".")[0].partition("[")[0]


def _contains(outer: str, inner: str) -> bool:
    return inner.startswith((f"{outer}.", f"{outer}["))
