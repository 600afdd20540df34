"""A sealed document on its way: what it is, what was tried, and what each try came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.sums import DocumentSums

UNVERIFIED = "issued_unverified"
"""The problem of an issued document that UID, series and number alone say to be ours: somebody else's
document under them would say the same."""


class SignIn(StrEnum):
    """The provider's three ways in (api 1)."""

    BEARER = "bearer"
    APIKEY = "apikey"
    OAUTH = "oauth"


class Kind(StrEnum):
    """What the sealed bytes are, and so at which of the provider's doors they go in."""

    DOCUMENT = "document"
    """A whole document: /invoice/json, or /Invoice/secure."""
    RECEIPT = "receipt"
    """A POS receipt (8.4, 8.5), which has a flat shape and a door of its own: /Receipt."""
    CREDIT = "credit"
    """The order to credit an earlier document as a whole: /Invoice/credit. Unconfirmed: which type and
    series the credit gets, what it adds up to and what is answered, the provider's pages do not say."""

    @property
    def is_document(self) -> bool:
        """Whether the bytes are a document of the office's own, not an order about another one."""
        return self is not Kind.CREDIT


class OutcomeKind(StrEnum):
    """What one attempt to send came to. Three failures are never mixed: NEVER_LEFT, REFUSED, UNKNOWN."""

    ISSUED = "issued"
    """It is in. Without a MARK in the receipt only where the provider signed it by itself, or where the
    provider's page of it tells none yet."""
    REFUSED = "refused"
    """The provider looked at it and said no (400, 405 …): the same number may go again, corrected."""
    CONFLICT = "conflict"
    """409: a document with this natural key is already in. Whose it is, app.submit decides."""
    UNAUTHORISED = "unauthorised"
    """401 twice, or no key at hand: nothing was recorded, a person must act."""
    NEVER_LEFT = "never_left"
    """No byte of the document left this machine."""
    UNKNOWN = "unknown"
    """It may or may not be in: only the same bytes may follow."""
    SEALED_AGAIN = "sealed_again"
    """No attempt to send: from here on other bytes are sent, under the same number (its date had passed)."""
    CANCELLED = "cancelled"
    """Not of a document that is sent: the provider has cancelled an issued delivery note."""
    CANCELLING = "cancelling"
    """An order to cancel it that settled nothing, or was refused; `reason` says which."""
    SEALED_WITH_WARNINGS = "sealed_with_warnings"
    """No attempt to send: it was issued although rules warned; `problems` says of what."""
    RESTORED = "restored"
    """No attempt to send: from here on the books go on from a copy of theirs, made when `message` says."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One attempt's end.

    `reason` is a stable code (resources/i18n has its sentence: "connect_timeout", "still_processing" …);
    `message` the provider's own words as plain text; `receipt` what the answer told of the document (with
    CONFLICT: of the document that is in, fields "" where not told); `retry_after` seconds the provider asks
    us to wait, None where it says nothing; `answer` the raw body; `server_date` the answer's Date header;
    `sums` by JSON path what the provider's own page says that the document adds up to.
    """

    kind: OutcomeKind
    reason: str
    message: str = ""
    receipt: Receipt | None = None
    problems: tuple[Problem, ...] = ()
    retry_after: float | None = None
    http_status: int | None = None
    answer: bytes = b""
    server_date: datetime | None = None
    sums: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try, for the journal. Times are aware UTC."""

    started_at: datetime
    ended_at: datetime
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class SealedDocument:
    """The bytes that will be sent, and every retry with them, with what names and describes them.

    `sums` is what it adds up to, for the books to keep beside it; None where it is only read again, or where
    nothing but its gross is known.
    """

    payload: bytes
    key: NaturalKey
    internal_id: str
    content_hash: str
    counterparty_name: str
    counterparty_vat: str
    currency: str
    gross: Decimal
    kind: Kind = Kind.DOCUMENT
    sums: DocumentSums | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Submission:
    """A row of the outbox: a sealed document, where it stands and what happens next.

    `server` names its books: "practice", a known host's name, or an address. `may_have_arrived` is set once
    an attempt at these bytes may have reached the provider and never cleared. `number_spent`: refused for a
    conflict, the number belongs to somebody else's document. Times are aware UTC. `source` is the file it
    came from, "".
    """

    id: int
    server: str
    sign_in: SignIn
    encrypted: bool
    state: State
    sealed: SealedDocument
    source: str
    sealed_at: datetime
    changed_at: datetime
    next_try_at: datetime | None
    attempts: int
    may_have_arrived: bool
    number_spent: bool
    reason: str
    message: str
    receipt: Receipt | None
    problems: tuple[Problem, ...]

    @property
    def mark_pending(self) -> bool:
        """Issued, and its MARK is still to be fetched."""
        return self.state is State.ISSUED and not (self.receipt and self.receipt.mark)

    @property
    def is_unverified(self) -> bool:
        """Issued, and nothing has proved yet that what is in under its number is this very document."""
        return any(problem.code == UNVERIFIED for problem in self.problems)

    @property
    def provider_signed(self) -> bool:
        """Issued under the provider's own signature, the authority being out of reach: until the MARK is
        there, paper says that the connection between provider and authority was lost."""
        return self.mark_pending and self.receipt is not None and self.receipt.provider_signed
