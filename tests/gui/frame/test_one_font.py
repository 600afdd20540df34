"""Everything is written in one size, whatever the system has for menus, tables and bars."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from einvoice_desktop.gui.theme import SMALLEST_FONT, Theme

KINDS = ("QAbstractItemView", "QMenu", "QStatusBar")


@pytest.fixture
def system_fonts(qapp: QApplication) -> Iterator[QApplication]:
    """As Windows: smaller ones for what stands in tables and menus."""
    before, sheet, palette = qapp.font(), qapp.styleSheet(), qapp.palette()
    small = QFont(before)
    small.setPointSizeF(8.25)
    qapp.setFont(small)
    qapp.setStyleSheet("")
    yield qapp
    qapp.setFont(before)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def test_tables_and_menus_have_the_window_s_font_also_where_the_system_has_others(
    system_fonts: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(system_fonts)
    small = QFont(system_fonts.font())
    small.setPointSizeF(8.25)
    for kind in KINDS:
        QApplication.setFont(small, kind)  # type: ignore[arg-type, call-overload, unused-ignore]
    table = QTableView()
    qtbot.addWidget(table)
    theme.prepare("light")
    theme.dress()
    table.ensurePolished()
    assert table.font().pointSizeF() == SMALLEST_FONT
    for kind in KINDS:
        assert QApplication.font(kind) == system_fonts.font()  # type: ignore[arg-type, call-overload, unused-ignore]
