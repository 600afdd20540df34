"""One window a data folder: the first one listens, and takes the files of later starts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from einvoice_desktop.gui.crash import log_quietly
from einvoice_desktop.gui.folders import Meeting
from einvoice_desktop.gui.tasks import TaskRunner

LONGEST_REQUEST = 40_000
"""Bytes: a path may have 32,767 characters in Windows."""
_PATIENCE_MS = 2000


class Instance(QObject):
    """Listens once it holds the lock; another process that holds it listens instead."""

    called = Signal(object)
    """A later start: its file (Path) or None. The window is to come to the front."""
    listening = Signal()

    def __init__(self, meeting: Meeting, server: str, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._meeting, self._server_name, self._tasks = meeting, server, tasks
        self._lock = QLockFile(str(meeting.lock))
        # Its age says nothing; whether its process lives does.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def start(self) -> None:
        """Takes the lock off the GUI thread, then listens."""
        lock, meeting = self._lock, self._meeting
        self._tasks.run(lambda: meeting.address() if lock.tryLock(0) else "", self._on_locked)

    def stop(self) -> None:
        """Later starts open a window of their own."""
        self._server.close()
        self._lock.unlock()

    def _on_locked(self, address: str) -> None:
        if not address:
            return
        # What lies there was left by a window that died: the lock is ours.
        QLocalServer.removeServer(address)
        if self._server.listen(address):
            self.listening.emit()
        else:
            log_quietly("einvoice_desktop", f"not listening: {self._server.serverError().name}")

    def _on_connection(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            line.readyRead.connect(lambda line=line: self._on_readable(line))
            line.disconnected.connect(line.deleteLater)
            QTimer.singleShot(_PATIENCE_MS, line, line.abort)
            self._on_readable(line)

    def _on_readable(self, line: QLocalSocket) -> None:
        if not line.canReadLine():
            if line.bytesAvailable() > LONGEST_REQUEST:
                line.abort()
            return
        request = read_request(bytes(line.readLine(LONGEST_REQUEST).data()))
        if request is None or request.server != self._server_name:
            line.write(b"other\n")
            line.disconnectFromServer()
            return
        line.write(b"taken\n")
        line.disconnectFromServer()
        self.called.emit(request.file)


class Request(NamedTuple):
    """What a later start asks for."""

    server: str
    file: Path | None


def read_request(data: bytes) -> Request | None:
    """None for anything that no start of this program writes: a file is an absolute path and nothing else."""
    try:
        told = json.loads(data)
    except ValueError:
        return None
    if not isinstance(told, dict) or set(told) != {"server", "file"}:
        return None
    server, name = told["server"], told["file"]
    if not isinstance(server, str) or not isinstance(name, str) or "\0" in name:
        return None
    file = Path(name) if name else None
    if file is not None and not file.is_absolute():
        return None
    return Request(server, file)
