"""What tests of signing in share: tokens that are told apart, and what the server got to see of them."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from einvoice_desktop.domain.submission import Outcome, OutcomeKind
from tests.provider.loopback import Loopback, Request, Script, http, tokens

K = OutcomeKind
LOGIN, REFRESH, INVOICE = "/Authentication/login", "/Authentication/refresh", "/invoice/json"


def counted_tokens() -> Script:
    """A new pair of tokens at every call."""
    numbers = iter(range(1, 1000))

    def script(connection: socket.socket, _: Request) -> None:
        number = next(numbers)
        connection.sendall(http(200, json.dumps(tokens(f"access-{number}", f"refresh-{number}")).encode()))

    return script


def bearers(server: Loopback, path: str = INVOICE) -> list[str]:
    return [request.headers.get("authorization", "") for request in server.sent(path)]


def together(count: int, work: Callable[[], Outcome]) -> list[Outcome]:
    """All at the same moment."""
    start = threading.Barrier(count)

    def one() -> Outcome:
        start.wait(10)
        return work()

    with ThreadPoolExecutor(count) as pool:
        return [future.result() for future in [pool.submit(one) for _ in range(count)]]
