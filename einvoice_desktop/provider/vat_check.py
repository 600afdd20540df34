"""Asks the provider whose a VAT number is.

UNCONFIRMED: the provider's site has two pages, "Greek VAT Check" and "EU VAT Check", whose text could not be
had (api 14). Paths, parameters and members below are taken from its other calls and from what the tax
authority and VIES themselves answer. Should the provider speak otherwise, `_PATHS` and `_MEMBERS` are all
that has to be corrected; until then a person is told that the provider does not know the question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

import httpx

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Clock, RegistrySource, VatAnswer
from einvoice_desktop.provider.deadline import Deadline
from einvoice_desktop.provider.envelope import is_page, plain, read_object
from einvoice_desktop.provider.line_words import line_fault
from einvoice_desktop.provider.proxies import system_proxy
from einvoice_desktop.provider.sign_in import Door, NotSignedIn
from einvoice_desktop.provider.wire import Answer, Letter, LineError, Wire

_PATHS = {RegistrySource.GREEK: "/VatValidation/greek", RegistrySource.UNION: "/VatValidation/eu"}
_MEMBERS: Mapping[str, tuple[str, ...]] = {
    "name": ("registeredname", "name", "onomasia", "tradername"),
    "brand_name": ("brandname", "commertitle", "tradername", "title"),
    "street": ("street", "postaladdress"),
    "street_number": ("number", "postaladdressno"),
    "postal": ("postal", "postalzipcode", "zip"),
    "city": ("city", "postalareadescription"),
    "country_code": ("countrycode",),
    "tax_office": ("taxoffice", "doydescr"),
}
"""What may hold what, in lower case: our own names for a party first, then the authority's, then VIES'."""
_FOUND = ("found", "valid", "isvalid", "success")
_ACTIVE = ("isactive", "active")
_DEACTIVATED = ("deactivationflag",)
_ADDRESS = "address"
_ACTIVITIES = ("activities", "firmacttab")
_ACTIVITY_NAMES = ("firmactdescr", "description", "name")
_WORDS = ("message", "errormessage", "errordescr")
_DOWN = frozenset({408, 429, *range(500, 600)})

LONGEST_NAME = 400
"""Characters: more than the authority takes (200), so that a person is told."""
_LONGEST = 200
_MOST_ACTIVITIES = 10
_MOST_LINES = 8
_TOTAL_SECONDS = 30.0


class ProviderRegistry:
    """`app.ports.registry.VatRegistry` through one provider, signed in for one issuer (bare VAT number)."""

    def __init__(self, wire: Wire, door: Door, address: str, issuer_vat: str, clock: Clock) -> None:
        self._wire = wire
        self._door = door
        self._address = address
        self._issuer = issuer_vat
        self._clock = clock

    def look_up(self, vat: str, source: RegistrySource) -> VatAnswer:
        """Asks once; twice only where the first time was answered 401. Raises UserError and nothing else for
        whatever a line or a server does."""
        issuer = f"EL{self._issuer}" if self._issuer.isdigit() else self._issuer
        path = f"{_PATHS[source]}?{urlencode({'vat': vat, 'issuerTin': issuer})}"
        try:
            answer = self._signed(path, Deadline(_TOTAL_SECONDS))
        except NotSignedIn as failed:
            outcome = failed.outcome
            raise UserError(outcome.reason, vat=self._issuer, message=outcome.message) from None
        except (httpx.HTTPError, httpx.InvalidURL, LineError) as error:
            raise self._line_error(error) from None
        return self._read(answer, vat, source)

    def _signed(self, path: str, deadline: Deadline) -> Answer:
        admitted = self._door.admit(self._issuer, deadline)
        answer = self._wire.exchange(path, admitted.headers, Letter(b""), deadline, method="GET")
        if answer.status != httpx.codes.UNAUTHORIZED:
            return answer
        fresh = self._door.readmit(self._issuer, admitted, deadline)
        if fresh is not None:
            answer = self._wire.exchange(path, fresh.headers, Letter(b""), deadline, method="GET")
        if answer.status == httpx.codes.UNAUTHORIZED:
            self._door.forget(self._issuer)
        return answer

    def _line_error(self, error: httpx.HTTPError | httpx.InvalidURL | LineError) -> UserError:
        if isinstance(error, httpx.InvalidURL):
            return UserError("vat_check_strange")
        told = line_fault(error, self._address, system_proxy(self._address), self._clock.now())
        return UserError(told.code, **told.params)

    def _read(self, answer: Answer, vat: str, source: RegistrySource) -> VatAnswer:
        members = {} if is_page(answer.body, answer.headers.get("content-type", "")) else _members(answer)
        words = _first_text(members, _WORDS, 500)
        status = answer.status
        if status in (401, 403):
            raise UserError("vat_check_forbidden", message=words)
        if status in (404, 405, 501) and not any(name in members for name in _FOUND):
            raise UserError("vat_check_absent")
        if status in _DOWN:
            raise UserError("vat_check_down", status=status)
        if status >= 300 and status != 404:
            raise UserError("vat_check_said", message=words or f"HTTP {status}")
        if not members:
            raise UserError("vat_check_strange")
        return self._answer(members, vat, source, words)

    def _answer(self, members: Mapping[str, Any], vat: str, source: RegistrySource, words: str) -> VatAnswer:
        texts = {
            ours: _first_text(members, names, LONGEST_NAME if ours == "name" else _LONGEST)
            for ours, names in _MEMBERS.items()
        }
        told = _first_bool(members, _FOUND)
        if told is None and not texts["name"]:
            raise UserError("vat_check_strange")
        if texts["brand_name"] == texts["name"]:
            texts["brand_name"] = ""
        found = bool(texts["name"]) if told is None else told
        return VatAnswer(
            vat=vat,
            found=found,
            source=source,
            asked_at=self._clock.now(),
            **(texts if found else {}),
            address=_lines(members.get(_ADDRESS)) if found else "",
            activities=_activities(members) if found else (),
            is_active=_is_active(members) if found else None,
            words=words,
        )


def _members(answer: Answer) -> dict[str, Any]:
    """An answer's members, those of a nested object (address, data) among them; the outer ones win."""
    outer = read_object(answer.body)
    inner: dict[str, Any] = {}
    for value in outer.values():
        if isinstance(value, dict):
            inner.update({name.lower(): one for name, one in value.items() if isinstance(name, str)})
    return {**inner, **{name: one for name, one in outer.items() if not isinstance(one, dict)}}


