"""What the pages beside compose have in common: heading, buttons, language, and when they look again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.gui.buttons import ActionButton, KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label as label
from einvoice_desktop.gui.keys import with_twins

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from einvoice_desktop.app.ports.tables import Table
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.office import Office

MARGIN = 20
SPACING = 12
_TAKEN_KEYS = ("Enter", "Ctrl+N", "F8")


class Exported(NamedTuple):
    """What a page has to be exported: its name for a file, and what makes the tables, off the GUI thread."""

    name: str
    make: Callable[[], Sequence[Table]]


class Page(QWidget):
    """A page of the stack; `content` is the layout below its heading."""

    sight_changed = Signal()
    """`subject_in_sight` may be another one now."""

    def __init__(self, name: str, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self._icons: list[tuple[KeyButton, str]] = []
        identify(self, f"page.{name}")
        self.heading = label("heading", self)
        self.hint = label("muted", self)
        self.hint.setWordWrap(True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.content = QVBoxLayout()
        self.content.setSpacing(SPACING)
        self._lay_out()
        office.theme.changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.hint)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addLayout(self.buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 16, MARGIN, 16)
        outer.setSpacing(16)
        outer.addLayout(top)
        outer.addLayout(self.content, 1)

    def add_button(
        self, identifier: str, pressed: Callable[[], object], key: str = "", icon: str = "", role: str = ""
    ) -> KeyButton:
        """A button of the page. With `key`, the key works while the page has the focus."""
        button = self.make_button(identifier, pressed, icon, role, key)
        self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def make_button(
        self, identifier: str, pressed: Callable[[], object], icon: str = "", role: str = "", key: str = ""
    ) -> KeyButton:
        """A button for anywhere on the page; its key works here unless the window or a table has it."""
        button = KeyButton(key, role, self)
        identify(button, identifier)
        button.clicked.connect(pressed)
        if key and key not in _TAKEN_KEYS:
            shortcut = QShortcut(self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setKeys(with_twins([QKeySequence(key)]))
            shortcut.activated.connect(button.click)
        if icon:
            self._icons.append((button, icon))
            self._paint_icon(button, icon)
        return button

    def make_action(self, actions: Actions, name: str, role: str | None = None) -> ActionButton:
        """The button of one of the window's commands, for anywhere on the page."""
        command = actions.commands[name]
        button = ActionButton(
            actions[name], command.key, f"action.{name}", command.role if role is None else role, self
        )
        if command.icon:
            self._icons.append((button, command.icon))
            self._paint_icon(button, command.icon)
        return button

    def _paint_icon(self, button: KeyButton, name: str) -> None:
        colours = self.office.theme.colours
        primary = button.property("role") == "primary"
        colour = colours.on_accent if primary else colours.text
        button.setIcon(self.office.icons.button_icon(name, colour, colours.field_line))

    def refresh(self) -> None:
        """Looks at the books again; called whenever the page is shown."""

    def look_again(self) -> None:
        """Another process may have moved something; called every few seconds while the page is in sight."""

    def on_submission(self, submission: Submission) -> None:
        """A submission has moved."""

    def subject_in_sight(self) -> int | None:
        """The sealed document that commands such as Print mean on this page; None for none."""
        return None

    def submission_in_sight(self) -> Submission | None:
        """That document as it is listed here, without its bytes perhaps; None while it is not read."""
        return None

    def submissions_chosen(self) -> list[Submission] | None:
        """All documents that are chosen here; None where that is more than is read, or nothing is chosen."""
        return None

    def to_export(self) -> Exported | None:
        """What an export of this page writes; None where there is nothing to write."""
        return None

    def retranslate(self) -> None:
        """Says everything in the language of now."""

    def repaint_icons(self) -> None:
        """Draws with the colours of now."""

    def focus_first(self) -> None:
        """Puts the focus where work on this page begins."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _on_theme_changed(self) -> None:
        for button, name in self._icons:
            self._paint_icon(button, name)
        self.repaint_icons()


def panel(parent: QWidget | None = None) -> QFrame:
    """A white card."""
    frame = QFrame(parent)
    frame.setProperty("role", "panel")
    return frame
