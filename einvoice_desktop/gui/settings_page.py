"""One page of the settings: rows of a name, a field and a sentence that says what the setting does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile

LONGEST_LINE = 200
Words = Callable[[], tuple[str, str]]
"""A setting's name and what it does, in the language of the day."""


class Kit(NamedTuple):
    """What a page is built with. `choose` puts a setting into force and keeps it."""

    office: Office
    choose: Callable[[str, str], None]
    read_file: ReadFile


class _Row(NamedTuple):
    name: QLabel
    field: QWidget
    sentence: QLabel
    words: Words


class SettingsPage(QScrollArea):
    """Shows what holds now; a choice holds at once."""

    def __init__(self, kit: Kit, title: Callable[[], str]) -> None:
        super().__init__()
        self.kit = kit
        self.title = title
        self._rows: list[_Row] = []
        self._shows: list[Callable[[], None]] = []
        self._translates: list[Callable[[], None]] = []
        self._showing = False
        inside = QFrame(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    # --- rows -----------------------------------------------------------------------------------

    def add_choice(
        self, name: str, default: str, words: Words, values: Sequence[str], texts: Callable[[], Sequence[str]]
    ) -> ChoiceBox:
        """A short list; `texts` are the words of `values`."""
        field = ChoiceBox(f"settings.{name}", 0, self)
        field.fill([(value, value) for value in values])
        field.currentIndexChanged.connect(lambda _place: self.choose(name, default, field.value))

        def show() -> None:
            field.setCurrentIndex(max(0, field.findData(self.value(name, default))))

        self.add_row(field, words, show, lambda: field.fill(list(zip(values, texts(), strict=True))))
        return field

    def add_switch(self, name: str, words: Words, text: Callable[[], str]) -> None:
        """Yes or no, no at first."""
        field = QCheckBox(self)
        identify(field, f"settings.{name}")
        field.toggled.connect(lambda on: self.choose(name, "0", "1" if on else "0"))
        self.add_row(
            field,
            words,
            lambda: field.setChecked(self.value(name, "0") == "1"),
            lambda: field.setText(text()),
        )

    def add_line(self, name: str, words: Words) -> None:
        """A line of text, taken when the person leaves it."""
        field = QLineEdit(self)
        identify(field, f"settings.{name}")
        field.setMaxLength(LONGEST_LINE)
        field.editingFinished.connect(lambda: self.choose(name, "", field.text().strip()))

        def show() -> None:
            if not field.hasFocus():
                field.setText(self.value(name, ""))

        self.add_row(field, words, show)

    def add_row(
        self,
        field: QWidget,
        words: Words,
        show: Callable[[], None],
        translate: Callable[[], None] | None = None,
        buddy: QWidget | None = None,
    ) -> None:
        """Any field. `show` shows what holds now, `translate` says its own words; `buddy` is what of it has
        the keyboard."""
        row, inside = 2 * len(self._rows), self.widget()
        name, sentence = label("", inside), label("caption", inside)
        name.setBuddy(buddy or field)
        sentence.setWordWrap(True)
        sentence.setContentsMargins(0, 0, 0, 10)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(sentence, row + 1, 1)
        self._rows.append(_Row(name, field, sentence, words))
        self._shows.append(show)
        if translate is not None:
            self._translates.append(translate)

    # --- values ---------------------------------------------------------------------------------

    def value(self, name: str, default: str) -> str:
        """What holds now."""
        return self.kit.office.preferences.get(name) or default

    def choose(self, name: str, default: str, value: str) -> None:
        """Puts a value into force, unless it is only being shown."""
        if not self._showing and value != self.value(name, default):
            self.kit.choose(name, value)

    def refresh(self) -> None:
        """Shows what holds now."""
        self._showing = True
        for show in self._shows:
            show()
        self._showing = False

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        self._showing = True
        for row in self._rows:
            name, sentence = row.words()
            row.name.setText(name)
            row.sentence.setText(sentence)
            row.field.setAccessibleDescription(sentence)
        for translate in self._translates:
            translate()
        self._showing = False
        self.refresh()
