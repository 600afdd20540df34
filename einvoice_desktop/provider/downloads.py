"""Fetches what lies at an address on the web: over https alone, bounded, and with nothing of this office."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from einvoice_desktop import __version__
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.provider.deadline import Deadline, Watchdog
from einvoice_desktop.provider.servers import is_loopback
from einvoice_desktop.provider.wire import Cutter, plain_client

_OK, _REDIRECTS = 200, range(300, 400)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: to connect, between two bytes, and for the whole of a small answer or of a package."""

    connect: float = 10.0
    read: float = 30.0
    answer: float = 60.0
    package: float = 3600.0


class WebDownloads:
    """`app.ports.updates.Downloads`. Each call has a connection of its own."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()

    def fetch(self, address: str, most: int) -> bytes:
        """The bytes there, at most `most`. Raises UserError as the port says."""
        found = bytearray()
        self._read(address, most, self._patience.answer, found.extend, lambda: False)
        return bytes(found)

    def stream(
        self, address: str, size: int, keep: Callable[[bytes], object], stopped: Callable[[], bool]
    ) -> None:
        """Hands the bytes on, never more than `size`. Raises UserError as the port says."""
        self._read(address, size, self._patience.package, keep, stopped)

    def _read(
        self,
        address: str,
        most: int,
        seconds: float,
        keep: Callable[[bytes], object],
        stopped: Callable[[], bool],
    ) -> None:
        end, cutter, watchdog, got = Deadline(seconds), Cutter(), Watchdog(), 0
        try:
            with (
                _told(address, end),
                watchdog.watching(end, cutter.cut),
                self._answer(address, cutter) as response,
            ):
                _check_head(response, address, most)
                for piece in response.iter_bytes():
                    got += len(piece)
                    if stopped():
                        raise UserError("update_stopped")
                    if got > most:
                        raise UserError("update_too_large", place=_host(address))
                    keep(piece)
        finally:
            watchdog.close()

    @contextmanager
    def _answer(self, address: str, cutter: Cutter) -> Iterator[httpx.Response]:
        try:
            client = plain_client(address)
        except (ValueError, ImportError, httpx.InvalidURL):
            raise UserError("proxy_unusable") from None
        limits = httpx.Timeout(self._patience.read, connect=self._patience.connect)
        headers = {"Accept": "*/*", "User-Agent": f"einvoice-desktop/{__version__}"}
        seen = {"trace": cutter.see}
        with (
            client,
            client.stream("GET", address, headers=headers, timeout=limits, extensions=seen) as response,
        ):
            yield response


def _check_head(response: httpx.Response, address: str, most: int) -> None:
    if response.status_code in _REDIRECTS:
        raise UserError("update_redirected", place=_host(address))
    if response.status_code != _OK:
        raise UserError("update_answer", place=_host(address), status=response.status_code)
    declared = response.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > most:
        raise UserError("update_too_large", place=_host(address))


@contextmanager
def _told(address: str, end: Deadline) -> Iterator[None]:
    """Turns the line's faults into sentences; refuses an address that may not be spoken to."""
    if not address.startswith("https://") and not (address.startswith("http://") and is_loopback(address)):
        raise UserError("update_not_https", place=_host(address))
    try:
        yield
    except httpx.TimeoutException as error:
        raise UserError("update_slow", place=_host(address)) from error
    except (httpx.RemoteProtocolError, httpx.ReadError) as error:
        code = "update_cut_off" if end.left() else "update_slow"
        raise UserError(code, place=_host(address)) from error
    except (httpx.HTTPError, ssl.SSLError, httpx.InvalidURL, ValueError) as error:
        raise UserError("update_unreachable", place=_host(address)) from error


def _host(address: str) -> str:
    """Of the address what a person knows."""
    return address.partition("://")[2].partition("/")[0][:100] or address[:100]
