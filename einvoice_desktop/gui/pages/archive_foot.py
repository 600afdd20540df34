"""The line below the archive: how many were found, and what the chosen ones add up to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from einvoice_desktop.app.archive import MOST_COUNTED, joined
from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui.fields.identity import identify, tabular
from einvoice_desktop.gui.pages.page import label
from einvoice_desktop.gui.pages.piecewise import Piecewise

if TYPE_CHECKING:
    from einvoice_desktop.app.archive import ArchiveSums
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
        self._found, self._more = count, more
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
        if self._found >= MOST_COUNTED:
            text = self.tr("The newest {0} documents are listed; narrow the search to see others.")
        elif self._more:
            text = self.tr("Documents: {0}…")
        else:
            text = self.tr("Documents: {0}")
        self.found.setText(text.format(self._whole(self._found)))

    def _say_sums(self) -> None:
        sums = self._sums
        if sums is None:
            self.sums.clear()
            return
        language = self._office.language
        amounts = [f"{show_amount(gross, language)} {currency}".strip() for currency, gross in sums.gross]
        parts = [self.tr("Selected: {0}").format(self._whole(sums.count)), *amounts]
        if sums.credits:
            parts.append(self.tr("credit documents taken off: {0}").format(self._whole(sums.credits)))
        self.sums.setText(" · ".join(parts))

    def _whole(self, number: int) -> str:
        return show_amount(Decimal(number), self._office.language, places=0)
