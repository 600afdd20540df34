"""The settings: each applied at once and kept, with one sentence that says what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.help import row_of
from einvoice_desktop.gui.keys import LatinKeys
from einvoice_desktop.gui.languages import NAMES
from einvoice_desktop.gui.logo_box import LogoBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile

DEFAULTS = {
    "language": "el",
    "appearance": "system",
    "issue.countdown": "4",
    "paper.language": "el",
    "paper.form": "a4",
    "paper.logo": "",
    "paper.providerLine": "",
    "paper.attachData": "0",
}
LONGEST_COUNTDOWN = 30
"""Seconds."""
_LONGEST_LINE = 200
_GROUPS = {
    "window": ("language", "appearance"),
    "issue": ("issue.countdown",),
    "paper": ("paper.language", "paper.form", "paper.logo", "paper.providerLine", "paper.attachData"),
}


class SettingsDialog(QDialog):
    """Stands beside the window; `choose` puts a setting into force and keeps it."""

    def __init__(
        self, office: Office, choose: Callable[[str, str], None], read_file: ReadFile, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._office, self._choose = office, choose
        self._retranslating = False
        identify(self, "settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heads: dict[str, QLabel] = {}
        self._names: dict[str, QLabel] = {}
        self._sentences: dict[str, QLabel] = {}
        self._logo = LogoBox(office, read_file, self._on_chosen, self)
        self._fields = {name: self._field(name) for name in DEFAULTS}
        self._close = QPushButton(self)
        identify(self._close, "settings.close")
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self._retranslate()
        self._refresh()
        office.preferences.changed.connect(lambda _name: self._refresh())
        self.resize(660, min(740, max(420, parent.height() - 40)))

    # --- building -------------------------------------------------------------------------------

    def _field(self, name: str) -> QWidget:
        if name == "paper.logo":
            return self._logo
        field: QComboBox | QCheckBox | QLineEdit
        if name == "paper.attachData":
            field = QCheckBox(self)
            field.toggled.connect(lambda on: self._on_chosen(name, "1" if on else "0"))
        elif name == "paper.providerLine":
            field = QLineEdit(self)
            field.setMaxLength(_LONGEST_LINE)
            field.editingFinished.connect(lambda: self._on_chosen(name, field.text().strip()))
        else:
            field = ChoiceBox(f"settings.{name}", 0, self)
            for value in self._values(name):
                field.addItem("", value)
            field.currentIndexChanged.connect(lambda _place: self._on_chosen(name, str(field.currentData())))
        identify(field, f"settings.{name}")
        return field

    def _lay_out(self) -> None:
        inside = QFrame(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for group, names in _GROUPS.items():
            self._heads[group] = label("subheading", inside)
            self._heads[group].setContentsMargins(0, 10, 0, 4)
            grid.addWidget(self._heads[group], grid.rowCount(), 0, 1, 2)
            for name in names:
                self._add_row(grid, inside, name)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(area, 1)
        layout.addLayout(row_of(self._close))
        self._close.setAutoDefault(False)

    def _add_row(self, grid: QGridLayout, inside: QWidget, name: str) -> None:
        row = grid.rowCount()
        shown, sentence = label("", inside), label("caption", inside)
        field = self._fields[name]
        field.setParent(inside)
        shown.setBuddy(self._logo.button if field is self._logo else field)
        sentence.setWordWrap(True)
        sentence.setContentsMargins(0, 0, 0, 8)
        grid.addWidget(shown, row, 0)
        grid.addWidget(field, row, 1)
        grid.addWidget(sentence, row + 1, 1)
        self._names[name], self._sentences[name] = shown, sentence

    def _values(self, name: str) -> list[str]:
        languages: list[str] = list(NAMES)
        return {
            "language": languages,
            "appearance": ["system", "light", "dark", "contrast"],
            "issue.countdown": [str(seconds) for seconds in range(LONGEST_COUNTDOWN + 1)],
            "paper.language": ["el", "en", "both"],
            "paper.form": ["a4", "80mm"],
        }[name]

    # --- values ---------------------------------------------------------------------------------

    def _on_chosen(self, name: str, value: str) -> None:
        if not self._retranslating and value != self._value(name):
            self._choose(name, value)

    def _value(self, name: str) -> str:
        return self._office.preferences.get(name) or DEFAULTS[name]

    def _refresh(self) -> None:
        """Shows what holds now."""
        self._retranslating = True
        for name, field in self._fields.items():
            value = self._value(name)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(value)))
            elif isinstance(field, QCheckBox):
                field.setChecked(value == "1")
            elif isinstance(field, QLineEdit) and field.text() != value and not field.hasFocus():
                field.setText(value)
        self._logo.show_logo(self._value("paper.logo"))
        self._retranslating = False

    # --- words ----------------------------------------------------------------------------------

    def _texts(self) -> dict[str, tuple[str, str]]:
        """By setting: its name and what it does."""
        return {
            "language": (self.tr("Language"), self.tr("What the window is written in.")),
            "appearance": (
                self.tr("Appearance"),
                self.tr("Light, dark, high contrast, or as the system has it."),
            ),
            "issue.countdown": (
                self.tr("Wait before issuing"),
                self.tr("So long the figures stand in sight after Issue and send; Esc stops it."),
            ),
            "paper.language": (
                self.tr("Language of the paper"),
                self.tr("The words printed on documents; names and descriptions stay as you typed them."),
            ),
            "paper.form": (
                self.tr("Form"),
                self.tr("A4 for invoices, the narrow roll for a receipt printer."),
            ),
            "paper.logo": (self.tr("Logo"), self.tr("A PNG, JPEG or SVG picture, printed above your name.")),
            "paper.providerLine": (
                self.tr("Provider's line"),
                self.tr("Printed at the foot: the provider's name and licence, as its contract asks."),
            ),
            "paper.attachData": (
                self.tr("Data in the PDF"),
                self.tr("A saved PDF also carries the document as data, for the customer's own program."),
            ),
        }

    def _value_texts(self, name: str) -> list[str]:
        if name == "issue.countdown":
            one = [self.tr("None: issue at once"), self.tr("1 second")]
            return one + [self.tr("{0} seconds").format(n) for n in range(2, LONGEST_COUNTDOWN + 1)]
        return {
            "language": list(NAMES.values()),
            "appearance": [
                self.tr("As the system"),
                self.tr("Light"),
                self.tr("Dark"),
                self.tr("High contrast"),
            ],
            "paper.language": [NAMES["el"], NAMES["en"], f"{NAMES['el']} + {NAMES['en']}"],
            "paper.form": [self.tr("A4"), self.tr("Roll of 80 mm")],
        }[name]

    def _retranslate(self) -> None:
        self._retranslating = True
        self.setWindowTitle(self.tr("Settings"))
        for group, words in (
            ("window", self.tr("Window")),
            ("issue", self.tr("Issuing")),
            ("paper", self.tr("Paper")),
        ):
            self._heads[group].setText(words)
        for name, (shown, sentence) in self._texts().items():
            self._names[name].setText(shown)
            self._sentences[name].setText(sentence)
            field = self._fields[name]
            field.setAccessibleDescription(sentence)
            if isinstance(field, QComboBox):
                for place, text in enumerate(self._value_texts(name)):
                    field.setItemText(place, text)
            elif isinstance(field, QCheckBox):
                field.setText(self.tr("Attach the document's data"))
        self._close.setText(self.tr("Close"))
        self._retranslating = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(LatinKeys(self))
        self._fields["language"].setFocus()
