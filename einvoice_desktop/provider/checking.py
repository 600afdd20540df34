"""Tries the way to the provider without a document, and tells step by step what is wrong with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Clock, ConnectionCheck, ConnectionStep, StepEnd, StepName
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SignIn
from einvoice_desktop.provider.deadline import Deadline
from einvoice_desktop.provider.line_words import Said, answer_fault, line_fault
from einvoice_desktop.provider.proxies import system_proxy
from einvoice_desktop.provider.sign_in import ApiKey, NotSignedIn, open_door
from einvoice_desktop.provider.wire import Answer, Letter, LineError, Timeouts, Wire

TIMEOUTS = Timeouts(connect=10.0, read=20.0, write=10.0, total=40.0)
"""Seconds: a person waits for the answer."""
CLOCKS_MAY_DIFFER = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Target:
    """Which server is tried, for whom, and how. `vat` is bare. `transport` stands in for the network."""

    address: str
    vat: str
    sign_in: SignIn
    transport: httpx.BaseTransport | None = None


def check_connection(
    target: Target,
    api_key: ApiKey,
    clock: Clock,
    *,
    timeouts: Timeouts = TIMEOUTS,
    monotonic: Callable[[], float] = time.monotonic,
) -> ConnectionCheck:
    """Signs in once, on a connection of its own, and tells what that came to.

    The key itself in a header can only be tried with a document, so there the same key is tried by a
    sign-in. Blocks; never raises for what a line, a server or a keyring does.
    """
    try:
        wire = _WatchedWire(target.address, transport=target.transport, timeouts=timeouts)
    except UserError as error:
        return ConnectionCheck((ConnectionStep(StepName.LINE, StepEnd.FAILED, error.code, error.params),))
    tried = SignIn.BEARER if target.sign_in is SignIn.APIKEY else target.sign_in
    door = open_door(tried, wire, api_key, clock, monotonic)
    try:
        door.admit(target.vat, Deadline(timeouts.total))
    except NotSignedIn as failed:
        return ConnectionCheck(_failed_steps(failed.outcome, wire, target, clock))
    finally:
        wire.close()
    stays = target.sign_in is not SignIn.APIKEY
    last = _fine(StepName.SIGN_IN, "connection_signed_in" if stays else "connection_key_taken")
    until = door.admitted_until(target.vat) if stays else None
    return ConnectionCheck((*_reached(wire, target, clock), last), until)


class _WatchedWire(Wire):
    """A wire that remembers the last answer, or what came instead of it."""

    answer: Answer | None = None
    trouble: httpx.HTTPError | LineError | None = None

    def exchange(
        self,
        path: str,
        headers: Mapping[str, str],
        letter: Letter,
        deadline: Deadline,
        *,
        method: str = "POST",
    ) -> Answer:
        try:
            answer = super().exchange(path, headers, letter, deadline, method=method)
        except (httpx.HTTPError, LineError) as error:
            self.answer, self.trouble = None, error
            raise
        self.answer, self.trouble = answer, None
        return answer


def _failed_steps(
    outcome: Outcome, wire: _WatchedWire, target: Target, clock: Clock
) -> tuple[ConnectionStep, ...]:
    if wire.trouble is not None:
        fault = line_fault(wire.trouble, target.address, system_proxy(target.address), clock.now())
        return _key_found(), _failed(StepName.LINE, fault)
    if wire.answer is None:
        # The key, or what its keeper says, ended it before anybody was asked.
        return (ConnectionStep(StepName.KEY, StepEnd.FAILED, outcome.reason, {"vat": target.vat}),)
    fault = answer_fault(wire.answer, outcome.message, target.address, target.vat)
    if outcome.kind is OutcomeKind.UNAUTHORISED:
        return *_reached(wire, target, clock), _failed(StepName.SIGN_IN, fault)
    return _key_found(), _failed(StepName.LINE, fault)


def _reached(wire: _WatchedWire, target: Target, clock: Clock) -> tuple[ConnectionStep, ...]:
    line = ConnectionStep(StepName.LINE, StepEnd.FINE, "connection_reached", {"address": target.address})
    return _key_found(), line, *_clock_step(wire.answer, clock.now())


def _clock_step(answer: Answer | None, now: datetime) -> tuple[ConnectionStep, ...]:
    """Nothing where the server does not tell the time."""
    told = Said.date_of(answer)
    if told is None:
        return ()
    off = now - told
    if abs(off) <= CLOCKS_MAY_DIFFER:
        return (_fine(StepName.CLOCK, "connection_clock_right"),)
    code = "connection_clock_ahead" if off > timedelta() else "connection_clock_behind"
    params = {"minutes": str(round(abs(off) / timedelta(minutes=1)))}
    return (ConnectionStep(StepName.CLOCK, StepEnd.WARNING, code, params),)


def _key_found() -> ConnectionStep:
    return _fine(StepName.KEY, "connection_key_found")


def _fine(name: StepName, code: str) -> ConnectionStep:
    return ConnectionStep(name, StepEnd.FINE, code)


def _failed(name: StepName, fault: Said) -> ConnectionStep:
    return ConnectionStep(name, StepEnd.FAILED, fault.code, fault.params)
