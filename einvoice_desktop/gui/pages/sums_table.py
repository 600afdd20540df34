"""Our sums beside those of the file: two columns and a verdict in each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.gui.fields.identity import identify, restyle, tabular
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.app.samples import SumCheck

_NAMES = (
    *("net", "vat", "withheld", "fees", "stamp_duty", "other_taxes"),
    *("deductions", "gross", "payable"),
)
_SOMETIMES = frozenset({"withheld", "fees", "stamp_duty", "other_taxes", "deductions"})
"""Shown where the document has them."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AGREES = "✓"
_NOTHING = "–"


class SumsTable(QFrame):
    """Displays whose text is the bare value, as `<name>.here`, `<name>.published` and `<name>.verdict`."""

    def __init__(self, identifier: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._heads = [label("muted", self) for _ in range(2)]
        for place, head in enumerate(self._heads, 1):
            head.setAlignment(_RIGHT)
            self._grid.addWidget(head, 0, place)
        self._captions: dict[str, QLabel] = {}
        self._cells: dict[tuple[str, str], QLabel] = {}
        for row, name in enumerate(_NAMES, 1):
            self._add_row(identifier, row, name)
        for name in _SOMETIMES:
            self._show_row(name, shown=False)
        self.retranslate()

    def _add_row(self, identifier: str, row: int, name: str) -> None:
        caption = self._captions[name] = label("muted", self)
        self._grid.addWidget(caption, row, 0)
        for place, kind in enumerate(("here", "published", "verdict"), 1):
            cell = self._cells[name, kind] = label(parent=self)
            identify(cell, f"{identifier}.{name}.{kind}")
            cell.setFont(tabular(cell.font()))
            cell.setAlignment(_RIGHT)
            self._grid.addWidget(cell, row, place)
        caption.setBuddy(self._cells[name, "here"])

    def show_checks(self, checks: Sequence[SumCheck], language: Language) -> None:
        """The figures; none: an empty table."""
        told = {check.name: check for check in checks}
        for name in _NAMES:
            check = told.get(name)
            here = "" if check is None else show_amount(check.here, language)
            published = "" if check is None else show_amount(check.published, language) or _NOTHING
            self._cells[name, "here"].setText(here)
            self._cells[name, "published"].setText(published)
            self._show_verdict(self._cells[name, "verdict"], check, language)
            if name in _SOMETIMES and check is not None:
                self._show_row(name, shown=not check.is_nothing)

    def call_file(self, words: str) -> None:
        """Heads the column of the file's own sums."""
        self._heads[1].setText(words)

    def _show_row(self, name: str, *, shown: bool) -> None:
        self._captions[name].setVisible(shown)
        for kind in ("here", "published", "verdict"):
            self._cells[name, kind].setVisible(shown)

    def _show_verdict(self, cell: QLabel, check: SumCheck | None, language: Language) -> None:
        difference = None if check is None else check.difference
        if difference:
            sign = "+" if difference > 0 else ""
            cell.setText(f"{sign}{show_amount(difference, language)}")
        else:
            cell.setText("" if check is None or check.published is None else _AGREES)
        role = "error" if difference else "success"
        if cell.property("role") != role:
            cell.setProperty("role", role)
            restyle(cell)

    def retranslate(self) -> None:
        """The captions."""
        self._heads[0].setText(self.tr("Here"))
        texts = {
            "net": self.tr("Net"),
            "vat": self.tr("VAT"),
            "withheld": self.tr("Withheld"),
            "fees": self.tr("Fees"),
            "stamp_duty": self.tr("Digital fee"),
            "other_taxes": self.tr("Other taxes"),
            "deductions": self.tr("Deductions"),
            "gross": self.tr("Total"),
            "payable": self.tr("To pay"),
        }
        for name, text in texts.items():
            self._captions[name].setText(text)
