"""Lays documents out off the GUI thread, as the settings of the moment wish it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from einvoice_desktop.gui.paper.wishes import WishReader

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile
    from einvoice_desktop.gui.paper.subjects import Sheet, Subject


class LayingOut(QObject):
    """Makes sheets. A logo that cannot be read is told once."""

    def __init__(self, office: Office, read_file: ReadFile, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._read_file = read_file
        self._warned_of = ""
        self._under_way: set[str] = set()

    def lay_out(self, subject: Subject, then: Callable[[Sheet], None]) -> None:
        """`then` gets the pages, on the GUI thread; a failure is said."""
        self._run(subject, then, self._office.on_failed)

    def lay_out_once(self, deed: str, subject: Subject, then: Callable[[Sheet], None]) -> None:
        """The same; while it is under way for `deed`, a second press of its key does nothing."""
        if deed in self._under_way:
            return
        self._under_way.add(deed)

        def done(sheet: Sheet) -> None:
            self._under_way.discard(deed)
            then(sheet)

        def failed(error: Exception) -> None:
            self._under_way.discard(deed)
            self._office.on_failed(error)

        self._run(subject, done, failed)

    def _run(
        self, subject: Subject, then: Callable[[Sheet], None], failed: Callable[[Exception], None]
    ) -> None:
        from einvoice_desktop.gui.paper.fonts import point_at

        point_at(self._office.resource)
        desk = self._office.the_desk
        reader = WishReader(self._office.preferences, self._read_file)

        def work() -> tuple[Sheet, str]:
            read = reader.read()
            sheet = subject.lay_out(desk, read.wishes)
            return (sheet if reader.attaches_data else replace(sheet, data=b"")), read.missing_logo

        def done(made: tuple[Sheet, str]) -> None:
            sheet, missing_logo = made
            self._warn_of(missing_logo)
            then(sheet)

        self._office.tasks.run(work, done, failed)

    def _warn_of(self, missing_logo: str) -> None:
        if missing_logo and missing_logo != self._warned_of:
            self._warned_of = missing_logo
            self._office.say(
                self.tr("The logo could not be read, so the paper has none: {0}").format(missing_logo),
                "warning",
            )
