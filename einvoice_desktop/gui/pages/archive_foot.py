"""The line below the archive: how many were found, and what the chosen ones add up to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from einvoice_desktop.app.archive import MOST_LISTED, joined
from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui.fields.identity import identify, tabular
from einvoice_desktop.gui.pages.page import label
from einvoice_desktop.gui.pages.piecewise import Piecewise

if TYPE_CHECKING:
    from einvoice_desktop.app.archive import Amounts, ArchiveSums
    from einvoice_desktop.gui.office import Office

_AT_ONCE = 500


class ArchiveFoot(QWidget):
    """Adds up off the GUI thread; of several choices in quick succession the last one is told."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._adding = Piecewise(office, lambda ids: office.the_desk.archive.sums(ids), _AT_ONCE)
        self._sums: ArchiveSums | None = None
        self._found, self._more = 0, False
        self._all: int | None = None
        self.found = label("muted", self)
        identify(self.found, "archive.found")
        self.sums = label("section", self)
        identify(self.sums, "archive.sums")
        self.sums.setFont(tabular(self.sums.font()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.found)
        row.addStretch(1)
        row.addWidget(self.sums)

    def tell_found(self, count: int, *, more: bool) -> None:
        """`more`: the list is still growing."""
        self._found, self._more, self._all = count, more, None
        self._say_found()

    def tell_all(self, count: int) -> None:
        """How many there are, of which not all are listed."""
        self._all = count
        self._say_found()

    def add_up(self, ids: list[int]) -> None:
        """The sum of these documents."""
        self._adding.start(ids, lambda parts: self._show(joined(parts) if parts else None))

    def _show(self, sums: ArchiveSums | None) -> None:
        self._sums = sums
        self._say_sums()

    def retranslate(self) -> None:
        """The words of the language of now."""
        self._say_found()
        self._say_sums()

    def _say_found(self) -> None:
        if self._all is not None:
            text = self.tr("Documents: {1}. The newest {0} are listed; narrow the search to see others.")
        elif self._found >= MOST_LISTED:
            text = self.tr("The newest {0} documents are listed; narrow the search to see others.")
        elif self._more:
            text = self.tr("Documents: {0}…")
        else:
            text = self.tr("Documents: {0}")
        self.found.setText(text.format(self._whole(self._found), self._whole(self._all or 0)))

    def _say_sums(self) -> None:
        sums = self._sums
        if sums is None:
            self.sums.clear()
            return
        amounts = [self._words(amounts, currency) for currency, amounts in sums.amounts]
        parts = [self.tr("Selected: {0}").format(self._whole(sums.count)), *amounts]
        if sums.credits:
            parts.append(self.tr("credit documents taken off: {0}").format(self._whole(sums.credits)))
        self.sums.setText(" · ".join(parts))

    def _words(self, amounts: Amounts, currency: str) -> str:
        net, vat, gross = (show_amount(amount, self._office.language) for amount in amounts)
        total = f"{gross} {currency}".strip()
        if not (amounts.net or amounts.vat):
            return total
        return self.tr("{0} (net {1}, VAT {2})").format(total, net, vat)

    def _whole(self, number: int) -> str:
        return show_amount(Decimal(number), self._office.language, places=0)
