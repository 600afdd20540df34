"""One page of the settings: rows of a name, a field and a sentence that says what the setting does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.app.entry import fold
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile

LONGEST_LINE = 200
_MOST_READ = 100
"""Entries of a list that are searched."""
Words = Callable[[], tuple[str, str]]
"""A setting's name and what it does, in the language of the day."""


def no_command(_name: str) -> None:
    """Where there is no window that has commands."""


class Kit(NamedTuple):
    """What a page is built with. `choose` puts a setting into force and keeps it; `command` does one of the
    window's commands."""

    office: Office
    choose: Callable[[str, str], None]
    read_file: ReadFile
    command: Callable[[str], None] = no_command


class _Row(NamedTuple):
    name: QLabel
    field: QWidget
    sentence: QLabel
    words: Words
    default: Callable[[], str] | None = None
    """How the setting comes."""


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
        inside = self.inside = QFrame(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self._column = layout
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

        self.add_row(
            field,
            words,
            show,
            lambda: field.fill(list(zip(values, texts(), strict=True))),
            default=lambda: texts()[list(values).index(default)],
        )
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
            default=lambda: QCoreApplication.translate("SettingsDialog", "off"),
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
        default: Callable[[], str] | None = None,
    ) -> None:
        """Any field. `show` shows what holds now, `translate` says its own words; `buddy` is what of it has
        the keyboard; `default` says how it comes."""
        row, inside = 2 * len(self._rows), self.widget()
        name, sentence = label("", inside), label("caption", inside)
        name.setBuddy(buddy or field)
        sentence.setWordWrap(True)
        sentence.setContentsMargins(0, 0, 0, 10)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(sentence, row + 1, 1)
        self._rows.append(_Row(name, field, sentence, words, default))
        self._shows.append(show)
        if translate is not None:
            self._translates.append(translate)

    def add_block(self, block: QWidget, words: Words, show: Callable[[], None]) -> None:
        """Fields that belong together and take the whole width, under one name and sentence."""
        row = 2 * len(self._rows)
        name, sentence = label("section", self.inside), label("caption", self.inside, wrap=True)
        self._grid.addWidget(name, row, 0, 1, 2)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.setContentsMargins(0, 0, 0, 14)
        column.addWidget(sentence)
        column.addWidget(block)
        self._grid.addLayout(column, row + 1, 0, 1, 2)
        self._rows.append(_Row(name, block, sentence, words))
        self._shows.append(show)

    def add_below(self, told: QWidget) -> None:
        """What a page says under its rows."""
        self._column.insertWidget(self._column.count() - 1, told)

    # --- searching ------------------------------------------------------------------------------

    def search(self, words: Sequence[str]) -> bool:
        """Leaves the rows that hold every word (folded); whether anything is left. A page whose title holds
        them, or that has them outside its rows, stays whole."""
        hit = [self._holds(row, words) for row in self._rows]
        whole = _has(fold(self.title()), words) or (not any(hit) and _has(_texts(self.inside), words))
        for row, found in zip(self._rows, hit, strict=True):
            for widget in (row.name, row.field, row.sentence):
                widget.setVisible(found or whole)
        return whole or any(hit)

    def _holds(self, row: _Row, words: Sequence[str]) -> bool:
        told = f"{row.name.text()} {row.sentence.text()}"
        return _has(f"{fold(told)} {_texts(row.field)}", words)

    def enter(self) -> None:
        """Into the first field in sight."""
        for row in self._rows:
            target = row.name.buddy() or row.field
            if not row.field.isHidden():
                (target if target.focusPolicy() else row.field).setFocus()
                return

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
            if row.default is not None:
                comes = QCoreApplication.translate("SettingsDialog", "As it comes: {0}.")
                sentence = f"{sentence} {comes.format(row.default())}"
            row.name.setText(name)
            row.sentence.setText(sentence)
            buddy = row.name.buddy()
            fields = [row.field, *row.field.findChildren(QLineEdit), *([buddy] if buddy else [])]
            for field in fields:
                field.setAccessibleDescription(sentence)
        for translate in self._translates:
            translate()
        self._showing = False
        self.refresh()


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _texts(widget: QWidget) -> str:
    """All words that stand in a widget, folded."""
    inside = [widget, *widget.findChildren(QWidget)]
    told = [one.text() for one in inside if isinstance(one, (QLabel, QAbstractButton))]
    for box in inside:
        if isinstance(box, QComboBox):
            told += [box.itemText(place) for place in range(min(box.count(), _MOST_READ))]
    return fold(" ".join(told).replace("&", ""))
