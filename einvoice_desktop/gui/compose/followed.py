"""Tells what has changed along with a document's type or customer, so that nothing typed goes in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.gui.change import Change
    from einvoice_desktop.gui.session import DraftSession

_REDONE = 20
"""Documents that are known again when a redo brings them back."""


class Followed(QObject):
    """Looks at each edit of the whole document; undo, redo and other documents are not told."""

    told = Signal(str, str)
    """(sentence, tone)."""

    def __init__(self, session: DraftSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._before: Document | None = session.composition.source if session.composition else None
        self._known: list[Document] = []
        session.composition_changed.connect(self._on_composition_changed)

    def _on_composition_changed(self, composition: Composition, change: Change) -> None:
        before, after = self._before, composition.source
        self._before = after
        edited = change.scope == "all" and self._session.can_undo and not self._session.can_redo
        if before is None or not edited:
            return
        of_type = before.invoice_type_code != after.invoice_type_code
        if not of_type and before.counter_party == after.counter_party:
            return
        if any(after is known for known in self._known):
            return
        self._known = [*self._known[-_REDONE:], after]
        changed = self._changed(before, after) if composition.tally.filled else []
        if changed and of_type:
            words = self.tr("With type {0} changed, too: {1}. Ctrl+Z takes it back.")
            self.told.emit(words.format(after.invoice_type_code, ", ".join(changed)), "success")
        elif changed:
            words = self.tr("With the customer changed, too: {0}. Ctrl+Z takes it back.")
            self.told.emit(words.format(", ".join(changed)), "success")

    def _changed(self, before: Document, after: Document) -> list[str]:
        """The names of what follows, each where it has changed on some line or in the document."""
        lines = list(zip(before.details or (), after.details or (), strict=False))
        on_lines = (
            (self.tr("VAT"), ("vat_category_code", "vat_exemption_category_code")),
            (
                self.tr("classification"),
                ("income_classification", "expenses_classification", "expenses_classifications"),
            ),
            (self.tr("quantity"), ("quantity", "measurement_unit_code")),
        )
        found = [
            name
            for name, members in on_lines
            if any(getattr(old, m) not in (None, getattr(new, m)) for old, new in lines for m in members)
        ]
        sold = [(old, new) for old, new in lines if old.unit_price is not None]
        if any(old.unit_price != new.unit_price for old, new in sold):
            found.append(self.tr("price"))
        if any(old.allowances_charges != new.allowances_charges for old, new in sold):
            found.append(self.tr("discount"))
        if before.payment_details != after.payment_details:
            found.append(self.tr("payments"))
        if before.currency_code != after.currency_code:
            found.append(self.tr("currency"))
        if before.series != after.series:
            found.append(self.tr("series"))
        return found
