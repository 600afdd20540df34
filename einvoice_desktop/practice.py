"""The practice provider of a data folder, and what it is made of: the clock, the code tables, a port."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from einvoice_desktop import paths

if TYPE_CHECKING:
    import socket

    from einvoice_desktop.provider.in_process import Transport
    from einvoice_desktop.sandbox.app import PracticeProvider
    from einvoice_desktop.sandbox.server import RunningServer
    from einvoice_desktop.sandbox.waiting import WaitingServer
    from einvoice_desktop.vault.pgp_practice import PracticeKeys

PRACTICE_KEY = "00000000-0000-4000-8000-00000000e1ec"
"""The practice provider's fixed key. It opens nothing else."""


class SystemClock:
    """The one reading of the computer's clock."""

    def now(self) -> datetime:
        """Aware UTC."""
        return datetime.now(UTC)


@cache
def load_table(name: str) -> Sequence[Mapping[str, object]]:
    """The raw rows of a code table. Raises KeyError for a table that is not there."""
    import json

    try:
        data = paths.resource(f"codes/{name}.json").read_bytes()
    except FileNotFoundError:
        raise KeyError(name) from None
    rows: Sequence[Mapping[str, object]] = json.loads(data)
    return rows


class _Tables(Mapping[str, Sequence[Mapping[str, object]]]):
    """The raw tables by name, each loaded when first asked for."""

    def __getitem__(self, name: str) -> Sequence[Mapping[str, object]]:
        return load_table(name)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(path.stem for path in paths.resource("codes").glob("*.json")))

    def __len__(self) -> int:
        return len(list(iter(self)))


class Practice:
    """The practice provider of a data folder, made when first needed; its port is remembered."""

    def __init__(self, data_dir: Path) -> None:
        self._dir = paths.practice_dir(data_dir)
        self._lock = threading.Lock()
        self._provider: PracticeProvider | None = None
        self._server: WaitingServer | None = None
        self._port: int | None = None

    def provider(self) -> PracticeProvider:
        """The WSGI application."""
        from einvoice_desktop.sandbox.app import PracticeProvider

        with self._lock:
            if self._provider is None:
                paths.private_dir(self._dir)
                self._provider = PracticeProvider(
                    self._dir,
                    _Tables(),
                    now=SystemClock().now,
                    address=lambda: f"http://127.0.0.1:{self.port()}",
                    practice_key=PRACTICE_KEY,
                    decrypt=lambda message: self._keys().decrypt(message),
                )
            return self._provider

    def public_key(self) -> bytes:
        """The key that documents for the practice provider are encrypted to. Raises UserError."""
        return self._keys().public()

    def _keys(self) -> PracticeKeys:
        from einvoice_desktop.vault.pgp_practice import PracticeKeys

        return PracticeKeys(paths.private_dir(self._dir))

    def transport(self) -> tuple[str, Transport]:
        """The base address and the way to reach the provider in process."""
        from einvoice_desktop.provider.in_process import in_process_transport
        from einvoice_desktop.sandbox.faults import ConnectionDropped

        provider = self.provider()
        return f"http://127.0.0.1:{self.port()}", in_process_transport(provider, ConnectionDropped)

    def port(self) -> int:
        """The remembered port; the first time a free one, remembered from then on."""
        if self._port is None:
            self._port = self._remembered() or self._remember(_free_port())
        return self._port

    def serve(self, port: int | None = None) -> WaitingServer | None:
        """Serves the pages, the provider being made for the first who asks for one; None where the port is
        another process's, which serves this folder's too."""
        from einvoice_desktop.sandbox.waiting import WaitingServer

        wanted = self.port() if port is None else port
        paths.private_dir(self._dir)
        try:
            self._server = WaitingServer(wanted, self._serve_on)
        except OSError:
            if port is not None:
                raise
            return None
        self._port = self._remember(self._server.port)
        return self._server

    def _serve_on(self, listener: socket.socket) -> RunningServer:
        from einvoice_desktop.sandbox.server import serve_on

        return serve_on(listener, self.provider())

    def address(self) -> str | None:
        """Where the pages are served, None while they are not."""
        return self._server.address if self._server else None

    def close(self) -> None:
        """The pages are served no longer."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._provider is not None:
            self._provider.close()

    def _remembered(self) -> int | None:
        try:
            text = (self._dir / "port").read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return int(text) if text.isdigit() and 0 < int(text) < 65536 else None

    def _remember(self, port: int) -> int:
        paths.private_dir(self._dir)
        (self._dir / "port").write_text(f"{port}\n", encoding="ascii")
        return port


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
