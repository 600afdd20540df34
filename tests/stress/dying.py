"""The program, made to kill itself at a named step: `python -m tests.stress.dying ORDER -- WORD...`

ORDER is JSON: `step` and `times` (it dies when it comes to that step for the so many-th time), `record` (a
file to which the steps that it comes by are written), `days` (how far its clock is off).
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import httpx
from sqlalchemy import Engine, event

from einvoice_desktop import bootstrap
from einvoice_desktop.__main__ import main
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.provider import wire
from einvoice_desktop.store.outbox import SqlOutbox

Order = dict[str, Any]

_SEND, _SIGN_IN = "/invoice/json", "/authentication/login"


class Walk(threading.local):
    """Which transaction this thread is in, and how many of its statements have begun."""

    transaction = ""
    statements = 0


class Steps:
    """Comes by one step after the other; at the one that was named it dies."""

    def __init__(self, order: Order) -> None:
        self._step: str = order.get("step", "")
        self._left: int = order.get("times", 1)
        self._record = order.get("record")
        self._walk = Walk()

    def by(self, step: str) -> None:
        if step and self._record:
            with open(self._record, "a", encoding="utf-8") as record:  # noqa: PTH123 - the quickest way
                record.write(f"{step}\n")
        if step and step == self._step:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    @property
    def is_inside(self) -> bool:
        return bool(self._walk.transaction)

    @contextmanager
    def within(self, transaction: str) -> Iterator[None]:
        self.by(f"{transaction}: before")
        self._walk.transaction, self._walk.statements = transaction, 0
        try:
            yield
        finally:
            self._walk.transaction = ""
        self.by(f"{transaction}: after")

    def inside(self, transaction: str, work: Callable[[], Any]) -> Any:
        with self.within(transaction):
            return work()

    def statement(self, *_: Any) -> None:
        if self._walk.transaction:
            self._walk.statements += 1
            self.by(f"{self._walk.transaction}: statement {self._walk.statements}")

    def commit(self, _connection: Any) -> None:
        if self._walk.transaction:
            self.by(f"{self._walk.transaction}: commit")


def watch_the_books(steps: Steps) -> None:
    seal, move, again = SqlOutbox.seal, SqlOutbox.move, SqlOutbox.seal_again
    together = SqlOutbox.together

    def sealing(self: Any, *args: Any, **named: Any) -> Any:
        return steps.inside("seal", lambda: seal(self, *args, **named))

    def moving(self: Any, row: Any, to: State, *args: Any, **named: Any) -> Any:
        started = {State.SENDING: "to sending"}.get(to, "settle")
        name = "recover" if named.get("reason") == "interrupted" else started
        if steps.is_inside:
            return move(self, row, to, *args, **named)
        return steps.inside(name, lambda: move(self, row, to, *args, **named))

    @contextmanager
    def settling(self: Any) -> Iterator[None]:
        with steps.within("settle"), together(self):
            yield

    def sealing_again(self: Any, *args: Any, **named: Any) -> Any:
        return steps.inside("seal again", lambda: again(self, *args, **named))

    SqlOutbox.seal = sealing  # type: ignore[method-assign]
    SqlOutbox.move = moving  # type: ignore[method-assign,assignment]
    SqlOutbox.together = settling  # type: ignore[method-assign]
    SqlOutbox.seal_again = sealing_again  # type: ignore[method-assign]
    event.listen(Engine, "before_cursor_execute", steps.statement)
    event.listen(Engine, "commit", steps.commit)


def watch_the_line(steps: Steps) -> None:
    fetch, letters, send = wire.Line.fetch, wire.Letter.__iter__, wire.Line.send

    def fetching(self: Any, url: str, headers: Any, letter: Any, timeouts: Any, method: str) -> Any:
        before, after = "", ""
        if url.lower().endswith(_SEND):
            before, after = "before the document leaves", "the answer is read"
        elif url.lower().endswith(_SIGN_IN):
            before, after = "before signing in", "sign-in answered"
        elif method == "GET":
            before, after = "before a page is asked for", "the page is read"
        steps.by(before)
        answer = fetch(self, url, headers, letter, timeouts, method)
        steps.by(after)
        return answer

    def leaving(self: Any) -> Iterator[bytes]:
        yield from letters(self)
        if b'"invoiceTypeCode"' in self._content:
            steps.by("the document left")

    def sending(self: Any, request: httpx.Request) -> httpx.Response:
        response = send(self, request)
        if request.url.path.lower().endswith(_SEND):
            steps.by("the provider recorded")
        return response

    wire.Line.fetch = fetching  # type: ignore[method-assign]
    wire.Letter.__iter__ = leaving  # type: ignore[method-assign]
    wire.Line.send = sending  # type: ignore[method-assign]


def set_the_clock(days: int) -> None:
    now = bootstrap.SystemClock.now

    def other_day(self: bootstrap.SystemClock) -> datetime:
        return now(self) + timedelta(days=days)

    bootstrap.SystemClock.now = other_day  # type: ignore[method-assign]


def run(order: Order, words: list[str]) -> int:
    steps = Steps(order)
    watch_the_books(steps)
    watch_the_line(steps)
    if order.get("days"):
        set_the_clock(order["days"])
    return main(words)


if __name__ == "__main__":
    sys.exit(run(json.loads(sys.argv[1]), sys.argv[3:]))
