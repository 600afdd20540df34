"""The journal of one document as people read it: each attempt beside the bytes that it sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from einvoice_desktop.domain.submission import Attempt, OutcomeKind

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk


def attempts_with_bytes(desk: Desk, submission_id: int) -> Iterator[tuple[Attempt, bytes]]:
    """Each attempt with the bytes that it sent, b"" where it sent none of the document."""
    seals = [*desk.earlier_seals(submission_id), desk.submission(submission_id).sealed.payload]
    for attempt in desk.journal(submission_id):
        again = attempt.outcome.kind is OutcomeKind.SEALED_AGAIN
        if again and len(seals) > 1:
            seals.pop(0)
        reads = attempt.outcome.reason.startswith("read_back")
        cancels = attempt.outcome.kind in (OutcomeKind.CANCELLED, OutcomeKind.CANCELLING)
        restored = attempt.outcome.kind is OutcomeKind.RESTORED
        sends = not (reads or again or cancels or restored or is_note(attempt))
        yield attempt, seals[0] if sends else b""


def is_note(attempt: Attempt) -> bool:
    """Whether it tells of the sealing, not of an attempt to send."""
    return attempt.outcome.kind is OutcomeKind.SEALED_WITH_WARNINGS
