"""The three ways in (api 1): tokens per issuer, in memory only, renewed in time by one thread at a time."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Protocol
from urllib.parse import urlencode

import httpx

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Clock
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SignIn
from einvoice_desktop.provider.deadline import Deadline
from einvoice_desktop.provider.envelope import read_object
from einvoice_desktop.provider.failures import outcome_of_error, outcome_of_sign_in
from einvoice_desktop.provider.wire import Answer, Letter, LineError, TimeLimitPassed, Wire

ApiKey = Callable[[str], str]
"""Bare VAT number of an issuer -> its API key. May raise UserError, may take seconds."""

_ACCESS_SECONDS = 15 * 60.0
_REFRESH_SECONDS = 7 * 24 * 3600.0
_EARLY_SECONDS = 60.0
_LONGEST_LIFE = 24 * 3600.0
_LONGEST_SECRET = 8_000
_JSON = {"Content-Type": "application/json"}
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class NotSignedIn(Exception):
    """Nobody let us in, or we could not ask: the document was not sent, `outcome` says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Pass:
    """What lets one issuer's requests in. `serial` tells it from an earlier pass, however alike they look."""

    serial: int
    headers: Mapping[str, str] = field(repr=False)
    secret: str = field(repr=False)


class Door(Protocol):
    """One way in, for every issuer, safe for many threads."""

    def admit(self, vat: str, deadline: Deadline) -> Pass:
        """A pass that is not older than it may be. `vat` is bare. Raises NotSignedIn."""
        ...

    def readmit(self, vat: str, refused: Pass, deadline: Deadline) -> Pass | None:
        """A newer pass than one that was answered 401; None where there is none. Raises NotSignedIn."""
        ...

    def forget(self, vat: str | None = None) -> None:
        """Of one issuer, or of all."""
        ...

    def admitted_until(self, vat: str) -> datetime | None:
        """Till when an issuer's pass is good (aware UTC); None where there is none or it does not end."""
        ...


def open_door(
    sign_in: SignIn, wire: Wire, api_key: ApiKey, clock: Clock, monotonic: Callable[[], float]
) -> Door:
    """The way in that `sign_in` names, through `wire`."""
    if sign_in is SignIn.APIKEY:
        return KeyDoor(api_key)
    scheme = _Bearer() if sign_in is SignIn.BEARER else _OAuth()
    return TokenDoor(scheme, wire, api_key, clock, monotonic)


class KeyDoor:
    """The API key itself in each request's header."""

    def __init__(self, api_key: ApiKey) -> None:
        self._api_key = api_key
        self._lock = threading.Lock()
        self._held: dict[str, Pass] = {}

    def admit(self, vat: str, deadline: Deadline) -> Pass:  # noqa: ARG002 - the key asks no server
        with self._lock:
            held = self._held.get(vat)
        return held or self._hold(vat, _key(self._api_key, vat), serial=1)

    def readmit(self, vat: str, refused: Pass, deadline: Deadline) -> Pass | None:  # noqa: ARG002
        key = _key(self._api_key, vat)
        if key == refused.secret:
            return None
        return self._hold(vat, key, serial=refused.serial + 1)

    def _hold(self, vat: str, key: str, serial: int) -> Pass:
        held = Pass(serial, {"APIKey": key}, key)
        with self._lock:
            self._held[vat] = held
        return held

    def forget(self, vat: str | None = None) -> None:
        with self._lock:
            for name in [vat] if vat else list(self._held):
                self._held.pop(name, None)

    def admitted_until(self, vat: str) -> datetime | None:  # noqa: ARG002 - a key has no end
        return None


@dataclass(frozen=True, slots=True)
class Granted:
    """What a sign-in brought. `seconds`: how long the access token lives."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    seconds: float


class Scheme(Protocol):
    """How one kind of token is asked for, and read out of the answer's members."""

    def login(self, vat: str, key: str) -> tuple[str, Mapping[str, str], bytes]:
        """Path, headers, body. `vat` as it is to be written."""
        ...

    def refresh(self, held: Granted) -> tuple[str, Mapping[str, str], bytes]: ...

    def read(self, members: Mapping[str, Any]) -> Granted | None: ...


