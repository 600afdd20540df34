"""What a document is called by the authority: its UID, and the codes it gets when it is issued."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.lines import ZERO
from einvoice_desktop.sandbox.objections import cents

if TYPE_CHECKING:
    from datetime import datetime

    from einvoice_desktop.sandbox.document import Document

FIRST_MARK = 400_001_000_000_000
FIRST_AMENDMENT = 400_002_000_000_000
"""From here on the MARKs of payments and cancellations."""
_FIRST_RUNNING_ID = 10_000_000


def uid(document: Document, issued: datetime) -> str:
    """SHA-1, 40 upper-case hex digits, of VAT, Athens date, branch, type, series and number.

    The text is ISO-8859-7 as the authority's specification has it, UTF-8 where that cannot write a letter.
    """
    text = "-".join(_identity(document, issued))
    try:
        encoded = text.encode("iso-8859-7")
    except UnicodeEncodeError:
        encoded = text.encode("utf-8")
    return _sha1(encoded)


@dataclass(frozen=True, slots=True)
class Issued:
    """The names a document got: `mark` has 15 digits, `signature` ends the address it is shown at."""

    mark: int
    uid: str
    authentication_code: str
    signature: str
    integrity_signature: str
    unique_id: str


def issue(document: Document, issued: datetime, document_uid: str, running: int, body: bytes) -> Issued:
    """Names for the document recorded as number `running` of this provider, counted from 1."""
    mark = FIRST_MARK + running
    gross, vat = document.summaries.gross or ZERO, document.summaries.vat or ZERO
    fields = [
        *_identity(document, issued),
        str(mark),
        format(cents(gross), "f"),
        format(cents(vat), "f"),
        document.counterparty.digits,
    ]
    salt = secrets.token_hex(16).upper()
    seal = _sha1(f"{document_uid}-{mark}-{salt}".encode())
    return Issued(
        mark=mark,
        uid=document_uid,
        authentication_code=_sha1("-".join(fields).encode()),
        signature=f"EL{document.issuer.digits}-{_FIRST_RUNNING_ID + running}-{seal}-{salt}",
        integrity_signature=hashlib.sha256(body).hexdigest().upper(),
        unique_id=str(uuid.uuid4()),
    )


def _identity(document: Document, issued: datetime) -> list[str]:
    """What makes a document this one and no other; `issued` is its date in Athens."""
    return [
        document.issuer.digits,
        issued.strftime("%Y-%m-%d"),
        str(document.issuer.branch),
        document.invoice_type,
        document.series,
        document.number,
    ]


def _sha1(data: bytes) -> str:
    """The authority names SHA-1; nothing here depends on it being hard to forge."""
    return hashlib.sha1(data, usedforsecurity=False).hexdigest().upper()
