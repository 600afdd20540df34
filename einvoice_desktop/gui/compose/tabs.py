"""The tabs with the tables of lines, taxes and payments, and everything else; each made when first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QToolButton, QVBoxLayout, QWidget

from einvoice_desktop.gui.compose.problem_index import ProblemIndex
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.columns import SideOf
    from einvoice_desktop.gui.compose.more import MoreTab, OutlineView
    from einvoice_desktop.gui.compose.table_model import Sentence
    from einvoice_desktop.gui.compose.table_view import RowsView
    from einvoice_desktop.gui.session import Change, DraftSession

CONTEXT = "Tabs"


class _Table(NamedTuple):
    list_path: str
    identifier: str
    title: str
    hint: str


_TABLES = (
    _Table(
        "details",
        "details",
        QT_TRANSLATE_NOOP("Tabs", "Lines"),
        QT_TRANSLATE_NOOP("Tabs", "No lines yet: type, or press Insert"),
    ),
    _Table(
        "taxes",
        "taxes",
        QT_TRANSLATE_NOOP("Tabs", "Taxes"),
        QT_TRANSLATE_NOOP("Tabs", "No withholding, fee, stamp duty or deduction: press Insert for one"),
    ),
    _Table(
        "paymentDetails.paymentMethods",
        "payments",
        QT_TRANSLATE_NOOP("Tabs", "Payments"),
        QT_TRANSLATE_NOOP("Tabs", "No payment: press Insert for one"),
    ),
)
_MORE = len(_TABLES)


class ComposeTabs(QTabWidget):
    """Lines, Taxes, Payments, More. `toolbar` is the place for the buttons of the table in front.

    A table is made when it is first looked at or asked for; for the lines, `complete` does that.
    """

    finished = Signal()
    """Escape in a table: the person is done with it."""

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
        self.more: MoreTab | None = None
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setObjectName("compose.tabs")
        self._corner = QWidget(self)
        self.toolbar = QHBoxLayout(self._corner)
        self.toolbar.setContentsMargins(0, 0, 0, 2)
        self.toolbar.setSpacing(6)
        self.setCornerWidget(self._corner, Qt.Corner.TopRightCorner)
        self._pages = [QWidget(self) for _ in range(_MORE + 1)]
        self._layouts = [QVBoxLayout(page) for page in self._pages]
        for page, layout in zip(self._pages, self._layouts, strict=True):
            layout.setContentsMargins(0, 0, 0, 0)
            self.addTab(page, "")
        self.retranslate()
        self.currentChanged.connect(self._on_current_changed)

    # --- tables -------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Makes the table in front, where it is not there yet."""
        self._make(self.currentIndex())

    def lines(self) -> RowsView:
        """The table of lines."""
        return self._view(0)

    def view_of(self, list_path: str) -> RowsView:
        """The table of a list. Raises StopIteration for a list without one."""
        return self._view(next(i for i, table in enumerate(_TABLES) if table.list_path == list_path))

    def in_front(self) -> RowsView:
        """The table that is shown; the lines where none is."""
        return self._view(self.currentIndex() if self.currentIndex() < _MORE else 0)

    def rows_in_front(self) -> RowsView | OutlineView:
        """What adds and removes rows just now: the table that is shown, or the outline of all fields."""
        if self.currentIndex() == _MORE and self.more is not None:
            return self.more.view
        return self.in_front()

    def bring_forward(self, list_path: str) -> RowsView:
        """Shows the table of a list."""
        place = next(i for i, table in enumerate(_TABLES) if table.list_path == list_path)
        self.setCurrentIndex(place)
        return self._view(place)

    def show_more(self) -> MoreTab:
        """Shows the tab of all other fields."""
        self.setCurrentIndex(_MORE)
        return self._the_more()

    def _view(self, place: int) -> RowsView:
        self._make(place)
        return self._views[place]

    def _on_current_changed(self, place: int) -> None:
        self._make(place)
        if place == _MORE and self.more is not None:
            self.more.line = max(self.lines().currentIndex().row(), 0)
        # All other fields have buttons of their own, which name what they add.
        self._corner.setVisible(place != _MORE)

    def _make(self, place: int) -> None:
        if place == _MORE:
            self._the_more()
        elif place in range(_MORE) and place not in self._views:
            self._views[place] = self._new_view(_TABLES[place], place)

    def _new_view(self, table: _Table, place: int) -> RowsView:
        # The tables come after the window's first picture: what they need is not imported before it.
        from einvoice_desktop.gui.compose import columns
        from einvoice_desktop.gui.compose.table_model import TableModel
        from einvoice_desktop.gui.compose.table_view import RowsView

        shown = (columns.LINE_COLUMNS, columns.TAX_COLUMNS, columns.PAYMENT_COLUMNS)[place]
        model = TableModel(
            self._session, table.list_path, shown, self._tables, self._side_of, self._sentence, self
        )
        model.show_problems(self._problems)
        view = RowsView(model, table.identifier, self)
        view.setMinimumHeight(4 * view.verticalHeader().defaultSectionSize())
        view.left.connect(self.finished)
        self._name(view, table)
        self._fill(place, view)
        return view

    def _the_more(self) -> MoreTab:
        if self.more is None:
            # The outline needs the model's fields, and those pydantic: not before somebody looks.
            from einvoice_desktop.gui.compose.more import MoreTab

            self.more = MoreTab(self._session, self._tables, self)
            self._fill(_MORE, self.more)
        return self.more

    def _fill(self, place: int, inside: QWidget) -> None:
        page = self._pages[place]
        self._layouts[place].addWidget(inside)
        inside.show()
        page.setFocusProxy(inside)
        # Made late, it would come last; the Tab key comes to it from the tabs and what scrolls them.
        self.setTabOrder(self.tabBar().findChildren(QToolButton)[-1], inside)

    # --- changes ------------------------------------------------------------------------------------

    def apply(self, change: Change, problems: ProblemIndex) -> None:
        """Every table that exists shows what changed."""
        self._problems = problems
        for view in self._views.values():
            view.rows.apply(change, problems)
        if self.more is not None:
            self.more.apply(change)
        if change.scope in ("all", "rows"):
            self._name_tabs()

    def forget(self) -> None:
        """The language changed."""
        for place, view in self._views.items():
            self._name(view, _TABLES[place])
            view.rows.forget()
        if self.more is not None:
            self.more.retranslate()
        self.retranslate()

    def _name(self, view: RowsView, table: _Table) -> None:
        view.setAccessibleName(QCoreApplication.translate(CONTEXT, table.title))
        view.hint = QCoreApplication.translate(CONTEXT, table.hint)
        view.viewport().update()

    def retranslate(self) -> None:
        """The tabs' names in the language of the day."""
        self._name_tabs()
        self.setTabText(_MORE, self.tr("More"))

    def _name_tabs(self) -> None:
        for place, table in enumerate(_TABLES):
            title = QCoreApplication.translate(CONTEXT, table.title)
            count = self._session.row_count(table.list_path)
            self.setTabText(place, f"{title}  {count}" if count else title)
