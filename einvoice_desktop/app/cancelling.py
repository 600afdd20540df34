"""Cancelling an issued delivery note (9.3) through the provider: whether it can be, and what came of it.

The order has no number and no row of its own: what is tried stands in the note's journal, what came of it in
the note's receipt. Before it leaves the row says that its outcome is open, and it says so until an answer has
settled it: asked again, the provider tells that the note is cancelled already (the authority's 251).
"""

from __future__ import annotations

from dataclasses import replace

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Attempt, OutcomeKind, Submission

NOTE = "9.3"
"""The only type that is cancelled so (the authority's 283)."""
CANCELLED_STATUS = "CANCELLED"
ASKED, CANCELLED = "note_cancelling", "note_cancelled"
REFUSED, NOT_SENT = "note_cancel_refused", "note_cancel_unsent"
"""Reasons of an issued row: the outcome is open; it is cancelled; it was refused; nothing has left."""
REASONS = frozenset({ASKED, CANCELLED, REFUSED, NOT_SENT})


def is_cancelled(row: Submission) -> bool:
    """Whether the provider has said that the document is cancelled."""
    return row.state is State.ISSUED and was_cancelled(row.receipt)


def was_cancelled(receipt: Receipt | None) -> bool:
    """Whether this is what the provider tells of a cancelled document."""
    if receipt is None:
        return False
    return bool(receipt.cancellation_mark) or receipt.status.upper() == CANCELLED_STATUS


def is_being_cancelled(row: Submission) -> bool:
    """Whether it was asked for and nobody knows the outcome."""
    return row.state is State.ISSUED and row.reason == ASKED


def why_not_cancelled(row: Submission) -> str:
    """Why the note cannot be cancelled, as a code; "" where it can."""
    if row.state is not State.ISSUED or row.sealed.key.type_code != NOTE:
        return "cancel_only_notes"
    if is_cancelled(row):
        return "cancel_done"
    return "" if row.receipt is not None and row.receipt.mark else "cancel_needs_mark"


def as_cancelling(attempt: Attempt) -> Attempt:
    """An order to cancel as the journal has it: never as an attempt to send the document."""
    if attempt.outcome.kind is OutcomeKind.CANCELLED:
        return attempt
    return replace(attempt, outcome=replace(attempt.outcome, kind=OutcomeKind.CANCELLING))
