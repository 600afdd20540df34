"""A page that lists the cards of one book: searched as one types, sorted, deleted with one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui.cards.held import C, K
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.pages.archive_filters import SearchBox
from einvoice_desktop.gui.pages.card_model import CardModel
from einvoice_desktop.gui.pages.page import Page, label
from einvoice_desktop.gui.pages.samples_list import TypedWords
from einvoice_desktop.gui.pages.table import RowsTable, TableOrHint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.cards.held import HeldCards
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.records import Column

MOST_LISTED = 500
"""Hits that are worth reading."""
_MEASURED = 200
"""Rows that a column's width is taken from."""


class CardPage(Page, Generic[C, K]):
    """`name` is the view's; the table and the buttons are named by it."""

    open_requested = Signal(object)
    """The card whose form is wanted; None: a new one."""
    unfinished_requested = Signal()
    """The form that was left without saving."""

    def __init__(
        self,
        name: str,
        office: Office,
        held: HeldCards[C, K],
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, office, parent)
        self.held = held
        self._name = name
        self._stale = True
        self.open_button = self.add_button(f"{name}.open", self.open_chosen, "Enter", "open", "primary")
        self.new_button = self.add_button(f"{name}.new", self._on_new, "Insert", "new")
        self.delete_button = self.make_button(f"{name}.delete", self._on_delete, "delete", "", "Del")
        self.for_chosen = [self.open_button, self.delete_button]
        self.search = SearchBox(self)
        self.model: CardModel[K] = CardModel(self.columns(), self)
        self.table: RowsTable[K] = RowsTable(name, self.model, parent=self)
        self.shown = TableOrHint(self.table, self)
        self._begun: Sequence[str] = ()
        self._unfinished = label("notice", self)
        identify(self._unfinished, f"{name}.unfinished")
        self._go_on = self.make_button(f"{name}.goOn", self.unfinished_requested.emit)
        self._set_up_search()
        self._set_up_table()
        begun = QHBoxLayout()
        begun.setSpacing(8)
        begun.addWidget(self._unfinished, 1)
        begun.addWidget(self._go_on)
        self.show_unfinished(())
        self.content.addLayout(begun)
        self.content.addWidget(self.search)
        self.content.addWidget(self.shown, 1)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.addWidget(self.delete_button)
        self.tools.addWidget(self.make_action(actions, "import", ""))
        self.tools.addStretch(1)
        self.content.addLayout(self.tools)
        held.changed.connect(self._on_changed)

    def columns(self) -> Sequence[Column[K]]:
        """The table's columns."""
        raise NotImplementedError

    def told_deleted(self, cards: Sequence[K]) -> str:
        """What is said when these are gone."""
        raise NotImplementedError

    def _set_up_search(self) -> None:
        identify(self.search, f"{self._name}.search")
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(200)
        self.search.textChanged.connect(lambda _text: self._list())
        self.search.returnPressed.connect(self.open_chosen)
        self.search.left_downwards.connect(self._on_left_downwards)
        typed = TypedWords(self)
        typed.typed.connect(self._on_typed)
        self.table.installEventFilter(typed)

    def _set_up_table(self) -> None:
        table = self.table
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Painted by the table's own choice, a title asks of every row whether it is chosen.
        table.horizontalHeader().setSelectionModel(QItemSelectionModel(self.model, table))
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.horizontalHeader().setSortIndicatorClearable(True)
        table.setSortingEnabled(True)
        table.opened.connect(self.open_chosen)
        table.current_changed.connect(self.follow_chosen)
        another = QShortcut(QKeySequence("Ctrl+Ins"), self)
        another.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        another.activated.connect(self._on_new)

    # --- what is listed -------------------------------------------------------------------------

    def refresh(self) -> None:
        """What is in memory is listed at once; the book is read again meanwhile."""
        if self.isVisible():
            if self._stale:
                self._list()
            self.held.read_again()

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._list()

    def _list(self) -> None:
        self._stale = False
        typed = self.search.text().strip()
        rows = self.held.find(typed, MOST_LISTED) if typed else self.held.rows
        before = self.current()
        self.model.show(rows)
        self.table.fit_figures(self.model.rows[:_MEASURED])
        if before is not None and not typed:
            self.choose(before.id)
        self.table.choose_first()
        self._say()
        self.follow_chosen()

    def current(self) -> K | None:
        """The card that the keys stand on."""
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def chosen(self) -> list[K]:
        """All that are chosen."""
        rows = self.table.selectionModel().selectedRows()
        return [self.model.rows[index.row()] for index in rows]

    def choose(self, card_id: int) -> None:
        """Stands on that card, where it is listed."""
        place = self.model.place_of(card_id)
        if place is not None:
            self.table.selectRow(place)

    def follow_chosen(self) -> None:
        """Buttons for a card can be pressed while there is one."""
        there = self.current() is not None
        for button in self.for_chosen:
            button.setEnabled(there)

    def _say(self) -> None:
        count = len(self.held.rows)
        self.hint.setText(self.told_count(show_amount_of(count, self.office)) if count else self.purpose())
        if not self.held.is_read:
            self.shown.hint.clear()
        elif self.search.text().strip() and count:
            self.shown.hint.setText(self.told_nothing_found())
        else:
            self.shown.hint.setText(self.told_empty())

    def purpose(self) -> str:
        """What the page is for."""
        raise NotImplementedError

    def told_count(self, count: str) -> str:
        """The same, and how many there are."""
        raise NotImplementedError

    def told_empty(self) -> str:
        """What leads on from an empty book."""
        raise NotImplementedError

    def told_nothing_found(self) -> str:
        """What leads on where nothing was found."""
        raise NotImplementedError

    def show_unfinished(self, names: Sequence[str]) -> None:
        """Cards that were typed into and neither saved nor discarded."""
        if not names and self.window().focusWidget() is self._go_on:
            self.focus_first()
        self._begun = names
        self._unfinished.setText(self.tr("Not saved yet: {0}").format(", ".join(names)))
        self._unfinished.setVisible(bool(names))
        self._go_on.setVisible(bool(names))

    # --- what is pressed ------------------------------------------------------------------------

    def open_chosen(self) -> None:
        """The form of the card that the keys stand on."""
        card = self.current()
        if card is not None:
            self.open_requested.emit(card)

    def _on_new(self) -> None:
        self.open_requested.emit(None)

    def _on_delete(self) -> None:
        cards = self.chosen()
        if cards:
            self.held.delete(cards, lambda: self._say_deleted(cards))

    def _say_deleted(self, cards: Sequence[K]) -> None:
        self.office.say(
            self.told_deleted(cards), "info", self.tr("Undo"), lambda: self.held.restore(cards, self._list)
        )

    def _on_left_downwards(self) -> None:
        self.table.setFocus()
        self.table.choose_first()

    def _on_typed(self, text: str) -> None:
        self.search.setFocus()
        self.search.insert(text)

    def focus_first(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def repaint_icons(self) -> None:
        self.model.refresh()

    def retranslate(self) -> None:
        self.open_button.setText(self.tr("Open"))
        self.new_button.setText(self.tr("New"))
        self.delete_button.setText(self.tr("Delete"))
        self._go_on.setText(self.tr("Go on"))
        self.show_unfinished(self._begun)
        self._say()
        self.model.refresh()
        self.table.fit_titles()


def show_amount_of(count: int, office: Office) -> str:
    """A count in the language of now."""
    from decimal import Decimal

    return show_amount(Decimal(count), office.language, places=0)
