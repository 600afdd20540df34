"""Between the document on the stage and the books: customer and lines are kept, items put in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject

from einvoice_desktop.gui.buttons import ActionButton
from einvoice_desktop.gui.cards.held import short
from einvoice_desktop.gui.main_window import NARROW_BELOW

if TYPE_CHECKING:
    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.domain.cards import Customer, Item
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.node import Node
    from einvoice_desktop.domain.parties import Party
    from einvoice_desktop.gui.change import Change
    from einvoice_desktop.gui.compose.table_view import RowsView
    from einvoice_desktop.gui.main_window import MainWindow


N = TypeVar("N", bound="Node")


class Keeping(QObject):
    """Nothing of it leaves the invoice; each time what was kept can be taken back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._office, self._session = window, window.office, window.session
        self._books = window.stage.books
        window.actions_.on("keepCustomer", self.keep_customer)
        window.actions_.on("keepItem", self.keep_item)
        window.session.begin_line = self.begin_line
        window.session.for_customer = self.for_customer
        window.session.leave_card = self.leave_card
        self._button = self._make_button()
        window.session.composition_changed.connect(self._on_composition_changed)
        self._books.customers.changed.connect(self._show_button)
        window.installEventFilter(self)
        search = window.stage.page.customer.search
        if search is not None:
            search.focus_changed.connect(self._show_button)
        tabs = window.stage.page.tabs
        for view in tabs.made():
            self._offer_items(view)
        tabs.table_made.connect(self._offer_items)

    # --- the button at the customer's place -------------------------------------------------------

    def _make_button(self) -> ActionButton:
        actions, page = self._window.actions_, self._window.stage.page
        key = actions.commands["keepCustomer"].key
        button = ActionButton(actions["keepCustomer"], key, "action.keepCustomer", "quiet", page)
        button.hide()
        page.customer.add_button(button)
        return button

    def _on_composition_changed(self, _composition: Composition, change: Change) -> None:
        if change.scope in ("all", "field"):
            self._show_button()

    def _show_button(self) -> None:
        """There while the form says of its customer what no card says."""
        if not (self._session.ready and self._books.customers.is_read):
            return
        document = self._document()
        kept = self._customer_of(document)
        told = document.counter_party
        named = told is not None and bool((told.registered_name or "").strip() and (told.vat or "").strip())
        self._share_room(wanted=named and (kept is None or _is_news(kept, document)))

    def _share_room(self, *, wanted: bool) -> None:
        """In a small window the search gives its place to the button while the keys are elsewhere."""
        search = self._window.stage.page.customer.search
        searching = search is not None and search.hasFocus()
        narrow = self._window.width() < NARROW_BELOW
        self._button.setVisible(wanted and not (narrow and searching))
        if search is not None:
            search.setVisible(searching or not (narrow and wanted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._show_button()
        return super().eventFilter(watched, event)

    # --- from the books into the document --------------------------------------------------------

    def _offer_items(self, view: RowsView) -> None:
        from einvoice_desktop.gui.compose.columns import LINES

        if view.rows.list_path == LINES:
            from einvoice_desktop.gui.compose.item_offer import ItemOffers

            ItemOffers(view, self._books.items.find, self.put_item)

    def put_item(self, kept: KeptItem, row: int, path: str = "") -> None:
        """That line sells the item, in one step of undo; what was typed at `path` was only a search."""
        from einvoice_desktop.app.applying import apply_item
        from einvoice_desktop.app.drafting import choose

        customer = self._customer_of(self._document())
        self._session.rework(
            lambda draft, codes: apply_item(
                choose(draft, path, None, codes) if path else draft, row, kept, customer, codes
            )
        )

    def for_customer(self, draft: Draft, party: Party, card: KeptCustomer | None) -> Draft:
        """The draft for that customer; what the card of the one before had brought along goes with it."""
        from einvoice_desktop.app.changing_customer import card_of_billed, change_customer

        before = self._customer_of(draft.document)
        after = card or card_of_billed(party, draft, before, datetime.now(UTC))
        items, codes = self._books.items, self._session.codes
        changed = change_customer(draft, before, after, items.of_key, self._own_series, codes)
        return self._session.follow(draft, changed)

    def leave_card(self, draft: Draft) -> Draft:
        """In the series that it would stand in without its customer's own."""
        from einvoice_desktop.app.changing_customer import brought_series

        card = self._customer_of(draft.document)
        if card is None or not brought_series(draft.document, card.customer, self._session.codes):
            return draft
        return replace(draft, document=draft.document.with_member("series", self._own_series(draft)))

    def _own_series(self, draft: Draft) -> str:
        """Of a new document of that type and branch."""
        session = self._session
        bare = replace(draft, document=draft.document.with_member("series", None))
        series = self._office.the_desk.next_draft(bare).document.series
        return (
            session.begin(replace(bare, document=bare.document.with_member("series", series))).document.series
            or ""
        )

    def begin_line(self, draft: Draft, row: int) -> Draft:
        """A new line as its customer has them."""
        customer = self._customer_of(draft.document)
        if customer is None:
            return draft
        from einvoice_desktop.app.applying import dress_line

        return dress_line(draft, row, customer.customer, self._session.codes)

    def _document(self) -> Document:
        draft = self._session.draft
        assert draft is not None
        return draft.document

    def _customer_of(self, document: Document) -> KeptCustomer | None:
        """The card of whoever the document is for."""
        from einvoice_desktop.domain.cards import Customer

        return self._books.customers.of_key(Customer(document).key)

    # --- from the document into the books --------------------------------------------------------

    def keep_customer(self) -> None:
        """The customer in the form becomes a card, or its card is brought up to date."""
        if not self._session.ready:
            return
        self._window.stage.page.commit()
        from einvoice_desktop.app.applying import customer_from

        card = customer_from(self._document(), self._session.codes)
        kept = self._books.customers.of_key(card.key)
        if kept is not None:
            card = _with_party(kept.customer, card)
        if not card.key:
            nothing = self.tr("There is no customer to keep yet: type a VAT number or a name.")
            self._office.say(nothing, "warning")
        elif kept is not None and card == kept.customer:
            self._office.say(self.tr("The card of this customer is as it stands here."))
        else:
            self._books.customers.save(card, kept, lambda saved: self._say_customer(saved, kept))

    def _say_customer(self, saved: KeptCustomer, before: KeptCustomer | None) -> None:
        books, name = self._books.customers, short(saved.facts.name or saved.facts.vat)
        if before is None:
            told = self.tr("Kept as a customer: {0}").format(name)
            self._say(told, lambda: books.delete([saved], self._say_undone))
        else:
            told = self.tr("The card of {0} is up to date.").format(name)
            self._say(told, lambda: books.save(before.customer, saved, lambda _kept: self._say_undone()))

    def keep_item(self) -> None:
        """The present line becomes an item, or its item is brought up to date."""
        if not self._session.ready:
            return
        self._window.stage.page.commit()
        from einvoice_desktop.app.applying import item_from

        lines = self._document().details or ()
        row = max(self._window.stage.page.tabs.lines().currentIndex().row(), 0)
        card = item_from(lines[row]) if row < len(lines) else None
        kept = None if card is None else self._books.items.of_key(card.key)
        if card is not None and kept is not None:
            card = _with_line(kept.item, card)
        if card is None or not card.key:
            nothing = self.tr("There is no item to keep yet: type a code or a description.")
            self._office.say(nothing, "warning")
        elif kept is not None and card == kept.item:
            self._office.say(self.tr("The card of this item is as it stands here."))
        else:
            self._books.items.save(card, kept, lambda saved: self._say_item(saved, kept))

    def _say_item(self, saved: KeptItem, before: KeptItem | None) -> None:
        books, name = self._books.items, short(saved.facts.name or saved.facts.code)
        if before is None:
            told = self.tr("Kept as an item: {0}").format(name)
            self._say(told, lambda: books.delete([saved], self._say_undone))
        else:
            told = self.tr("The card of {0} is up to date.").format(name)
            self._say(told, lambda: books.save(before.item, saved, lambda _kept: self._say_undone()))

    def _say(self, told: str, undo: Callable[[], None]) -> None:
        self._office.say(told, "success", self.tr("Undo"), undo)

    def _say_undone(self) -> None:
        self._office.say(self.tr("Taken back."), "success")


def _with_party(kept: Customer, now: Customer) -> Customer:
    """The card with what the document says of who it is; what it does not say stays, and so does what its
    documents begin with."""
    party = _over(kept.party, now.party)
    for name in ("address", "branch_address"):
        before, after = getattr(kept.party, name), getattr(now.party, name)
        if before is not None and after is not None:
            party = party.with_member(name, _over(before, after))
    return replace(kept, document=kept.document.with_member("counter_party", party))


def _is_news(kept: KeptCustomer, document: Document) -> bool:
    """Whether the document says of its customer what the card does not."""
    from einvoice_desktop.domain.cards import Customer

    return _with_party(kept.customer, Customer(document)) != kept.customer


def _over(kept: N, now: N) -> N:
    for name in now.model_fields_set:
        told = getattr(now, name)
        if told is not None:
            kept = kept.with_member(name, told)
    return kept


def _with_line(kept: Item, now: Item) -> Item:
    """The card with what the line says; what it does not say stays, and so do the prices of customers."""
    return replace(kept, line=_over(kept.line, now.line))
