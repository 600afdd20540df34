"""Rows of fields with their captions above them, made from data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolTip, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.amount import AmountField
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.code import CodeBox
from einvoice_desktop.gui.fields.date import DateField
from einvoice_desktop.gui.fields.identity import plain_tip
from einvoice_desktop.gui.fields.text import TextField

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.needs import Word
    from einvoice_desktop.gui.session import DraftSession

CONTEXT = "Compose"
"""Translation context of every caption, placeholder and group name."""

BOOLEANS = "booleans"
"""The list of yes and no."""

REQUIRED = "*"
"""Behind the caption of a field that the document's type must have."""

MUST, NOT = "must", "not"
"""What a type says of a field (app.type_parts, which is not imported before the first picture)."""

_GAP = 8
_PADDING = 20

AnyField = TextField | CodeBox


class Editor:
    """What a field is edited with. No Enum: making one takes as long as making a field does."""

    TEXT = "text"
    AMOUNT = "amount"
    DATE = "date"
    TIME = "time"
    CODE = "code"
    YES_NO = "yes or no"
    NOTIFICATION = "notification"
    MARKS = "marks"


class FieldSpec(NamedTuple):
    """One field. `width` is in digits; `stretch` above 0 shares what room is left."""

    path: str
    caption: str
    width: int = 12
    stretch: int = 0
    editor: str = Editor.TEXT
    table: str = ""
    as_number: bool = False
    placeholder: str = ""


def make_field(
    session: DraftSession, path: str, spec: FieldSpec, tables: ChoiceTables, parent: QWidget
) -> AnyField:
    """The widget that edits `path` as `spec` says."""
    if spec.editor == Editor.CODE:
        return CodeBox(session, path, tables, spec.table, as_number=spec.as_number, parent=parent)
    if spec.editor == Editor.YES_NO:
        # Not before the first picture: what it needs knows the whole document.
        from einvoice_desktop.gui.compose.outline_cells import YesNoBox

        return YesNoBox(session, path, tables, BOOLEANS, closed=True, parent=parent)
    if spec.editor == Editor.NOTIFICATION:
        from einvoice_desktop.gui.compose.notify import NotificationBox

        return NotificationBox(session, tables, parent)
    if spec.editor == Editor.MARKS:
        from einvoice_desktop.gui.compose.marks_field import MarksField

        return MarksField(session, path, parent)
    if spec.editor == Editor.TIME:
        from einvoice_desktop.gui.fields.time import TimeField

        return TimeField(session, path, parent)
    made = {Editor.TEXT: TextField, Editor.AMOUNT: AmountField, Editor.DATE: DateField}
    return made[spec.editor](session, path, parent)


class _Captioned(NamedTuple):
    spec: FieldSpec
    label: QLabel
    field: AnyField


class _Row(NamedTuple):
    """A row's grid, and by column how much of the room each of its fields takes."""

    grid: QGridLayout
    fields: dict[int, _Captioned]

    def show(self, column: int, shown: bool) -> None:
        """Shows or hides the field in `column`, with its caption and its room."""
        held = self.fields[column]
        held.field.setVisible(shown)
        held.label.setVisible(shown)
        self.grid.setColumnStretch(column, held.spec.stretch if shown else 0)


