"""What the answer to the order to cancel a delivery note means.

The provider's page names the members that are sent and a 200 (api 2); what is answered beside it is nowhere
said: the envelope of every other answer is assumed. Asked a second time the authority says 251, which tells
the same as a first answer that was lost: the note is cancelled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument
from einvoice_desktop.provider.envelope import is_page, read_envelope
from einvoice_desktop.provider.failures import outcome_of_answer
from einvoice_desktop.provider.refusals import authority_codes, problems_of

CANCELLED = "CANCELLED"
_ALREADY = 251
_REFUSALS = frozenset({400, 404, 405, 409, 413, 415, 422})


def outcome_of_cancelling(
    status: int, headers: Mapping[str, str], body: bytes, sealed: SealedDocument
) -> Outcome:
    """CANCELLED "note_cancelled", "note_cancelled_before" (251); REFUSED "note_cancel_refused"; else what an
    answer to a document would mean, but never that it is in."""
    named = {name.lower(): value for name, value in headers.items()}
    envelope = None if is_page(body, named.get("content-type", "")) else read_envelope(body)
    said = outcome_of_answer(status, headers, body, sealed)
    if envelope is not None and envelope.is_object and 200 <= status < 300 and envelope.success is True:
        told = envelope.receipt
        receipt = replace(told, status=told.status or CANCELLED)
        return replace(said, kind=OutcomeKind.CANCELLED, reason="note_cancelled", receipt=receipt)
    if envelope is not None and status in _REFUSALS:
        if _ALREADY in authority_codes(envelope):
            receipt = replace(envelope.receipt, status=CANCELLED)
            return replace(said, kind=OutcomeKind.CANCELLED, reason="note_cancelled_before", receipt=receipt)
        problems = problems_of(envelope, sealed)
        return replace(
            said, kind=OutcomeKind.REFUSED, reason="note_cancel_refused", problems=problems, receipt=None
        )
    if said.kind in (OutcomeKind.ISSUED, OutcomeKind.CONFLICT, OutcomeKind.REFUSED):
        return replace(said, kind=OutcomeKind.UNKNOWN, reason="answer_garbled", receipt=None, problems=())
    return said
