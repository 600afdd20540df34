"""A card being edited: a session with the document's fields and its undo, saved only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from einvoice_desktop.gui.session import DraftSession

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.gui.office import Office


class CardSession(DraftSession):
    """The piece of a document that a card is. Nothing of it goes into the drafts."""

    touched = Signal()
    """Something is other than it was."""

    def __init__(self, office: Office, draft: Draft) -> None:
        super().__init__(office.tasks, office.language)
        self.attach(office.the_desk, draft, None)

    @property
    def document(self) -> Document:
        """As it stands."""
        return self._the_draft().document

    def _note_unsaved(self) -> None:
        self.touched.emit()
