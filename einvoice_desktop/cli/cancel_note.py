"""`cancel-note`: asks the provider to cancel an issued delivery note (9.3)."""

from __future__ import annotations

from einvoice_desktop.app.cancelling import is_being_cancelled, is_cancelled
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.cli.output import HAS_ERRORS, NOT_SETTLED, OK, Output
from einvoice_desktop.domain.submission import Submission


def cancel_note(desk: Desk, named: str, output: Output) -> int:
    """Cancels the note with this MARK or outbox id. 0: it is cancelled; 1: it was refused; 3: nobody knows,
    or nothing has left: the same command asks again. A note that is cancelled already is only told."""
    row = desk.credits.find(named)
    if not is_cancelled(row):
        row = desk.cancel_note(row.id)
    if output.as_json:
        output.put(_told(row))
    else:
        key = row.sealed.key
        said = output.messages.sentence(row.reason or "cancel_done", {}, output.language)
        output.say(f"{row.id}: {key.type_code} {key.series} {key.number}: {said} {row.message}".rstrip())
    return _status(row)


def _told(row: Submission) -> dict[str, object]:
    key, receipt = row.sealed.key, row.receipt
    return {
        "submission": row.id,
        "server": row.server,
        "series": key.series,
        "number": key.number,
        "mark": (receipt.mark or None) if receipt else None,
        "cancelled": is_cancelled(row),
        "cancellationMark": (receipt.cancellation_mark or None) if receipt else None,
        "reason": row.reason,
        "message": row.message,
    }


def _status(row: Submission) -> int:
    if is_cancelled(row):
        return OK
    open_still = is_being_cancelled(row) or row.reason == "note_cancel_unsent"
    return NOT_SETTLED if open_still else HAS_ERRORS
