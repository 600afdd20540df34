"""What nobody expected: kept in the log, told calmly, with details that hold nothing of a document."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify


def redacted(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Type and places of an exception; neither its message nor any value, which may hold what was typed."""
    lines = [f"{kind.__module__}.{kind.__qualname__}"]
    lines += [
        f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]
    return "\n".join(lines)


def _short(filename: str) -> str:
    """A source file's place inside its package: where people's folders begin, their names begin."""
    return "/".join(filename.replace("\\", "/").split("/")[-3:])


class CrashDialog(QDialog):
    """Says that something went wrong, once; never stands in the way of going on."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = details
        identify(self, "crash")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        for widget in self._words():
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        self.resize(560, 340)

    def _words(self) -> list[QWidget]:
        title = QLabel(self.tr("Something went wrong"), self)
        title.setProperty("role", "heading")
        text = QLabel(
            self.tr(
                "The program has a fault and could not finish what it was doing. What you typed is saved, "
                "and what was issued stays issued. You can go on working."
            ),
            self,
        )
        text.setWordWrap(True)
        shown = QPlainTextEdit(self._details, self)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(self.tr("Details"))
        return [title, text, shown]

    def _buttons(self) -> QHBoxLayout:
        copy = QPushButton(self.tr("Copy details"), self)
        identify(copy, "crash.copy")
        copy.clicked.connect(self._on_copy)
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("role", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        close.setFocus()
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


class CrashReporter(QObject):
    """Hears of exceptions that nobody caught, from any thread; lives on the GUI thread."""

    _caught = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: CrashDialog | None = None
        self._hooks = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on hears of everything, and of what Qt itself complains about (log only)."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(log_qt_message)

    def uninstall(self) -> None:
        """As it was before."""
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hooks[0](kind, error, trace)
            return
        details = redacted(kind, trace)
        log_quietly("einvoice_desktop", details)
        self._caught.emit(details)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit and args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _on_caught(self, details: str) -> None:
        if self._open is not None:
            return
        self._open = CrashDialog(details, self._window)
        self._open.destroyed.connect(self._on_closed)
        self._open.open()

    def _on_closed(self) -> None:
        self._open = None


def log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own complaints, in the log."""
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        log_quietly("qt", message)


def log_quietly(name: str, text: str) -> None:
    """A line in the log, and nothing for the person to see."""
    # Not at the top: the window paints before anything is logged.
    import logging

    logging.getLogger(name).error("%s", text)
