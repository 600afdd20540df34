"""The menu row: the menus with their words, and the buttons for a new document and for opening one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QWidget

from einvoice_desktop.gui.actions import Actions
from einvoice_desktop.gui.buttons import ActionButton
from einvoice_desktop.gui.languages import NAMES
from einvoice_desktop.gui.preferences import Preferences
from einvoice_desktop.gui.theme import APPEARANCES

RECENT = ">recent"
"""Where the files stand that were opened last."""

_MENUS: dict[str, tuple[str, ...]] = {
    "file": (
        "new",
        "open",
        RECENT,
        "import",
        "save",
        "saveTemplate",
        "templates",
        "savePdf",
        "",
        "preview",
        "print",
        "email",
        "",
        "providerPdf",
        "providerXml",
        "",
        "export",
        "monthPackage",
        "",
        "companies",
        "quit",
    ),
    "edit": ("undo", "redo", "", "cut", "copy", "paste", "", "find", "search"),
    "document": (
        "addLine",
        "removeLine",
        "duplicateLine",
        "fillDown",
        "",
        "grossPrice",
        "wantedTotal",
        "",
        "moveLineUp",
        "moveLineDown",
        "",
        "findCustomer",
        "keepCustomer",
        "keepItem",
        "checkVat",
        "duplicate",
        "credit",
        "join",
        "cancelNote",
    ),
    "send": ("issue", "issueMany", "", "tryNow"),
    "view": (
        "view.compose",
        "view.drafts",
        "view.outbox",
        "view.receipt",
        "view.archive",
        "view.customers",
        "view.items",
        "view.figures",
        "view.samples",
        "",
        "columns",
    ),
    "tools": (
        "setUp",
        "connection",
        "settings",
        "backups",
        "",
        "numbers",
        "verifyJournal",
        "",
        "details",
        "openLogs",
    ),
    "help": ("help", "keys", "", "update", "about"),
}


class MenuRow(QFrame):
    """What stands at the top of the window."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "menubar")
        self._actions = actions
        self.bar = QMenuBar(self)
        # Every menu stays in sight: where there is little room the search box is what gives way.
        self.bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.menus = {name: self.bar.addMenu("") for name in _MENUS}
        self._twins: list[QShortcut] = []
        self._choices: dict[str, QAction] = {}
        self.recent = QMenu(self)
        self._submenus: dict[str, QMenu] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 2, 12, 2)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        self.buttons = [
            ActionButton(actions[name], actions.commands[name].key, f"action.{name}", parent=self)
            for name in ("new", "open")
        ]
        for button in self.buttons:
            layout.addWidget(button)
        self._retitle()

    def fill(self, preferences: Preferences, choose: Callable[[str, str], None]) -> None:
        """Puts the commands into the menus, once the window has painted. `choose` sets a setting."""
        for name, entries in _MENUS.items():
            for entry in entries:
                if entry == RECENT:
                    self.menus[name].addMenu(self.recent)
                elif entry:
                    self.menus[name].addAction(self._actions[entry])
                else:
                    self.menus[name].addSeparator()
        self._add_choice("language", tuple(NAMES), choose)
        self._add_choice("appearance", tuple(APPEARANCES), choose)
        for code, name in NAMES.items():
            self._choices[f"language.{code}"].setText(f"&{name}")
        preferences.changed.connect(lambda _name: self._check(preferences))
        self._check(preferences)
        self.retranslate()

    def _add_choice(self, name: str, values: tuple[str, ...], choose: Callable[[str, str], None]) -> None:
        menu = self.menus["view"].addMenu("")
        group = QActionGroup(menu)
        for value in values:
            action = menu.addAction("")
            action.setObjectName(f"menu.{name}.{value}")
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            self._choices[f"{name}.{value}"] = action
        group.triggered.connect(lambda action: choose(name, str(action.data())))
        self._submenus[name] = menu

    def _check(self, preferences: Preferences) -> None:
        """Marks what holds, wherever it was chosen."""
        for name, default in (("language", "el"), ("appearance", "system")):
            action = self._choices.get(f"{name}.{preferences.get(name) or default}")
            if action is not None:
                action.setChecked(True)

    def add_search(self, box: QWidget) -> None:
        """The search box, at the right end."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(box)

    def retranslate(self) -> None:
        """The words of the language of now."""
        self._retitle()
        self._give_twins()
        translate = QCoreApplication.translate
        self.recent.setTitle(translate("Menu", "&Recent files"))
        if self._choices:
            self._submenus["language"].setTitle(translate("Menu", "&Language"))
            self._submenus["appearance"].setTitle(translate("Menu", "Appeara&nce"))
            self._choices["appearance.system"].setText(translate("Menu", "&As the system"))
            self._choices["appearance.light"].setText(translate("Menu", "&Light"))
            self._choices["appearance.dark"].setText(translate("Menu", "&Dark"))
            self._choices["appearance.contrast"].setText(translate("Menu", "&High contrast"))

    def _retitle(self) -> None:
        translate = QCoreApplication.translate
        titles = {
            "file": translate("Menu", "&File"),
            "edit": translate("Menu", "&Edit"),
            "document": translate("Menu", "&Document"),
            "send": translate("Menu", "&Send"),
            "view": translate("Menu", "&View"),
            "tools": translate("Menu", "&Tools"),
            "help": translate("Menu", "&Help"),
        }
        for name, title in titles.items():
            self.menus[name].setTitle(title)

    def _give_twins(self) -> None:
        """A menu opens by its letter's key whichever layout is on."""
        from einvoice_desktop.gui.keys import mnemonic_twin

        for shortcut in self._twins:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._twins = []
        for menu in self.menus.values():
            twin = mnemonic_twin(menu.title())
            if twin is not None:
                shortcut = QShortcut(f"Alt+{twin}", self)
                shortcut.activated.connect(lambda menu=menu: self.bar.setActiveAction(menu.menuAction()))
                self._twins.append(shortcut)
