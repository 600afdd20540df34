"""What nobody expected: kept in the log, told calmly, with details that hold nothing of a document."""

from __future__ import annotations

import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QProcess,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.folders import show_folder


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
    """Says that something went wrong; never stands in the way of going on. Further faults are counted."""

    restart_wanted = Signal()

    def __init__(self, details: str, logs: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults = [details]
        self._logs = logs
        identify(self, "crash")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        identify(self._count, "crash.count")
        self._count.hide()
        self._shown = QPlainTextEdit(details, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        for widget in (*self._words(), self._count, self._shown):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        self.resize(620, 380)

    def add(self, details: str) -> None:
        """Another fault while this one is being told."""
        self._faults.append(details)
        self._count.setText(self.tr("Faults so far: {0}").format(len(self._faults)))
        self._count.show()
        self._shown.setPlainText(self.details)

    @property
    def details(self) -> str:
        """What is copied: each fault once, with how often it came."""
        times = Counter(self._faults)
        return "\n\n".join(fault if n == 1 else f"{n} ×\n{fault}" for fault, n in times.items())

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
        self._shown.setReadOnly(True)
        self._shown.setTabChangesFocus(True)
        self._shown.setAccessibleName(self.tr("Details"))
        identify(self._shown, "crash.details")
        return [title, text]

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._button("copy", self.tr("Copy details"), self._on_copy))
        if self._logs is not None:
            row.addWidget(self._button("openLogs", self.tr("Open log folder"), self._on_open_logs))
        row.addStretch(1)
        row.addWidget(self._button("restart", self.tr("Restart"), self.restart_wanted.emit))
        go_on = self._button("continue", self.tr("Continue"), self.accept)
        go_on.setProperty("role", "primary")
        go_on.setDefault(True)
        go_on.setFocus()
        row.addWidget(go_on)
        return row

    def _button(self, name: str, text: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        identify(button, f"crash.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: deed())
        return button

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)

    def _on_open_logs(self) -> None:
        if self._logs is not None:
            show_folder(self._logs)


class CrashReporter(QObject):
    """Hears of exceptions that nobody caught, from any thread; lives on the GUI thread.

    `program` starts this program again; without it there is no restarting.
    """

    _caught = Signal(str)

    def __init__(self, window: QWidget, program: Sequence[str] = (), logs: Path | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._program = tuple(program)
        self._logs = logs
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
            self._open.add(details)
            return
        self._open = CrashDialog(details, self._logs, self._window)
        self._open.destroyed.connect(self._on_closed)
        self._open.restart_wanted.connect(self._on_restart)
        self._open.open()

    def _on_restart(self) -> None:
        """The window closes as ever, which saves what was typed; then the program starts anew."""
        dialog, self._open = self._open, None
        if dialog is not None:
            dialog.close()
        if self._window.close() and self._program:
            QProcess.startDetached(self._program[0], list(self._program[1:]))

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
