"""Finding a customer of earlier days: by words in a box of its own, by the whole number in the VAT field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from einvoice_desktop.gui.fields.choices import Entry
from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.app.known_parties import KnownParty
    from einvoice_desktop.gui.fields.code_list import CodeList
    from einvoice_desktop.gui.fields.text import TextField
    from einvoice_desktop.gui.session import DraftSession

PARTY = "counterParty"
KEY = "Ctrl+L"
"""Goes to the search (the window's command); written in it."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 11, Qt.Key.Key_PageUp: -11}

FindParties = Callable[[str], "Sequence[KnownParty]"]
"""The best hits for what is typed; quick, no line, no store."""


class PartyPicker(QObject):
    """The list of hits under `box`, and the keys that work it: Down, Up, Enter, Escape."""

    taken = Signal()
    """A party has been put into the document."""

    def __init__(self, session: DraftSession, box: QLineEdit) -> None:
        super().__init__(box)
        self._session = session
        self._box = box
        self._hits: Sequence[KnownParty] = ()
        self._list: CodeList | None = None

    def offer(self, hits: Sequence[KnownParty]) -> None:
        """Shows them, the first one marked; none: no list."""
        self._hits = hits
        if not hits:
            self.close()
            return
        if self._list is None:
            from einvoice_desktop.gui.fields.code_list import CodeList

            self._list = CodeList(self._box)
            self._list.picked.connect(self._take)
        self._list.setAccessibleName(self._box.accessibleName())
        self._list.open_with([Entry(hit.vat, hit.name, str(place)) for place, hit in enumerate(hits)])

    def close(self) -> None:
        """Hides the list."""
        if self._list is not None:
            self._list.hide()

    @property
    def is_open(self) -> bool:
        """Whether hits are shown."""
        return self._list is not None and self._list.isVisible()

    def key(self, key: int) -> bool:
        """Whether the list has used a key."""
        marked = self._list.marked() if self._list is not None else None
        if self._list is None or marked is None:
            return False
        if key in _STEPS:
            self._list.step(_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            self._take(marked)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _take(self, entry: Entry) -> None:
        hit = self._hits[int(entry.words)]
        self.close()
        if self._session.ready and not self._session.is_sealing:
            self._session.put(PARTY, hit.party)
            self.taken.emit()


class PartySearch(QLineEdit):
    """Finds a party by words of its name or its VAT number and fills its fields in."""

    taken = Signal()

    def __init__(
        self, session: DraftSession, find_parties: FindParties, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find_parties
        self._picker = PartyPicker(session, self)
        self._picker.taken.connect(self._on_taken)
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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._picker.close()

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

    def _known(self, text: str) -> Sequence[KnownParty]:
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
