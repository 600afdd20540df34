"""The main window: menus, rail, band, pages and status line, and which of them is in sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from einvoice_desktop.gui.actions import NEED_BOOKS, ON_COMPOSE, Actions, view_texts
from einvoice_desktop.gui.languages import Languages, language_of
from einvoice_desktop.gui.menus import MenuRow
from einvoice_desktop.gui.office import PROGRAM, Office
from einvoice_desktop.gui.page_column import PageColumn
from einvoice_desktop.gui.pages.book import Book
from einvoice_desktop.gui.preferences import Preferences
from einvoice_desktop.gui.rail import Rail
from einvoice_desktop.gui.session import DraftSession
from einvoice_desktop.gui.stage import Stage
from einvoice_desktop.gui.status import StatusLine
from einvoice_desktop.gui.tasks import TaskRunner
from einvoice_desktop.gui.theme import Theme
from einvoice_desktop.gui.views import Views

if TYPE_CHECKING:
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.gui.change import Change
    from einvoice_desktop.gui.kept_places import KeptPlaces
    from einvoice_desktop.gui.preferences import Settings

SIZE = (1280, 900)
NARROW_BELOW = 1160
"""Pixels of the window's width, from which on the rail shows its names."""


class MainWindow(QMainWindow):
    """Everything in sight. Only the compose page is built at first."""

    first_painted = Signal()
    file_dropped = Signal(object)
    files_dropped = Signal(object)
    """Files to be imported, as a list of paths."""
    company_wanted = Signal()
    """A person asks for the companies."""
    closing = Signal()

    def __init__(
        self,
        settings: Settings,
        resource: Callable[[str], Path],
        theme: Theme,
        languages: Languages,
        server: str = "",
    ) -> None:
        super().__init__()
        self._settings = settings
        self._languages = languages
        self._painted = False
        self._kept: KeptPlaces | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self.tasks = TaskRunner(self)
        self.preferences = Preferences(settings, self.tasks, self)
        self.session = DraftSession(self.tasks, language_of(settings.get("language")), self)
        self.office = Office(self.session, self.tasks, theme, self.say, resource, self.preferences)
        self.actions_ = Actions(self)
        self.menu_row = MenuRow(self.actions_, self)
        self.rail = Rail(self)
        self.status = StatusLine(self.office, self)
        self.stage = Stage(self.office, self.actions_, self)
        self.book = Book(self.stage.page, self)
        self._column = PageColumn(self.book, self)
        self.band = self._column.band
        self._views = Views(self.book, self.rail, self.stage.page, lambda: self.office.desk is not None, self)
        self._lay_out()
        self._connect()
        self._name_views()
        if server:
            self.show_server(server)
        self.setAcceptDrops(True)
        self.setWindowTitle(PROGRAM)
        self.resize(*SIZE)
        if settings.get("company.name"):
            self.show_company()
        if settings.get("window"):
            self._places().restore_window()

    def _lay_out(self) -> None:
        self.setMenuWidget(self.menu_row)
        middle = QWidget(self)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._column, 1)
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.status.outbox_wanted.connect(partial(self.open_view, "outbox"))
        self.rail.view_chosen.connect(self.open_view)
        for view in self.rail.buttons:
            self.actions_.on(f"view.{view}", partial(self.open_view, view))
        self.session.composition_changed.connect(self._on_composition_changed)
        self.session.draft_saved.connect(self.status.show_saved)
        self.session.ready_changed.connect(self._views.open_wanted)
        self._views.opened.connect(lambda _view: self._allow_commands())
        self.preferences.write_failed.connect(self.office.on_failed)
        self.book.page_built.connect(lambda page, name: self._places().restore_page(page, name))
        self.rail.choose("compose")
        self._allow_commands()

    def show_on(self, room: QSize) -> None:
        """Shows it where it stood before; at first as it likes, or over the whole of a screen (`room`) that
        is smaller."""
        if not self._settings.get("window") and (room.width() < SIZE[0] or room.height() < SIZE[1]):
            self.resize(QSize(*SIZE).boundedTo(room))
            self.showMaximized()
        else:
            self.show()
            self.first_painted.connect(lambda: self._stay_in(room))

    def _stay_in(self, room: QSize) -> None:
        """With its frame, which is known only now, it may be higher than the screen: the status line and
        its alarms would be out of sight."""
        if not self.isMaximized() and room.expandedTo(self.frameSize()) != room:
            self.showMaximized()

    # --- views ----------------------------------------------------------------------------------

    def open_view(self, view: str) -> None:
        """Shows a page and puts the focus where it was there last, or where its work begins."""
        self._views.open(view)

    @property
    def has_typed(self) -> bool:
        """Whether the person has typed something since the fields were last filled."""
        return any(field.isModified() for field in self.stage.page.findChildren(QLineEdit))

    def _allow_commands(self) -> None:
        """Commands of the document can be used while it is in sight, undo where something can be undone."""
        composing = self.book.view == "compose" and not self.is_barred
        self.actions_.enable(ON_COMPOSE, composing and not self.session.is_sealing)
        self.actions_["undo"].setEnabled(composing and self.session.can_undo)
        self.actions_["redo"].setEnabled(composing and self.session.can_redo)

    def follow_sealing(self, sealing: bool) -> None:
        """While a document is being sealed, nothing else may take its place, and it is not sealed again."""
        self.actions_.enable(("new", "open"), not sealing)
        self._allow_commands()

    def bar_stage(self, panel: QWidget) -> None:
        """Nothing can be typed or asked for while `panel` stands above the page."""
        self._column.bar(panel)
        self.actions_.enable((*ON_COMPOSE, *NEED_BOOKS), False)

    def release_stage(self) -> None:
        """The books are open (again)."""
        if self.is_barred:
            self._column.release()
            self.actions_.enable(NEED_BOOKS, True)
            self._allow_commands()

    @property
    def is_barred(self) -> bool:
        """Whether the books could not be opened."""
        return self._column.barrier is not None

    def come_forward(self) -> None:
        """A later start has asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # --- what is told ---------------------------------------------------------------------------

    def say(
        self, text: str, tone: str = "info", action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """One sentence in the message bar."""
        self._column.say(self.office, text, tone, action, then)

    @property
    def message(self) -> str:
        """What the message bar says now; "" for nothing."""
        return self._column.message

    def unsay(self) -> None:
        """Takes the message away: the next thing has begun."""
        self._column.unsay()

    def show_server(self, server: str) -> None:
        """Whose books these are."""
        self.band.show_server(server)
        self.status.show_server(server)

    def show_company(self) -> None:
        """Whose window it is, where there are several."""
        name = self.preferences.get("company.name")
        self.setWindowTitle(f"{name} – {PROGRAM}" if name else PROGRAM)
        self.rail.show_company(name, self.preferences.get("company.colour"), self)
        self.status.show_own(name, self.preferences.get("company.colour"))

    def show_count(self, view: str, count: int) -> None:
        """The count beside a page's name in the rail."""
        described = self.tr("Waiting: {0}") if view == "outbox" else self.tr("Drafts: {0}")
        self.rail.buttons[view].set_count(count, described.format(count) if count else "")

    def show_outbox(self, count: int, oldest: datetime | None) -> None:
        """What waits."""
        self.show_count("outbox", count)
        self.status.show_outbox(count, oldest)

    def _on_composition_changed(self, composition: Composition, _change: Change) -> None:
        self._allow_commands()
        self.status.show_company(str(composition.value("issuer.registeredName") or ""))

    # --- language and look ----------------------------------------------------------------------

    def choose(self, name: str, value: str) -> None:
        """Puts a setting into force, at once and for good."""
        if name == "language":
            self.choose_language(value)
        elif name == "appearance":
            self.choose_appearance(value)
        else:
            self.preferences.choose(name, value)

    def choose_language(self, text: str) -> None:
        """Says everything in another language, at once."""
        language = language_of(text)
        self.session.language = language
        self._languages.install(language)
        self.preferences.choose("language", language)

    def choose_appearance(self, appearance: str) -> None:
        """Light, dark, or as the system has it."""
        self.office.theme.choose(appearance)
        self.preferences.choose("appearance", appearance)

    def retranslate(self) -> None:
        """The words of the language of now."""
        self.actions_.retranslate()
        self.menu_row.retranslate()
        self._name_views()

    def _name_views(self) -> None:
        for view, text in view_texts().items():
            self.rail.buttons[view].setText(text.replace("&", ""))
        for view in ("drafts", "outbox"):
            self.show_count(view, self.rail.buttons[view].count)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _paint_icons(self) -> None:
        icons, colours = self.office.icons, self.office.theme.colours
        self.rail.draw_with(icons, colours.muted, colours.accent)
        for button in (*self.menu_row.buttons, *self.stage.buttons):
            colour = colours.on_accent if button.property("role") == "primary" else colours.text
            name = self.actions_.commands[button.objectName().removeprefix("action.")].icon
            button.set_icon(icons.button_icon(name, colour, colours.field_line))

    # --- the window itself ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rail.set_narrow(event.size().width() < NARROW_BELOW)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._on_first_painted)

    def _on_first_painted(self) -> None:
        """What the first picture does not need."""
        from einvoice_desktop.gui.keys import LatinKeys, teach_greek

        self.stage.page.complete()
        self._places().restore_splitters(self.stage.page, "compose")
        self.menu_row.fill(self.preferences, self.choose)
        self._paint_icons()
        self.office.theme.changed.connect(self._paint_icons)
        teach_greek(self)
        self._latin_keys = LatinKeys(self)
        self.first_painted.emit()

    def _places(self) -> KeptPlaces:
        if self._kept is None:
            from einvoice_desktop.gui.kept_places import KeptPlaces

            self._kept = KeptPlaces(self._settings, self)
        return self._kept

    def places(self) -> dict[str, str]:
        """Where things stand, for the settings."""
        return self._places().texts()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from einvoice_desktop.gui.importing.kinds import dropped_files
        from einvoice_desktop.gui.opening import dropped_file

        if dropped_file(event.mimeData()) is not None or dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from einvoice_desktop.gui.importing.kinds import dropped_files
        from einvoice_desktop.gui.opening import dropped_file

        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)
            return
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            super().closeEvent(event)
            self.closing.emit()
            self._languages.remove()
        else:
            event.ignore()
