"""Who is billed: never folded, with a search over what the office has billed before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from einvoice_desktop.gui.compose.form import CONTEXT, MUST, FieldSheet
from einvoice_desktop.gui.compose.needs import words_of
from einvoice_desktop.gui.compose.party import CUSTOMER, CUSTOMER_ROWS, SELLER
from einvoice_desktop.gui.compose.party_search import FindParties, PartySearch, VatOffer
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.fields.text import TextField

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.customer_kind import KindBox
    from einvoice_desktop.gui.compose.give_way import RoomyArea
    from einvoice_desktop.gui.session import DraftSession

PREFIX = "counterParty."


class CustomerBox(QFrame):
    """The customer's fields under their heading. Without `find_parties` there is no search box."""

    party_taken = Signal()
    """A customer of earlier days has been put into the document."""

    def __init__(
        self,
        session: DraftSession,
        tables: ChoiceTables,
        find_parties: FindParties | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._area: RoomyArea | None = None
        self._heading = label("section", self)
        self._heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.search = None if find_parties is None else PartySearch(session, find_parties, self)
        self.sheet = FieldSheet(session, CUSTOMER_ROWS, tables, prefix=PREFIX, group=CUSTOMER, parent=self)
        if find_parties is not None:
            self._connect_search(session, find_parties)
        self._session, self._tables = session, tables
        self.kind: KindBox | None = None
        self._head = head = QHBoxLayout()
        head.addWidget(self._heading)
        if self.search is not None:
            head.addSpacing(12)
            head.addWidget(self.search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 9)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self.sheet)
        self.retranslate()

    def _connect_search(self, session: DraftSession, find_parties: FindParties) -> None:
        vat = self.sheet.field(f"{PREFIX}vat")
        assert self.search is not None
        assert isinstance(vat, TextField)
        self.search.taken.connect(self.party_taken)
        VatOffer(session, find_parties, vat).taken.connect(self.party_taken)

    def complete(self) -> None:
        """Makes what knows the whole document: the kind of customer, between heading and search."""
        if self.kind is not None or not self._session.ready:
            return
        from einvoice_desktop.gui.compose.customer_kind import KindBox

        self.kind = KindBox(self._session, self._tables, self)
        self._heading.setBuddy(self.kind)
        self._head.insertSpacing(1, 12)
        self._head.insertWidget(2, self.kind)
        first = self.search or self.sheet.field(f"{PREFIX}vat")
        before = first.previousInFocusChain()
        assert before is not None
        self.setTabOrder(before, self.kind)
        self.kind.show()

    def begin_search(self) -> None:
        """Puts the keys into the search, where there is one."""
        if self.search is not None:
            self.search.show()
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_button(self, button: QWidget) -> None:
        """Beside the search."""
        self._head.addWidget(button)

    def give_way(self) -> None:
        """From now on its lower rows scroll where there is little room; number and name stay in sight."""
        layout = self.layout()
        if self._area is None and isinstance(layout, QVBoxLayout):
            from einvoice_desktop.gui.compose.give_way import give_way

            focus = QApplication.focusWidget()
            row = self.sheet.sizeHint().height() // len(CUSTOMER_ROWS)
            self._area = give_way(self.sheet, self, row)
            layout.addWidget(self._area)
            self._area.show()
            if focus is not None and self.sheet.isAncestorOf(focus):
                # Moved into the area, the field has lost it.
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_into_view(self, field: QWidget) -> None:
        """Scrolls to a field of the sheet."""
        if self._area is not None and self._area.isAncestorOf(field):
            self._area.ensureWidgetVisible(field, 0, 20)

    def refresh(self) -> None:
        """Every field shows what the session holds; those that the type must have are marked."""
        self.sheet.refresh()
        self._name_heading()
        word = words_of(self._session)
        self.sheet.show_needs(lambda path: word(path) if word(path) == MUST else "may")
        if self.kind is not None:
            self.kind.refresh()

    def _name_heading(self) -> None:
        """Of a document that the buyer issues, the other side is the seller."""
        session = self._session
        kind = session.codes.invoice_type(session.text("invoiceTypeCode")) if session.ready else None
        words = SELLER if kind is not None and kind.side == "expense" else CUSTOMER
        self._heading.setText(QCoreApplication.translate(CONTEXT, words))

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        self._name_heading()
        if self.search is not None:
            self.search.retranslate()
        if self.kind is not None:
            self.kind.retranslate()
        self.sheet.retranslate()
