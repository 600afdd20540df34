"""A document composed before anybody asks, on the thread that has read it; the window then only shows it."""

from __future__ import annotations

from einvoice_desktop.domain.composition import Composition, compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.rules.surroundings import Surroundings


class Ahead:
    """Keeps one composition, until the next document is composed. May be called from any thread."""

    def __init__(self) -> None:
        self._kept: Composition | None = None

    def prepare(self, document: Document, surroundings: Surroundings) -> None:
        """Composes a document that is about to be shown."""
        self._kept = compose(document, surroundings)

    def compose(self, document: Document, surroundings: Surroundings) -> Composition:
        """As domain.composition.compose; at once where just that was prepared."""
        kept, self._kept = self._kept, None
        if kept is not None and kept.source is document and kept.surroundings == surroundings:
            return kept
        return compose(document, surroundings)
