"""Light, dark and high contrast: words can be read on their ground, and the change is live."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QPalette
from PySide6.QtWidgets import QApplication

from einvoice_desktop.gui.style_sheet import STYLE_SHEET
from einvoice_desktop.gui.theme import DARK, LIGHT, Colours, contrast_colours, own_contrast_palette


def luminance(name: str) -> float:
    colour = QColor(name)
    parts = []
    for value in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


OWN_CONTRAST = contrast_colours(own_contrast_palette())
ANYWHERE = ("window", "panel", "alternate")
"""The grounds on which words without a ground of their own may stand."""

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


class Pair(NamedTuple):
    """Words on their ground, by the names of their colours, and the rule that says so."""

    words: str
    ground: str
    rule: str


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    """Every rule of the style sheet: its selectors, and what it declares."""
    for selectors, body in RULE.findall(STYLE_SHEET.template.replace("${caption_size}", "")):
        declared = (part.partition(":") for part in body.split(";"))
        yield (
            " ".join(selectors.split()),
            {name.strip(): value.strip() for name, _, value in declared if value},
        )


def pairs() -> list[Pair]:
    """Words and grounds as the style sheet puts them together."""
    found = []
    for selector, declared in rules():
        for words_in, ground_in in (
            ("color", "background"),
            ("selection-color", "selection-background-color"),
        ):
            words, ground = declared.get(words_in, ""), declared.get(ground_in, "")
            if words.startswith("$"):
                grounds = (ground[1:],) if ground.startswith("$") else ANYWHERE
                found += [Pair(words[1:], where, selector) for where in grounds]
        for name in ("placeholder-text-color", "qproperty-keyColor"):
            if name in declared and "primary" not in selector:
                found += [Pair(declared[name][1:], where, selector) for where in ANYWHERE]
    softs = ("accent_soft", "success_soft", "warning_soft", "error_soft", "hover")
    return found + [Pair("text", soft, "words in a coloured frame") for soft in softs]


@pytest.mark.parametrize(
    ("colours", "least"), [(LIGHT, 4.5), (DARK, 4.5), (OWN_CONTRAST, 7.0)], ids=["light", "dark", "contrast"]
)
def test_every_word_can_be_read_on_its_ground(colours: Colours, least: float) -> None:
    looked = pairs()
    assert len(looked) > 60
    for pair in looked:
        wanted = 3.0 if "disabled" in pair.rule else least
        words, ground = getattr(colours, pair.words), getattr(colours, pair.ground)
        assert contrast(words, ground) >= wanted, pair


@pytest.mark.parametrize("colours", [LIGHT, DARK, OWN_CONTRAST], ids=["light", "dark", "contrast"])
def test_the_ring_of_the_focus_is_seen_on_every_ground(colours: Colours) -> None:
    for ground in ANYWHERE:
        assert contrast(colours.accent, getattr(colours, ground)) >= 3.0, ground
    # The ring of a button that is itself in the accent's colour.
    assert contrast(colours.text, colours.panel) >= 3.0
    for field in ("error", "warning"):
        assert contrast(getattr(colours, field), colours.panel) >= 3.0


FOCUSABLE = (
    "QLineEdit", "QPlainTextEdit", "QComboBox", "QPushButton", "QCheckBox", "QRadioButton", "QTableView",
    "QTreeView", "QListView", "QTabBar", "QToolButton", 'QLabel[focusRing="true"]',
)  # fmt: skip


@pytest.mark.parametrize("widget", FOCUSABLE)
def test_whatever_takes_the_keyboard_shows_it(widget: str) -> None:
    shown = [body for selector, body in rules() if widget in selector and ":focus" in selector]
    assert any("$accent" in value or "$text" in value for body in shown for value in body.values()), widget


def test_in_high_contrast_nothing_is_told_by_its_ground_alone() -> None:
    """A frame whose ground is that of the page has an edge; a row that is chosen has the system's colours."""
    assert OWN_CONTRAST.edge == OWN_CONTRAST.text
    assert OWN_CONTRAST.selected == OWN_CONTRAST.accent != OWN_CONTRAST.panel
    for selector, declared in rules():
        if declared.get("background", "").endswith("_soft") and "QFrame" in selector:
            assert "$edge" in declared["border"], selector


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
    office.window.choose_appearance("contrast")
    assert ground() == QColor(OWN_CONTRAST.window)
    office.window.choose_appearance("light")
    assert ground() == QColor(LIGHT.window)


def test_the_menu_offers_high_contrast(office: Any) -> None:
    office.window.menu_row.findChild(QAction, "menu.appearance.contrast").trigger()
    office.rest()
    assert office.window.office.theme.colours == OWN_CONTRAST
    assert office.settings.values["appearance"] == "contrast"
    office.window.choose_appearance("light")


@dataclass
class System:
    """What a system says of its look."""

    scheme: Qt.ColorScheme = Qt.ColorScheme.Light
    contrast: Qt.ContrastPreference = Qt.ContrastPreference.NoPreference

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.contrast

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        pass


@pytest.fixture
def system(office: Any) -> System:
    """The system under a window that looks as the system does; no test can change the real one."""
    office.window.choose_appearance("system")
    theme, said = office.window.office.theme, System()
    theme._hints = theme._accessibility = said
    return said


def test_light_and_dark_follow_the_system_while_the_window_is_open(
    office: Any, qapp: QApplication, system: System
) -> None:
    system.scheme = Qt.ColorScheme.Dark
    qapp.styleHints().colorSchemeChanged.emit(system.scheme)
    assert office.window.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    system.scheme = Qt.ColorScheme.Light
    qapp.styleHints().colorSchemeChanged.emit(system.scheme)
    assert office.window.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)


def test_the_system_s_high_contrast_brings_the_system_s_own_colours(
    office: Any, qapp: QApplication, system: System
) -> None:
    system.contrast = Qt.ContrastPreference.HighContrast
    accessibility(qapp).contrastPreferenceChanged.emit(system.contrast)
    own = contrast_colours(QApplication.style().standardPalette())
    assert office.window.office.theme.colours == own
    system.contrast = Qt.ContrastPreference.NoPreference
    accessibility(qapp).contrastPreferenceChanged.emit(system.contrast)
    assert office.window.office.theme.colours == LIGHT


def accessibility(qapp: QApplication) -> Any:
    """Kept with the hints that it belongs to, or it is gone before it is used."""
    hints = qapp.styleHints()
    qapp.setProperty("hints", hints)
    return hints.accessibility()


def test_buttons_are_big_enough_to_hit(office: Any) -> None:
    for view in ("compose", "drafts", "outbox", "archive", "samples", "receipt"):
        page = office.view(view)
        for identifier in ("action.issue", "drafts.open", "outbox.open", "archive.open", "samples.open"):
            button = page.findChild(type(office.find("action.issue")).__mro__[1], identifier)
            if button is not None:
                assert button.height() >= 24
    for button in office.window.rail.buttons.values():
        assert button.height() >= 24
