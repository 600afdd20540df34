"""Finding a customer of earlier days: by words in a box of its own, by the whole number in the VAT field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from einvoice_desktop.gui.cards.offered import PARTY
from einvoice_desktop.gui.compose.hit_list import HitList
from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.gui.cards.offered import Offered
    from einvoice_desktop.gui.fields.text import TextField
    from einvoice_desktop.gui.session import DraftSession

KEY = "Ctrl+L"
"""Goes to the search (the window's command); written in it."""

_LEAST = 90
"""Pixels: room for what is typed, beside the buttons."""

FindParties = Callable[[str], "Sequence[Offered]"]
"""The best hits for what is typed; quick, no line, no store."""


class PartyPicker(HitList["Offered"]):
    """The list of hits under `box`; whoever is taken goes into the document."""

    taken = Signal()
    """A party has been put into the document."""

    def __init__(self, session: DraftSession, box: QLineEdit) -> None:
        super().__init__(box, lambda hit: (hit.vat, hit.name), self._put)
        self._session = session

    def _put(self, hit: Offered) -> None:
        if self._session.ready and not self._session.is_sealing and hit.put_into(self._session):
            self.taken.emit()


class PartySearch(QLineEdit):
    """Finds a party by words of its name or its VAT number and fills its fields in."""

    taken = Signal()
    focus_changed = Signal()
    """The keys came here, or went."""

    def __init__(
        self, session: DraftSession, find_parties: FindParties, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find_parties
        self._picker = PartyPicker(session, self)
        self._picker.taken.connect(self._on_taken)
        self.setMinimumWidth(_LEAST)
        identify(self, f"{PARTY}.search")
        self.textChanged.connect(self._on_text_changed)

    def retranslate(self) -> None:
        """Names itself in the language of the day."""
        self.setPlaceholderText(self.tr("Find by name or VAT number…") + f"   {KEY}")
        self.setAccessibleName(self.tr("Find a customer"))
        self.setAccessibleDescription(KEY)

    def _on_text_changed(self, text: str) -> None:
        self._picker.offer(self._find(text) if text.strip() else ())

    def _on_taken(self) -> None:
        self.clear()
        self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._picker.key(event.key()):
            return
        if event.key() == Qt.Key.Key_Down and self.text().strip():
            self._on_text_changed(self.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._picker.close()
        self.focus_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._picker.close()
        super().hideEvent(event)


class VatOffer(QObject):
    """Watches the field of the VAT number: a whole number that is known offers its party, Enter takes it."""

    taken = Signal()

    def __init__(self, session: DraftSession, find_parties: FindParties, field: TextField) -> None:
        super().__init__(field)
        self._session = session
        self._find = find_parties
        self._field = field
        self._picker = PartyPicker(session, field)
        self._picker.taken.connect(self.taken)
        field.textEdited.connect(self._on_text_edited)

    def _on_text_edited(self, text: str) -> None:
        known = self._known(text)
        self._picker.offer(known)
        # Only while there is something to take: a filter is asked of every event.
        if known:
            self._field.installEventFilter(self)
        else:
            self._field.removeEventFilter(self)

    def _known(self, text: str) -> Sequence[Offered]:
        if not self._session.ready:
            return ()
        from einvoice_desktop.domain.identity import bare_vat

        vat = bare_vat(text)
        hits = self._find(vat) if vat else ()
        return [hit for hit in hits if bare_vat(hit.vat) == vat]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._picker.is_open:
            if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and self._picker.key(event.key()):
                return True
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._picker.close()
        return super().eventFilter(watched, event)
