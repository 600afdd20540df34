"""What is drawn by the program itself is drawn once: Qt keeps a copy of every new picture that it shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from einvoice_desktop.app.faults import Faults
from einvoice_desktop.gui.compose.tab_marks import TabMarks
from einvoice_desktop.gui.icons import Icons

TOP = Path(__file__).resolve().parents[2]
_CODE = """
import sys
from einvoice_desktop.gui.qr import matrix_of
matrix_of("https://example.invalid/1")
sys.exit("PIL" in sys.modules or "qrcode.image.styles.moduledrawers.pil" in sys.modules)
"""


def picture(icon: QIcon) -> int:
    return icon.pixmap(12).cacheKey()


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    assert qapp.screens()
    return Icons(lambda name: TOP / "resources" / name)


def test_the_sign_of_a_state_is_drawn_once_for_all_documents(icons: Icons) -> None:
    one = icons.pixmap("issued", "#18733f", 24, 1.0)
    assert icons.pixmap("issued", "#18733f", 24, 1.0).cacheKey() == one.cacheKey()
    for other in (("refused", "#18733f", 24, 1.0), ("issued", "#74d39c", 24, 1.0)):
        assert icons.pixmap(*other).toImage() != one.toImage()
    assert icons.pixmap("issued", "#18733f", 24, 2.0).width() == 48
    assert icons.pixmap("issued", "#18733f", 20, 1.0).width() == 20


def test_the_sign_of_a_tab_that_is_wrong_again_is_the_one_from_before(qtbot: QtBot) -> None:
    bar = QTabBar()
    qtbot.addWidget(bar)
    bar.addTab("")
    colours = {"error": QColor("#b3261e"), "warning": QColor("#855500")}
    marks = TabMarks(bar, lambda severity: colours.get(severity, QColor("#000000")))

    def shown(errors: int, warnings: int) -> QIcon:
        marks.problems = {0: Faults(errors, warnings)}
        marks.show(["Lines"])
        return bar.tabIcon(0)

    first = picture(shown(1, 0))
    assert shown(0, 0).isNull()
    assert picture(shown(2, 0)) == first
    assert picture(shown(0, 1)) != first
    shown(0, 0)
    colours["error"] = QColor("#ff9d93")
    assert picture(shown(1, 0)) != first, "another theme has another sign"


def test_a_code_is_computed_without_the_library_for_pictures() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CODE], cwd=TOP, timeout=60, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
