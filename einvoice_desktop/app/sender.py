"""The worker: one loop that sends what is due, in the window's thread or a command's, never two at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from einvoice_desktop.app.attending import alone
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Clock, LockHolder, Outbox, Scope, SenderLock
from einvoice_desktop.app.submit import Submitter, seconds_until
from einvoice_desktop.domain.submission import Submission

POLL_SECONDS = 1.0
"""How often the outbox is looked at for what other processes queued, and the lock for its release."""


@dataclass(frozen=True, slots=True)
class SenderStatus:
    """Whether this process sends; if another one does, who; what stopped it last, as a code."""

    sending_here: bool
    holder: LockHolder | None
    trouble: str = ""


class Sender:
    """Sends while it holds the data folder's lock; without it, waits for the lock.

    `run` blocks and belongs on a thread of its own; `wake` and `status` may be called from any thread.
    `on_change` is called on the worker's thread.
    """

    def __init__(
        self,
        submitter: Submitter,
        outbox: Outbox,
        lock: SenderLock,
        clock: Clock,
        scopes: Sequence[Scope],
        on_change: Callable[[Submission], None],
        among: Callable[[Callable[[], None]], AbstractContextManager[Callable[[], int]]] = alone,
    ) -> None:
        """`among`: how this desk stands among those that share the books, while it sends (app/attending)."""
        self._submitter = submitter
        self._outbox = outbox
        self._lock = lock
        self._clock = clock
        self._scopes = tuple(scopes)
        self._on_change = on_change
        self._among = among
        self._awake = threading.Event()
        self._sending_here = False
        self._trouble = ""

    def run(self, stop: threading.Event) -> None:
        """Until `stop` is set (then call `wake` too)."""
        while not stop.is_set():
            self._take_turn(stop)
            self._rest(POLL_SECONDS, stop)

    def wake(self) -> None:
        """Look at the outbox now."""
        self._awake.set()

    def status(self) -> SenderStatus:
        """Who sends."""
        holder = None if self._sending_here else self._lock.holder()
        # Asked last: a turn of its own may have begun in between.
        here = self._sending_here
        return SenderStatus(here, None if here else holder, self._trouble)

    def _take_turn(self, stop: threading.Event) -> None:
        """A full disk or a locked database is told and waited out; a bug goes up and ends the worker."""
        try:
            with self._lock.hold() as mine:
                self._sending_here = mine
                if mine:
                    with self._among(self.wake) as take_up:
                        self._send(stop, take_up)
        except UserError as trouble:
            self._trouble = trouble.code
        finally:
            self._sending_here = False

    def _send(self, stop: threading.Event, take_up: Callable[[], int]) -> None:
        self._trouble = ""
        take_up()
        self._recover()
        while not stop.is_set():
            if take_up():
                self._recover()
            if self._submitter.step(self._scopes, self._on_change, self._going_on(stop)) is None:
                self._rest(self._pause(), stop)

    def _going_on(self, stop: threading.Event) -> Callable[[], bool]:
        """Whether one document may be taken up with the end of another: where others share the books, each
        has its lease renewed first."""
        until = time.monotonic() + POLL_SECONDS if self._among is alone else 0.0
        return lambda: not stop.is_set() and time.monotonic() < until

    def _recover(self) -> None:
        for left in self._submitter.recover():
            self._on_change(left)

    def _pause(self) -> float:
        now = self._clock.now()
        due = [seconds_until(self._outbox.next_due_at(scope), now) for scope in self._scopes]
        return min([POLL_SECONDS, *(seconds for seconds in due if seconds is not None)])

    def _rest(self, seconds: float, stop: threading.Event) -> None:
        if not stop.is_set():
            self._awake.wait(max(seconds, 0.01))
        self._awake.clear()


def run_until(sender: Sender, done: Callable[[], bool], seconds: float) -> None:
    """Runs `sender` on a thread of its own until `done` or for `seconds`; for commands without a window."""
    stop, ended = threading.Event(), threading.Event()

    def body() -> None:
        try:
            sender.run(stop)
        finally:
            ended.set()

    thread = threading.Thread(target=body, name="sender", daemon=True)
    thread.start()
    end = time.monotonic() + seconds
    while not done() and not ended.is_set() and time.monotonic() < end:
        ended.wait(0.02)
    stop.set()
    sender.wake()
    thread.join(timeout=5.0)
