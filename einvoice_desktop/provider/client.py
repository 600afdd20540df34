"""One server, reached in one way: signs in, sends the sealed bytes once, says what that came to."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import httpx

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Clock, Form
from einvoice_desktop.domain.armour import hides
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument, SignIn
from einvoice_desktop.domain.writer import dump_json
from einvoice_desktop.provider.cancelling import outcome_of_cancelling
from einvoice_desktop.provider.deadline import Deadline
from einvoice_desktop.provider.doors import CANCEL_NOTE, door_in_clear, encrypted_door
from einvoice_desktop.provider.failures import outcome_of_answer, outcome_of_error
from einvoice_desktop.provider.read_back import OwnAddress, ReadBack
from einvoice_desktop.provider.servers import is_own_address, normal_address
from einvoice_desktop.provider.sign_in import ApiKey, NotSignedIn, Pass, open_door
from einvoice_desktop.provider.vat_check import ProviderRegistry
from einvoice_desktop.provider.wire import Letter, LineError, Timeouts, Wire

Encrypt = Callable[[bytes], bytes]
"""The sealed bytes -> what may leave instead of them. May raise; then nothing leaves."""

Meaning = Callable[[int, Mapping[str, str], bytes, SealedDocument], Outcome]
"""Status, headers, body of an answer and what it is about -> what it came to."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Dispatch:
    """Where a document goes, and as what."""

    path: str
    content_type: str
    content: bytes


class HttpProvider:
    """`app.ports.Provider` over HTTP. Safe for many threads; never on the GUI thread."""

    def __init__(
        self,
        base_url: str,
        api_key: ApiKey,
        *,
        sign_in: SignIn = SignIn.BEARER,
        transport: httpx.BaseTransport | None = None,
        clock: Clock,
        encrypt: Encrypt | None = None,
        timeouts: Timeouts = Timeouts(),  # noqa: B008 - frozen
        monotonic: Callable[[], float] = time.monotonic,
        own_address: OwnAddress | None = None,
    ) -> None:
        """`api_key` gives the key of an issuer's bare VAT number; its UserError makes a submission
        UNAUTHORISED with that code. `transport` stands in for the network and is closed with this object.
        `own_address`: which addresses that come in answers may be read; without it those of the same host.

        Raises UserError("server_not_https" | "server_unknown" | "proxy_unusable").
        """
        address = self._address = normal_address(base_url)
        self._clock = clock
        self._wire = Wire(address, transport=transport, timeouts=timeouts)
        self._pages = ReadBack(own_address or partial(is_own_address, address), transport)
        self._door = open_door(sign_in, self._wire, api_key, clock, monotonic)
        self._encrypt = encrypt
        self._total = timeouts.total

    def submit(self, sealed: SealedDocument) -> Outcome:
        """Sends the sealed bytes once; twice only where the first time was answered 401.

        Never raises for what a line or a server does; RuntimeError after `close`.
        """
        deadline = Deadline(self._total)
        try:
            dispatch = self._dispatch(sealed)
            return self._signed(dispatch, sealed, deadline, outcome_of_answer)
        except NotSignedIn as failed:
            return failed.outcome
        except UserError as error:
            return Outcome(OutcomeKind.NEVER_LEFT, error.code)

    def cancel_note(self, sealed: SealedDocument, receipt: Receipt) -> Outcome:
        """Asks the provider to cancel an issued delivery note: its issuer's VAT number and its MARK.

        There is no encrypted door for it, so that nothing leaves where documents go encrypted. Never raises,
        as `submit`.
        """
        if self._encrypt is not None:
            return Outcome(OutcomeKind.NEVER_LEFT, "no_encrypted_way")
        told = {"vat": f"EL{bare_vat(sealed.key.issuer_vat)}", "mark": int(receipt.mark)}
        dispatch = _Dispatch(CANCEL_NOTE, "application/json", dump_json(told).encode())
        try:
            return self._signed(dispatch, sealed, Deadline(self._total), outcome_of_cancelling)
        except NotSignedIn as failed:
            return failed.outcome

    def read_back(self, sealed: SealedDocument, receipt: Receipt) -> Outcome:
        """What the provider's own page of an issued document tells (read_back.ReadBack.ask)."""
        return self._pages.ask(sealed, receipt)

    def fetch(self, sealed: SealedDocument, receipt: Receipt, form: Form) -> bytes:
        """An issued document as its page gives it out (read_back.ReadBack.fetch). Raises UserError."""
        return self._pages.fetch(sealed, receipt, form)

    def registry(self, issuer_vat: str) -> ProviderRegistry:
        """Asks whose a VAT number is, signed in for an issuer (bare VAT) as for its documents."""
        return ProviderRegistry(self._wire, self._door, self._address, issuer_vat, self._clock)

    def signed_in_until(self, vat: str) -> datetime | None:
        """Till when an issuer (bare VAT) is signed in; None where it is not, or needs not. Asks nobody."""
        return self._door.admitted_until(vat)

    def close(self) -> None:
        """Gives the connections back and forgets the tokens; what is under way ends as a lost connection."""
        self._door.forget()
        self._pages.close()
        self._wire.close()

    def _signed(
        self, dispatch: _Dispatch, sealed: SealedDocument, deadline: Deadline, meaning: Meaning
    ) -> Outcome:
        vat = bare_vat(sealed.key.issuer_vat)
        admitted = self._door.admit(vat, deadline)
        outcome = self._post(dispatch, sealed, admitted, deadline, meaning)
        if not _let_nobody_in(outcome):
            return outcome
        fresh = self._door.readmit(vat, admitted, deadline)
        if fresh is not None:
            outcome = self._post(dispatch, sealed, fresh, deadline, meaning)
        if _let_nobody_in(outcome):
            # Whatever a person mends now, the next try begins with a new sign-in.
            self._door.forget(vat)
        return outcome

    def _post(
        self,
        dispatch: _Dispatch,
        sealed: SealedDocument,
        admitted: Pass,
        deadline: Deadline,
        meaning: Meaning,
    ) -> Outcome:
        letter = Letter(dispatch.content)
        headers = {**admitted.headers, "Content-Type": dispatch.content_type}
        try:
            answer = self._wire.exchange(dispatch.path, headers, letter, deadline)
        except (httpx.HTTPError, httpx.InvalidURL, LineError) as error:
            return outcome_of_error(error, sent=letter.may_have_left)
        return meaning(
            answer.status,
            _without_secret(answer.headers, admitted.secret),
            answer.body.replace(admitted.secret.encode(), b"***"),
            sealed,
        )

    def _dispatch(self, sealed: SealedDocument) -> _Dispatch:
        payload = sealed.payload
        if self._encrypt is None:
            return _Dispatch(door_in_clear(sealed.kind), "application/json", payload)
        path = encrypted_door(sealed.kind)
        try:
            content = self._encrypt(payload)
        except UserError:
            raise
        except Exception as error:  # noqa: BLE001 - fails closed, whatever it is
            # Its text may quote the document.
            _log.error("encrypting failed: %s", type(error).__name__)
            raise UserError("encryption_failed") from None
        if not hides(content, payload):
            raise UserError("encryption_failed")
        return _Dispatch(path, "application/pgp-encrypted", content)


def _let_nobody_in(outcome: Outcome) -> bool:
    return outcome.kind is OutcomeKind.UNAUTHORISED and outcome.http_status == httpx.codes.UNAUTHORIZED


def _without_secret(headers: Mapping[str, str], secret: str) -> dict[str, str]:
    return {name: value.replace(secret, "***") for name, value in headers.items()}
