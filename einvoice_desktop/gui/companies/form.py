"""The company's own data as fields: what stands as issuer on its new documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from einvoice_desktop.app.companies import CARD_LIMITS, CARD_PATHS
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from collections.abc import Iterator

_NARROW = {"address.number": 80, "address.postal": 90, "branchCode": 80}
_TOGETHER = {"address.number": "address.street", "address.city": "address.postal"}
"""Fields that stand in the row of another one."""


class CompanyForm(QWidget):
    """`edited` when the person has left a field that is another one now."""

    edited = Signal()

    def __init__(self, identifier: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit] = {}
        self._names: dict[str, QLabel] = {}
        self._kept: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows: dict[str, QHBoxLayout] = {}
        for path in CARD_PATHS:
            self._make(identifier, path)
            row = rows.get(_TOGETHER.get(path, ""))
            if row is None:
                row = rows[path] = QHBoxLayout()
                row.setSpacing(8)
                grid.addWidget(self._names[path], len(rows), 0)
                grid.addLayout(row, len(rows), 1)
            else:
                row.addWidget(self._names[path])
            row.addWidget(self.fields[path], 0 if path in _NARROW else 1)
            if path in ("branchCode", "vat"):
                row.addStretch(1)
        self._retranslate()

    def _make(self, identifier: str, path: str) -> None:
        field = QLineEdit(self)
        identify(field, f"{identifier}.{path}")
        field.setMaxLength(CARD_LIMITS.get(path, 100))
        if path in _NARROW:
            field.setFixedWidth(_NARROW[path])
        field.editingFinished.connect(self._on_left)
        self.fields[path] = field
        self._names[path] = label("", self)
        self._names[path].setBuddy(field)

    # --- values ---------------------------------------------------------------------------------

    def fill(self, texts: Mapping[str, str]) -> None:
        """Shows `texts` by path; a field in which the person is stays as it is."""
        for path, field in self.fields.items():
            if not field.hasFocus():
                field.setText(texts.get(path, ""))
        self._kept = self.texts

    @property
    def texts(self) -> dict[str, str]:
        """By path, as they stand."""
        return {path: field.text().strip() for path, field in self.fields.items()}

    def stops(self) -> Iterator[QLineEdit]:
        """The fields in reading order."""
        return iter(self.fields.values())

    def _on_left(self) -> None:
        if self.texts != self._kept:
            self._kept = self.texts
            self.edited.emit()

    # --- words ----------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        words = {
            "vat": self.tr("VAT number"),
            "registeredName": self.tr("Registered name"),
            "brandName": self.tr("Trade name"),
            "activities[0]": self.tr("Activity"),
            "taxOffice": self.tr("Tax office"),
            "generalCommercialRegistryNumber": self.tr("GEMI number"),
            "address.street": self.tr("Street"),
            "address.number": self.tr("No."),
            "address.postal": self.tr("Postcode"),
            "address.city": self.tr("City"),
            "phones[0]": self.tr("Telephone"),
            "emails[0]": self.tr("E-mail"),
            "branchCode": self.tr("Branch issuing here"),
        }
        for path, name in self._names.items():
            name.setText(words[path])
            self.fields[path].setAccessibleName(words[path])
        self.fields["branchCode"].setPlaceholderText("0")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
