"""The series of new documents by type and branch, each with the number that was used last in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from einvoice_desktop.app.series_choice import LONGEST_SERIES, SeriesFor
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIRST_TYPE = "1.1"
FIRST_SERIES = "A"
_LONGEST_NUMBER = 12


class SeriesRow(NamedTuple):
    """One row as it stands. `last`: the number typed, "" for none."""

    place: SeriesFor
    series: str
    last: str


class _Fields(NamedTuple):
    type_code: ChoiceBox
    branch: ChoiceBox
    series: QLineEdit
    last: QLineEdit
    remove: KeyButton

    @property
    def row(self) -> SeriesRow:
        place = SeriesFor(self.type_code.value, int(self.branch.value or 0))
        return SeriesRow(place, self.series.text().strip(), self.last.text().strip())


class SeriesRows(QWidget):
    """`changed` when a choice was made or a field was left."""

    changed = Signal()

    def __init__(self, identifier: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._identifier = identifier
        self._types: Sequence[tuple[str, str]] = ()
        self._branches: Sequence[tuple[str, str]] = ()
        self._rows: list[_Fields] = []
        self._titles = [label("caption", self) for _ in range(4)]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        for column, title in enumerate(self._titles):
            self._grid.addWidget(title, 0, column)
        self.add_button = KeyButton("", "", self)
        identify(self.add_button, f"{identifier}.add")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(8)
        column_.addLayout(self._grid)
        column_.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._retranslate()

    # --- what can be chosen -----------------------------------------------------------------------

    def offer(self, types: Sequence[tuple[str, str]], branches: Sequence[tuple[str, str]]) -> None:
        """Codes and words; without branches the seat alone is there."""
        self._types, self._branches = types, branches
        for fields in self._rows:
            fields.type_code.fill(types)
            fields.branch.fill(branches)

    # --- rows ---------------------------------------------------------------------------------------

    def fill(self, table: Mapping[SeriesFor, str], lasts: Mapping[SeriesFor, str] | None = None) -> None:
        """Shows a row for each."""
        while self._rows:
            self._drop(self._rows[-1])
        for place, series in table.items():
            self._add(place, series, (lasts or {}).get(place, ""))

    @property
    def rows(self) -> list[SeriesRow]:
        """Every row that has a series."""
        return [fields.row for fields in self._rows if fields.row.series]

    @property
    def table(self) -> dict[SeriesFor, str]:
        """What is settled; of two rows for the same documents the first."""
        found: dict[SeriesFor, str] = {}
        for row in self.rows:
            found.setdefault(row.place, row.series)
        return found

    def tell_last(self, known: Mapping[SeriesRow, str]) -> None:
        """What the books know: by row the last number, "" for a series that nobody told of."""
        for fields in self._rows:
            if fields.row in known and not fields.last.hasFocus():
                fields.last.setPlaceholderText(known[fields.row] or self.tr("not told yet"))

    def forget_lasts(self) -> None:
        """What was typed stands in the books now."""
        for fields in self._rows:
            fields.last.clear()

    def add(self) -> None:
        """A new row, for a type that has none yet."""
        used = {fields.row.place for fields in self._rows}
        codes = [FIRST_TYPE, *(code for code, _words in self._types)]
        free = (SeriesFor(code, 0) for code in codes if SeriesFor(code, 0) not in used)
        series = self._rows[-1].series.text() if self._rows else FIRST_SERIES
        fields = self._add(next(free, SeriesFor(FIRST_TYPE, 0)), series, "")
        fields.type_code.setFocus()
        self.changed.emit()

    def _add(self, place: SeriesFor, series: str, last: str) -> _Fields:
        fields = self._made(len(self._rows))
        fields.type_code.fill(self._types or [(place.type_code, place.type_code)])
        fields.branch.fill(self._branches or [(str(place.branch), str(place.branch))])
        fields.type_code.choose(place.type_code)
        fields.branch.choose(str(place.branch))
        fields.series.setText(series)
        fields.last.setText(last)
        for box in (fields.type_code, fields.branch):
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        for line in (fields.series, fields.last):
            line.editingFinished.connect(self.changed)
        fields.remove.clicked.connect(lambda _checked=False: self._on_remove(fields))
        row = len(self._rows) + 1
        self._rows.append(fields)
        for column, widget in enumerate(fields):
            self._grid.addWidget(widget, row, column)
        self._name(fields, row)
        return fields

    def _made(self, place: int) -> _Fields:
        name = f"{self._identifier}.{place}"
        fields = _Fields(
            ChoiceBox(f"{name}.type", 14, self),
            ChoiceBox(f"{name}.branch", 6, self),
            QLineEdit(self),
            QLineEdit(self),
            KeyButton("", "quiet", self),
        )
        identify(fields.series, f"{name}.series")
        identify(fields.last, f"{name}.last")
        identify(fields.remove, f"{name}.remove")
        fields.remove.setAutoDefault(False)
        fields.series.setMaxLength(LONGEST_SERIES)
        fields.series.setFixedWidth(76)
        fields.last.setMaxLength(_LONGEST_NUMBER)
        fields.last.setFixedWidth(120)
        fields.last.setValidator(QRegularExpressionValidator("[0-9]*", fields.last))
        return fields

    def _on_remove(self, fields: _Fields) -> None:
        self._drop(fields)
        self.add_button.setFocus()
        self.changed.emit()

    def _drop(self, fields: _Fields) -> None:
        self._rows.remove(fields)
        for widget in fields:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    # --- words ----------------------------------------------------------------------------------

    def _name(self, fields: _Fields, row: int) -> None:
        names = (title.text() for title in self._titles)
        for widget, name in zip(fields[:4], names, strict=True):
            widget.setAccessibleName(f"{name} {row}")
        fields.last.setPlaceholderText(self.tr("not told yet"))
        fields.remove.setText(self.tr("Remove"))
        fields.remove.setAccessibleName(self.tr("Remove row {0}").format(row))

    def _retranslate(self) -> None:
        words = (self.tr("Documents"), self.tr("Branch"), self.tr("Series"), self.tr("Last number used"))
        for title, text in zip(self._titles, words, strict=True):
            title.setText(text)
        self.add_button.setText(self.tr("Add a series"))
        for row, fields in enumerate(self._rows, 1):
            self._name(fields, row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