class _Bearer:
    def login(self, vat: str, key: str) -> tuple[str, Mapping[str, str], bytes]:
        return "/Authentication/login", _JSON, json.dumps({"vat": vat, "key": key}).encode()

    def refresh(self, held: Granted) -> tuple[str, Mapping[str, str], bytes]:
        # A bare JSON string, not an object; signed with the access token (api 1).
        headers = {**_JSON, "Authorization": f"Bearer {held.access}"}
        return "/Authentication/refresh", headers, json.dumps(held.refresh).encode()

    def read(self, members: Mapping[str, Any]) -> Granted | None:
        refresh = members.get("refreshtoken")
        if isinstance(refresh, dict):
            refresh = next((value for name, value in refresh.items() if name.lower() == "token"), "")
        return _granted(members.get("accesstoken"), refresh, _ACCESS_SECONDS)


class _OAuth:
    def login(self, vat: str, key: str) -> tuple[str, Mapping[str, str], bytes]:
        form = {"grant_type": "client_credentials", "client_id": vat, "client_secret": key}
        return "/oauth/token", _FORM, urlencode(form).encode()

    def refresh(self, held: Granted) -> tuple[str, Mapping[str, str], bytes]:
        form = {"grant_type": "refresh_token", "refresh_token": held.refresh}
        return "/oauth/token", _FORM, urlencode(form).encode()

    def read(self, members: Mapping[str, Any]) -> Granted | None:
        told = str(members.get("expires_in"))
        known = told.isascii() and told.isdigit() and len(told) < 10
        seconds = min(float(told), _LONGEST_LIFE) if known else _ACCESS_SECONDS
        return _granted(members.get("access_token"), members.get("refresh_token"), seconds)


@dataclass(frozen=True, slots=True)
class _Held:
    """A token set and when it was asked for, by both clocks."""

    granted: Granted
    pass_: Pass
    asked_at: datetime
    asked_tick: float


