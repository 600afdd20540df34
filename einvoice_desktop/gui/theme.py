"""The program's look: colours for light, dark and high contrast, the palette and the font made of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from einvoice_desktop.gui.style_sheet import STYLE_SHEET

SMALLEST_FONT = 9.5
LARGEST_FONT = 10.0
_SYSTEM_FONTS = ("QAbstractItemView", "QMenu", "QMessageBox", "QStatusBar", "QTipLabel")
_CAPTION = 0.92
_EDGE_LIGHTER = 127
"""Per cent that undo what Fusion takes off (140) and adds (110)."""

APPEARANCES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
}
"""What a person can choose, and the scheme that the system's own frame follows then."""
CONTRAST = "contrast"


class Colours(NamedTuple):
    """Every colour of the program by what it is for ("#rrggbb"). A `_soft` one lies behind its namesake.

    `edge` is drawn around what has only its ground to be told by; "transparent" where the ground is enough.
    """

    window: str
    panel: str
    alternate: str
    hover: str
    line: str
    field_line: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    selected: str
    on_selected: str
    edge: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    practice: str
    practice_soft: str

    def on_row(self, colour: str) -> str:
        """`colour` on a chosen row; where the accent is the ground of it, the colour of its words."""
        return self.on_selected if self.selected == self.accent else colour


LIGHT = Colours(
    window="#f3f5f8",
    panel="#ffffff",
    alternate="#f8fafb",
    hover="#e8edf3",
    line="#dce2e9",
    field_line="#b4bfcb",
    text="#17202b",
    muted="#566372",
    disabled="#74808d",
    accent="#1c5db8",
    accent_hover="#164c98",
    accent_soft="#e2ecfa",
    on_accent="#ffffff",
    selected="#e2ecfa",
    on_selected="#17202b",
    edge="transparent",
    success="#18733f",
    success_soft="#e1f3e8",
    warning="#855500",
    warning_soft="#fff2d3",
    error="#b3261e",
    error_soft="#fce8e6",
    practice="#0a6463",
    practice_soft="#daf0ee",
)

DARK = Colours(
    window="#191d23",
    panel="#21262e",
    alternate="#252b33",
    hover="#2d343e",
    line="#363e49",
    field_line="#566270",
    text="#e6eaf0",
    muted="#9ca8b6",
    disabled="#828e9c",
    accent="#84b4ff",
    accent_hover="#a3c7ff",
    accent_soft="#263851",
    on_accent="#0b1a33",
    selected="#263851",
    on_selected="#e6eaf0",
    edge="transparent",
    success="#74d39c",
    success_soft="#1d3a2a",
    warning="#f2c266",
    warning_soft="#40341b",
    error="#ff9d93",
    error_soft="#472725",
    practice="#80d8d3",
    practice_soft="#17393a",
)

_WHITE, _BLACK, _YELLOW, _GREY = "#ffffff", "#000000", "#ffff00", "#b4b4b4"


def own_contrast_palette() -> QPalette:
    """High contrast by the person's own choice, where the system has none of its own."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where in (role.Window, role.Base, role.Button, role.HighlightedText):
        palette.setColor(where, QColor(_BLACK))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(where, QColor(_WHITE))
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(_GREY))
    palette.setColor(role.Highlight, QColor(_YELLOW))
    return palette


def contrast_colours(palette: QPalette) -> Colours:
    """The system's own high-contrast colours: nothing is tinted, every edge is drawn in the text's colour."""

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    window, text = name(QPalette.ColorRole.Window), name(QPalette.ColorRole.WindowText)
    base = name(QPalette.ColorRole.Base)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    accent, on_accent = name(QPalette.ColorRole.Highlight), name(QPalette.ColorRole.HighlightedText)
    plain = dict.fromkeys(Colours._fields, text)
    soft = {field: base for field in plain if field.endswith("_soft")}
    backs = {"window": window, "panel": base, "alternate": base, "hover": window}
    accents = {"accent": accent, "accent_hover": accent, "on_accent": on_accent}
    chosen = {"selected": accent, "on_selected": on_accent, "disabled": disabled}
    return Colours(**(plain | soft | backs | accents | chosen))


def palette_of(colours: Colours) -> QPalette:
    """A palette with `colours` in the roles that Qt's own widgets and the delegates draw with."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.alternate),
        (role.Text, colours.text),
        (role.Button, colours.panel),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.error),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.PlaceholderText, colours.muted),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.text),
        (role.Light, colours.panel),
        (role.Midlight, colours.hover),
        (role.Mid, colours.line),
        (role.Dark, colours.field_line),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.disabled))
    return palette