def _first_text(members: Mapping[str, Any], names: tuple[str, ...], limit: int) -> str:
    """VIES writes --- where a state keeps it to itself."""
    texts = (plain(members.get(name), limit) for name in names)
    return next((text for text in texts if text.strip("- ")), "")


def _first_bool(members: Mapping[str, Any], names: tuple[str, ...]) -> bool | None:
    return next((members[name] for name in names if isinstance(members.get(name), bool)), None)


def _is_active(members: Mapping[str, Any]) -> bool | None:
    """The authority's own flag is 1 for a number in use and 2 for one that is no longer."""
    told = _first_bool(members, _ACTIVE)
    if told is not None:
        return told
    return {"1": True, "2": False}.get(_first_text(members, _DEACTIVATED, 10))


def _lines(value: object) -> str:
    if not isinstance(value, str) or not value.strip("- \n"):
        return ""
    lines = (plain(line, _LONGEST) for line in value[: 4 * _LONGEST].splitlines()[:_MOST_LINES])
    return "\n".join(line for line in lines if line)


def _activities(members: Mapping[str, Any]) -> tuple[str, ...]:
    for name in _ACTIVITIES:
        value = members.get(name)
        if isinstance(value, list):
            return tuple(text for text in _activity_texts(value[:_MOST_ACTIVITIES]) if text)
    return ()


def _activity_texts(values: list[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            folded = {str(name).lower(): one for name, one in value.items()}
            yield _first_text(folded, _ACTIVITY_NAMES, _LONGEST)
        else:
            yield plain(value, _LONGEST)
