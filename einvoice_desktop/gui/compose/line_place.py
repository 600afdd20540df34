"""The table of lines or one line with all its fields: one at a time, in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.gui.change import Change
    from einvoice_desktop.gui.compose.form import FieldSheet
    from einvoice_desktop.gui.compose.line_sheet import LineSheet
    from einvoice_desktop.gui.compose.table_view import RowsView
    from einvoice_desktop.gui.compose.tabs import ComposeTabs
    from einvoice_desktop.gui.fields.choices import ChoiceTables
    from einvoice_desktop.gui.session import DraftSession


class LinePlace(QObject):
    """Made with the table of lines; the sheet of one line when first asked for."""

    sheet_made = Signal(object)
    """A PartSheet."""

    def __init__(
        self, session: DraftSession, tables: ChoiceTables, view: RowsView, tabs: ComposeTabs
    ) -> None:
        super().__init__(tabs)
        self._session, self._tables, self._view = session, tables, view
        self._sheet: LineSheet | None = None
        self._button = KeyButton("Alt+Enter", "quiet", tabs.buttons)
        identify(self._button, "line.open")
        self._button.clicked.connect(lambda: self.open(max(view.currentIndex().row(), 0)))
        tabs.toolbar.addWidget(self._button)
        view.opened.connect(self.open)
        self.retranslate()

    def show_button(self, shown: bool) -> None:
        """The button is there while the lines are in front."""
        self._button.setVisible(shown)

    @property
    def is_open(self) -> bool:
        """Whether one line is shown."""
        return self._sheet is not None and not self._sheet.isHidden()

    def open(self, row: int) -> None:
        """Shows the line at `row` with all its fields; once more: back to the table."""
        if self.is_open or not 0 <= row < self._session.row_count("details"):
            self.close()
            return
        sheet = self._the_sheet()
        sheet.show()
        sheet.open(row)
        sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Hidden while it has the focus, the table would step on to its next cell.
        self._view.hide()

    def show(self, row: int) -> None:
        """As `open`, whichever line is shown now."""
        if self.is_open and self._sheet is not None:
            self._sheet.open(row)
        else:
            self.open(row)

    def close(self) -> None:
        """Back to the table, to the line that was shown."""
        if self.is_open and self._sheet is not None:
            self._sheet.hide()
            self._view.show()
            self._view.go(min(self._sheet.row, self._view.rows.rowCount() - 1), self._view.here()[1])

    def _on_left(self, _row: int) -> None:
        self.close()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _the_sheet(self) -> LineSheet:
        if self._sheet is None:
            from einvoice_desktop.gui.compose.line_sheet import LineSheet

            page = self._view.parentWidget()
            layout = page.layout() if page is not None else None
            assert layout is not None
            self._sheet = LineSheet(self._session, self._tables, page)
            self._sheet.left.connect(self._on_left)
            self._sheet.made.connect(self.sheet_made)
            layout.addWidget(self._sheet)
        return self._sheet

    def sheets(self) -> Iterator[FieldSheet]:
        """The fields of the line that is shown."""
        if self._sheet is not None:
            yield from self._sheet.sheets()

    def apply(self, change: Change) -> None:
        """Shows what an edit changed."""
        if self._sheet is not None:
            self._sheet.apply(change)

    def bring_into_view(self, path: str) -> bool:
        """Whether the line's sheet has the field at `path`: then it has the focus now."""
        for sheet in self.sheets():
            for field in sheet.fields():
                if field.path == path or field.path.startswith((f"{path}.", f"{path}[")):
                    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    if self._sheet is not None and self._sheet.sheet is not None:
                        self._sheet.sheet.bring_into_view(field)
                    return True
        return False

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        self._button.setText(QCoreApplication.translate("LineSheet", "Line"))
        name = QCoreApplication.translate("LineSheet", "All of the line")
        self._button.setAccessibleName(name)
        self._button.setToolTip(name)
        if self._sheet is not None:
            self._sheet.retranslate()
