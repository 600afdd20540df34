"""`credit`: credits an issued document, as a document of its own or as a whole through the provider."""

from __future__ import annotations

from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.errors import DocumentHasErrors
from einvoice_desktop.cli.output import HAS_ERRORS, Output
from einvoice_desktop.cli.submit import send, tell
from einvoice_desktop.domain.submission import Submission


def credit(desk: Desk, named: str, output: Output, *, whole: bool, series: str, wait: float) -> int:
    """Seals the credit of the document with this MARK or outbox id and sends it. The exit status.

    Without `whole` the credit is a document like any other; with it the provider is told to credit the
    document (unconfirmed: its pages do not say what it makes of that).
    """
    original = desk.credits.find(named)
    row = desk.credits.whole(original.id, series=series) if whole else _sealed(desk, original, series, output)
    if row is None:
        return output.status
    send(desk, [row.id], output, wait)
    tell(desk.submission(row.id), output, None)
    return output.status


def _sealed(desk: Desk, original: Submission, series: str, output: Output) -> Submission | None:
    draft = desk.credit(original.id)
    if series:
        draft = Draft(draft.document.with_member("series", series))
    try:
        return desk.seal(draft)
    except DocumentHasErrors as error:
        output.noted.append(HAS_ERRORS)
        output.complain(output.reason(error))
        output.list_problems(error.problems)
        return None
