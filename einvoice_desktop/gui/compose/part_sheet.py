"""A tab of fields in groups, made from data; a list in it grows by typing into its last row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from einvoice_desktop.gui.compose.field_names import define_tables
from einvoice_desktop.gui.compose.form import CONTEXT, AnyField, FieldSheet
from einvoice_desktop.gui.compose.needs import Word, words_of
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.part_fields import FieldGroup, Fill
    from einvoice_desktop.gui.session import Change, DraftSession


class PartSheet(QScrollArea):
    """Scrolls where there is little room. While it is out of sight it is not brought up to date."""

    def __init__(
        self,
        session: DraftSession,
        groups: Sequence[FieldGroup],
        tables: ChoiceTables,
        identifier: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tables = tables
        self._stale = False
        define_tables(tables)
        identify(self, identifier)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(2, 8, 8, 4)
        layout.setSpacing(5)
        self._groups = [_Group(session, group, tables, inside) for group in groups]
        for group in self._groups:
            layout.addWidget(group)
        layout.addStretch(1)
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        self.refresh()

    def groups(self) -> Sequence[_Group]:
        """The groups, in reading order."""
        return self._groups

    def sheets(self) -> Iterator[FieldSheet]:
        """Every sheet of fields that there is by now."""
        for group in self._groups:
            yield from group.sheets

    def fields(self) -> Iterator[AnyField]:
        """Every field, in reading order."""
        for sheet in self.sheets():
            yield from sheet.fields()

    def apply(self, change: Change) -> None:
        """Shows what an edit changed, now or when it is next seen."""
        if change.scope == "row" and not any(g.list_path == change.path for g in self._groups):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def refresh(self) -> None:
        """Every field shows what the session holds; lists have their rows."""
        self._stale = False
        word = self.words()
        for group in self._groups:
            group.refresh(word)
        first = next((field for field in self.fields() if field.isVisibleTo(self)), None)
        if first is not None and first is not self.focusProxy():
            self.setFocusProxy(first)

    def words(self) -> Word:
        """What is said of each field: that it must be filled, may be, or is not there."""
        return words_of(self._session)

    def bring_into_view(self, field: QWidget) -> None:
        """Scrolls to a field of it."""
        if self.isAncestorOf(field):
            # Rows that have just been added have no place before this.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.ensureWidgetVisible(field, 0, 24)

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        define_tables(self._tables)
        for group in self._groups:
            group.retranslate()
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)


class _Group(QWidget):
    """A title over a sheet of fields; of a list, over one sheet for each row and one for the next row."""

    def __init__(
        self, session: DraftSession, group: FieldGroup, tables: ChoiceTables, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._group = group
        self._tables = tables
        self._title = label("section", self)
        self._fill = _FillButton(session, group.fill, self) if group.fill is not None else None
        self.sheets: list[FieldSheet] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 2, 0, 4)
        self._layout.setSpacing(3)
        head = QHBoxLayout()
        head.addWidget(self._title)
        if self._fill is not None:
            head.addSpacing(8)
            head.addWidget(self._fill)
        self._note = label("muted", self)
        head.addSpacing(8)
        head.addWidget(self._note)
        head.addStretch(1)
        self._layout.addLayout(head)
        self._grow()
        self.retranslate()

    @property
    def list_path(self) -> str:
        """The list that its sheets are rows of; "" where it is none."""
        return self._group.list_path

    def _grow(self) -> None:
        """As many sheets as there are rows, and one more; a sheet that is needed no more is hidden."""
        path = self._group.list_path
        wanted = self._session.row_count(path) + 1 if path else 1
        while len(self.sheets) < wanted:
            self._add_sheet(f"{path}[{len(self.sheets)}]." if path else self._group.prefix)
        for place, sheet in enumerate(self.sheets):
            sheet.setVisible(place < wanted)

    def _add_sheet(self, prefix: str) -> None:
        sheet = FieldSheet(
            self._session,
            self._group.rows,
            self._tables,
            prefix=prefix,
            group=self._group.title,
            fill=False,
            parent=self,
        )
        sheet.show_needs(words_of(self._session))
        if self.sheets:
            QWidget.setTabOrder(list(self.sheets[-1].fields())[-1], next(sheet.fields()))
        self.sheets.append(sheet)
        self._layout.addWidget(sheet)

    def add_below(self, widget: QWidget) -> None:
        """One more thing under the fields of the group."""
        widget.setParent(self)
        self._layout.addWidget(widget)

    def refresh(self, word: Word) -> None:
        """A group of which the document's type has nothing is not there."""
        self._grow()
        left = False
        for sheet in self.sheets:
            sheet.refresh()
            left = sheet.show_needs(word) or left
        self.setVisible(left)
        if self._group.note is not None:
            self._note.setText(self._group.note(self._session, self._group.list_path))

    def retranslate(self) -> None:
        self._title.setText(QCoreApplication.translate(CONTEXT, self._group.title))
        if self._fill is not None:
            self._fill.retranslate()
        for sheet in self.sheets:
            sheet.retranslate()


class _FillButton(QPushButton):
    """Copies what another part of the document says, in one step of undo."""

    def __init__(self, session: DraftSession, fill: Fill, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._fill = session, fill
        self.setProperty("role", "quiet")
        identify(self, f"fill.{fill.pairs[0][1]}")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        if not self._session.ready:
            return
        with self._session.together():
            for source, target in self._fill.pairs:
                value = self._session.value(source)
                if value is not None:
                    self._session.put(target, value)

    def retranslate(self) -> None:
        """Its words in the language of the day."""
        self.setText(QCoreApplication.translate(CONTEXT, self._fill.caption))
        self.setAccessibleName(self.text())
