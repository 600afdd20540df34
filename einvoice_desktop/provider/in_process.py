"""A server inside this process: a WSGI application as a transport, its hanging up and stalling included."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

import httpx

from einvoice_desktop.provider.wire import MAX_ANSWER

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


Transport = httpx.BaseTransport
"""How requests reach a server; for annotations elsewhere."""


def in_process_transport(app: WSGIApplication, dropped: type[BaseException]) -> httpx.BaseTransport:
    """Serves requests by calling `app`, each in a thread of its own, as a server would.

    The exception `dropped` out of `app` is a connection it closed; an answer that is not whole within the
    request's read time-out is one that never came. Any other exception is a bug and comes through.
    """
    return _InProcess(app, dropped)


class _InProcess(httpx.BaseTransport):
    def __init__(self, app: WSGIApplication, dropped: type[BaseException]) -> None:
        self._transport = httpx.WSGITransport(app=app)
        self._dropped = dropped

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        call = _Call(self._transport, request)
        threading.Thread(target=call.run, name="in-process-server", daemon=True).start()
        if not call.done.wait(request.extensions.get("timeout", {}).get("read")):
            raise httpx.ReadTimeout("timed out", request=request)
        if isinstance(call.error, self._dropped):
            # httpcore's own words: this must look like a socket that was closed.
            raise httpx.RemoteProtocolError(
                "Server disconnected without sending a response.", request=request
            ) from None
        return call.result()


class _Call:
    """One request to the application, read whole, as far as anybody would read it."""

    def __init__(self, transport: httpx.WSGITransport, request: httpx.Request) -> None:
        self.done = threading.Event()
        self.error: BaseException | None = None
        self._transport = transport
        self._request = request
        self._response: httpx.Response | None = None

    def run(self) -> None:
        try:
            self._response = self._answered()
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits
            self.error = error
        finally:
            self.done.set()

    def result(self) -> httpx.Response:
        if self.error is not None:
            raise self.error
        assert self._response is not None
        return self._response

    def _answered(self) -> httpx.Response:
        response = self._transport.handle_request(self._request)
        body = bytearray()
        with contextlib.closing(response):
            for chunk in response.iter_raw():
                body += chunk
                if len(body) > MAX_ANSWER:
                    break
        return httpx.Response(response.status_code, headers=response.headers, content=bytes(body))
