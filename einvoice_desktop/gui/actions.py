"""Every command of the window: its words, its keys, its icon, and the identifier of its button."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from einvoice_desktop.gui.rail import VIEWS


class Command(NamedTuple):
    """`keys`: the first one is written on the button as `shown` (default: as it is)."""

    name: str
    keys: tuple[str, ...] = ()
    shown: str = ""
    icon: str = ""
    role: str = ""

    @property
    def key(self) -> str:
        """The key as people read it."""
        return self.shown or (self.keys[0] if self.keys else "")


COMMANDS = (
    Command("new", ("Ctrl+N", "F7"), icon="new"),
    Command("open", ("Ctrl+O",), icon="open"),
    Command("import", ("Ctrl+I",)),
    Command("save", ("Ctrl+S",), icon="save"),
    Command("saveTemplate", ("Ctrl+T",)),
    Command("templates", ("Ctrl+J",)),
    Command("preview", ("F5",), icon="search"),
    Command("print", ("Ctrl+P",), icon="print"),
    Command("savePdf", ("Ctrl+Shift+S",), icon="save"),
    Command("email", ("Ctrl+E",), icon="email"),
    Command("export", ("Ctrl+Shift+E",), icon="save"),
    Command("monthPackage", ("Ctrl+Shift+M",), icon="save"),
    Command("quit", ("Alt+F4",)),
    Command("undo", ("Ctrl+Z",), icon="undo"),
    Command("redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Command("cut", shown="Ctrl+X"),
    Command("copy", shown="Ctrl+C"),
    Command("paste", shown="Ctrl+V"),
    Command("addLine", ("Ins", "Ctrl+Ins"), "Insert", "new", "quiet"),
    Command("removeLine", ("Ctrl+Del",), "Ctrl+Delete", "delete", "quiet"),
    Command("duplicateLine", ("Ctrl+Shift+D",), icon="copy", role="quiet"),
    Command("fillDown", ("Ctrl+D",)),
    Command("grossPrice", ("Ctrl+Shift+G",)),
    Command("wantedTotal", ("Ctrl+Shift+T",)),
    Command("findCustomer", ("Ctrl+L",)),
    Command("keepCustomer", ("Ctrl+Shift+C",), icon="customers", role="quiet"),
    Command("keepItem", ("Ctrl+Shift+A",)),
    Command("checkVat", ("Ctrl+F6",)),
    Command("moveLineUp", ("Alt+Up",)),
    Command("moveLineDown", ("Alt+Down",)),
    Command("issue", ("Ctrl+Return", "Ctrl+Enter", "F9"), "Ctrl+Enter", "issue", "primary"),
    Command("issueMany", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "Ctrl+Shift+Enter", "issue"),
    Command("tryNow", ("F8",)),
    Command("duplicate", ("Ctrl+Shift+N",), icon="copy"),
    Command("credit", ("Ctrl+R",), icon="minus"),
    Command("join", ("Ctrl+Shift+I",), icon="new"),
    Command("cancelNote", ("Ctrl+Shift+K",), icon="delete"),
    Command("providerPdf", ("Ctrl+Shift+F",), icon="save"),
    Command("providerXml", ("Ctrl+Shift+X",), icon="info"),
    *(Command(f"view.{view}", (f"Ctrl+{place}",)) for place, view in enumerate(VIEWS, 1)),
    Command("columns", ("Ctrl+Shift+L",)),
    Command("find", ("Ctrl+F",)),
    Command("search", ("Ctrl+K",), icon="search"),
    Command("connection", ("Ctrl+F8",)),
    Command("companies", ("Ctrl+Shift+O",)),
    Command("setUp", ("Ctrl+F7",)),
    Command("settings", ("Ctrl+,",)),
    Command("backups", ("Ctrl+B",)),
    Command("numbers", ("Shift+F3",)),
    Command("verifyJournal", ("Ctrl+F3",)),
    Command("openLogs"),
    Command("details"),
    Command("help", ("F1",)),
    Command("keys", ("Ctrl+F1",)),
    Command("update", ("Ctrl+F5",)),
    Command("about"),
)
"""In the order in which the menus and the list of keys show them."""

ON_COMPOSE = (
    "save",
    "saveTemplate",
    "undo",
    "redo",
    "addLine",
    "removeLine",
    "duplicateLine",
    "fillDown",
    "grossPrice",
    "wantedTotal",
    "findCustomer",
    "keepCustomer",
    "keepItem",
    "checkVat",
    "columns",
    "moveLineUp",
    "moveLineDown",
    "issue",
)
"""Commands that mean the document on the stage: there to be used while it is in sight."""


NEED_BOOKS = ("new", "open", "import", "find", "tryNow", "templates", "numbers", "verifyJournal")
"""Commands that rest while the books cannot be opened."""


class Actions:
    """The window's actions by name."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions = {command.name: self._make(command) for command in COMMANDS}
        self.commands = {command.name: command for command in COMMANDS}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def _make(self, command: Command) -> QAction:
        action = QAction(self._window)
        action.setObjectName(f"menu.{command.name}")
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setAutoRepeat(command.name in ("undo", "redo", "moveLineUp", "moveLineDown"))
        self._window.addAction(action)
        return action

    def on(self, name: str, slot: Callable[[], object]) -> None:
        """`slot` is what the command does."""
        self._actions[name].triggered.connect(lambda _checked=False: slot())

    def enable(self, names: tuple[str, ...], on: bool) -> None:
        """Whether these can be used now."""
        for name in names:
            self._actions[name].setEnabled(on)

    def retranslate(self) -> None:
        """The words of the language of now. A key that is no shortcut here is written behind the words."""
        for name, (menu, button) in command_texts().items():
            command = self.commands[name]
            hint = f"\t{command.shown}" if command.shown and not command.keys else ""
            self._actions[name].setText(menu + hint)
            self._actions[name].setIconText(button or menu.replace("&", ""))


