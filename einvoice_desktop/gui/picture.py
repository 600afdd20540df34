"""Pictures of the window without a screen, for the README and for looking at."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from einvoice_desktop.app.entry import Language
from einvoice_desktop.gui.main_window import MainWindow
from einvoice_desktop.gui.preferences import Settings
from einvoice_desktop.gui.start import (
    OpenDesk,
    Program,
    Resource,
    _opening,
    attach,
    build_window,
    equip,
    make_application,
)

Act = Callable[[MainWindow], None]
_LONGEST_WAIT = 20.0
_QUIET_SECONDS = 0.15


class _Chosen:
    """Settings for one picture: nothing of them is kept."""

    def __init__(self, settings: Settings, language: Language) -> None:
        self._settings = settings
        self._language = language

    def get(self, name: str, default: str = "") -> str:
        """As the real settings have it, but for the language and the window's place."""
        if name == "window":
            return ""
        return self._language if name == "language" else self._settings.get(name, default)

    def set(self, name: str, value: str) -> None:
        """Nothing is kept."""


def picture(
    path: Path,
    open_desk: OpenDesk,
    settings: Settings,
    resource: Resource,
    *,
    view: str = "compose",
    language: Language = "el",
    size: tuple[int, int] = (1280, 900),
    scale: float = 1.0,
    act: Act | None = None,
) -> None:
    """Saves a picture (PNG) of `view` to `path`, with the desk attached and everything read.

    `act` does something with the window first; `scale` is the screen's (1.5 for 150 %).
    """
    app = QApplication.instance() or make_application()
    assert isinstance(app, QApplication)
    chosen = _Chosen(settings, language)
    program = equip(build_window(app, chosen, resource), chosen)
    try:
        _prepare(program, open_desk, language, size)
        program.window.open_view(view)
        settle(program.window)
        if act is not None:
            act(program.window)
            settle(program.window)
        render(program.window, scale).save(str(path))
    finally:
        program.window.close()


def _prepare(program: Program, open_desk: OpenDesk, language: Language, size: tuple[int, int]) -> None:
    window = program.window
    window.resize(*size)
    window.show()
    window.stage.page.focus_first()
    settle(program.window)
    opened = _opening(open_desk, None, language)()
    attach(program, opened)
    settle(program.window)


def settle(window: MainWindow) -> None:
    """Waits until nothing is under way and nothing has moved for a moment. Raises TimeoutError."""
    end = time.monotonic() + _LONGEST_WAIT
    quiet_since = time.monotonic()
    while time.monotonic() - quiet_since < _QUIET_SECONDS:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if not window.tasks.is_idle:
            quiet_since = time.monotonic()
        if time.monotonic() > end:
            raise TimeoutError("the window does not come to rest")


def render(widget: QWidget, scale: float) -> QImage:
    """The widget as a screen of `scale` shows it."""
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    return image
