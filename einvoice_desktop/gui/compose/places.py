"""Where on the page the field of a JSON path stands, and what that place is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from einvoice_desktop.gui.compose.columns import LINES, PAYMENTS, TAXES
from einvoice_desktop.gui.compose.customer import CustomerBox
from einvoice_desktop.gui.compose.field_names import spoken_path
from einvoice_desktop.gui.compose.form import AnyField, FieldSheet
from einvoice_desktop.gui.compose.head import HeadPanel
from einvoice_desktop.gui.compose.issuer import IssuerFold
from einvoice_desktop.gui.compose.tab_kinds import BELOW, SHEETS, TABS, covers, tab_of
from einvoice_desktop.gui.compose.tabs import ComposeTabs
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.part_sheet import PartSheet
    from einvoice_desktop.gui.compose.table_view import RowsView

CONTEXT = "Places"

_ROW_NAMES = {
    LINES: QT_TRANSLATE_NOOP("Places", "Line {0}"),
    TAXES: QT_TRANSLATE_NOOP("Places", "Tax {0}"),
    PAYMENTS: QT_TRANSLATE_NOOP("Places", "Payment {0}"),
}
_ROW = re.compile(r"^(details|taxes|paymentDetails\.paymentMethods)\[(\d+)\](?:\.(.+))?$")
_WHOLE_TABLES = ("details", "taxes", "paymentDetails", PAYMENTS)


class Places:
    """`head` and `sheets` are always on the page; the issuer's fields unfold, the rest is in the tabs."""

    def __init__(
        self,
        head: HeadPanel,
        sheets: Sequence[FieldSheet],
        folds: tuple[IssuerFold, CustomerBox],
        tabs: ComposeTabs,
    ) -> None:
        self._head = head
        self._sheets = sheets
        self._issuer, self._customer = folds
        self._tabs = tabs

    def fields(self) -> Iterator[AnyField]:
        """Every field outside of tables that exists now."""
        for sheet in self._all_sheets():
            yield from sheet.fields()

    def _all_sheets(self) -> Iterator[FieldSheet]:
        yield from self._head.sheets()
        yield from self._sheets
        if self._issuer.sheet is not None:
            yield self._issuer.sheet
        yield from self._tabs.sheets()

    # --- names --------------------------------------------------------------------------------------

    def name(self, path: str) -> str:
        """What people call the place ("Line 2 · VAT"); never a JSON path."""
        match = _ROW.match(path)
        if match:
            return self._row_name(match[1], int(match[2]), match[3] or "")
        for sheet in self._all_sheets():
            for field in sheet.fields():
                if field.path == path:
                    return sheet.caption(path)
        return spoken_path(path)

    def _row_name(self, list_path: str, row: int, member: str) -> str:
        name = QCoreApplication.translate(CONTEXT, _ROW_NAMES[list_path]).format(row + 1)
        if not member:
            return name
        model = self._tabs.view_of(list_path).rows
        column = model.column_of(row, member)
        if column is None:
            return f"{name} · {spoken_path(member)}"
        header = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        return f"{name} · {header}"

    # --- ways ---------------------------------------------------------------------------------------

    def go_to(self, path: str) -> None:
        """Opens whatever holds the field at `path` and puts the focus there, its text selected."""
        match = _ROW.match(path)
        if match and self._go_to_cell(match[1], int(match[2]), match[3] or ""):
            return
        if match and self._go_to_line(path, int(match[2]), match[3] or ""):
            return
        if path.split(".")[0] == "issuer":
            self._issuer.open()
        sheet = self._open_sheet(path)
        field = self._field(path)
        if field is not None:
            self._reveal(field)
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            for part in (sheet, self._issuer, self._customer):
                if part is not None:
                    part.bring_into_view(field)
            _select(field)
        elif path in _WHOLE_TABLES or path.startswith(("summaries", "vatAnalysis")):
            self._tabs.bring_forward(TABS[tab_of(path)].list_path).setFocus(
                Qt.FocusReason.ShortcutFocusReason
            )
        else:
            self._tabs.show_more().reveal(path)

    def _reveal(self, field: AnyField) -> None:
        """A field that the document's type has not comes to light."""
        sheet = next((sheet for sheet in self._all_sheets() if sheet.isAncestorOf(field)), None)
        if sheet is not None and field.isHidden():
            sheet.reveal(field.path)
        above = field.parentWidget()
        while above is not None and not field.isVisible() and above is not self._head.window():
            if above.isHidden() and not above.isWindow():
                above.show()
            above = above.parentWidget()

    def _open_sheet(self, path: str) -> PartSheet | None:
        """The tab of fields that has `path`, shown."""
        place = tab_of(path)
        return self._tabs.show_sheet(place) if place in (*SHEETS, *BELOW) and covers(place, path) else None

    def _go_to_cell(self, list_path: str, row: int, member: str) -> bool:
        view: RowsView = self._tabs.view_of(list_path)
        column = view.rows.column_of(row, member) if member else 0
        if column is None or row >= view.rows.rowCount():
            return False
        self._tabs.bring_forward(list_path)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        view.go(row, column)
        return True

    def _go_to_line(self, path: str, row: int, member: str) -> bool:
        """To a field of a line for which the table has no cell."""
        from einvoice_desktop.gui.compose.line_fields import is_of_line

        if not (path.startswith(f"{LINES}[") and member and is_of_line(member)):
            return False
        return self._tabs.show_line(row).bring_into_view(path)

    def _field(self, path: str) -> AnyField | None:
        """The field of `path`; for a whole party, address or list, its first one."""
        held = {field.path: field for field in self.fields()}
        if path in held:
            return held[path]
        return next(
            (field for place, field in held.items() if place.startswith((f"{path}.", f"{path}["))), None
        )


def _select(field: AnyField) -> None:
    line = field.lineEdit() if hasattr(field, "lineEdit") else field
    if line is not None:
        line.selectAll()
