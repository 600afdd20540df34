"""What is done with cards: their pages, a document for a customer, a new customer over the invoice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from einvoice_desktop.gui.cards.forms import CUSTOMER, ITEM, CardForms
from einvoice_desktop.gui.cards.keeping import Keeping

if TYPE_CHECKING:
    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.gui.cards.offered import Offered
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.pages.customers import CustomersPage
    from einvoice_desktop.gui.pages.items import ItemsPage


class CardDeeds(QObject):
    """`bill` begins a document for whoever is offered."""

    def __init__(self, window: MainWindow, bill: Callable[[Offered], None]) -> None:
        super().__init__(window)
        self._window, self._office = window, window.office
        self._bill = bill
        self.books = window.stage.books
        self.forms = CardForms(window)
        self.keeping = Keeping(window)
        self._pages: dict[str, CustomersPage | ItemsPage] = {}
        self.forms.saved.connect(self._on_saved)
        self.forms.begun_changed.connect(self._tell_page)
        window.stage.known.new_wanted.connect(self.new_customer_for_document)

    # --- pages ----------------------------------------------------------------------------------

    def make_customers(self) -> CustomersPage:
        """The page, with what its buttons do."""
        from einvoice_desktop.gui.pages.customers import CustomersPage

        window = self._window
        page = CustomersPage(self._office, self.books.customers, window.actions_, window)
        page.open_requested.connect(lambda kept: self.forms.open_customer(kept))
        page.document_requested.connect(self.bill_customer)
        self._take_in(CUSTOMER, page)
        return page

    def make_items(self) -> ItemsPage:
        """The same of the items."""
        from einvoice_desktop.gui.pages.items import ItemsPage

        window = self._window
        page = ItemsPage(self._office, self.books.items, window.actions_, window)
        page.open_requested.connect(self.open_item)
        self._take_in(ITEM, page)
        return page

    def _take_in(self, book: str, page: CustomersPage | ItemsPage) -> None:
        page.unfinished_requested.connect(lambda: self.forms.go_on(book))
        self._pages[book] = page
        self._tell_page(book)

    def _tell_page(self, book: str) -> None:
        """The page says what was begun and not saved."""
        page = self._pages.get(book)
        if page is not None:
            page.show_unfinished(self.forms.begun(book))

    def _on_saved(self, book: str, kept: KeptCustomer | KeptItem) -> None:
        page = self._pages.get(book)
        if page is not None:
            page.choose(kept.id)

    def open_item(self, kept: KeptItem | None) -> None:
        """The form of an item."""
        self.forms.open_item(kept)

    # --- documents ------------------------------------------------------------------------------

    def bill_customer(self, kept: KeptCustomer) -> None:
        """A new document that begins as its card says."""
        from einvoice_desktop.gui.cards.offered import OfferedCustomer

        self._bill(OfferedCustomer(kept))

    def new_customer_for_document(self, typed: str) -> None:
        """A new card over the invoice; once saved it is the invoice's customer."""
        from einvoice_desktop.gui.cards.customer_form import new_customer

        is_number = any(letter.isdigit() for letter in typed) and " " not in typed
        card = new_customer(vat=typed) if is_number else new_customer(typed)
        self.forms.open_customer(None, card, self._put_into_document)

    def _put_into_document(self, kept: KeptCustomer) -> None:
        from einvoice_desktop.gui.cards.offered import OfferedCustomer

        if OfferedCustomer(kept).put_into(self._window.session):
            self._window.stage.page.leave_customer()
