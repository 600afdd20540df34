"""What stands in a tab: a table with its columns, fields, or fields below a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from einvoice_desktop.gui.compose import columns
from einvoice_desktop.gui.compose.columns_rare import ALL_LINE_COLUMNS, ALL_PAYMENT_COLUMNS
from einvoice_desktop.gui.compose.field_names import define_tables
from einvoice_desktop.gui.compose.tab_kinds import TABS, groups_of
from einvoice_desktop.gui.compose.table_model import Sentence, TableModel
from einvoice_desktop.gui.compose.table_view import RowsView
from einvoice_desktop.gui.fields.choices import ChoiceTables

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.columns import SideOf
    from einvoice_desktop.gui.compose.part_sheet import PartSheet
    from einvoice_desktop.gui.session import DraftSession


def new_table(
    place: int,
    session: DraftSession,
    tables: ChoiceTables,
    side_of: SideOf,
    sentence: Sentence,
    parent: QWidget,
) -> RowsView:
    """The table of the tab at `place`: lines, taxes or payments."""
    define_tables(tables)
    shown = (ALL_LINE_COLUMNS, columns.TAX_COLUMNS, ALL_PAYMENT_COLUMNS)[place]
    model = TableModel(session, TABS[place].list_path, shown, tables, side_of, sentence, parent)
    return RowsView(model, TABS[place].identifier, parent)


def new_sheet(place: int, session: DraftSession, tables: ChoiceTables, parent: QWidget) -> PartSheet:
    """The fields of the tab at `place`."""
    from einvoice_desktop.gui.compose.notify import NotifySheet
    from einvoice_desktop.gui.compose.part_sheet import PartSheet

    identifier = f"part.{TABS[place].part}"
    if TABS[place].part == "notify":
        return NotifySheet(session, tables, identifier, parent)
    return PartSheet(session, groups_of(place), tables, identifier, parent)


def put_into(page: QWidget, inside: QWidget) -> None:
    """Fills a tab's page; fields that come later stand below the table that is there already."""
    layout = page.layout()
    if layout is None:
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside, 1)
        page.setFocusProxy(inside)
    else:
        assert isinstance(layout, QVBoxLayout)
        layout.setStretch(0, 3)
        layout.addWidget(inside, 2)
    inside.show()
