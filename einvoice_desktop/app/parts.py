"""What the desk is made of: bootstrap hands it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from einvoice_desktop.app.encryption import Encryption
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.messages import Messages
from einvoice_desktop.app.ports import Clock, Gateway, SenderLock, Store
from einvoice_desktop.app.samples import Sample
from einvoice_desktop.domain.codes import CodeTables


def _no_portal(server: str, vat: str) -> tuple[str, str]:
    raise UserError("api_key_missing", server=server, vat=vat)


@dataclass(frozen=True, slots=True)
class Parts:
    """What bootstrap hands in.

    `live`: a production server; `own_address`: whether an address is a server's own; `new_id` makes an
    internal document id; `offline_line`: server and issuer VAT -> the portal for QRs of documents issued
    offline, and the API key that signs them; `company_vat`: whose new documents are (bare), "" for whoever
    issued last.
    """

    store: Store
    gateway: Gateway
    lock: SenderLock
    clock: Clock
    codes: CodeTables
    messages: Messages
    samples: Callable[[], tuple[Sample, ...]]
    new_id: Callable[[], str]
    jitter: Callable[[], float]
    live: Callable[[str], bool]
    own_address: Callable[[str, str], bool]
    practice_address: Callable[[], str | None]
    offline_line: Callable[[str, str], tuple[str, str]] = _no_portal
    company_vat: str = ""
    encryption: Encryption | None = None
