"""The provider and what is needed to reach it: the clock, the servers, the keys."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from einvoice_desktop.app.ports.kept import Form
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, SealedDocument, SignIn


class Clock(Protocol):
    """The time, so that tests can hold it."""

    def now(self) -> datetime:
        """Aware UTC."""
        ...


class Provider(Protocol):
    """One server, reached in one way. Calls block: never on the GUI thread."""

    def submit(self, sealed: SealedDocument) -> Outcome:
        """Sends the sealed bytes once, signing in with the issuer's VAT as needed.

        Never raises for what a line or a server does.
        """
        ...

    def cancel_note(self, sealed: SealedDocument, receipt: Receipt) -> Outcome:
        """Asks to cancel an issued delivery note: CANCELLED, REFUSED, UNAUTHORISED, NEVER_LEFT or UNKNOWN."""
        ...

    def read_back(self, sealed: SealedDocument, receipt: Receipt) -> Outcome:
        """What the provider's own page (`receipt.url`) of an issued document tells: ISSUED with a MARK, else
        UNKNOWN; `sums` either way. Only at the provider's own addresses, without credentials.

        Never raises for what a line or a server does.
        """
        ...

    def fetch(self, sealed: SealedDocument, receipt: Receipt, form: Form) -> bytes:
        """An issued document in a form in which the provider's page gives it out. Only at the provider's own
        addresses, without credentials, bounded, looked at before it is given back. Raises UserError."""
        ...

    def close(self) -> None:
        """Gives the connections back; tokens are forgotten."""
        ...


class Gateway(Protocol):
    """Opens providers; one per (server, sign-in, encryption), so that tokens and connections are shared."""

    def provider(self, server: str, sign_in: SignIn, *, encrypted: bool) -> Provider:
        """Raises UserError where the server or what it needs is not to be had."""
        ...

    def signed_in_until(self, server: str, vat: str) -> datetime | None:
        """Till when an issuer (bare VAT) is signed in on a server; None where it is not. Asks nobody."""
        ...

    def close(self) -> None: ...


class Secrets(Protocol):
    """API keys in the system's keyring. Calls may take seconds: never on the GUI thread."""

    def api_key(self, server: str, vat: str) -> str | None:
        """None where there is none. Raises UserError("keyring_absent" | "keyring_locked")."""
        ...

    def set_api_key(self, server: str, vat: str, key: str) -> None:
        """Raises UserError as `api_key` does."""
        ...
