"""Everything is written in one size, whatever the system has for menus, tables and bars."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[3]

# In a process of its own: an application whose sheet is taken off lets go of a style that others still hold.
_WINDOWS_FONTS = """
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTableView
from einvoice_desktop.gui.theme import SMALLEST_FONT, Theme

app = QApplication(["one-font", "-style", "fusion"])
small = QFont(app.font())
small.setPointSizeF(8.25)
app.setFont(small)
theme = Theme(app)
theme.prepare("light")
theme.dress()
for kind in ("QAbstractItemView", "QMenu", "QStatusBar"):
    QApplication.setFont(small, kind)
table = QTableView()
theme.prepare("dark")
theme.dress()
table.ensurePolished()
print(table.font().pointSizeF() == SMALLEST_FONT)
for kind in ("QAbstractItemView", "QMenu", "QStatusBar"):
    print(QApplication.font(kind) == app.font())
"""


def test_tables_and_menus_have_the_window_s_font_also_where_the_system_has_others() -> None:
    """As Windows: smaller ones for what stands in tables and menus."""
    environ = os.environ | {"PYTHONPATH": str(TOP), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", _WINDOWS_FONTS],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["True"] * 4, done.stdout + done.stderr
