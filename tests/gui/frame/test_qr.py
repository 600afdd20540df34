"""The QR code on the screen is the code of the address, sharp at any scale, dark on white in any theme."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from einvoice_desktop.gui.picture import render
from einvoice_desktop.gui.qr import QUIET_ZONE, Matrix, QrCode, matrix_of

ADDRESS = "https://einvoiceportaluat.impact.gr/v/EL999999993-400001900000001-" + "0F" * 20


@pytest.fixture
def code(qtbot: QtBot) -> QrCode:
    widget = QrCode()
    qtbot.addWidget(widget)
    widget.show_code(matrix_of(ADDRESS), ADDRESS)
    widget.resize(widget.sizeHint())
    return widget


def read(widget: QrCode, scale: float, across: int) -> Matrix:
    """The modules as a camera sees them: the middle of each square of the picture."""
    image = render(widget, scale)
    side = int(widget.width() * scale)
    step = int(widget.module * scale)
    start = (side - step * (across + 2 * QUIET_ZONE)) // 2 + QUIET_ZONE * step
    return tuple(
        tuple(
            image.pixelColor(start + x * step + step // 2, start + y * step + step // 2).lightness() < 128
            for x in range(across)
        )
        for y in range(across)
    )


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_every_module_is_painted_where_it_belongs(code: QrCode, scale: float) -> None:
    matrix = matrix_of(ADDRESS)
    assert read(code, scale, len(matrix)) == matrix


def test_modules_are_at_least_five_pixels_and_the_margin_is_four_modules(code: QrCode) -> None:
    across = len(matrix_of(ADDRESS))
    assert code.module >= 5
    assert code.width() == (across + 2 * QUIET_ZONE) * code.module
    image = render(code, 1.0)
    margin = QUIET_ZONE * code.module
    assert all(
        image.pixelColor(x, y).lightness() == 255 for x in range(margin) for y in range(0, code.height(), 7)
    )


def test_a_screen_reader_hears_the_address(code: QrCode) -> None:
    assert code.accessibleDescription() == ADDRESS
