"""What the desk is made of: bootstrap hands it in."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from einvoice_desktop.app.encryption import Encryption
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.messages import Messages
from einvoice_desktop.app.ports import Clock, Gateway, SenderLock, Store, VatRegistry
from einvoice_desktop.app.ports.sheets import ReadWorkbook, Workbook
from einvoice_desktop.app.ports.tables import NewFile, Table, TableForm, WriteTables
from einvoice_desktop.app.samples import Sample
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.submission import SignIn


def _no_portal(server: str, vat: str) -> tuple[str, str]:
    raise UserError("api_key_missing", server=server, vat=vat)


def _no_registry(_server: str, _sign_in: SignIn, _issuer_vat: str) -> VatRegistry:
    raise UserError("vat_check_absent")


def _no_sheets(data: bytes, encoding: str = "", separator: str = "") -> Workbook:  # noqa: ARG001
    raise UserError("sheet_unknown")


def _no_tables(file: BinaryIO, tables: Sequence[Table], form: TableForm) -> None:  # noqa: ARG001
    raise UserError("export_absent")


def _no_file(path: Path) -> AbstractContextManager[BinaryIO]:
    raise PermissionError(errno.EROFS, os.strerror(errno.EROFS), str(path))


@dataclass(frozen=True, slots=True)
class Parts:
    """What bootstrap hands in.

    `live`: a production server; `own_address`: whether an address is a server's own; `new_id` makes an
    internal document id; `offline_line`: server and issuer VAT -> the portal for QRs of documents issued
    offline, and the API key that signs them; `company_vat`: whose new documents are (bare), "" for whoever
    issued last; `registry`: server, way in and issuer VAT (bare) -> who is asked whose a VAT number is;
    `company`: its own data as they are kept (reads the settings), None where nobody told them.
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
    company: Callable[[], Party | None] = lambda: None
    encryption: Encryption | None = None
    registry: Callable[[str, SignIn, str], VatRegistry] = _no_registry
    write_tables: WriteTables = _no_tables
    new_file: NewFile = _no_file
    read_workbook: ReadWorkbook = _no_sheets
