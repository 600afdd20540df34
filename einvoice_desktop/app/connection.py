"""The connection that a person chooses: which server, for which company, which way in; and what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from einvoice_desktop.app.ports import ConnectionCheck
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.domain.identity import afm_is_valid, bare_vat
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.domain.submission import SignIn

SERVER_SETTING = "connection.server"
VAT_SETTING = "connection.vat"
SIGN_IN_SETTING = "connection.signIn"

TRIALS = ("uat", "softone-uat")
PRODUCTIONS = ("production", "softone-production")
SERVERS = (PRACTICE, TRIALS[0], PRODUCTIONS[0], TRIALS[1], PRODUCTIONS[1])
"""The servers with a name, as they are offered."""

_GUID = re.compile(r"\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ConnectionChoice:
    """`server`: "practice", a known name or an address; `vat`: the company's, bare, "" in practice."""

    server: str = PRACTICE
    vat: str = ""
    sign_in: SignIn = SignIn.BEARER

    @property
    def is_practice(self) -> bool:
        """Whether nothing leaves this computer."""
        return self.server == PRACTICE


class Settings(Protocol):
    """Names and texts that outlive the program."""

    def get(self, name: str, default: str = "") -> str: ...

    def set(self, name: str, value: str) -> None: ...


class Connections(Protocol):
    """What the window asks of the world about connections. Every call may take seconds or fail with
    UserError: never on the GUI thread; but `opened` and `chosen` are at hand."""

    @property
    def opened(self) -> ConnectionChoice:
        """What this program's books are open on."""
        ...

    def chosen(self) -> ConnectionChoice:
        """What the next start opens."""
        ...

    def server_name(self, server: str) -> str:
        """The one name of a server, however it was written."""
        ...

    def key_state(self, server: str, vat: str) -> str:
        """ "stored", "environment" (EINVOICE_API_KEY), "needless" (this computer) or "missing"."""
        ...

    def save_key(self, server: str, vat: str, key: str) -> None:
        """Into the system's keyring, and nowhere else."""
        ...

    def check(self, choice: ConnectionChoice, key: str = "") -> ConnectionCheck:
        """Tries it without a document; `key`: one that is not saved (yet), "" for the one that is."""
        ...

    def keep(self, choice: ConnectionChoice) -> None:
        """The next start opens this one. Durable when it returns."""
        ...


def chosen_connection(settings: Settings) -> ConnectionChoice:
    """What the settings say; practice where they say nothing or nothing that makes sense."""
    return ConnectionChoice(
        server=settings.get(SERVER_SETTING).strip() or PRACTICE,
        vat=bare_vat(settings.get(VAT_SETTING)),
        sign_in=chosen_sign_in(settings),
    )


def chosen_sign_in(settings: Settings) -> SignIn:
    """The one setting for the way in; the bearer token where it says nothing."""
    told = settings.get(SIGN_IN_SETTING).strip().casefold()
    return SignIn(told) if told in set(SignIn) else SignIn.BEARER


def keep_connection(settings: Settings, choice: ConnectionChoice) -> None:
    """Writes it down. Raises OSError. The company of a real server stays known while practising."""
    if not choice.is_practice:
        settings.set(VAT_SETTING, choice.vat)
        settings.set(SIGN_IN_SETTING, str(choice.sign_in))
    settings.set(SERVER_SETTING, choice.server)


def is_real(server: str) -> bool:
    """Whether documents issued there may count: production, and any address that nobody knows. An address of
    this machine is for trying things, and so are practice and the provider's test service."""
    if "://" in server:
        return server.partition(":")[0].casefold() != "http"
    return server not in (PRACTICE, *TRIALS)


def looks_like_key(key: str) -> bool:
    """Whether it has the shape that the provider's keys have (api 1): a GUID."""
    return _GUID.fullmatch(key.strip()) is not None


def company_of(vat: str, issued: Party | None) -> Party | None:
    """The issuer of new documents: the company of the connection (bare VAT), with all that its last document
    said of it; whoever issued last (`issued`) where no company is chosen."""
    if not vat or (issued is not None and bare_vat(issued.vat) == vat):
        return issued
    return Party(vat=f"EL{vat}", address=Address(country_code="GR"), branch_code=0)


def vat_fault(vat: str, *, real: bool) -> str:
    """The code of what is wrong with a company's VAT number; "" for nothing. Only where documents count must
    the check digit be right: the test service knows made-up numbers."""
    digits = bare_vat(vat)
    if not digits:
        return "connection_vat_missing"
    if not (digits.isascii() and digits.isdigit() and len(digits) == 9):
        return "connection_vat_malformed"
    return "connection_vat_digit" if real and not afm_is_valid(digits) else ""
