"""The kind of customer beside his search: read from the document, and choosing one sets what it implies."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from einvoice_desktop.app.choosing_kind import choose_kind
from einvoice_desktop.app.customer_kind import TABLE, kind_of
from einvoice_desktop.gui.fields.choices import ChoiceTables, Entry
from einvoice_desktop.gui.fields.code import CodeBox
from einvoice_desktop.gui.session import DraftSession

PATH = "counterParty.kind"
"""No field of the document: its place is named as the search beside it is."""


class KindBox(CodeBox):
    """Greek business, European Union, third country, private person, public body. One step of undo."""

    def __init__(self, session: DraftSession, tables: ChoiceTables, parent: QWidget | None = None) -> None:
        super().__init__(session, PATH, tables, TABLE, closed=True, parent=parent)
        self.setMinimumContentsLength(16)
        self.retranslate()

    def held_code(self) -> str:
        """The kind that the document tells."""
        draft = self.session.draft
        return "" if draft is None else kind_of(draft.document, self.session.codes).code

    def _held_text(self) -> str:
        return self._tables.label(TABLE, self.held_code()) if self.session.ready else ""

    def choose(self, entry: Entry | None) -> None:
        """Sets country, type and kind of document as such a customer has them."""
        self._typed = False
        self.hidePopup()
        if entry is not None and entry.code != self.held_code():
            self.session.rework(lambda draft, codes: choose_kind(draft, entry.code, codes))
        self.refresh()

    def retranslate(self) -> None:
        """Its name in the language of the day."""
        name = self.tr("Kind of customer")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._edit.setAccessibleName(name)
