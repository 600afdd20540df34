"""The form of a customer's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from einvoice_desktop.app.card_problems import card_problems
from einvoice_desktop.app.customer_kind import kind_of
from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.domain.cards import Customer
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.cards.extras import NotesField
from einvoice_desktop.gui.cards.form import CardForm
from einvoice_desktop.gui.cards.prices import PricesPanel
from einvoice_desktop.gui.cards.specs import CUSTOMER_GROUPS, PARTY
from einvoice_desktop.gui.compose.customer_kind import KindBox
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.vat_check import VatCheck

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.gui.cards.begun import Begun
    from einvoice_desktop.gui.cards.held import HeldBooks
    from einvoice_desktop.gui.compose.form import AnyField
    from einvoice_desktop.gui.office import Office

CHECK_KEY = "Ctrl+F6"
_PAPER = ("", "el", "en", "both")
"""Languages of the customer's paper; "": the office's own."""


def new_customer(name: str = "", vat: str = "") -> Customer:
    """An empty card of a Greek customer."""
    party = Party(address=Address(country_code="GR"), branch_code=0)
    if name:
        party = party.with_member("registered_name", name)
    if vat:
        party = party.with_member("vat", vat)
    return Customer(Document(document_type_code="INVOICE", counter_party=party))


class CustomerForm(CardForm["Customer", "KeptCustomer"]):
    """Who it is, what its documents begin with, and its own prices."""

    def __init__(
        self, office: Office, books: HeldBooks, begun: Begun, kept: KeptCustomer | None, parent: QWidget
    ) -> None:
        card = begun.card
        assert isinstance(card, Customer)
        super().__init__(office, card.document, begun.typed, CUSTOMER_GROUPS, "customer", kept, parent)
        self._kind_name = label("caption", self)
        self.kind = KindBox(self.session, self.tables, self)
        self._kind_name.setBuddy(self.kind)
        self._paper_name = label("caption", self)
        self.paper = ChoiceBox("customer.language", 14, self)
        self._paper_name.setBuddy(self.paper)
        self.notes = NotesField("customer.notes", self)
        self.check_button = KeyButton(CHECK_KEY, "quiet", self)
        identify(self.check_button, "customer.check")
        self.check_button.setAutoDefault(False)
        self._check = VatCheck(
            office,
            self,
            lambda path: self.session.text(PARTY + path),
            self._take,
            issuer_vat=lambda: office.session.text("issuer.vat"),
            identifier="customer.vatCheck",
        )
        self.check_button.clicked.connect(self._check.start)
        QShortcut(QKeySequence(CHECK_KEY), self).activated.connect(self._check.start)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self._kind_name, self.kind, self._paper_name, self.paper):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.check_button)
        self.column.insertLayout(0, head)
        self.sheet.groups()[1].add_below(self.notes)
        self.prices = PricesPanel.of_customer(office, books, kept, self)
        self.tabs.addTab(self.prices, "")
        self.retranslate()
        self.paper.choose(card.language)
        self.notes.set_text(card.notes)
        self.paper.currentIndexChanged.connect(lambda _index: self.touched.emit())
        self.notes.changed.connect(self.touched)
        self.prices.changed.connect(self.touched)

    def _take(self, facts: Mapping[str, str]) -> None:
        with self.session.together():
            for path, text in facts.items():
                self.session.edit(PARTY + path, text)

    def card(self) -> Customer:
        return Customer(self.session.document, self.paper.value, self.notes.text())

    def name(self) -> str:
        card = self.card()
        return card.name or card.vat

    def problems(self) -> Sequence[Problem]:
        return card_problems(self.card(), self.session.codes, check_digit_is_wrong)

    def first_field(self) -> AnyField:
        return next(iter(self.sheet.fields()))

    def _on_changed(self) -> None:
        super()._on_changed()
        self._follow_kind()

    def _follow_kind(self) -> None:
        """Only who is billed for the state has a contracting authority."""
        self.kind.refresh()
        document = self.session.document
        to_the_state = document.b2g_details is not None or kind_of(document, self.session.codes).to_the_state
        self.sheet.groups()[-1].setVisible(to_the_state)

    def retranslate(self) -> None:
        self._kind_name.setText(self.tr("Kind of customer"))
        self._paper_name.setText(self.tr("Language of its paper"))
        self.paper.setAccessibleName(self._paper_name.text())
        words = (self.tr("As the office's"), "Ελληνικά", "English", self.tr("Both"))
        self.paper.fill(list(zip(_PAPER, words, strict=True)))
        self.notes.set_name(self.tr("Notes, for the office alone"))
        self.tabs.setTabText(1, QCoreApplication.translate("PricesPanel", "Own prices"))
        super().retranslate()
        self.kind.retranslate()
        self._follow_kind()
        self.check_button.setText(QCoreApplication.translate("Menu", "Check VAT"))
        self.prices.retranslate()
