"""Light, dark and high contrast: words can be read on their ground, and the change is live."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QColor, QPalette

from einvoice_desktop.gui.theme import DARK, LIGHT, Colours, contrast_colours


def luminance(name: str) -> float:
    colour = QColor(name)
    parts = []
    for value in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_word_can_be_read_on_its_ground(colours: Colours) -> None:
    for words, ground in (
        (colours.text, colours.window),
        (colours.text, colours.panel),
        (colours.text, colours.accent_soft),
        (colours.muted, colours.window),
        (colours.muted, colours.panel),
        (colours.on_accent, colours.accent),
        (colours.practice, colours.practice_soft),
        (colours.warning, colours.warning_soft),
        (colours.error, colours.error_soft),
        (colours.success, colours.success_soft),
        (colours.error, colours.panel),
        (colours.warning, colours.panel),
    ):
        assert contrast(words, ground) >= 4.5, (words, ground)
    assert contrast(colours.accent, colours.panel) >= 3.0, "the ring of the focus"


def test_high_contrast_takes_the_system_s_own_colours() -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#00ff00"))
    colours = contrast_colours(palette)
    assert colours.text == colours.line == colours.error == "#ffff00"
    assert colours.window == "#000000"
    assert colours.accent == "#00ff00"


def test_the_look_changes_while_the_window_is_open(office: Any) -> None:
    def ground() -> QColor:
        return office.window.palette().color(QPalette.ColorRole.Window)

    office.view("outbox")
    office.window.choose_appearance("dark")
    assert ground() == QColor(DARK.window)
    assert office.settings is not None
    office.rest()
    assert office.settings.values["appearance"] == "dark"
    office.window.choose_appearance("light")
    assert ground() == QColor(LIGHT.window)


def test_buttons_are_big_enough_to_hit(office: Any) -> None:
    for view in ("compose", "drafts", "outbox", "archive", "samples", "receipt"):
        page = office.view(view)
        for identifier in ("action.issue", "drafts.open", "outbox.open", "archive.open", "samples.open"):
            button = page.findChild(type(office.find("action.issue")).__mro__[1], identifier)
            if button is not None:
                assert button.height() >= 24
    for button in office.window.rail.buttons.values():
        assert button.height() >= 24
