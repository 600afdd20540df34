"""Which columns of a table are shown and how wide: what there is room for, and what the person has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QMenu

from einvoice_desktop.gui.compose.columns import CONTEXT, Column, Kind
from einvoice_desktop.gui.compose.form import MUST, NOT
from einvoice_desktop.gui.compose.table_model import first_member
from einvoice_desktop.gui.fields.identity import given_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from einvoice_desktop.gui.compose.needs import Word
    from einvoice_desktop.gui.compose.table_view import RowsView

_CELL_PADDING = 10
_HEAD_PADDING = 12
_LEAST_STRETCH = 10
_LEAST, _WIDEST = 28, 2000
_LOOKED_AT = 200
_MEASURED = 40
"""Rows whose figures are measured at a time: more than a screen shows."""
_SIGN = 16
_SETTLED_MS = 400
_HIDDEN, _SHOWN = "-", "+"
MAY = "may"


class ColumnRoom(QObject):
    """Fits the columns of one table; the one that stretches takes what the others leave."""

    changed = Signal(str)
    """What the person has chosen, as `restore` takes it; a moment after the last change."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._view = view
        self._chosen: dict[int, bool] = {}
        self._widths: dict[int, int] = {}
        self._needed: set[int] = set()
        self._refused: set[int] = set()
        self._asked: set[int] = set()
        self._filled: set[int] = set()
        self._told: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._figures: dict[int, int] = {}
        self._fitting_now = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(lambda: self.changed.emit(self.text()))
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(_LEAST)
        header.setHighlightSections(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda place: self.choose(header.mapToGlobal(place)))
        header.sectionResized.connect(self._on_resized)

    # --- widths -------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Shows the columns that there is room for."""
        view, columns = self._view, self._view.rows.columns
        room = view.viewport().width()
        widths = {i: self._width(i) for i in range(len(columns))}
        stretch = self._stretch()
        least = _LEAST_STRETCH * self._digit() + _CELL_PADDING
        shown = self._fitting(widths, stretch, room)
        fresh = any(view.isColumnHidden(i) for i in shown)
        self._fitting_now = True
        for i, width in widths.items():
            view.setColumnHidden(i, i not in shown)
            if i != stretch:
                view.setColumnWidth(i, width)
        view.setColumnWidth(stretch, max(room - sum(widths[i] for i in shown if i != stretch), least))
        self._fitting_now = False
        if fresh:
            # What is hidden is not measured.
            self.look_for_figures(max(view.rowAt(0), 0), view.rows.rowCount() - 1)

    def _width(self, column: int) -> int:
        if column in self._widths:
            return self._widths[column]
        told = self._view.rows.columns[column]
        title = QCoreApplication.translate(CONTEXT, told.title)
        head = self._view.horizontalHeader().fontMetrics().horizontalAdvance(title) + _HEAD_PADDING
        return max(told.width * self._digit() + _CELL_PADDING, head, self._figures.get(column, 0))

    def _digit(self) -> int:
        return self._view.fontMetrics().horizontalAdvance("0")

    def _stretch(self) -> int:
        return next(i for i, column in enumerate(self._view.rows.columns) if column.stretches)

    def _fitting(self, widths: dict[int, int], stretch: int, room: int) -> set[int]:
        columns = self._view.rows.columns
        brought = self._asked | self._filled | self._needed
        shown = {i for i in widths if self._chosen.get(i, i in brought or not columns[i].extra)}
        shown -= self._refused - self._filled
        optional = [i for i in shown - self._needed if columns[i].optional and i not in self._chosen]
        if self._needed or any(columns[i].extra for i in shown):
            optional += [i for i in shown if columns[i].spare and i not in self._chosen]
        for i in sorted(optional, key=lambda i: columns[i].optional, reverse=True):
            if sum(widths[j] for j in shown) > room:
                shown.discard(i)
        return shown | {stretch}

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        if self._fitting_now or column == self._stretch() or width < _LEAST:
            return
        self._widths[column] = min(width, _WIDEST)
        self._settled.start()
        # While the mouse still pulls, the others stay where they are.
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.fit()

    # --- what rows need -----------------------------------------------------------------------------

    def look_for_needs(self, first: int, last: int) -> None:
        """Brings an optional column to light when one of the rows first looked at needs it."""
        rows = self._view.rows
        if not rows.session.ready:
            # There is no row yet, and the document's model is not loaded in the window's own thread.
            return
        for i, column in enumerate(rows.columns):
            if column.needed_by is None or i in self._needed:
                continue
            from einvoice_desktop.domain.fields import get_value

            member, value = column.needed_by
            looked_at = range(first, min(last + 1, first + _LOOKED_AT))
            if any(get_value(node, member) == value for node in rows.nodes(looked_at)):
                self._needed.add(i)
                self.fit()

    def show_needs(self, word: Word, parts: Mapping[str, str]) -> None:
        """Columns that the document's type must have come to light; those that it has not are hidden."""
        columns, path = self._view.rows.columns, self._view.rows.list_path
        words = tuple(word(f"{path}.{c.member}") if c.member else MAY for c in columns)
        of_part = tuple(parts.get(column.of_part, MAY) for column in columns)
        if self._told == (words, of_part):
            return
        self._told = (words, of_part)
        self._refused = {i for i, told in enumerate(words) if told == NOT}
        self._asked = {i for i, told in enumerate(words) if MUST in (told, of_part[i])}
        self._filled.clear()
        self.look_for_filled(0, self._view.rows.rowCount() - 1)
        self.fit()

    def look_for_filled(self, first: int, last: int) -> None:
        """What one of these rows holds is shown, whatever the type says."""
        rows = self._view.rows
        looked_at = range(first, min(last + 1, first + _LOOKED_AT))
        begun = rows.begun(looked_at) if rows.session.ready else set()
        hidden = [i for i, c in enumerate(rows.columns) if (c.extra or i in self._refused) and c.member]
        before = len(self._filled)
        for i in hidden:
            if i in self._filled or (i in self._asked and i not in self._refused):
                continue
            path = rows.columns[i].path
            if not isinstance(path, str) or first_member(path) not in begun:
                continue
            if any(self._holds(rows.columns[i], row) for row in looked_at):
                self._filled.add(i)
        if len(self._filled) > before:
            self.fit()

    def _holds(self, column: Column, row: int) -> bool:
        """Whether something stands there in the document itself, or is being typed."""
        place = self._view.rows.place(row)
        path = column.path_in(place)
        value = given_value(self._view.rows.session, path)
        return value not in (None, "", *column.unsaid) or self._view.rows.session.is_held(path)

    def look_for_figures(self, first: int, last: int) -> None:
        """Widens columns of amounts that one of these rows would not fit into: half a number is none."""
        rows, metrics = self._view.rows, self._view.fontMetrics()
        wider = False
        for i, column in enumerate(rows.columns):
            if column.kind is not Kind.AMOUNT or i in self._widths or self._view.isColumnHidden(i):
                continue
            least = self._width(i)
            for row in range(first, min(last + 1, first + _MEASURED)):
                shown = rows.shown(row, i)
                need = metrics.horizontalAdvance(shown) + _CELL_PADDING if shown else 0
                if need + _SIGN > least:
                    need += _SIGN if rows.severity(row, i) else 0
                if need > least:
                    self._figures[i] = least = need
                    wider = True
        if wider:
            self.fit()

    def look_again(self) -> None:
        """Another document."""
        self._needed.clear()
        self._figures.clear()
        self._filled.clear()
        self.look_for_needs(0, self._view.rows.rowCount() - 1)
        self.look_for_filled(0, self._view.rows.rowCount() - 1)
        self.fit()
        self.look_for_figures(0, self._view.rows.rowCount() - 1)

    # --- what the person chooses --------------------------------------------------------------------

    def show_column(self, column: int, shown: bool = True) -> None:
        """Shows or hides a column for good, whatever the room."""
        self._chosen[column] = shown
        self.fit()
        self._settled.start()

    def choose(self, place: QPoint | None = None) -> None:
        """The list of columns to show; at `place`, else under the head of the table."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("columns")
        stretch = self._stretch()
        for i, column in enumerate(self._view.rows.columns):
            action = menu.addAction(QCoreApplication.translate(CONTEXT, column.name))
            action.setCheckable(True)
            action.setChecked(not self._view.isColumnHidden(i))
            action.setEnabled(i != stretch)
            action.toggled.connect(lambda on, i=i: self.show_column(i, on))
        menu.addSeparator()
        menu.addAction(self.tr("As at first"), self.reset)
        header = self._view.horizontalHeader()
        menu.popup(place or header.mapToGlobal(QPoint(0, header.height())))

    def reset(self) -> None:
        """Everything as the program would have it."""
        self._chosen.clear()
        self._widths.clear()
        self.fit()
        self._settled.start()

    def text(self) -> str:
        """What the person has chosen: "Price:92;Discount:-;VAT amount:+80"."""
        parts = []
        for i, column in enumerate(self._view.rows.columns):
            state = {True: _SHOWN, False: _HIDDEN, None: ""}[self._chosen.get(i)]
            width = str(self._widths[i]) if i in self._widths else ""
            if state or width:
                parts.append(f"{column.title}:{state}{width}")
        return ";".join(parts)

    def restore(self, text: str) -> None:
        """Takes back what `text` gave; what it names and there is not is passed over."""
        places = {column.title: i for i, column in enumerate(self._view.rows.columns)}
        for part in filter(None, text.split(";")):
            title, _, told = part.rpartition(":")
            if title not in places:
                continue
            if told[:1] in (_HIDDEN, _SHOWN):
                self._chosen[places[title]] = told[:1] == _SHOWN
            width = told.lstrip("+-")[:5]
            if width.isascii() and width.isdigit() and _LEAST <= int(width) <= _WIDEST:
                self._widths[places[title]] = int(width)
        self.fit()
