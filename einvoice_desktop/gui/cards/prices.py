"""What single customers pay for items: rows of a name, a price and a discount, in either card."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from einvoice_desktop.domain.cards import CustomerPrice
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.cards.price_rows import PriceRow, PriceRows, PriceTable
from einvoice_desktop.gui.compose.hit_list import HitList
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.domain.cards import Item
    from einvoice_desktop.gui.cards.held import HeldBooks
    from einvoice_desktop.gui.office import Office

Named = tuple[int, str, str]
"""Id, number or code, and name of the other card."""


class PricesPanel(QWidget):
    """A search that adds a row, the rows, and what they mean. `of_customer`: the rows are items."""

    changed = Signal()

    def __init__(
        self,
        office: Office,
        find: Callable[[str], Sequence[Named]],
        rows: Sequence[PriceRow],
        *,
        of_customer: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._office, self._find, self._of_customer = office, find, of_customer
        self._before: Mapping[int, CustomerPrice] = {}
        self._about = label("muted", self, wrap=True)
        self.search = _Search(find, self)
        self.search.picked.connect(self._on_picked)
        self.rows = PriceRows(office, rows, of_customer=of_customer, parent=self)
        self.table = PriceTable(self.rows, self)
        self._remove = KeyButton("Del", "quiet", self)
        identify(self._remove, "prices.remove")
        self._remove.setAutoDefault(False)
        self._remove.clicked.connect(self.table.remove_row)
        self.rows.edited.connect(self.changed)
        self._before = self.prices()
        self._lay_out()

    @classmethod
    def of_item(cls, office: Office, books: HeldBooks, item: Item, parent: QWidget) -> PricesPanel:
        """By customer."""

        def named(kept: KeptCustomer) -> Named:
            return (kept.id, kept.facts.vat, kept.facts.name)

        rows = []
        for customer_id, price in item.prices.items():
            kept = books.customers.get(customer_id)
            # A customer that is gone: the price stays as it is, out of sight.
            name = named(kept)[1:] if kept is not None else ("", f"({customer_id})")
            rows.append(PriceRow(customer_id, *name, price))
        return cls(
            office,
            lambda typed: [named(kept) for kept in books.customers.find(typed)],
            rows,
            of_customer=False,
            parent=parent,
        )

    @classmethod
    def of_customer(
        cls, office: Office, books: HeldBooks, kept: KeptCustomer | None, parent: QWidget
    ) -> PricesPanel:
        """By item."""

        def named(item: KeptItem) -> Named:
            return (item.id, item.facts.code, item.facts.name)

        rows = []
        if kept is not None:
            for item in items_with_price(books.items.rows, kept.id):
                rows.append(PriceRow(*named(item), item.item.prices[kept.id]))
        return cls(
            office,
            lambda typed: [named(item) for item in books.items.find(typed)],
            rows,
            of_customer=True,
            parent=parent,
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 4)
        layout.setSpacing(8)
        layout.addWidget(self._about)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)

    # --- what it holds --------------------------------------------------------------------------

    def prices(self) -> dict[int, CustomerPrice]:
        """By the other card's id; a row that says nothing is no price."""
        return self.rows.prices()

    def state(self) -> object:
        """All of what is typed."""
        return self.rows.state()

    @property
    def is_misread(self) -> bool:
        """Whether a text in it is no amount."""
        return self.rows.is_misread

    def changed_prices(self) -> dict[int, CustomerPrice | None]:
        """What is another one now than it was, by the other card's id; None where it is gone."""
        now = self.prices()
        ids = {**self._before, **now}
        return {id_: now.get(id_) for id_ in ids if now.get(id_) != self._before.get(id_)}

    def _on_picked(self, named: Named) -> None:
        self.table.stand_on(self.rows.add(*named))

    def retranslate(self) -> None:
        """Everything in the language of now."""
        if self._of_customer:
            self._about.setText(
                self.tr("What this customer pays instead of an item's own price or discount.")
            )
            self.search.setPlaceholderText(self.tr("Add an item: type its code or description…"))
            self.search.setAccessibleName(self.tr("Add an item"))
            self.table.setAccessibleName(self.tr("Own prices"))
        else:
            self._about.setText(
                self.tr("What single customers pay instead of the price or discount of the card.")
            )
            self.search.setPlaceholderText(self.tr("Add a customer: type a name or VAT number…"))
            self.search.setAccessibleName(self.tr("Add a customer"))
            self.table.setAccessibleName(self.tr("Prices of customers"))
        self._remove.setText(self.tr("Remove"))
        self.rows.retranslate()


def items_with_price(rows: Sequence[KeptItem], customer_id: int) -> list[KeptItem]:
    """The items that have a price of their own for that customer; few are read whole for it."""
    named = re.compile(rb'"customer":\s*%d\b' % customer_id)
    maybe = [kept for kept in rows if named.search(kept.source)]
    return [kept for kept in maybe if customer_id in kept.item.prices]


class _Search(QLineEdit):
    """Finds the other card; Enter adds it."""

    picked = Signal(object)

    def __init__(self, find: Callable[[str], Sequence[Named]], parent: QWidget) -> None:
        super().__init__(parent)
        self._find = find
        identify(self, "prices.search")
        self._list: HitList[Named] = HitList(self, lambda hit: (hit[1], hit[2]), self._on_taken)
        self.textEdited.connect(lambda text: self._list.offer(self._find(text) if text.strip() else ()))
        self.installEventFilter(self)

    def _on_taken(self, named: Named) -> None:
        self.clear()
        self.picked.emit(named)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._list.is_open:
            if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and self._list.key(event.key()):
                return True
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.close()
        return super().eventFilter(watched, event)
