"""The main window: menus, rail, band, pages and status line, and which of them is in sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from einvoice_desktop.gui.actions import ON_COMPOSE, Actions, view_texts
from einvoice_desktop.gui.band import EnvironmentBand
from einvoice_desktop.gui.languages import Languages, language_of
from einvoice_desktop.gui.menus import MenuRow
from einvoice_desktop.gui.office import PROGRAM, Office
from einvoice_desktop.gui.pages.book import Book
from einvoice_desktop.gui.rail import Rail
from einvoice_desktop.gui.session import DraftSession
from einvoice_desktop.gui.stage import Stage
from einvoice_desktop.gui.status import StatusLine
from einvoice_desktop.gui.tasks import TaskRunner
from einvoice_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.gui.message_bar import MessageBar
    from einvoice_desktop.gui.session import Change

SIZE = (1280, 900)


class Settings(Protocol):
    """Names and texts that outlive the program."""

    def get(self, name: str, default: str = "") -> str:
        """The setting, or `default`."""
        ...

    def set(self, name: str, value: str) -> None:
        """Durable when it returns; may block."""
        ...


class MainWindow(QMainWindow):
    """Everything in sight. Only the compose page is built at first."""

    first_painted = Signal()
    file_dropped = Signal(object)
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
        self._wanted_view = "compose"
        self._focus_of: dict[str, QWidget | None] = {}
        self._message: MessageBar | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self.tasks = TaskRunner(self)
        self.session = DraftSession(self.tasks, language_of(settings.get("language")), self)
        self.office = Office(self.session, self.tasks, theme, self.say, resource)
        self.actions_ = Actions(self)
        self.menu_row = MenuRow(self.actions_, self)
        self.rail = Rail(self)
        self.band = EnvironmentBand(self)
        self.status = StatusLine(self.office, self)
        self.stage = Stage(self.office, self.actions_, self)
        self.book = Book(self.stage.page, self)
        self._lay_out()
        self._connect()
        self._name_views()
        if server:
            self.show_server(server)
        self.setAcceptDrops(True)
        self.setWindowTitle(PROGRAM)
        self._restore_geometry()

    def _lay_out(self) -> None:
        self.setMenuWidget(self.menu_row)
        middle = QWidget(self)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.band)
        self._column.addWidget(self.book, 1)
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
        self.rail.view_chosen.connect(self.open_view)
        for view in self.rail.buttons:
            self.actions_.on(f"view.{view}", partial(self.open_view, view))
        self.session.composition_changed.connect(self._on_composition_changed)
        self.session.draft_saved.connect(self.status.show_saved)
        self.session.ready_changed.connect(self._on_ready)
        self.rail.choose("compose")
        self._allow_commands()

    # --- views ----------------------------------------------------------------------------------

    def open_view(self, view: str) -> None:
        """Shows a page and puts the focus where it was there last, or where its work begins."""
        self._wanted_view = view
        if view != "compose" and self.office.desk is None:
            # The engine is a moment away: the page is shown when it is there.
            self.rail.choose(self.book.view)
            return
        focus, page = self.focusWidget(), self.book.currentWidget()
        if focus is not None and page is not None and page.isAncestorOf(focus):
            self._focus_of[self.book.view] = focus
        self.book.open(view)
        self.rail.choose(view)
        self._allow_commands()
        if view == "compose":
            self._focus_on_compose()
        else:
            self.book.page(view).focus_first()

    def _on_ready(self) -> None:
        if self._wanted_view != self.book.view:
            self.open_view(self._wanted_view)

    @property
    def has_typed(self) -> bool:
        """Whether the person has typed something since the fields were last filled."""
        return any(field.isModified() for field in self.stage.page.findChildren(QLineEdit))

    def _focus_on_compose(self) -> None:
        before = self._focus_of.get("compose")
        if before is not None and before.isVisible():
            before.setFocus()
        else:
            self.stage.page.focus_first()

    def _allow_commands(self) -> None:
        """Commands of the document can be used while it is in sight, undo where something can be undone."""
        composing = self.book.view == "compose"
        self.actions_.enable(ON_COMPOSE, composing and not self.session.is_sealing)
        self.actions_["undo"].setEnabled(composing and self.session.can_undo)
        self.actions_["redo"].setEnabled(composing and self.session.can_redo)

    def follow_sealing(self, sealing: bool) -> None:
        """While a document is being sealed, nothing else may take its place, and it is not sealed again."""
        self.actions_.enable(("new", "open"), not sealing)
        self._allow_commands()

    # --- what is told ---------------------------------------------------------------------------

    def say(
        self, text: str, tone: str = "info", action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """One sentence in the message bar."""
        if self._message is None:
            from einvoice_desktop.gui.message_bar import MessageBar

            self._message = MessageBar(self.office.icons, self.office.theme, self)
            self._column.insertWidget(1, self._message)
        self._message.say(text, tone, action, then)

    @property
    def message(self) -> str:
        """What the message bar says now; "" for nothing."""
        return self._message.text if self._message else ""

    def unsay(self) -> None:
        """Takes the message away: the next thing has begun."""
        if self._message is not None:
            self._message.dismiss()

    def show_server(self, server: str) -> None:
        """Whose books these are."""
        self.band.show_server(server)
        self.status.show_server(server)

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

    def choose_language(self, text: str) -> None:
        """Says everything in another language, at once."""
        language = language_of(text)
        self.session.language = language
        self._languages.install(language)
        self._remember("language", language)

    def choose_appearance(self, appearance: str) -> None:
        """Light, dark, or as the system has it."""
        self.office.theme.choose(appearance)
        self._remember("appearance", appearance)

    def _remember(self, name: str, value: str) -> None:
        self.tasks.run(lambda: self._settings.set(name, value), lambda _done: None, self.office.on_failed)

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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._on_first_painted)

    def _on_first_painted(self) -> None:
        """What the first picture does not need."""
        from einvoice_desktop.gui.keys import LatinKeys, teach_greek

        self.stage.page.complete()
        appearance = self._settings.get("appearance", "system")
        self.menu_row.fill(self.session.language, appearance, self.choose_language, self.choose_appearance)
        self._paint_icons()
        self.office.theme.changed.connect(self._paint_icons)
        teach_greek(self)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(LatinKeys(self))
        self.first_painted.emit()

    def _restore_geometry(self) -> None:
        self.resize(*SIZE)
        saved = self._settings.get("window")
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(saved.encode("ascii", "ignore"))))

    def geometry_text(self) -> str:
        """Place and size, for the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from einvoice_desktop.gui.opening import dropped_file

        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from einvoice_desktop.gui.opening import dropped_file

        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            super().closeEvent(event)
            self.closing.emit()
            self._languages.remove()
        else:
            event.ignore()