def box_palette_of(colours: Colours) -> QPalette:
    """For boxes to tick: Fusion draws their edge in the window's colour made darker, unseen on dark."""
    palette = palette_of(colours)
    palette.setColor(QPalette.ColorRole.Window, QColor(colours.muted).lighter(_EDGE_LIGHTER))
    return palette


class Theme(QObject):
    """Dresses the application and follows the system's scheme while it runs."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._fixed = Qt.ColorScheme.Unknown
        self._contrast = False
        self.colours = LIGHT
        font = app.font()
        font.setPointSizeF(min(max(font.pointSizeF(), SMALLEST_FONT), LARGEST_FONT))
        app.setFont(font)
        # Kept: what the hints hand out is gone as soon as Python lets go of them.
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        # Qt tells of the wish for contrast from 6.10 on.
        accessibility = getattr(self._hints, "accessibility", None)
        self._accessibility = accessibility() if accessibility else None
        if self._accessibility is not None:
            self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return QColor(self.colours.window).lightness() < QColor(self.colours.text).lightness()

    def prepare(self, appearance: str) -> None:
        """Before any widget is made: the palette of one of APPEARANCES."""
        self._fix(appearance)
        self.colours = self._wanted()
        self._paint()

    def choose(self, appearance: str) -> None:
        """One of APPEARANCES: fixed, or as the system has it."""
        self._fix(appearance)
        self._follow()

    def dress(self) -> None:
        """Puts the style sheet on. Once for all widgets costs a third less than for each as it comes."""
        caption = f"{self._app.font().pointSizeF() * _CAPTION:.1f}"
        sheet = STYLE_SHEET.substitute(self.colours._asdict(), caption_size=caption)
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet(sheet)
            self._write_evenly()
        self.changed.emit()

    def _write_evenly(self) -> None:
        """One font for all: with a new style Qt takes up what Windows has for menus, tables and bars."""
        font = self._app.font()
        # PySide's types say bytes, PySide itself takes text too.
        if any(self._app.font(kind) != font for kind in _SYSTEM_FONTS):  # type: ignore[call-overload]
            self._app.setFont(font)

    def _fix(self, appearance: str) -> None:
        self._contrast = appearance == CONTRAST
        fixed = APPEARANCES.get(appearance, Qt.ColorScheme.Unknown)
        if fixed is not self._fixed:
            self._fixed = fixed
            # The frame that the system draws around the window follows too, where it can.
            self._hints.setColorScheme(fixed)

    def _follow(self) -> None:
        colours = self._wanted()
        if colours != self.colours:
            self.colours = colours
            self._paint()
            self.dress()

    def _paint(self) -> None:
        self._app.setPalette(palette_of(self.colours))
        for box in ("QCheckBox", "QRadioButton"):
            # PySide's types say bytes, PySide itself takes text alone.
            self._app.setPalette(box_palette_of(self.colours), box)  # type: ignore[arg-type]

    def _wanted(self) -> Colours:
        if self._system_wants_contrast():
            return contrast_colours(self._system_palette())
        if self._contrast:
            return contrast_colours(own_contrast_palette())
        as_system = self._fixed is Qt.ColorScheme.Unknown
        scheme = self._hints.colorScheme() if as_system else self._fixed
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _system_wants_contrast(self) -> bool:
        hints = self._accessibility
        return hints is not None and hints.contrastPreference() == Qt.ContrastPreference.HighContrast

    def _system_palette(self) -> QPalette:
        """The system's own colours, which lie below those that the program has put on."""
        own = self._app.palette()
        self._app.setPalette(QPalette())
        palette = self._app.palette()
        self._app.setPalette(own)
        return palette

    def _on_system_changed(self) -> None:
        self._follow()
