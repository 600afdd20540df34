"""Sealing again: a document whose date has passed and that is provably not in, under the same number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from einvoice_desktop.domain.dates import athens_day, athens_stamp
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Attempt, Kind, Outcome, OutcomeKind, SealedDocument
from einvoice_desktop.domain.writer import write_document

CLIENT_LOST_CONNECTION = 1
"""isDelayedCode: the client could not reach the provider (api 3)."""
DELAYED = (CLIENT_LOST_CONNECTION, 2)
"""With these the document may carry an earlier date."""

FAILED_TO_CONNECT = frozenset(
    {
        *("connect_timeout", "connect_failed", "name_not_found", "connection_refused"),
        *("tls_failed", "proxy_refused"),
    }
)
"""Reasons of an attempt that shows that this office could not reach the provider."""


def is_delayed(sealed: SealedDocument) -> bool:
    """Whether the sealed bytes declare a loss of connection."""
    return read_document(sealed.payload).is_delayed_code in DELAYED


def lost_connection(journal: Iterable[Attempt], day: str) -> bool:
    """Whether the journal holds a failed attempt to connect on `day` (yyyy-MM-dd in Athens)."""
    return any(
        attempt.outcome.kind is OutcomeKind.NEVER_LEFT
        and attempt.outcome.reason in FAILED_TO_CONNECT
        and athens_day(attempt.started_at) == day
        for attempt in journal
    )


def sealed_again(sealed: SealedDocument, now: datetime, *, delayed: bool) -> SealedDocument:
    """The same document under the same number and internal id: with today's date in Athens, or, `delayed`,
    with its own date and the loss of connection declared. Its content's hash stays: the date is no content.
    """
    if sealed.kind is Kind.CREDIT:
        # The order carries no date.
        return replace(sealed, key=replace(sealed.key, date=athens_day(now)))
    document = read_document(sealed.payload)
    if delayed:
        document = document.with_member("is_delayed_code", CLIENT_LOST_CONNECTION)
        return replace(sealed, payload=write_document(document))
    document = document.with_member("date_issued", athens_stamp(now))
    key = replace(sealed.key, date=athens_day(now))
    return replace(sealed, payload=write_document(document), key=key)


def note_of(old: SealedDocument, new: SealedDocument, now: datetime, *, delayed: bool) -> Attempt:
    """The journal's entry: which bytes were put in the place of which."""
    reason = "sealed_again_delayed" if delayed else "sealed_again_today"
    message = f"{old.key.date} {_hash(old)} -> {new.key.date} {_hash(new)}"
    return Attempt(now, now, Outcome(OutcomeKind.SEALED_AGAIN, reason, message))


def _hash(sealed: SealedDocument) -> str:
    return hashlib.sha256(sealed.payload).hexdigest()