Translate = Callable[[str, str], str]


def command_texts(translate: Translate = QCoreApplication.translate) -> dict[str, tuple[str, str]]:
    """By command: its words in the menu, and on its button where those are others."""
    return {
        "new": (translate("Menu", "&New document"), translate("Menu", "New")),
        "open": (translate("Menu", "&Open file…"), translate("Menu", "Open")),
        "import": (translate("Menu", "&Import…"), ""),
        "save": (translate("Menu", "&Save draft"), ""),
        "saveTemplate": (translate("Menu", "&Keep as template…"), ""),
        "templates": (translate("Menu", "&Templates…"), ""),
        "preview": (translate("Menu", "Print pre&view"), translate("Menu", "Preview")),
        "print": (translate("Menu", "&Print…"), translate("Menu", "Print")),
        "savePdf": (translate("Menu", "Save as PD&F…"), translate("Menu", "Save PDF")),
        "email": (translate("Menu", "Send by &e-mail…"), translate("Menu", "E-mail")),
        "export": (translate("Menu", "Export ta&bles…"), translate("Menu", "Export")),
        "monthPackage": (translate("Menu", "&Month's package…"), translate("Menu", "Month's package")),
        "quit": (translate("Menu", "E&xit"), ""),
        "undo": (translate("Menu", "&Undo"), ""),
        "redo": (translate("Menu", "&Redo"), ""),
        "cut": (translate("Menu", "Cu&t"), ""),
        "copy": (translate("Menu", "&Copy"), ""),
        "paste": (translate("Menu", "&Paste"), ""),
        "addLine": (translate("Menu", "&Insert line"), translate("Menu", "New line")),
        "removeLine": (translate("Menu", "&Delete line"), translate("Menu", "Delete")),
        "duplicateLine": (translate("Menu", "D&uplicate line"), ""),
        "fillDown": (translate("Menu", "&Fill down"), ""),
        "grossPrice": (translate("Menu", "Price with &VAT included…"), ""),
        "wantedTotal": (translate("Menu", "&Wanted total…"), ""),
        "findCustomer": (translate("Menu", "Find a &customer"), ""),
        "keepCustomer": (translate("Menu", "&Keep the customer"), translate("Menu", "Keep")),
        "keepItem": (translate("Menu", "Keep the line as an ite&m"), ""),
        "checkVat": (translate("Menu", "C&heck the VAT number"), translate("Menu", "Check VAT")),
        "columns": (translate("Menu", "Columns of the &table…"), ""),
        "moveLineUp": (translate("Menu", "Move line u&p"), ""),
        "moveLineDown": (translate("Menu", "Move line d&own"), ""),
        "issue": (translate("Menu", "&Issue and send"), ""),
        "issueMany": (translate("Menu", "Issue the &chosen drafts…"), translate("Menu", "Issue these")),
        "tryNow": (translate("Menu", "&Try everything now"), ""),
        "duplicate": (translate("Menu", "Duplicate as &new document"), translate("Menu", "Duplicate")),
        "credit": (translate("Menu", "C&redit…"), translate("Menu", "Credit")),
        "join": (translate("Menu", "&Bill the chosen ones"), translate("Menu", "Bill these")),
        "cancelNote": (translate("Menu", "C&ancel the delivery note…"), translate("Menu", "Cancel note")),
        "providerPdf": (translate("Menu", "Provider's P&DF…"), translate("Menu", "Provider's PDF")),
        "providerXml": (translate("Menu", "The &authority's XML"), translate("Menu", "Authority's XML")),
        "search": (translate("Menu", "&Search everything…"), ""),
        "connection": (translate("Menu", "Connection to the &provider…"), ""),
        "companies": (translate("Menu", "&Companies…"), ""),
        "setUp": (translate("Menu", "Set &up the company…"), ""),
        "settings": (translate("Menu", "Se&ttings…"), ""),
        "backups": (translate("Menu", "&Backups…"), ""),
        "numbers": (translate("Menu", "&Numbers of the series…"), ""),
        "verifyJournal": (translate("Menu", "&Verify the journal"), ""),
        "openLogs": (translate("Menu", "Open log f&older"), ""),
        "find": (translate("Menu", "&Find in the archive"), ""),
        "details": (translate("Menu", "&Copy program details"), ""),
        "help": (translate("Menu", "&Help on this"), ""),
        "keys": (translate("Menu", "&Keys"), ""),
        "update": (translate("Menu", "Look for &updates…"), ""),
        "about": (translate("Menu", "&About"), ""),
    } | {f"view.{view}": (text, "") for view, text in view_texts(translate).items()}


def view_texts(translate: Translate = QCoreApplication.translate) -> dict[str, str]:
    """The pages' names, as the View menu has them."""
    return {
        "compose": translate("Menu", "&Compose"),
        "drafts": translate("Menu", "&Drafts"),
        "outbox": translate("Menu", "&Outbox"),
        "receipt": translate("Menu", "&Receipt"),
        "archive": translate("Menu", "&Archive"),
        "customers": translate("Menu", "C&ustomers"),
        "items": translate("Menu", "&Items"),
        "figures": translate("Menu", "&Figures"),
        "samples": translate("Menu", "&Samples"),
    }
