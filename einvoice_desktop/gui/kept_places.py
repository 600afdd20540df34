"""Where the person has put things: the window, the splitters and the columns of lists, kept across starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter, QWidget

if TYPE_CHECKING:
    from einvoice_desktop.gui.pages.table import RowsTable
    from einvoice_desktop.gui.preferences import Settings

_WIDEST = 4000


class KeptPlaces(QObject):
    """Puts things back as they are built; `texts` is what the settings keep of them at the end."""

    def __init__(self, settings: Settings, window: QMainWindow) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._splitters: dict[str, QSplitter] = {}
        self._headers: dict[str, RowsTable[object]] = {}
        self._moved: set[str] = set()

    def restore_window(self) -> None:
        """The window's place and size, where they are known; its screen may be gone: Qt sees to that."""
        saved = self._settings.get("window")
        if saved:
            self._window.restoreGeometry(_bytes(saved))

    def restore_splitters(self, page: QWidget, name: str) -> None:
        """Those on a page that has just been built, as `splitter.<page>`."""
        for place, splitter in enumerate(page.findChildren(QSplitter)):
            self._restore_splitter(splitter, f"splitter.{name}" + (f".{place}" if place else ""))

    def restore_page(self, page: QWidget, name: str) -> None:
        """Splitters and lists of a page that has just been built; a list's widths are `columns.<table>`."""
        self.restore_splitters(page, name)
        for table in _record_tables(page):
            self._restore_columns(table, f"columns.{table.objectName()}")

    def texts(self) -> dict[str, str]:
        """The window, and of the rest what a person has moved, by the setting's name."""
        kept = {"window": _text(self._window.saveGeometry())}
        for name in self._moved & self._splitters.keys():
            kept[name] = _text(self._splitters[name].saveState())
        for name in self._moved & self._headers.keys():
            kept[name] = _widths(self._headers[name])
        return kept

    def _restore_splitter(self, splitter: QSplitter, name: str) -> None:
        saved = self._settings.get(name)
        if saved:
            splitter.restoreState(_bytes(saved))
        self._splitters[name] = splitter
        splitter.splitterMoved.connect(lambda _place, _index: self._moved.add(name))

    def _restore_columns(self, table: RowsTable[object], name: str) -> None:
        keys = [column.key for column in table.records.columns]
        for part in filter(None, self._settings.get(name).split(",")):
            key, _, width = part.partition(":")
            if key in keys and width.isascii() and width.isdigit() and 0 < int(width[:5]) <= _WIDEST:
                table.setColumnWidth(keys.index(key), int(width))
        self._headers[name] = table
        table.horizontalHeader().sectionResized.connect(lambda *_sizes: self._on_resized(name))

    def _on_resized(self, name: str) -> None:
        """A person's own doing: columns that the program widens for their titles are not kept."""
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._moved.add(name)


def _record_tables(page: QWidget) -> list[RowsTable[object]]:
    from einvoice_desktop.gui.pages.table import RowsTable

    return page.findChildren(RowsTable)


def _widths(table: RowsTable[object]) -> str:
    header = table.horizontalHeader()
    return ",".join(
        f"{column.key}:{table.columnWidth(place)}"
        for place, column in enumerate(table.records.columns)
        if header.sectionResizeMode(place) is QHeaderView.ResizeMode.Interactive
    )


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore")))
