"""The tabs below the customer: those that the document's type has, each made when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QToolButton, QWidget

from einvoice_desktop.gui.compose.form import MUST, NOT
from einvoice_desktop.gui.compose.needs import Word, words_of
from einvoice_desktop.gui.compose.problem_index import ProblemIndex
from einvoice_desktop.gui.compose.tab_kinds import (
    BELOW,
    CONTEXT,
    LINES,
    MORE,
    SHEETS,
    TABLES,
    TABS,
    TabKind,
    tab_of,
)
from einvoice_desktop.gui.fields.choices import ChoiceTables

if TYPE_CHECKING:
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.gui.compose.columns import SideOf
    from einvoice_desktop.gui.compose.form import FieldSheet
    from einvoice_desktop.gui.compose.line_place import LinePlace
    from einvoice_desktop.gui.compose.more import MoreTab, OutlineView
    from einvoice_desktop.gui.compose.part_sheet import PartSheet
    from einvoice_desktop.gui.compose.tab_marks import TabMarks
    from einvoice_desktop.gui.compose.table_model import Sentence
    from einvoice_desktop.gui.compose.table_view import RowsView
    from einvoice_desktop.gui.session import Change, DraftSession


_LEAST_SHEET, _LEAST_BELOW = 122, 44
"""Pixels of a tab of fields, and of fields below a table, on a low screen."""
_LEAST_ROWS, _LEAST_BESIDE_ROOMY = 3, 5
"""Room in rows that a table keeps on a low screen; the more where other parts of the page can scroll."""


class ComposeTabs(QTabWidget):
    """Lines, Taxes, Payments and the tabs of fields. `buttons` are those of the table in front.

    A tab's content is made when it is first looked at or asked for; the tables once the program is idle.
    """

    finished = Signal()
    """Escape in a table: the person is done with it."""
    table_made = Signal(object)
    """A RowsView."""
    sheet_made = Signal(object)
    """A PartSheet."""

    def __init__(
        self,
        session: DraftSession,
        tables: ChoiceTables,
        side_of: SideOf,
        sentence: Sentence,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tables = tables
        self._side_of = side_of
        self._sentence = sentence
        self._problems = ProblemIndex(None)
        self._views: dict[int, RowsView] = {}
        self._least_rows = _LEAST_ROWS
        self._sheets: dict[int, PartSheet] = {}
        self._marks: TabMarks | None = None
        self.line: LinePlace | None = None
        self.more: MoreTab | None = None
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setObjectName("compose.tabs")
        self.buttons = QWidget(self)
        self.toolbar = QHBoxLayout(self.buttons)
        self.toolbar.setContentsMargins(0, 0, 0, 0)
        self.toolbar.setSpacing(6)
        self._pages = [QWidget(self) for _ in TABS]
        for page in self._pages:
            self.addTab(page, "")
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._make_next)
        self.retranslate()
        self.currentChanged.connect(self._on_current_changed)

    # --- tables -------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Makes the table in front, where it is not there yet, and the others while nothing else is to do."""
        self._make(self.currentIndex())
        if self._session.ready:
            self._idle.start()

    def _make_next(self) -> None:
        missing = [place for place in TABLES if place not in self._views]
        if missing:
            self._make(missing[0])
            self._idle.start()

    def keep_rows_in_sight(self) -> None:
        """From now on other parts of the page scroll, and they are to give way before the rows do."""
        self._least_rows = _LEAST_BESIDE_ROOMY
        for view in self._views.values():
            self._hold(view)

    def start_over(self) -> None:
        """Another document: it begins with its lines, in the first cell."""
        self._close_line()
        self.setCurrentIndex(TABLES[0])
        for view in self._views.values():
            view.selectionModel().clear()

    def _hold(self, view: RowsView) -> None:
        below = any(self._views.get(place) is view for place in BELOW)
        rows = _LEAST_ROWS if below else self._least_rows
        view.setMinimumHeight(rows * view.verticalHeader().defaultSectionSize())

    def lines(self) -> RowsView:
        """The table of lines."""
        return self._view(0)

    def made(self) -> list[RowsView]:
        """The tables that there are by now."""
        return list(self._views.values())

    def view_of(self, list_path: str) -> RowsView:
        """The table of a list. Raises StopIteration for a list without one."""
        return self._view(_table_of(list_path))

    def in_front(self) -> RowsView:
        """The table that is shown; the lines where none is."""
        return self._view(self.currentIndex() if self.currentIndex() in TABLES else 0)

    def table_in_front(self) -> RowsView | None:
        """The table that is shown."""
        return self.in_front() if self.currentIndex() in TABLES else None

    def rows_in_front(self) -> RowsView | OutlineView | None:
        """What adds and removes rows just now: the table that is shown, or the outline of all fields."""
        if self.currentIndex() == MORE and self.more is not None:
            return self.more.view
        self._close_line()
        return self.table_in_front()

    def bring_forward(self, list_path: str) -> RowsView:
        """Shows the table of a list."""
        place = _table_of(list_path)
        self._bring(place)
        if place == LINES:
            self._close_line()
        self._view(place).show()
        return self._view(place)

    def _close_line(self) -> None:
        if self.line is not None:
            self.line.close()

    def show_line(self, row: int) -> LinePlace:
        """Shows one line with all its fields."""
        self._bring(LINES)
        self._view(LINES)
        assert self.line is not None
        self.line.show(row)
        return self.line

    def show_more(self) -> MoreTab:
        """Shows the tab of all other fields."""
        self._bring(MORE)
        return self._the_more()

    def show_sheet(self, place: int) -> PartSheet:
        """Shows one of the tabs of fields."""
        self._bring(place)
        return self._sheet(place)

    def sheets(self) -> Iterator[FieldSheet]:
        """The fields of the tabs that there are by now."""
        for sheet in self._sheets.values():
            yield from sheet.sheets()
        if self.line is not None:
            yield from self.line.sheets()

    def _bring(self, place: int) -> None:
        self.setTabVisible(place, True)
        self.setCurrentIndex(place)

    def _view(self, place: int) -> RowsView:
        self._make(place)
        return self._views[place]

    def _on_current_changed(self, place: int) -> None:
        self._make(place)
        if place == MORE and self.more is not None:
            self.more.line = max(self.lines().currentIndex().row(), 0)
        if self.line is not None:
            self.line.show_button(place == LINES)
        # The others have no rows, or buttons of their own, which name what they add.
        self.buttons.setVisible(
            place in TABLES and not (place in self._views and self._views[place].isHidden())
        )

    # --- making -------------------------------------------------------------------------------------

    def _make(self, place: int) -> None:
        if place == MORE:
            self._the_more()
        elif place in SHEETS:
            self._sheet(place)
        elif place in TABLES and place not in self._views:
            self._views[place] = self._new_view(TABS[place], place)
        if place in BELOW and place == self.currentIndex():
            self._sheet(place)

    def _new_view(self, table: TabKind, place: int) -> RowsView:
        # The tables come after the window's first picture: what they need is not imported before it.
        from einvoice_desktop.gui.compose.tab_contents import new_table

        view = new_table(place, self._session, self._tables, self._side_of, self._sentence, self)
        view.rows.show_problems(self._problems)
        self._hold(view)
        view.left.connect(self.finished)
        if self._session.composition is not None:
            view.room.show_needs(words_of(self._session), self._needs(self._session.composition))
        self.table_made.emit(view)
        self._name(view, table)
        self._fill(place, view)
        if place == LINES:
            self.line = self._new_line(view)
        return view

    def _new_line(self, lines: RowsView) -> LinePlace:
        from einvoice_desktop.gui.compose.line_place import LinePlace

        line = LinePlace(self._session, self._tables, lines, self)
        line.sheet_made.connect(self.sheet_made)
        return line

    def _sheet(self, place: int) -> PartSheet:
        if place not in self._sheets:
            from einvoice_desktop.gui.compose.tab_contents import new_sheet

            made = new_sheet(place, self._session, self._tables, self)
            made.setAccessibleName(self._title(place))
            made.setMinimumHeight(_LEAST_SHEET if place in SHEETS else _LEAST_BELOW)
            self._sheets[place] = made
            self._fill(place, made)
            self.sheet_made.emit(made)
        return self._sheets[place]

    def _the_more(self) -> MoreTab:
        if self.more is None:
            # The outline needs the model's fields, and those pydantic: not before somebody looks.
            from einvoice_desktop.gui.compose.more import MoreTab

            self.more = MoreTab(self._session, self._tables, self)
            self._fill(MORE, self.more)
        return self.more

    def _fill(self, place: int, inside: QWidget) -> None:
        from einvoice_desktop.gui.compose.tab_contents import put_into

        put_into(self._pages[place], inside)
        # Made late, it would come last; the Tab key comes to it from the tabs and what scrolls them.
        if self._pages[place].focusProxy() is inside:
            self.setTabOrder(self.tabBar().findChildren(QToolButton)[-1], inside)

    # --- changes ------------------------------------------------------------------------------------

    def apply(self, change: Change, problems: ProblemIndex) -> None:
        """Every part that exists shows what changed."""
        self._problems = problems
        for view in self._views.values():
            view.rows.apply(change, problems)
        for sheet in self._sheets.values():
            sheet.apply(change)
        if self.line is not None:
            self.line.apply(change)
        if self.more is not None:
            self.more.apply(change)
        if change.scope in ("all", "rows"):
            self._name_tabs()

    def show_parts(self, composition: Composition) -> None:
        """Shows the tabs that the document's type has, or that hold something; marks what they must have."""
        from einvoice_desktop.app.type_parts import held_parts

        needs, held = self._needs(composition), held_parts(composition.source)
        word, filled = words_of(self._session), composition.tally.filled
        shown = {at for at, kind in enumerate(TABS) if kind.is_had(needs[kind.part]) or kind.part in held}
        if filled:
            shown.add(LINES)
        if self.currentIndex() not in shown:
            self._bring(min(shown))
        for place in range(len(TABS)):
            self.setTabVisible(place, place in shown)
        self._show_tables(word)
        for view in self._views.values():
            view.room.show_needs(word, needs)
        self._the_marks().required = {place for place, kind in enumerate(TABS) if needs[kind.part] == MUST}
        self._show_marks()

    def _show_tables(self, word: Word) -> None:
        """A table that the type has not, and that has no rows, leaves its place to the fields."""
        for place in BELOW:
            path = TABS[place].list_path
            there = word(path) != NOT or self._session.row_count(path) > 0
            if place in self._views and self._views[place].isHidden() is there:
                self._views[place].setVisible(there)
                if self.currentIndex() == place:
                    self.buttons.setVisible(there)

    def _needs(self, composition: Composition) -> Mapping[str, str]:
        from einvoice_desktop.app.type_parts import parts_of

        return parts_of(composition.source, composition.surroundings.codes)

    def count_problems(self) -> None:
        """Marks the tabs that something is wrong in."""
        self._the_marks().problems = self._problems.by_tab(tab_of)
        self._show_marks()

    def _the_marks(self) -> TabMarks:
        if self._marks is None:
            from einvoice_desktop.gui.compose.tab_marks import TabMarks

            self._marks = TabMarks(self.tabBar(), lambda severity: self.lines().colour(severity))
        return self._marks

    def _show_marks(self) -> None:
        if self._marks is not None:
            self._marks.show([self._title(place) for place in range(len(TABS))])

    def sizeHint(self) -> QSize:
        """No more than the least: it takes what the parts above it leave."""
        return self.minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_marks()

    # --- names --------------------------------------------------------------------------------------

    def forget(self) -> None:
        """The language changed."""
        if self._views:
            from einvoice_desktop.gui.compose.field_names import define_tables

            define_tables(self._tables)
        for place, view in self._views.items():
            self._name(view, TABS[place])
            view.rows.forget()
        for place, sheet in self._sheets.items():
            sheet.setAccessibleName(self._title(place))
            sheet.retranslate()
        if self.more is not None:
            self.more.retranslate()
        if self.line is not None:
            self.line.retranslate()
        self.retranslate()

    def _name(self, view: RowsView, table: TabKind) -> None:
        view.setAccessibleName(QCoreApplication.translate(CONTEXT, table.title))
        view.hint = QCoreApplication.translate(CONTEXT, table.hint)
        view.viewport().update()

    def retranslate(self) -> None:
        """The tabs' names in the language of the day."""
        self._name_tabs()
        self._show_marks()

    def _title(self, place: int) -> str:
        return QCoreApplication.translate(CONTEXT, TABS[place].title)

    def _name_tabs(self) -> None:
        for place, kind in enumerate(TABS):
            count = self._session.row_count(kind.list_path) if kind.list_path else 0
            title = self._title(place)
            self.setTabText(place, f"{title}  {count}" if count else title)


def _table_of(list_path: str) -> int:
    return next(place for place in TABLES if TABS[place].list_path == list_path)
