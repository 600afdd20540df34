"""Who is billed: never folded, with a search over what the office has billed before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from einvoice_desktop.gui.compose.form import CONTEXT, FieldSheet
from einvoice_desktop.gui.compose.party import CUSTOMER, CUSTOMER_ROWS
from einvoice_desktop.gui.fields.choices import ChoiceTables, Entry
from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.gui.fields.code_list import CodeList
    from einvoice_desktop.gui.session import DraftSession

PREFIX = "counterParty."


class PartyHit(NamedTuple):
    """A party that was found. `values`: by path within the party, the text of each field to fill in."""

    name: str
    vat: str
    values: Mapping[str, str] = MappingProxyType({})


FindParties = Callable[[str], Sequence[PartyHit]]
"""The best hits for what is typed; quick, no line."""


class CustomerBox(QFrame):
    """The customer's fields under their heading. Without `find_parties` there is no search box."""

    def __init__(
        self,
        session: DraftSession,
        tables: ChoiceTables,
        find_parties: FindParties | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._heading = QLabel(self)
        self._heading.setProperty("role", "section")
        self.search = None if find_parties is None else PartySearch(session, find_parties, self)
        self.sheet = FieldSheet(session, CUSTOMER_ROWS, tables, prefix=PREFIX, group=CUSTOMER, parent=self)
        head = QHBoxLayout()
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

    def refresh(self) -> None:
        """Every field shows what the session holds."""
        self.sheet.refresh()

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        self._heading.setText(QCoreApplication.translate(CONTEXT, CUSTOMER))
        if self.search is not None:
            self.search.retranslate()
        self.sheet.retranslate()


class PartySearch(QLineEdit):
    """Finds a party by words of its name or its VAT number and fills its fields in."""

    def __init__(
        self, session: DraftSession, find_parties: FindParties, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._find = find_parties
        self._hits: Sequence[PartyHit] = ()
        self._list: CodeList | None = None
        identify(self, f"{PREFIX}search")
        self.textEdited.connect(self._on_text_edited)

    def retranslate(self) -> None:
        """Names itself in the language of the day."""
        self.setPlaceholderText(self.tr("Find by name or VAT number…"))
        self.setAccessibleName(self.tr("Find a customer"))

    def _on_text_edited(self, text: str) -> None:
        self._hits = self._find(text) if text.strip() else ()
        if self._list is None:
            from einvoice_desktop.gui.fields.code_list import CodeList

            self._list = CodeList(self)
            self._list.picked.connect(self._take)
        self._list.open_with([Entry(hit.vat, hit.name, "") for hit in self._hits])

    def _take(self, entry: Entry) -> None:
        hit = next(hit for hit in self._hits if (hit.vat, hit.name) == (entry.code, entry.label))
        for path, text in hit.values.items():
            self._session.edit(PREFIX + path, text)
        self._close()
        self.clear()

    def _close(self) -> None:
        if self._list is not None:
            self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        marked = self._list.marked() if self._list is not None else None
        if self._list is not None and marked is not None and event.key() in steps:
            self._list.step(steps[Qt.Key(event.key())])
        elif marked is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(marked)
        elif marked is not None and event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()
