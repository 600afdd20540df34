"""What the person has chosen: known at once everywhere, written durably off the GUI thread."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.gui.tasks import TaskRunner


class Settings(Protocol):
    """Names and texts that outlive the program."""

    def get(self, name: str, default: str = "") -> str:
        """The setting, or `default`."""
        ...

    def set(self, name: str, value: str) -> None:
        """Durable when it returns; may block."""
        ...


class Preferences(QObject):
    """The settings for the window's parts. One write is under way at a time, so the last choice is kept."""

    changed = Signal(str)
    """The name of a setting that has another value now."""
    write_failed = Signal(object)
    """The exception. The choice holds until the program ends."""

    def __init__(self, settings: Settings, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._tasks = tasks
        self._chosen: dict[str, str] = {}
        self._unwritten: dict[str, str] = {}
        self._writing = False

    def get(self, name: str, default: str = "") -> str:
        """The setting as it was last chosen, or `default`."""
        return self._chosen[name] if name in self._chosen else self._settings.get(name, default)

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """The setting as a whole number; `default` where it is none or out of bounds."""
        text = self.get(name, str(default)).strip()
        value = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
        return value if least <= value <= most else default

    def choose(self, name: str, value: str) -> None:
        """From now on `name` is `value`."""
        if self.get(name) == value and name in self._chosen:
            return
        self._chosen[name] = self._unwritten[name] = value
        self.changed.emit(name)
        self._write()

    def _write(self) -> None:
        if self._writing or not self._unwritten:
            return
        self._writing = True
        values, self._unwritten = self._unwritten, {}
        settings = self._settings

        def work() -> None:
            for name, value in values.items():
                settings.set(name, value)

        self._tasks.run(work, self._on_written, self._on_failed)

    def _on_written(self, _done: None) -> None:
        self._writing = False
        self._write()

    def _on_failed(self, error: Exception) -> None:
        self._writing = False
        self.write_failed.emit(error)