class FieldSheet(QWidget):
    """Fields in rows. `prefix` stands before each path ("counterParty."), `group` before each spoken name;
    `beside`: captions stand before their fields, not above them; without `fill`, a row in which nothing
    stretches ends where its last field does."""

    def __init__(
        self,
        session: DraftSession,
        rows: Sequence[Sequence[FieldSpec]],
        tables: ChoiceTables,
        *,
        prefix: str = "",
        group: str = "",
        beside: bool = False,
        fill: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tables = tables
        self._prefix = prefix
        self._group = group
        self._beside = beside
        self._fill = fill
        self._held: dict[str, _Captioned] = {}
        self._rows: list[_Row] = []
        self._required: set[str] = set()
        self._revealed: set[str] = set()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        for row in rows:
            layout.addLayout(self._row(row))
        self.retranslate()

    def _row(self, specs: Sequence[FieldSpec]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(1)
        row = _Row(grid, {})
        self._rows.append(row)
        for column, spec in enumerate(specs):
            held = self._captioned(spec)
            place = (0, 2 * column + 1) if self._beside else (1, column)
            grid.addWidget(held.label, 0, 2 * column if self._beside else column)
            grid.addWidget(held.field, *place)
            grid.setColumnStretch(place[1], spec.stretch)
            row.fields[place[1]] = held
        if not self._fill and not any(spec.stretch for spec in specs):
            grid.setColumnStretch(len(specs), 1)
        return grid

    def _captioned(self, spec: FieldSpec) -> _Captioned:
        path = self._prefix + spec.path
        label = QLabel(self)
        label.setProperty("role", "caption")
        label.setTextFormat(Qt.TextFormat.PlainText)
        field = make_field(self._session, path, spec, self._tables, self)
        label.setBuddy(field)
        width = spec.width * self.fontMetrics().horizontalAdvance("0") + _PADDING
        if spec.stretch:
            field.setMinimumWidth(width * 3 // 4)
        else:
            field.setFixedWidth(width)
        self._held[path] = _Captioned(spec, label, field)
        return self._held[path]

    def event(self, event: QEvent) -> bool:
        """A text that is longer than its field is told whole by a tool tip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            held = self.childAt(event.pos())
            line = held.lineEdit() if isinstance(held, CodeBox) else held
            if isinstance(line, QLineEdit) and _is_cut(line):
                QToolTip.showText(event.globalPos(), plain_tip(line.text()), line)
                return True
        return super().event(event)

    def fields(self) -> Iterator[AnyField]:
        """Every field, in reading order."""
        for held in self._held.values():
            yield held.field

    def field(self, path: str) -> AnyField:
        """The field at a whole path. Raises KeyError."""
        return self._held[path].field

    def set_shown(self, path: str, shown: bool) -> None:
        """Shows or hides a field of this sheet, with its caption."""
        for row in self._rows:
            for column, held in row.fields.items():
                if held.field.path == path:
                    row.show(column, shown)

    def caption(self, path: str) -> str:
        """What the field at a whole path is called, with its group."""
        return self._held[path].field.accessibleName()

    def refresh(self) -> None:
        """Every field shows what the session holds."""
        for field in self.fields():
            field.refresh()

    def show_needs(self, word: Word) -> bool:
        """Marks what the document's type must have, hides what it has not and nobody filled in.

        Whether anything is left to be seen.
        """
        required, left = set(), False
        for row in self._rows:
            for column, held in row.fields.items():
                told = word(held.field.path)
                known = held.field.path in self._revealed or held.field.hasFocus()
                shown = told != NOT or known or bool(held.field.text())
                left = left or shown
                if told == MUST:
                    required.add(held.field.path)
                if held.field.isHidden() is shown:
                    row.show(column, shown)
        if required != self._required:
            self._required = required
            self.retranslate()
        return left

    def reveal(self, path: str) -> None:
        """Shows a field although the document's type has it not: a problem leads to it."""
        self._revealed.add(path)
        self.set_shown(path, shown=True)

    def retranslate(self) -> None:
        """Every caption in the language of the day."""
        group = QCoreApplication.translate(CONTEXT, self._group) if self._group else ""
        for path, held in self._held.items():
            caption = QCoreApplication.translate(CONTEXT, held.spec.caption)
            held.label.setText(f"{caption} {REQUIRED}" if path in self._required else caption)
            held.field.setAccessibleName(f"{group}: {caption}" if group else caption)
            if isinstance(held.field, DateField):
                held.field.retranslate()
            self._set_placeholder(held)
            if isinstance(held.field, DateField):
                held.field.retranslate()

    def _set_placeholder(self, held: _Captioned) -> None:
        text = QCoreApplication.translate(CONTEXT, held.spec.placeholder) if held.spec.placeholder else ""
        line = held.field.lineEdit() if isinstance(held.field, CodeBox) else held.field
        if line is not None:
            line.setPlaceholderText(text)
            # Of a combo box, what has the keyboard is the line inside it: it must say what it is.
            line.setAccessibleName(held.field.accessibleName())


def _is_cut(line: QLineEdit) -> bool:
    return line.fontMetrics().horizontalAdvance(line.text()) > line.width() - 2 * _GAP
