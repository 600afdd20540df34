"""The manual in a window that stays beside: pages, finding words in all of them, back and forward."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.keys import with_twins
from einvoice_desktop.gui.manual.files import CommandLine, read_manual
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.app.help_book import HelpBook, HelpPage
    from einvoice_desktop.gui.office import Office

Commands = Callable[[], Sequence[CommandLine]]
_SIZE = (940, 640)
_LEFT, _RIGHT = 280, 660
_PLACE = int(Qt.ItemDataRole.UserRole)
_MARGIN = 22.0
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class ManualText(QTextBrowser):
    """Shows what it is given and fetches nothing, neither from a disk nor from a network."""

    def loadResource(self, _type: int, _name: QUrl | str) -> Any:
        return None


class HelpWindow(QDialog):
    """Goes when it is closed. `commands` gives the window's commands in the language of the day."""

    def __init__(self, office: Office, commands: Commands, address: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        identify(self, "help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._office, self._commands = office, commands
        self._book: HelpBook | None = None
        self._language = ""
        self._wanted = address
        self._history: list[str] = []
        self._here = -1
        self._shown: tuple[HelpPage, int] | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.resize(*_SIZE)
        self.text.setFocus()

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        identify(self.search, "help.search")
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        identify(self.list, "help.pages")
        self._none = label("muted", self, wrap=True)
        identify(self._none, "help.none")
        self.text = ManualText(self)
        self.text.setOpenLinks(False)
        self.text.setOpenExternalLinks(False)
        self.text.document().setDocumentMargin(_MARGIN)
        identify(self.text, "help.text")
        self.back = KeyButton("Alt+←", "quiet", self)
        self.forward = KeyButton("Alt+→", "quiet", self)
        self.close_button = KeyButton("Esc", "", self)
        for name, button in (("back", self.back), ("forward", self.forward), ("close", self.close_button)):
            identify(button, f"help.{name}")
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 0, 12)
        column.setSpacing(8)
        for widget in (self.search, self._none, self.list):
            column.addWidget(widget, int(widget is self.list))
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        bar.addStretch(1)
        bar.addWidget(self.close_button)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.text, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LEFT, _RIGHT])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._on_return)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(lambda _item: self.text.setFocus())
        self.text.anchorClicked.connect(self._on_link)
        self.back.clicked.connect(lambda: self._travel(-1))
        self.forward.clicked.connect(lambda: self._travel(1))
        self.close_button.clicked.connect(self.close)
        for keys, slot in (
            (("Alt+Left",), lambda: self._travel(-1)),
            (("Alt+Right",), lambda: self._travel(1)),
            (("Ctrl+F",), self._on_find),
            (("F1",), lambda: self.go_to(self._first())),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(with_twins([QKeySequence(key) for key in keys]))
            shortcut.activated.connect(slot)
        self._office.theme.changed.connect(self._draw)

    # --- the book -------------------------------------------------------------------------------

    def _read(self) -> None:
        """In the language of the window."""
        language, commands = self._office.language, self._commands()
        resource = self._office.resource
        self._language = language
        self._office.tasks.run(
            lambda: read_manual(resource, language, commands),
            while_alive(self, self._on_read),
            while_alive(self, self._office.on_failed),
        )

    def _on_read(self, book: HelpBook) -> None:
        self._book = book
        self._fill()
        self._show(self._wanted)
        if not self._history:
            self._remember(self._wanted)

    @property
    def book(self) -> HelpBook | None:
        """None until it has been read."""
        return self._book

    @property
    def address(self) -> str:
        """What is shown: a page, or "page#anchor"."""
        return self._wanted

    def _first(self) -> str:
        return self._book.pages[0].name if self._book is not None else ""

    # --- going somewhere ------------------------------------------------------------------------

    def go_to(self, address: str) -> None:
        """Shows a page, at a heading where one is named."""
        if address:
            self._remember(address)
            self._show(address)

    def _remember(self, address: str) -> None:
        if self._here >= 0 and self._history[self._here] == address:
            return
        self._history = [*self._history[: self._here + 1], address]
        self._here = len(self._history) - 1
        self._allow()

    def _travel(self, step: int) -> None:
        if 0 <= self._here + step < len(self._history):
            self._here += step
            self._show(self._history[self._here])
            self._allow()

    def _allow(self) -> None:
        self.back.setEnabled(self._here > 0)
        self.forward.setEnabled(self._here + 1 < len(self._history))

    def _on_link(self, url: QUrl) -> None:
        """Only pages of the manual are followed."""
        page = url.path() or (self._shown[0].name if self._shown else "")
        if not url.scheme() and self._book is not None and self._book.page(page) is not None:
            self.go_to(f"{page}#{url.fragment()}" if url.fragment() else page)

    def _show(self, address: str) -> None:
        self._wanted = address
        if self._book is None:
            return
        name, _, anchor = address.partition("#")
        page = self._book.page(name) or self._book.pages[0]
        place = int(anchor[1:]) if anchor.startswith(".") else page.place(anchor) or 0
        fresh = self._shown is None or self._shown[0] is not page
        self._shown = (page, place)
        if fresh:
            self._draw()
        self._scroll()
        self._mark_page(page, place)

    def _draw(self) -> None:
        """Colours of links are set into the text: it is made anew where the theme changes."""
        if self._shown is None:
            return
        document = self.text.document()
        document.setDefaultFont(self.font())
        document.setMarkdown(self._shown[0].markdown, _FEATURES)
        document.setDocumentMargin(_MARGIN)
        _space_out(document)
        self._scroll()

    def _scroll(self) -> None:
        if self._shown is None:
            return
        place = self._shown[1]
        block = _heading(self.text.document(), place)
        top = self.text.document().documentLayout().blockBoundingRect(block).top() if place else 0.0
        self.text.verticalScrollBar().setValue(max(0, round(top - _MARGIN / 2)))

    # --- the list -------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Every page; or what was found, while something is typed."""
        if self._book is None:
            return
        typed = self.search.text().strip()
        self.list.blockSignals(True)
        self.list.clear()
        if typed:
            for hit in self._book.find(typed):
                shown = hit.heading if not hit.place else f"{hit.heading}  ·  {hit.page.title}"
                self._add(f"{shown}\n{hit.snippet}", f"{hit.page.name}#.{hit.place}")
        else:
            for page in self._book.pages:
                self._add(page.title, page.name)
        self.list.blockSignals(False)
        self._none.setVisible(not self.list.count())
        if not typed and self._shown is not None:
            self._mark_page(*self._shown)

    def _add(self, text: str, address: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_PLACE, address)

    def _mark_page(self, page: HelpPage, place: int) -> None:
        wanted = {page.name, f"{page.name}#.{place}"}
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            if self.list.item(row).data(_PLACE) in wanted:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.go_to(str(item.data(_PLACE)))

    def _on_return(self) -> None:
        """Enter in the search opens the first that was found."""
        if self.list.count():
            self.list.setCurrentRow(0)
            self._on_chosen(self.list.item(0))

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # --- the window itself ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentRow(max(0, self.list.currentRow()))
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now it is as wide as it will be, and headings stand where they will.
        QTimer.singleShot(0, self, self._scroll)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Help"))
        self.search.setPlaceholderText(self.tr("Search in all pages…"))
        self.search.setAccessibleName(self.tr("Search in all pages…"))
        self.list.setAccessibleName(self.tr("Pages of the manual"))
        self.text.setAccessibleName(self.tr("Page of the manual"))
        self._none.setText(self.tr("Nothing found. Try one word, or the number of a message."))
        self._none.setVisible(False)
        self.back.setText(self.tr("Back"))
        self.forward.setText(self.tr("Forward"))
        self.close_button.setText(self.tr("Close"))
        self._allow()
        if self._language != self._office.language:
            self._shown = None
            self._read()


def _heading(document: QTextDocument, place: int) -> QTextBlock:
    """The block of a page's heading, counted from 0; the first block where there is none."""
    block, seen = document.begin(), -1
    while block.isValid():
        if block.blockFormat().headingLevel():
            seen += 1
            if seen == place:
                return block
        block = block.next()
    return document.begin()


def _space_out(document: QTextDocument) -> None:
    """Lines that can be read: a little air between them and between paragraphs."""
    from PySide6.QtGui import QTextBlockFormat, QTextCursor

    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        shape = QTextBlockFormat(block.blockFormat())
        shape.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if shape.headingLevel() > 1:
            shape.setTopMargin(18)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(shape)
        block = block.next()
