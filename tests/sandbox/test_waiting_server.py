"""A port that is served only when somebody is there: the practice provider costs nothing before."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from einvoice_desktop.practice import Practice
from einvoice_desktop.sandbox.waiting import HOST, WaitingServer, listen

REQUEST = b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    made = Practice(tmp_path)
    yield made
    made.close()


def test_the_provider_is_made_for_the_first_who_asks(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    really = practice.provider
    monkeypatch.setattr(practice, "provider", lambda: made.append("made") or really())
    server = practice.serve(0)
    assert server is not None
    assert made == []
    assert practice.address() == server.address
    for _ in range(2):
        with socket.create_connection((HOST, server.port), timeout=20) as line:
            line.sendall(REQUEST)
            assert line.recv(100).startswith(b"HTTP/1.1 ")
    assert made == ["made"]


def test_a_port_that_nobody_called_is_free_again_when_it_is_closed(practice: Practice) -> None:
    server = practice.serve(0)
    assert server is not None
    practice.close()
    practice.close()
    with listen(server.port) as again:
        assert again.getsockname() == (HOST, server.port)


def test_a_port_that_another_has_is_told_at_once() -> None:
    with listen() as taken, pytest.raises(OSError, match="in use"):
        WaitingServer(taken.getsockname()[1], lambda _listener: pytest.fail("nobody called"))


def test_callers_wait_in_line_while_the_provider_is_made(practice: Practice) -> None:
    server = practice.serve(0)
    assert server is not None
    place = (HOST, server.port)
    with ExitStack() as stack:
        lines = [stack.enter_context(socket.create_connection(place, timeout=20)) for _ in range(5)]
        for line in lines:
            line.sendall(REQUEST)
        assert all(line.recv(100).startswith(b"HTTP/1.1 ") for line in lines)
