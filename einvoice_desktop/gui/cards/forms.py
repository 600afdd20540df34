"""The forms of cards: opened, left and gone on with; each card has one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.gui.cards.begun import Begun, BegunCards, Key
from einvoice_desktop.gui.cards.held import short

if TYPE_CHECKING:
    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.domain.cards import Customer, Item
    from einvoice_desktop.gui.cards.customer_form import CustomerForm
    from einvoice_desktop.gui.cards.dialog import CardDialog
    from einvoice_desktop.gui.cards.item_form import ItemForm
    from einvoice_desktop.gui.main_window import MainWindow

CUSTOMER, ITEM = "customer", "item"


class CardForms(QObject):
    """What was typed into a form that was left is there again when its card is opened."""

    saved = Signal(str, object)
    """Which book, and the kept card."""
    begun_changed = Signal(str)
    """Of that book other forms have something in them that is not saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._office, self._books = window, window.office, window.stage.books
        self._begun = BegunCards(window.preferences)
        self._dialogs: dict[Key, CardDialog] = {}

    # --- what was begun -------------------------------------------------------------------------

    def begun(self, book: str) -> list[str]:
        """The names of the cards with something in them that is not saved."""
        live = {key: dialog for key, dialog in self._dialogs.items() if key[0] == book}
        names = [_name_of(dialog) for dialog in live.values() if not dialog.isVisible()]
        kept = (self._begun.get(key) for key in self._begun.keys(book) if key not in live)
        return names + [short(begun.name) for begun in kept if begun is not None]

    def go_on(self, book: str) -> None:
        """Opens the first of them."""
        live = [key for key, dialog in self._dialogs.items() if key[0] == book and not dialog.isVisible()]
        keys = live or [key for key in self._begun.keys(book) if self._begun.get(key) is not None]
        if keys:
            self._open(keys[0])

    def _open(self, key: Key) -> None:
        if key[0] == CUSTOMER:
            self.open_customer(self._books.customers.get(key[1]), key=key)
        else:
            self.open_item(self._books.items.get(key[1]), key=key)

    # --- opening --------------------------------------------------------------------------------

    def open_customer(
        self,
        kept: KeptCustomer | None,
        card: Customer | None = None,
        then: Callable[[KeptCustomer], None] | None = None,
        key: Key | None = None,
    ) -> None:
        """The form of a card; None: of a new one, which begins as `card`. `then`: once it is saved."""
        from einvoice_desktop.gui.cards.customer_form import CustomerForm, new_customer

        key = key or self._key(CUSTOMER, kept.id if kept is not None else 0, another=card is not None)
        if self._show(key):
            return
        begun = self._begun.get(key)
        card = card or (kept.customer if kept is not None else new_customer())
        begun_over = kept if begun is None else begun.over(kept)
        form = CustomerForm(self._office, self._books, begun or Begun(card, {}), begun_over, self._window)

        def title() -> str:
            if kept is None:
                return self.tr("New customer")
            return self.tr("Customer: {0}").format(short(kept.facts.name or kept.facts.vat))

        dialog = self._made(key, form, title, changed=begun is not None)
        dialog.other_wanted.connect(lambda other: self.open_customer(self._books.customers.of_key(other)))
        dialog.saved.connect(lambda saved: self._save_prices(form, saved))
        if then is not None:
            dialog.saved.connect(then)
        dialog.open_at_start()

    def _save_prices(self, form: CustomerForm, saved: KeptCustomer) -> None:
        from einvoice_desktop.domain.cards import with_price

        changed = form.prices.changed_prices()
        self._books.items.rework(
            list(changed), lambda id_, kept: with_price(kept.item, saved.id, changed[id_])
        )

    def open_item(self, kept: KeptItem | None, card: Item | None = None, key: Key | None = None) -> None:
        """The form of a card; None: of a new one."""
        from einvoice_desktop.gui.cards.item_form import ItemForm, new_item

        key = key or self._key(ITEM, kept.id if kept is not None else 0, another=card is not None)
        if self._show(key):
            return
        begun = self._begun.get(key)
        card = card or (kept.item if kept is not None else new_item())
        begun_over = kept if begun is None else begun.over(kept)
        form = ItemForm(self._office, self._books, begun or Begun(card, {}), begun_over, self._window)

        def title() -> str:
            if kept is None:
                return self.tr("New item")
            return self.tr("Item: {0}").format(short(kept.facts.name or kept.facts.code))

        dialog = self._made(key, form, title, changed=begun is not None)
        dialog.other_wanted.connect(lambda other: self.open_item(self._books.items.of_key(other)))
        dialog.open_at_start()

    def _key(self, book: str, card_id: int, *, another: bool) -> Key:
        """`another`: beside whatever new card is open already."""
        taken = {*self._dialogs, *self._begun.keys(book)}
        while another and (book, card_id) in taken:
            card_id -= 1
        return (book, card_id)

    def _show(self, key: Key) -> bool:
        """Whether the form is there already: it is in front now."""
        if key in self._dialogs:
            self._dialogs[key].open_at_start()
        return key in self._dialogs

    def _made(
        self, key: Key, form: CustomerForm | ItemForm, title: Callable[[], str], *, changed: bool
    ) -> CardDialog:
        from einvoice_desktop.gui.cards.dialog import CardDialog

        book = key[0]
        held = self._books.customers if book == CUSTOMER else self._books.items
        dialog = CardDialog(self._office, form, held, title, f"{book}Card", self._window)
        dialog.count_as_changed(changed)
        self._dialogs[key] = dialog
        dialog.saved.connect(lambda kept: self._on_saved(book, kept, _name_of(dialog)))
        dialog.typed.connect(lambda: self._keep(key))
        dialog.left.connect(lambda: self._on_left(key))
        dialog.ended.connect(lambda: self._on_ended(key))
        return dialog

    # --- what happens to them ---------------------------------------------------------------------

    def _keep(self, key: Key) -> None:
        dialog = self._dialogs[key]
        if dialog.is_changed:
            self._begun.keep(key, dialog.form.begun())
        else:
            self._begun.drop(key)

    def _on_saved(self, book: str, kept: object, name: str) -> None:
        self._office.say(self.tr("Saved: {0}").format(name), "success")
        self.saved.emit(book, kept)

    def _on_left(self, key: Key) -> None:
        dialog = self._dialogs[key]
        self._keep(key)
        self.begun_changed.emit(key[0])
        told = self.tr("Not saved yet: {0}").format(_name_of(dialog))
        self._office.say(told, "warning", self.tr("Go on"), lambda: self._open(key))

    def _on_ended(self, key: Key) -> None:
        self._dialogs.pop(key, None)
        self._begun.drop(key)
        self.begun_changed.emit(key[0])


def _name_of(dialog: CardDialog) -> str:
    return short(dialog.form.name() or dialog.windowTitle())