class TokenDoor:
    """Access tokens per issuer: one request for a token at a time, whoever waits for it shares its end."""

    def __init__(
        self, scheme: Scheme, wire: Wire, api_key: ApiKey, clock: Clock, monotonic: Callable[[], float]
    ) -> None:
        self._scheme = scheme
        self._wire = wire
        self._api_key = api_key
        self._clock = clock
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._serial = 0
        self._held: dict[str, _Held] = {}
        self._flights: dict[str, Future[_Held]] = {}
        self._prefixes: dict[str, str] = {}

    def admit(self, vat: str, deadline: Deadline) -> Pass:
        return self._pass_after(0, vat, deadline)

    def readmit(self, vat: str, refused: Pass, deadline: Deadline) -> Pass:
        """By a login: a renewal would be asked for with the very token that was just refused."""
        return self._pass_after(refused.serial, vat, deadline)

    def _pass_after(self, serial: int, vat: str, deadline: Deadline) -> Pass:
        with self._lock:
            held = self._held.get(vat)
            if held is not None and held.pass_.serial > serial and self._is_fresh(held):
                return held.pass_
            under_way = self._flights.get(vat)
            flight = under_way or self._flights.setdefault(vat, Future())
        if under_way is None:
            return self._fly(flight, vat, None if serial else held, deadline)
        try:
            return flight.result(timeout=deadline.left()).pass_
        except TimeoutError:
            raise NotSignedIn(outcome_of_error(TimeLimitPassed(), sent=False)) from None
        except NotSignedIn as failed:
            raise NotSignedIn(failed.outcome) from None

    def forget(self, vat: str | None = None) -> None:
        with self._lock:
            for name in [vat] if vat else list(self._held):
                self._held.pop(name, None)

    def admitted_until(self, vat: str) -> datetime | None:
        with self._lock:
            held = self._held.get(vat)
        left = held.granted.seconds - self._age(held) if held is not None else 0.0
        # From now on, not from then: the wall clock may have been set in between.
        return self._clock.now() + timedelta(seconds=round(left)) if left > 0 else None

    def _is_fresh(self, held: _Held) -> bool:
        life = held.granted.seconds
        return self._age(held) < life - min(_EARLY_SECONDS, life / 2)

    def _age(self, held: _Held) -> float:
        """Seconds by the clock that says more: one stands still while the computer sleeps, one can be set."""
        ticks = self._monotonic() - held.asked_tick
        return max(ticks, (self._clock.now() - held.asked_at).total_seconds())

    def _fly(self, flight: Future[_Held], vat: str, old: _Held | None, deadline: Deadline) -> Pass:
        try:
            held = self._renewed(old, deadline) or self._signed_in(vat, deadline)
        except BaseException as error:
            with self._lock:
                self._flights.pop(vat, None)
            flight.set_exception(error)
            raise
        with self._lock:
            self._flights.pop(vat, None)
            self._held[vat] = held
        flight.set_result(held)
        return held.pass_

    def _renewed(self, old: _Held | None, deadline: Deadline) -> _Held | None:
        """None where there is nothing to renew with or the provider does not: then a login follows."""
        if old is None or not old.granted.refresh or self._age(old) >= _REFRESH_SECONDS:
            return None
        asked = self._now()
        try:
            answer = self._ask(self._scheme.refresh(old.granted), deadline)
        except NotSignedIn:
            return None
        granted = self._read(answer)
        if granted is None:
            return None
        # Where no new one comes along, the old one goes on (RFC 6749, 6).
        return self._kept(replace(granted, refresh=granted.refresh or old.granted.refresh), asked)

    def _signed_in(self, vat: str, deadline: Deadline) -> _Held:
        """With the VAT number's prefix first, then without: the provider's pages show both (api 1)."""
        key = _key(self._api_key, vat)
        refused: NotSignedIn | None = None
        for prefix in self._prefixes_for(vat):
            try:
                held = self._logged_in(f"{prefix}{vat}", key, deadline)
            except NotSignedIn as no:
                if no.outcome.reason != "key_refused":
                    raise
                refused = refused or no
            else:
                self._prefixes[vat] = prefix
                return held
        assert refused is not None
        raise NotSignedIn(refused.outcome)

    def _prefixes_for(self, vat: str) -> tuple[str, ...]:
        """What was taken last comes first. Another country's number has a prefix of its own."""
        if not vat.isdigit():
            return ("",)
        return ("", "EL") if self._prefixes.get(vat) == "" else ("EL", "")

    def _logged_in(self, vat: str, key: str, deadline: Deadline) -> _Held:
        asked = self._now()
        answer = self._ask(self._scheme.login(vat, key), deadline)
        granted = self._read(answer)
        if granted is None:
            shown = answer.body.replace(key.encode(), b"***")
            raise NotSignedIn(outcome_of_sign_in(answer.status, answer.headers, shown))
        return self._kept(granted, asked)

    def _ask(self, request: tuple[str, Mapping[str, str], bytes], deadline: Deadline) -> Answer:
        """Asks again where the kept connection had gone stale: asking for a token twice harms nobody."""
        path, headers, body = request
        try:
            try:
                return self._wire.exchange(path, headers, Letter(body), deadline)
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
                return self._wire.exchange(path, headers, Letter(body), deadline)
        except (httpx.HTTPError, LineError) as error:
            raise NotSignedIn(outcome_of_error(error, sent=False)) from None

    def _read(self, answer: Answer) -> Granted | None:
        return self._scheme.read(read_object(answer.body)) if 200 <= answer.status < 300 else None

    def _now(self) -> tuple[datetime, float]:
        return self._clock.now(), self._monotonic()

    def _kept(self, granted: Granted, asked: tuple[datetime, float]) -> _Held:
        with self._lock:
            self._serial += 1
            serial = self._serial
        pass_ = Pass(serial, {"Authorization": f"Bearer {granted.access}"}, granted.access)
        return _Held(granted, pass_, *asked)


def _granted(access: object, refresh: object, seconds: float) -> Granted | None:
    if not isinstance(access, str) or not _is_header_safe(access):
        return None
    kept = refresh if isinstance(refresh, str) and len(refresh) <= _LONGEST_SECRET else ""
    return Granted(access, kept, seconds)


def _key(api_key: ApiKey, vat: str) -> str:
    """Raises NotSignedIn (UNAUTHORISED, the UserError's code as its reason) where there is no usable key."""
    try:
        key = api_key(vat).strip()
    except UserError as error:
        raise NotSignedIn(Outcome(OutcomeKind.UNAUTHORISED, error.code)) from None
    if not _is_header_safe(key):
        raise NotSignedIn(Outcome(OutcomeKind.UNAUTHORISED, "api_key_unusable"))
    return key


def _is_header_safe(secret: str) -> bool:
    """Visible ASCII without blanks: anything else would be quoted in full by the error it causes."""
    return 0 < len(secret) <= _LONGEST_SECRET and all("!" <= c <= "~" for c in secret)
